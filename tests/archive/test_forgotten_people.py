"""Who was forgotten leaves a history that verifies, in the database and in every export."""

from __future__ import annotations

from datetime import timedelta

from bot.archive.exporting import export_history
from storage.store import Store
from tests.archive.conftest import Archive
from tests.storage.scene import NOON


def test_a_history_verifies_after_people_were_forgotten(archive: Archive, capsys):
    store = Store(archive.settings.database_url)
    with store.transaction() as records:
        for telegram_id in range(7_000_000_001, 7_000_000_005):
            for _, reviewer in records.erasure.everywhere(telegram_id):
                records.erasure.reviewer(reviewer, NOON + timedelta(days=9))
    store.close()
    out = archive.database.parent / "history.jsonl"
    export_history(archive.settings, None, out)

    assert archive.verify(*archive.kept, export=out) == 0
    assert archive.verify(*archive.kept) == 0, capsys.readouterr().out
