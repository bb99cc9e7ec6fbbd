"""Waiting for something to happen, without polling."""

from __future__ import annotations

import asyncio
from typing import Any


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

    async def next(self, seconds: float | None = None, beside: asyncio.Future[Any] | None = None) -> bool:
        """Waits for the next change, or until `beside` is done; False when neither came in time.

        Await it directly: in a task of its own it would begin to listen only later, and miss a ring meanwhile.
        """
        waiter = asyncio.get_running_loop().create_future()
        self._waiting.add(waiter)
        both = {waiter, beside} if beside else {waiter}
        done, _ = await asyncio.wait(both, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
        self._waiting.discard(waiter)
        return bool(done)
