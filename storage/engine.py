"""The engine for a database URL, set up so that transactions mean the same on both databases."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import StaticPool

from bot.claims.errors import ClaimdeskError

AT_ONCE = 8  # PostgreSQL connections
ONLY_READS = "claimdesk_only_reads"  # a connection's execution option: its transaction writes nothing
PATIENCE = 5_000  # ms that SQLite waits for another writer
PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",  # NORMAL can lose the last commits when the power fails
    f"busy_timeout={PATIENCE}",
    "foreign_keys=ON",
    "secure_delete=ON",  # what is erased is overwritten
)


class UnknownDatabase(ClaimdeskError):
    """The database URL must start with sqlite:/// or postgresql:// and is {given}."""


def make_engine(url: str) -> Engine:
    """An engine for `sqlite:///path`, `sqlite://` (in memory) or `postgresql://…`. Raises UnknownDatabase."""
    where = _url(url)
    return _sqlite(where) if where.get_backend_name() == "sqlite" else _postgresql(where)


def _url(text: str) -> URL:
    try:
        url = make_url(text)
    except (ArgumentError, ValueError) as error:  # the latter for a port that is no number
        raise UnknownDatabase(given="not a URL") from error
    if url.drivername in ("postgres", "postgresql", "postgresql+psycopg"):
        return url.set(drivername="postgresql+psycopg")
    if url.drivername in ("sqlite", "sqlite+pysqlite"):
        return url
    raise UnknownDatabase(given=url.drivername)


def snapshot_options(engine: Engine) -> dict[str, Any]:
    """The execution options of a transaction that sees one state throughout, changes nothing and holds nobody up."""
    if engine.dialect.name == "sqlite":
        return {ONLY_READS: True}
    return {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}


def _sqlite(url: URL) -> Engine:
    memory: dict[str, Any] = {"poolclass": StaticPool} if url.database in (None, "", ":memory:") else {}
    engine = create_engine(url, hide_parameters=True, connect_args={"check_same_thread": False}, **memory)

    @event.listens_for(engine, "connect")
    def set_up(connection: Any, _: Any) -> None:
        connection.isolation_level = None  # the driver begins nothing by itself
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # A plain BEGIN takes the write lock too late: a read-then-write then fails whatever the timeout.
        reads = connection.get_execution_options().get(ONLY_READS)
        connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")

    return engine


def _postgresql(url: URL) -> Engine:
    return create_engine(
        url,
        isolation_level="READ COMMITTED",
        pool_size=AT_ONCE,
        max_overflow=2,
        pool_pre_ping=True,
        hide_parameters=True,  # an error in the log must not say what somebody wrote
        connect_args={"connect_timeout": 10, "application_name": "claimdesk"},
    )
