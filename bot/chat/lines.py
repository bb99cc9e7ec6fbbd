"""Which updates must be handled in their order: those of one line. Different lines go side by side.

All presses on a claim's buttons are one line, wherever they hang; everything else goes by its chat. What an update
says of itself is not proven here: it decides about the order and about nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.cards.presses import About, StalePress, peek

UNKNOWN = ""


def line_of(update: Mapping[str, Any]) -> str:
    """The line of an update as it came from Telegram, readable or not.

    >>> line_of({"update_id": 1, "callback_query": {"data": "v.h.1.v.mac", "message": {"chat": {"id": -5}}}})
    'claim:17'
    >>> line_of({"update_id": 2, "message": {"chat": {"id": -5}, "text": "/queue"}})
    'chat:-5'
    """
    bodies = [body for body in update.values() if isinstance(body, Mapping)]
    return next((line for body in bodies if (line := _pressed(body) or _said(body))), UNKNOWN)


def _pressed(body: Mapping[str, Any]) -> str | None:
    """The claim of a press; the chat of one that is about something else."""
    data, message = body.get("data"), body.get("message")
    if isinstance(data, str) and (claim := _claim_in(data)):
        return f"claim:{claim}"
    return _said(message) if isinstance(message, Mapping) else None


def _claim_in(data: str) -> int | None:
    try:
        seen = peek(data)
    except StalePress:
        return None
    return seen.number if seen.about is About.CLAIM else None


def _said(body: Mapping[str, Any]) -> str | None:
    """The chat; of a group that becomes a supergroup the new one, so that both its messages are in one line."""
    chat = body.get("chat")
    place = body.get("migrate_to_chat_id") or (chat.get("id") if isinstance(chat, Mapping) else None)
    return f"chat:{place}" if isinstance(place, int) else None
