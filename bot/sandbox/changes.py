"""Waiting for something to happen, without polling."""

from __future__ import annotations

import asyncio


class Changes:
    """Rings whenever anything changes; whoever waits is woken and looks for themselves."""

    def __init__(self) -> None:
        self._waiting: set[asyncio.Future[None]] = set()

    def ring(self) -> None:
        """Wakes everybody who waits."""
        for waiter in self._waiting:
            if not waiter.done():
                waiter.set_result(None)
        self._waiting.clear()

    async def next(self, seconds: float | None = None) -> bool:
        """Waits for the next change; False when none came in time."""
        waiter = asyncio.get_running_loop().create_future()
        self._waiting.add(waiter)
        done, _ = await asyncio.wait({waiter}, timeout=seconds)
        self._waiting.discard(waiter)
        return bool(done)
