"""History is proven immutable by trying to change it, by every way that SQL knows."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import datetime

import psycopg
import pytest
from sqlalchemy import make_url, text
from sqlalchemy.exc import DBAPIError, IntegrityError

from bot.claims.events import ClaimOpened, Entry, WindowEnded
from bot.claims.model import ClaimId
from storage.append_only import REFUSAL
from storage.store import Store
from tests.storage.scene import NOON, Scene, a_desk

CHANGES = (
    "UPDATE event SET payload = '{}'",
    "UPDATE event SET at = at",
    "UPDATE event SET sequence = sequence + 1",
    "DELETE FROM event",
    "DELETE FROM event WHERE sequence = 1",
)
COLUMNS = "desk_id, claim_id, sequence, name, payload, at, salt, hash"
VALUES = COLUMNS.replace("payload", "'{}'")
REPLACEMENT = f"event (id, {COLUMNS}) SELECT id, {VALUES} FROM event"
ON_SQLITE = (
    f"INSERT OR REPLACE INTO {REPLACEMENT}",
    f"REPLACE INTO {REPLACEMENT}",
    f"REPLACE INTO event ({COLUMNS}) SELECT {VALUES} FROM event",
    "UPDATE OR REPLACE event SET payload = '{}'",
    "UPDATE OR IGNORE event SET payload = '{}'",
)
ON_POSTGRESQL = (
    "TRUNCATE event CASCADE",
    "TRUNCATE claim CASCADE",
    f"INSERT INTO {REPLACEMENT} ON CONFLICT (id) DO UPDATE SET payload = '{{}}'",
    "SET LOCAL session_replication_role = replica; DELETE FROM event",
    "MERGE INTO event USING (SELECT 1) AS one ON true WHEN MATCHED THEN DELETE",
)


@pytest.fixture
def written(store: Store) -> list[Entry]:
    with store.transaction() as records:
        scene = Scene(records, a_desk(records))
        return records.history.of(scene.released().id)


def history(store: Store, claim: ClaimId) -> list[Entry]:
    with store.transaction() as records:
        return records.history.of(claim)


def refuse(store: Store, changes: tuple[str, ...]) -> None:
    for change in changes:
        with pytest.raises(DBAPIError, match=REFUSAL), store.engine.begin() as connection:
            connection.execute(text(change))


def test_history_cannot_be_changed(store: Store, written: list[Entry]) -> None:
    refuse(store, CHANGES)
    assert history(store, written[0].claim) == written


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_sqlites_own_ways_are_closed(store: Store, written: list[Entry]) -> None:
    refuse(store, ON_SQLITE)
    assert history(store, written[0].claim) == written


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_postgresqls_own_ways_are_closed(store: Store, written: list[Entry]) -> None:
    refuse(store, ON_POSTGRESQL)
    assert history(store, written[0].claim) == written


def test_other_programs_are_refused_as_well(store: Store, database_url: str, written: list[Entry]) -> None:
    for change in CHANGES:
        refused = pytest.raises((sqlite3.IntegrityError, psycopg.IntegrityError), match=REFUSAL)
        with closing(_stranger(database_url)) as stranger, refused:
            stranger.execute(change)
    assert history(store, written[0].claim) == written


def _stranger(database_url: str) -> sqlite3.Connection | psycopg.Connection:
    url = make_url(database_url)
    return sqlite3.connect(url.database or "") if url.get_backend_name() == "sqlite" else psycopg.connect(database_url)


def test_a_claim_with_a_history_cannot_be_deleted(store: Store, written: list[Entry]) -> None:
    with pytest.raises(IntegrityError), store.engine.begin() as connection:
        connection.execute(text("DELETE FROM claim"))
    assert history(store, written[0].claim) == written


def test_history_still_grows(store: Store, written: list[Entry]) -> None:
    claim, at = written[0].claim, datetime.fromisoformat("2026-11-26T12:00:00+00:00")
    with store.transaction() as records:
        entry = records.history.append(claim, len(written) + 1, WindowEnded(1), at)
    assert history(store, claim) == [*written, entry]


def test_what_was_undone_was_never_history(store: Store, written: list[Entry]) -> None:
    with pytest.raises(RuntimeError), store.transaction() as records:
        records.history.append(written[0].claim, len(written) + 1, ClaimOpened(1, 1), NOON)
        raise RuntimeError
    assert history(store, written[0].claim) == written
