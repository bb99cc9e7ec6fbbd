"""The store: whole transactions, off the event loop, through one executor."""

from __future__ import annotations

import asyncio
import threading

import pytest
from sqlalchemy import text

from storage.records import Records
from storage.scrubbing import wants_scrubbing
from storage.store import Store
from tests.storage.scene import GROUP, a_desk


class Mishap(Exception):
    pass


def opened(store: Store) -> int:
    with store.transaction() as records:
        return len(records.desks.all_open())


def test_a_transaction_is_kept_when_it_ends(store: Store) -> None:
    with store.transaction() as records:
        a_desk(records)
    assert opened(store) == 1


def test_a_transaction_that_fails_leaves_nothing_behind(store: Store) -> None:
    with pytest.raises(Mishap), store.transaction() as records:
        a_desk(records)
        raise Mishap
    assert opened(store) == 0


async def test_a_verb_runs_in_a_transaction_off_the_loop_and_its_result_comes_back(store: Store) -> None:
    def verb(records: Records, chat: int, *, title: str) -> tuple[str, str]:
        return a_desk(records, chat, title).title, threading.current_thread().name

    title, thread = await store.run(verb, GROUP, title="Night desk")
    assert title == "Night desk"
    assert thread.startswith("store")
    assert opened(store) == 1


async def test_a_verb_that_fails_is_undone_and_its_error_comes_back(store: Store) -> None:
    def verb(records: Records) -> None:
        a_desk(records)
        raise Mishap

    with pytest.raises(Mishap):
        await store.run(verb)
    assert opened(store) == 0


async def test_the_store_works_on_after_an_error_of_the_database(store: Store) -> None:
    def verb(records: Records) -> None:
        records.desks.db.execute(text("SELECT * FROM nowhere"))

    for _ in range(3):
        with pytest.raises(Exception, match="nowhere"):
            await store.run(verb)
    assert opened(store) == 0


async def test_readings_and_writings_of_many_verbs_at_once_add_up(store: Store) -> None:
    def count_up(records: Records) -> None:
        records.desks.get(desk, lock=True)
        records.settings.put("count", str(int(records.settings.get("count") or 0) + 1))

    with store.transaction() as records:
        desk = a_desk(records).id
    await asyncio.gather(*(store.run(count_up) for _ in range(60)))
    with store.transaction() as records:
        assert records.settings.get("count") == "60"


async def test_a_cancelled_wait_does_not_cancel_what_was_begun(store: Store) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def verb(records: Records) -> None:
        begun.set()
        assert go_on.wait(timeout=30)
        a_desk(records)

    waiting = asyncio.create_task(store.run(verb))
    await asyncio.to_thread(begun.wait, 30)
    waiting.cancel()
    go_on.set()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    await store.run(lambda _: None)
    store.close()
    assert opened(store) == 1


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    ("pragma", "value"),
    [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("secure_delete", 1), ("busy_timeout", 5000)],
)
def test_sqlite_is_set_to_lose_and_to_leak_nothing(store: Store, pragma: str, value: object) -> None:
    with store.engine.begin() as connection:
        assert connection.execute(text(f"PRAGMA {pragma}")).scalar_one() == value


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_postgresql_does_not_depend_on_the_servers_habits(store: Store) -> None:
    with store.engine.begin() as connection:
        assert connection.execute(text("SHOW transaction_isolation")).scalar_one() == "read committed"


def test_a_store_names_its_database_without_the_password() -> None:
    store = Store("postgresql://anna:canary@localhost/claims")
    assert "localhost/claims" in store.where
    assert "canary" not in store.where
    assert Store("sqlite:///claimdesk.db").where == "sqlite:///claimdesk.db"


def test_what_was_erased_is_scrubbed_again_only_after_a_while_when_a_reader_is_in_the_way(
    store: Store, monkeypatch: pytest.MonkeyPatch
):
    tries: list[float] = []
    now = [100.0]
    monkeypatch.setattr("storage.store.monotonic", lambda: now[0])
    monkeypatch.setattr("storage.store.scrub", lambda _: tries.append(now[0]) or len(tries) > 1)
    with store.transaction() as records:
        wants_scrubbing(records.erasure.db)
    for _ in range(5):
        with store.transaction():
            now[0] += 2

    assert tries == [100.0, 106.0]
