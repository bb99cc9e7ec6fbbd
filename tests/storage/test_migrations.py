"""From an empty database to all tables, and what is said when that cannot be."""

from __future__ import annotations

from storage.store import Store

def test_an_empty_database_gets_all_tables(empty_url: str) -> None:
    store = Store(empty_url)
    store.migrate()
    with store.transaction() as records:
        assert records.desks.all_open() == []
    store.close()

def test_x(store) -> None:
    with store.transaction() as records:
        assert records.desks.all_open() == []
