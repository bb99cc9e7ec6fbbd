"""Counting the calls to Telegram, and what its refusals meant, as they pass."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from telegram.error import TelegramError
from telegram.ext import BaseRateLimiter

from bot.publisher.refusals import understand
from bot.telemetry import Calls


class Counting(BaseRateLimiter[None]):
    """Stands where python-telegram-bot has its rate limiter: every call but polling passes, and none is held up."""

    def __init__(self, calls: Calls) -> None:
        self._calls = calls

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Nothing to put away."""

    async def process_request(
        self, callback: Callable[..., Coroutine[Any, Any, Any]], args: Any, kwargs: dict[str, Any], endpoint: str,
        data: dict[str, Any], rate_limit_args: None,
    ) -> Any:  # fmt: skip
        """Makes the call at once. Raises what it raises."""
        self._calls.made[endpoint] += 1
        try:
            return await callback(*args, **kwargs)
        except TelegramError as error:
            self._calls.refused[understand(error).meaning] += 1
            raise
