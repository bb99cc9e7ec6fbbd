from __future__ import annotations

import pytest

from bot.bench.match import bench_match
from storage.rehearsal_of_claims import DatabaseInUse
from storage.store import Store
from tests.storage.scene import a_desk


def test_a_small_desk_is_made_and_timed_twice(capsys):
    few, many = bench_match(12_000)

    assert (few.claims, many.claims) == (10_000, 12_000)
    assert 0 < few.median <= few.p95
    assert many.related > 0
    assert "12,000 claims: median" in capsys.readouterr().out


def test_a_database_in_use_is_left_alone(database_url):
    store = Store(database_url)
    store.migrate()
    with store.transaction() as records:
        a_desk(records)
    store.close()

    with pytest.raises(DatabaseInUse):
        bench_match(10, database_url)
