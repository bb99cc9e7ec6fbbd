from __future__ import annotations

from bot.bench.audit import bench_audit
from bot.claims.audit import audit, links
from storage.rehearsal import Rehearsal
from storage.store import Store


def test_a_small_history_is_made_audited_and_compared(capsys):
    speed = bench_audit(700)

    assert speed.events == 700
    assert speed.ratio > 0
    assert f"Ratio: {speed.ratio:.2f}" in capsys.readouterr().out


def test_the_history_that_is_measured_is_a_true_one(store: Store):
    with store.transaction() as records:
        desk = Rehearsal(records.log.db).history(95)
    with store.snapshot() as records:
        report = audit(desk, links(records.auditing.rows(desk)))

    assert report.sound
    assert report.events == report.unanchored == 100
