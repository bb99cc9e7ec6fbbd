"""The store: one database, and one executor through which everything goes to it."""

from __future__ import annotations

import asyncio
import os
import secrets
import sqlite3
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from functools import partial
from pathlib import Path
from time import monotonic
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy.exc import DBAPIError

from storage.engine import AT_ONCE, make_engine, snapshot_options
from storage.mishaps import DatabaseNotMigrated, NoDatabaseYet, in_words
from storage.records import Records
from storage.scrubbing import asked_for, scrub
from storage.upgrade import is_current, upgrade

P = ParamSpec("P")
T = TypeVar("T")

ATTEMPTS = 3
SCRUB_AGAIN = 5.0  # seconds, when a reader was in the way
TRY_AGAIN = ("40P01", "40001")  # PostgreSQL undid a transaction in favour of another: deadlock, serialization


class Store:
    """The memory of the bot."""

    def __init__(self, url: str) -> None:
        """Opens nothing yet. `url` is `sqlite:///path`, `sqlite://` for memory, or `postgresql://…`."""
        self.engine = make_engine(url)
        self._scrub_from: float | None = None  # on the monotonic clock: when what was erased is to be scrubbed
        sqlite = self.engine.dialect.name == "sqlite"
        self._executor = ThreadPoolExecutor(1 if sqlite else AT_ONCE, thread_name_prefix="store")
        # SQLite has one writer at a time; waiting here is fair, waiting for its lock is not.
        self._turn: AbstractContextManager[Any] = threading.RLock() if sqlite else nullcontext()
        # The name under which this process takes what replicas share. A file has one process at a time: whoever
        # comes after it goes on with what it had, and need not wait.
        self.me = "the one process" if sqlite else secrets.token_hex(8)

    @property
    def where(self) -> str:
        """The database as a person names it, without a password."""
        return self.engine.url.render_as_string(hide_password=True)

    @contextmanager
    def transaction(self) -> Iterator[Records]:
        """One transaction: kept as a whole when the block ends, undone when it raises. What it erased is scrubbed."""
        with self._turn:
            with self.engine.begin() as db:
                asked_for(db)  # what an undone transaction asked for on this connection
                yield Records(db)
                if asked_for(db):
                    self._scrub_from = monotonic()
            self._scrub()

    def _scrub(self) -> None:
        """Scrubs if something was erased; while a long read is in the way, not with every transaction."""
        due, self._scrub_from = self._scrub_from, None  # taken at once: another thread may ask for it meanwhile
        if due is None:
            return
        if monotonic() < due:
            self._scrub_from = due
        elif not scrub(self.engine):
            self._scrub_from = monotonic() + SCRUB_AGAIN

    @contextmanager
    def snapshot(self) -> Iterator[Records]:
        """Everything as it is at this moment, for long reads: nothing is changed, and a running bot is not held up."""
        with self._turn, self.engine.connect().execution_options(**snapshot_options(self.engine)) as db, db.begin():
            yield Records(db)

    async def run(self, verb: Callable[Concatenate[Records, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Runs `verb(records, …)` in a transaction of its own, away from the event loop.

        When two transactions on PostgreSQL wait for each other, one is undone and run again.
        """
        job = partial(self._patiently, verb, *args, **kwargs)
        return await asyncio.get_running_loop().run_in_executor(self._executor, job)

    def _patiently(self, verb: Callable[Concatenate[Records, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        for _ in range(ATTEMPTS - 1):
            try:
                return self._once(verb, *args, **kwargs)
            except DBAPIError as error:
                if getattr(error.orig, "sqlstate", None) not in TRY_AGAIN:
                    raise
        return self._once(verb, *args, **kwargs)

    def _once(self, verb: Callable[Concatenate[Records, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        with self.transaction() as records:
            return verb(records, *args, **kwargs)

    def migrate(self) -> None:
        """Brings the database to the shape of this version, whoever else does so at the same time.

        Raises the sentence that says why it cannot be opened or written, or DatabaseTooNew.
        """
        self._make_file()
        try:
            with self._turn, self.engine.begin() as db:
                upgrade(db)
        except (DBAPIError, sqlite3.Error) as error:
            raise in_words(self.where, error) or error from error

    @property
    def _file(self) -> Path | None:
        """The file that SQLite keeps everything in."""
        file = self.engine.url.database if self.engine.dialect.name == "sqlite" else None
        return Path(file) if file and file != ":memory:" and not file.startswith("file:") else None

    def _make_file(self) -> None:
        """A new file is for its owner alone: it knows who the reviewers are. Why it cannot be made, SQLite tells."""
        if self._file:
            with suppress(OSError):
                os.close(os.open(self._file, os.O_RDWR | os.O_CREAT, 0o600))

    def check(self) -> None:
        """Raises the sentence that says why this database cannot be worked with as it is. Makes and changes nothing."""
        if self._file and not self._file.exists():
            raise NoDatabaseYet(where=self.where)
        try:
            with self._turn, self.engine.connect() as db:
                current = is_current(db)
        except (DBAPIError, sqlite3.Error) as error:
            raise in_words(self.where, error) or error from error
        if not current:
            raise DatabaseNotMigrated(where=self.where)

    def close(self) -> None:
        """Waits for what is running and lets go of the database."""
        self._executor.shutdown(wait=True)
        self.engine.dispose()


@contextmanager
def open_store(url: str) -> Iterator[Store]:
    """The store of a database that is there and has this version's schema. Raises as `Store.check`.

    What the database then fails at, being damaged, is told in a sentence too.
    """
    store = Store(url)
    try:
        store.check()
        yield store
    except (DBAPIError, sqlite3.Error) as error:
        raise in_words(store.where, error) or error from error
    finally:
        store.close()
