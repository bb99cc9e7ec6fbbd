"""Long polling: one poller at a time, and the newer one wins."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING, Any

from bot.sandbox.refusals import OTHER_POLLER, WEBHOOK_IS_ACTIVE, WEBHOOK_TAKES_OVER, Refusal, Words

if TYPE_CHECKING:
    from bot.sandbox.world import World

CONFLICT_PAUSE = 3.0


class Poller:
    """Who is waiting for updates right now."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._last_conflict = -CONFLICT_PAUSE
        self._waiting: asyncio.Future[Words] | None = None

    @property
    def is_waited_on(self) -> bool:
        """Whether a poll is open right now."""
        return self._waiting is not None and not self._waiting.done()

    def cut_off(self, words: Words = WEBHOOK_TAKES_OVER) -> None:
        """Ends the poll that is waiting, with a 409."""
        if self._waiting and not self._waiting.done():
            self._waiting.set_result(words)
        self._waiting = None

    async def poll(self, limit: int, seconds: float) -> list[dict[str, Any]]:
        """The next updates, waiting up to `seconds` for the first. Raises Refusal 409."""
        if self._world.webhook.target:
            raise Refusal(WEBHOOK_IS_ACTIVE)
        if seconds > 0 and not self._world.updates.waiting:
            await self._wait(time.monotonic() + seconds)
        batch = self._world.fate.shuffled(self._world.updates.waiting[:limit])
        return [update.to_json() for update in batch]

    async def _wait(self, end: float) -> None:
        self.cut_off(OTHER_POLLER)
        mine = self._waiting = asyncio.get_running_loop().create_future()
        self._world.changes.ring()
        while not self._world.updates.waiting and time.monotonic() < end and not mine.done():
            await self._world.changes.next(end - time.monotonic(), beside=mine)
        if mine.done():
            await self._slow_down()
            raise Refusal(mine.result())
        self._waiting = None

    async def _slow_down(self) -> None:
        """A second conflict within three seconds is answered late, so that two pollers do not race in circles."""
        now, before = time.monotonic(), self._last_conflict
        self._last_conflict = now
        if now - before < CONFLICT_PAUSE:
            await asyncio.sleep(CONFLICT_PAUSE)
