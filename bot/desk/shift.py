"""A loop that does what waits, rests until it is nudged or something comes due, and outlives mishaps."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress

log = logging.getLogger(__name__)

LOOK_AGAIN = 1.0  # seconds; what was put off, or came through another replica, is found without a nudge
PAUSE = 2.0  # seconds after a mishap, such as a database that is being restarted


class Shift:
    """`once` does what waits and tells whether there was anything; `nudge` says that something came."""

    def __init__(self, once: Callable[[], Awaitable[int | bool]], pause: float = PAUSE) -> None:
        self._once, self._pause = once, pause
        self._something = asyncio.Event()

    def nudge(self) -> None:
        """Something came."""
        self._something.set()

    async def run(self) -> None:
        """Works until cancelled."""
        while True:
            self._something.clear()
            try:
                busy = await self._once()
            except Exception:
                log.exception("a shift was interrupted; it goes on in %.0f s", self._pause)
                await asyncio.sleep(self._pause)
                continue
            if not busy:
                await self._rest()

    async def _rest(self) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(LOOK_AGAIN):
                await self._something.wait()
