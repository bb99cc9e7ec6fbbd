"""The webhook: where Telegram delivers to, set anew whenever it is not so, and what is delivered, stored."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from telegram import Bot, WebhookInfo
from telegram.error import InvalidToken, RetryAfter, TelegramError

from bot.chat.inbox import LONGEST_PAUSE, PAUSE, WANTED, keep, seconds
from bot.signing.keyfile import webhook_path, webhook_secret
from storage.store import Store

log = logging.getLogger(__name__)

LOOK = 30.0  # seconds between two questions whether Telegram still delivers here; an answer counts as contact
AT_ONCE = 40  # deliveries that Telegram makes side by side


@dataclass(frozen=True, slots=True)
class Hook:
    """Where Telegram delivers to: the whole address, its secret end, and the secret that comes in a header."""

    url: str = field(repr=False)
    path: str = field(repr=False)
    secret: str = field(repr=False)


def hook_at(base: str, key: bytes, secret: str | None = None) -> Hook:
    """The webhook below this address; its end, and the secret where none is given, are derived from the signing key.

    All replicas have the key, and so they agree.
    """
    path = webhook_path(key)
    return Hook(f"{base.rstrip('/')}/{path}", path, secret or webhook_secret(key))


class Webhook:
    """Keeps the webhook set, and stores what is delivered. Every replica does so."""

    def __init__(self, store: Store, hook: Hook, clock: Callable[[], datetime]) -> None:
        self._store, self._hook, self._clock = store, hook, clock
        self._nudge: Callable[[], None] = _nobody
        self._set = False  # not yet by this process: Telegram does not tell whether the secret is still the same
        self._last_error: datetime | None = None

    async def receive(self, update: dict[str, Any]) -> None:
        """Stores one update; it is kept when this returns."""
        await self._store.run(keep, [update], self._clock())
        self._nudge()

    async def run(self, bot: Bot, nudge: Callable[[], None]) -> None:
        """Sets the webhook and looks after it until cancelled. A wrong token ends it; all else is tried again.

        `nudge` wakes the lane that handles what came.
        """
        self._nudge, pause = nudge, PAUSE
        while True:
            try:
                await self.look(bot)
                rest, pause = LOOK, PAUSE
            except InvalidToken:
                raise
            except RetryAfter as wait:
                rest = seconds(wait.retry_after)
            except TelegramError as error:
                log.warning("the webhook could not be looked after: %s; trying again in %.0f s", error.message, pause)
                rest, pause = pause, min(pause * 2, LONGEST_PAUSE)
            except Exception:
                log.exception("the webhook could not be looked after; trying again in %.0f s", pause)
                rest, pause = pause, min(pause * 2, LONGEST_PAUSE)
            await asyncio.sleep(rest)

    async def look(self, bot: Bot) -> None:
        """Asks where Telegram delivers to and mends that; the answer is a contact with Telegram."""
        info = await bot.get_webhook_info()
        if self._set and not self._is_ours(info):
            log.warning("somebody has set another webhook. Do all replicas have the same signing key and address?")
        if not self._set or not self._is_ours(info):
            await self._set_it(bot)
        await self._store.run(keep, [], self._clock())
        self._tell_of_trouble(info)

    async def _set_it(self, bot: Bot) -> None:
        """What waits at Telegram is not dropped: it is delivered."""
        await bot.set_webhook(
            self._hook.url, secret_token=self._hook.secret, allowed_updates=WANTED, max_connections=AT_ONCE
        )
        self._set = True
        log.info("telegram delivers to the webhook")

    def _is_ours(self, info: WebhookInfo) -> bool:
        return info.url == self._hook.url and set(info.allowed_updates or ()) == set(WANTED)

    def _tell_of_trouble(self, info: WebhookInfo) -> None:
        """Each failed delivery is told once; Telegram tries again by itself."""
        if info.last_error_date and info.last_error_date != self._last_error:
            waiting = info.pending_update_count
            log.warning("telegram could not deliver: %s; %d updates wait there", info.last_error_message, waiting)
        self._last_error = info.last_error_date


def _nobody() -> None:
    """Nobody is woken: the lane has not begun, and begins by looking."""
