"""What was erased leaves no bytes behind, as far as a database lets one see to that."""

from __future__ import annotations

import sqlite3

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

WANTED = "claimdesk wants scrubbing"
PATIENCE = 250  # ms that SQLite waits for a reader; the store tries again
ERASED_FROM = "person, choice, ballot, note, draft, document, posting, inbox, call, reviewer"


def wants_scrubbing(db: Connection) -> None:
    """Once this transaction is kept, the store scrubs."""
    db.info[WANTED] = True


def asked_for(db: Connection) -> bool:
    """Whether this transaction erased something; asks once."""
    return bool(db.info.pop(WANTED, False))


def scrub(engine: Engine) -> bool:
    """Removes what was erased from where a database keeps older states. False when something was in the way.

    SQLite overwrites what it deletes, but its write-ahead log still has the pages as they were: it is emptied.
    PostgreSQL keeps deleted rows until VACUUM; their place is free then, and is overwritten when it is used again.
    """
    try:
        return _empty_the_log(engine) if engine.dialect.name == "sqlite" else _vacuum(engine)
    except (DBAPIError, sqlite3.Error):  # what was erased is erased, and must not seem to have failed
        return False


def _vacuum(engine: Engine) -> bool:
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as db:
        db.exec_driver_sql(f"VACUUM {ERASED_FROM}")
    return True


def _empty_the_log(engine: Engine) -> bool:
    connection = engine.raw_connection()
    try:
        cursor = connection.cursor()
        (patience,) = cursor.execute("PRAGMA busy_timeout").fetchone()
        cursor.execute(f"PRAGMA busy_timeout={PATIENCE}")
        (busy, *_) = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        cursor.execute(f"PRAGMA busy_timeout={patience}")
    finally:
        connection.close()
    return not busy
