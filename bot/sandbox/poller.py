"""Long polling: one poller at a time, and the newer one wins."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING, Any

from bot.sandbox.refusals import OTHER_POLLER, WEBHOOK_IS_ACTIVE, WEBHOOK_TAKES_OVER, Refusal, Words

if TYPE_CHECKING:
    from bot.sandbox.world import World


class Poller:
    """Who is waiting for updates right now."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._waiting: asyncio.Future[Words] | None = None

    def cut_off(self, words: Words = WEBHOOK_TAKES_OVER) -> None:
        """Ends the poll that is waiting, with a 409."""
        if self._waiting and not self._waiting.done():
            self._waiting.set_result(words)
        self._waiting = None

    async def poll(self, limit: int, seconds: float) -> list[dict[str, Any]]:
        """The next updates, waiting up to `seconds` for the first. Raises Refusal 409."""
        if self._world.webhook.target:
            raise Refusal(WEBHOOK_IS_ACTIVE)
        self.cut_off(OTHER_POLLER)
        mine = self._waiting = asyncio.get_running_loop().create_future()
        end = time.monotonic() + seconds
        while not self._world.updates.waiting and time.monotonic() < end and not mine.done():
            await self._next_change(mine, end - time.monotonic())
        if mine.done():
            raise Refusal(mine.result())
        self._waiting = None
        batch = self._world.fate.shuffled(self._world.updates.waiting[:limit])
        return [update.to_json() for update in batch]

    async def _next_change(self, mine: asyncio.Future[Words], seconds: float) -> None:
        change = asyncio.create_task(self._world.changes.next(seconds))
        mine.add_done_callback(lambda _: change.cancel())
        await asyncio.wait({change})
