"""The caretaker: does at every tick what has come due by itself, each thing in a transaction of its own."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from typing import Concatenate, ParamSpec

from bot.desk.digesting import digests_due, send_if_due
from bot.desk.filing import file_claims
from bot.desk.freezing import carry_out_freezes
from bot.desk.housekeeping import tidy_up
from bot.desk.windows import end_windows
from bot.signing import Notary
from storage.records import Records
from storage.store import Store

log = logging.getLogger(__name__)

P = ParamSpec("P")
LeadsOf = Callable[[int], Awaitable[Sequence[int]]]
"""Who leads the desk of this chat, as Telegram says: the ids of people"""


class Caretaker:
    """Every replica has one: rows and locks decide who does what. What fails keeps nothing else from being done."""

    def __init__(
        self, store: Store, clock: Callable[[], datetime], notary: Notary, leads_of: LeadsOf,
        happened: Callable[[], None],
    ) -> None:  # fmt: skip
        self._store, self._clock, self._notary = store, clock, notary
        self._leads_of, self._happened = leads_of, happened

    async def look(self) -> None:
        """Erases what is old, ends windows, carries out suspensions, and sends the digests that are due."""
        at, done = self._clock(), 0
        for verb in (tidy_up, end_windows, carry_out_freezes, file_claims):
            done += await self._tried(verb, at)
        for desk in await self._store.run(digests_due, at):
            done += await self._tried(send_if_due, desk.id, at, self._notary, await self._leads_of(desk.chat))
        if done:
            self._happened()

    async def _tried(self, verb: Callable[Concatenate[Records, P], int], *args: P.args, **kwargs: P.kwargs) -> int:
        """How much there is to show for it; nothing when it failed, which the next tick tries again."""
        try:
            return await self._store.run(verb, *args, **kwargs)
        except Exception:
            log.exception("what has come due could not be done: %s", verb.__name__)
            return 0
