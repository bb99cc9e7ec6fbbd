"""Telegram's “no”, understood once.

The words are the Bot API server's; the classes are python-telegram-bot's, which keeps what really
happened on the wire in `__cause__`.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

import httpx
from telegram.error import BadRequest, ChatMigrated, Conflict, Forbidden, InvalidToken, RetryAfter, TelegramError

# Without this choice python-telegram-bot warns whenever a RetryAfter is so much as made.
os.environ.setdefault("PTB_TIMEDELTA", "true")


class Refusal(StrEnum):
    """What a “no” means for the message in question."""

    ALREADY_SO = "already so"
    MESSAGE_GONE = "message gone"
    CHAT_GONE = "chat gone"
    MIGRATED = "migrated"
    TOPIC_GONE = "topic gone"
    REPLY_GONE = "reply gone"
    TOO_LONG = "too long"
    ENTITIES_REFUSED = "entities refused"
    NO_RIGHTS = "no rights"
    SLOW_DOWN = "slow down"
    NOT_ARRIVED = "surely not arrived"
    UNCERTAIN = "uncertain"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class No:
    """A refusal with its facts: how long to wait (SLOW_DOWN), where the chat moved (MIGRATED; None when unsaid)."""

    meaning: Refusal
    wait: timedelta = timedelta()
    moved_to: int | None = None


# The first words found in the answer decide. All of these come with a 4xx: nothing was done.
WORDS = (
    ("message is not modified", Refusal.ALREADY_SO),
    ("message to edit not found", Refusal.MESSAGE_GONE),
    ("message can't be edited", Refusal.MESSAGE_GONE),
    ("there is no text in the message to edit", Refusal.MESSAGE_GONE),
    ("message to delete not found", Refusal.MESSAGE_GONE),
    ("message can't be deleted", Refusal.MESSAGE_GONE),
    ("message_id_invalid", Refusal.MESSAGE_GONE),
    ("replied not found", Refusal.REPLY_GONE),
    ("message to reply not found", Refusal.REPLY_GONE),
    ("reply message not found", Refusal.REPLY_GONE),
    ("upgraded to a supergroup", Refusal.MIGRATED),
    ("thread not found", Refusal.TOPIC_GONE),
    ("topic_closed", Refusal.TOPIC_GONE),
    ("topic_deleted", Refusal.TOPIC_GONE),
    ("topic_id_invalid", Refusal.TOPIC_GONE),
    ("message is too long", Refusal.TOO_LONG),
    ("message_too_long", Refusal.TOO_LONG),
    ("entit", Refusal.ENTITIES_REFUSED),
    ("chat not found", Refusal.CHAT_GONE),
    ("was kicked from", Refusal.CHAT_GONE),
    ("was blocked by the user", Refusal.CHAT_GONE),
    ("user is deactivated", Refusal.CHAT_GONE),
    ("is not a member of", Refusal.CHAT_GONE),
    ("can't initiate conversation", Refusal.CHAT_GONE),
    ("can't send messages to bots", Refusal.CHAT_GONE),
    ("chat was deleted", Refusal.CHAT_GONE),
    ("chat was deactivated", Refusal.CHAT_GONE),
    ("peer_id_invalid", Refusal.CHAT_GONE),
    ("channel_private", Refusal.CHAT_GONE),
    ("not enough rights", Refusal.NO_RIGHTS),
    ("have no rights to send", Refusal.NO_RIGHTS),
    ("need administrator rights", Refusal.NO_RIGHTS),
    ("chat_write_forbidden", Refusal.NO_RIGHTS),
    ("chat_restricted", Refusal.NO_RIGHTS),
    ("chat_send_plain_forbidden", Refusal.NO_RIGHTS),
)

# Raised before the first byte of the request left: no server can have seen it.
NEVER_SENT = (
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.PoolTimeout,
    httpx.ProxyError,
    httpx.UnsupportedProtocol,
    httpx.LocalProtocolError,
)
RETRY_WORDS = re.compile(r"retry after (\d+)")


def understand(error: TelegramError) -> No:
    """What the error means. After a 5xx or a lost answer it is UNCERTAIN whether the call was carried out."""
    match error:
        case RetryAfter():
            return No(Refusal.SLOW_DOWN, wait=_seconds(error.retry_after))
        case ChatMigrated():
            return No(Refusal.MIGRATED, moved_to=error.new_chat_id)
        case BadRequest() | Forbidden():
            return No(_meaning(error.message))
        case InvalidToken():
            return No(Refusal.NOT_ARRIVED)
        case Conflict():
            return No(Refusal.UNKNOWN)
    return _on_the_wire(error)


def _meaning(message: str) -> Refusal:
    said = message.lower()
    return next((meaning for words, meaning in WORDS if words in said), Refusal.UNKNOWN)


def _on_the_wire(error: TelegramError) -> No:
    if isinstance(error.__cause__, NEVER_SENT):
        return No(Refusal.NOT_ARRIVED)
    if asked := RETRY_WORDS.search(error.message.lower()):
        return No(Refusal.SLOW_DOWN, wait=timedelta(seconds=int(asked[1])))
    return No(Refusal.UNCERTAIN)


def _seconds(wait: int | timedelta) -> timedelta:
    return wait if isinstance(wait, timedelta) else timedelta(seconds=wait)
