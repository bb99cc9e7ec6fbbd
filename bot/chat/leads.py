"""Who leads a desk: the people whom Telegram names as admins of its group."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from telegram import Bot
from telegram.error import TelegramError

from bot.telemetry import place

log = logging.getLogger(__name__)


async def leads_of(bot: Bot, chat: int) -> Sequence[int]:
    """The ids of the admins; nobody when Telegram does not say."""
    try:
        admins = await bot.get_chat_administrators(chat)
    except TelegramError as error:
        log.warning("the admins of %s could not be asked for: %s", place(chat), type(error).__name__)
        return ()
    return [admin.user.id for admin in admins if not admin.user.is_bot]
