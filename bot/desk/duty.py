"""Duties: what one process at a time does, while the lease of that name is its own."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import datetime, timedelta
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from storage.records import Records
from storage.store import Store

log = logging.getLogger(__name__)

P = ParamSpec("P")
T = TypeVar("T")

LASTS = timedelta(seconds=12)  # for so long others wait for a process that was killed
RENEW = 3.0  # seconds; what is being drained at the end may take the rest
TRY = 1.0  # seconds from one try to the next, while another process has the duty

Work = Callable[[], Awaitable[None]]


class NotOurs(Exception):
    """The duty is another process's by now; the transaction changes nothing."""


class Duty:
    """A duty of this process or of another that shares the database.

    Whether it is ours is known to the second only. So what is done under it goes through `fenced`: a transaction that
    keeps the duty in its hands until it ends.
    """

    def __init__(self, store: Store, name: str, clock: Callable[[], datetime]) -> None:
        self._store, self._name, self._clock = store, name, clock
        self._term: int | None = None
        self._changed = asyncio.Event()

    @property
    def ours(self) -> bool:
        """Whether this process has the duty, as far as it knows."""
        return self._term is not None

    async def keep(self) -> None:
        """Takes the duty when it is free, and renews it, until cancelled."""
        while True:
            try:
                self._note(await self._store.run(take, self._name, self._store.me, self._clock()))
            except Exception:
                log.exception("whose duty it is to %s could not be asked", self._name)
            await asyncio.sleep(RENEW if self.ours else TRY)

    async def give_up(self) -> None:
        """Leaves the duty to anybody who wants it."""
        if self.ours:
            self._note(None)
            with suppress(Exception):  # it lapses by itself
                await self._store.run(leave, self._name, self._store.me, self._clock())

    def lost(self) -> None:
        """A transaction found that the duty is not ours: so it is said at once, and not with the next renewal."""
        self._note(None)

    async def while_ours(self, work: Work) -> None:
        """Begins this work whenever the duty becomes ours, and cancels it when it is ours no more.

        Until it ends by itself. Raises what the work raises.
        """
        ended = False
        while not ended:
            while not self.ours:
                await self._changed.wait()
            ended = await _ended(work, self._changed)

    def fenced(self, verb: Callable[Concatenate[Records, P], T]) -> Callable[Concatenate[Records, P], T]:
        """The verb, for as long as the duty is ours. Raises NotOurs."""

        @wraps(verb)
        def run(records: Records, /, *args: P.args, **kwargs: P.kwargs) -> T:
            if self._term is None or not records.leases.holds(self._name, self._store.me, self._term):
                raise NotOurs
            return verb(records, *args, **kwargs)

        return run

    def _note(self, term: int | None) -> None:
        if term != self._term:
            log.info("to %s is %s", self._name, "our duty" if term else "not our duty any more")
            self._term = term
            self._changed.set()
            self._changed = asyncio.Event()


class Alone:
    """A duty that nobody else could have."""

    ours = True

    async def while_ours(self, work: Work) -> None:
        """Does the work."""
        await work()

    def lost(self) -> None:
        """Never."""

    def fenced(self, verb: Callable[Concatenate[Records, P], T]) -> Callable[Concatenate[Records, P], T]:
        """The verb."""
        return verb


ALONE = Alone()


async def keep(*duties: Duty) -> None:
    """Keeps several duties, each for itself, until cancelled."""
    await asyncio.gather(*(duty.keep() for duty in duties))


def take(records: Records, name: str, holder: str, at: datetime) -> int | None:
    """The number of the holder's term; None while the duty is another's."""
    return records.leases.take(name, holder, at, LASTS)


def leave(records: Records, name: str, holder: str, at: datetime) -> None:
    """The duty is anybody's."""
    records.leases.release(name, holder, at)


async def _ended(work: Work, changed: asyncio.Event) -> bool:
    """Does the work until it ends or something has changed; whether it has ended."""
    doing, waiting = asyncio.ensure_future(work()), asyncio.ensure_future(changed.wait())
    try:
        await asyncio.wait((doing, waiting), return_when=asyncio.FIRST_COMPLETED)
    finally:
        doing.cancel()
        waiting.cancel()
        await asyncio.gather(doing, waiting, return_exceptions=True)
    if not doing.cancelled():
        doing.result()
    return not doing.cancelled()
