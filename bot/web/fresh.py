"""An answer that is not asked for too often: however many strangers ask, the database is asked once in a while."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import Generic, TypeVar

T = TypeVar("T")

PATIENCE = 5.0  # seconds that one waits for the answer


class Fresh(Generic[T]):
    """The answer to a question, at most so many seconds old. Those who ask at the same time share one question."""

    def __init__(self, question: Callable[[], Awaitable[T]], seconds: float) -> None:
        self._question, self._seconds = question, seconds
        self._asking: asyncio.Task[T] | None = None
        self._answered = 0.0  # on the monotonic clock

    async def get(self) -> T:
        """The answer. Raises what the question raised, or TimeoutError when nothing comes in time."""
        if self._asking is None or self._is_old(self._asking):
            self._asking = asyncio.ensure_future(self._ask())
            self._asking.add_done_callback(self._note)
        async with asyncio.timeout(PATIENCE):
            return await asyncio.shield(self._asking)

    async def _ask(self) -> T:
        return await self._question()

    def _is_old(self, asking: asyncio.Task[T]) -> bool:
        return asking.done() and time.monotonic() - self._answered >= self._seconds

    def _note(self, asked: asyncio.Task[T]) -> None:
        self._answered = time.monotonic()
        if not asked.cancelled():
            asked.exception()  # looked at, though everybody may have gone by now
