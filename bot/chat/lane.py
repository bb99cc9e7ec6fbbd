"""The lane: stored updates are handled line by line, each done in the transaction of its effect."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import datetime, timedelta

from telegram import Bot, Update

from bot.desk.shift import Shift
from storage.inbox import InboxRow, Stretch
from storage.records import Records
from storage.store import Store

log = logging.getLogger(__name__)

SIDE_BY_SIDE = 16  # lines; with more of them each is slower
TAKEN = timedelta(seconds=12)  # for so long others leave alone what a process took that was killed
HOLD = 3.0  # seconds from one word to the next that we still work on what we took
PAUSE = 1.0  # seconds before a failed update is tried again

Handle = Callable[[Update, InboxRow], Awaitable[None]]


class Lane:
    """Handles what is in the inbox: lines side by side, each in order of arrival. All replicas share the inbox.

    `nudge` tells it that something came.
    """

    def __init__(
        self, store: Store, bot: Bot, handle: Handle, apologise: Handle, clock: Callable[[], datetime]
    ) -> None:
        self._store, self._bot, self._clock = store, bot, clock
        self._handle, self._apologise = handle, apologise
        self._shift, self._closing = Shift(self.once), False
        self._in_hand: dict[str, Stretch] = {}
        self._under_way: set[asyncio.Task[None]] = set()

    def nudge(self) -> None:
        """Something was stored."""
        self._shift.nudge()

    async def run(self) -> None:
        """Handles updates until cancelled; what is under way then goes on until it is drained."""
        await asyncio.gather(self._shift.run(), self._hold())

    async def once(self) -> int:
        """Begins with what waits now, as far as there is room; returns with how many lines."""
        room = SIDE_BY_SIDE - len(self._in_hand)
        if room <= 0 or self._closing:
            return 0
        begun = await self._store.run(_take, self._store.me, self._clock(), room, tuple(self._in_hand))
        for stretch in begun:
            self._in_hand[stretch.line] = stretch
            task = asyncio.create_task(self._work_on(stretch))
            self._under_way.add(task)
            task.add_done_callback(self._under_way.discard)
        return len(begun)

    async def drain(self, seconds: float) -> None:
        """Begins nothing new, lets each line come to the end of its update, and leaves the rest to others."""
        self._closing = True
        if self._under_way:
            await asyncio.wait(self._under_way, timeout=seconds)
        for task in self._under_way:
            task.cancel()
        with suppress(Exception):  # then others wait until it is theirs
            await self._store.run(_give_back, self._store.me)

    async def _work_on(self, stretch: Stretch) -> None:
        try:
            for row in stretch.rows:
                if self._closing or not await self._one(row):
                    break
        except Exception:
            log.exception("a line was interrupted; it goes on in %.0f s", PAUSE)
            await asyncio.sleep(PAUSE)
        finally:
            del self._in_hand[stretch.line]
            self.nudge()

    async def _one(self, row: InboxRow) -> bool:
        """Handles an update; tells whether the next one of its line may follow."""
        try:
            await self._handle(self._read(row), row)
        except Exception:
            log.exception("update failed", extra={"reference": row.id})
            return await self._failed(row)
        await self._store.run(lambda records: records.inbox.done(row.id, self._clock()))
        return True

    def _read(self, row: InboxRow) -> Update:
        return Update.de_json(json.loads(row.payload), self._bot)

    async def _failed(self, row: InboxRow) -> bool:
        """Tried again after a pause, while its line waits; set aside with an apology after the last attempt."""
        at = self._clock()
        again = at + timedelta(seconds=PAUSE)
        if not await self._store.run(lambda records: records.inbox.failed(row.id, at, str(row.id), again)):
            asyncio.get_running_loop().call_later(PAUSE + 0.01, self.nudge)
            return False
        with suppress(Exception):  # an update that cannot be read has nobody to apologise to
            await self._apologise(self._read(row), row)
        return True

    async def _hold(self) -> None:
        """Says again and again what we work on, so that others leave it to us. Should that fail, others may take it."""
        while True:
            await asyncio.sleep(HOLD)
            if items := [row.id for stretch in self._in_hand.values() for row in stretch.rows]:
                with suppress(Exception):
                    await self._store.run(_still, self._store.me, items, self._clock())


def _take(records: Records, me: str, at: datetime, lines: int, besides: tuple[str, ...]) -> list[Stretch]:
    return records.inbox.take(me, at, at + TAKEN, lines=lines, besides=besides)


def _still(records: Records, me: str, items: list[int], at: datetime) -> None:
    records.inbox.hold(me, items, at + TAKEN)


def _give_back(records: Records, me: str) -> None:
    records.inbox.give_back(me)
