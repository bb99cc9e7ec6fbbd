"""Which chats are desks: set up, moved, left."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from bot.claims.consensus import Rule
from bot.claims.desk import Desk
from bot.claims.model import DeskId
from bot.desk.digesting import skip_past_digest
from bot.desk.settings import check_quorum, read_settings, with_settings
from storage.records import Records


@dataclass(frozen=True, slots=True)
class Room:
    """A group chat as Telegram describes it; `members` besides the bot, None when it does not say."""

    chat: int
    title: str
    topic: int | None
    public: bool
    members: int | None = None

    def as_desk(self) -> Desk:
        """The desk that this chat would be, with the default settings."""
        return Desk(DeskId(0), self.chat, self.title, self.topic, Rule(), public=self.public)


def set_up(records: Records, room: Room, words: str, at: datetime) -> tuple[Desk, bool]:
    """Makes a chat a desk, or changes the settings of one; tells whether it is new.

    Raises the sentence that tells what is wrong with the settings.
    """
    known = records.desks.of_chat(room.chat)
    pairs = read_settings(words)
    wished = with_settings(known or room.as_desk(), pairs)
    check_quorum(wished, pairs, room.members)
    if known:
        desk = _changed(records, wished, room)
    else:
        desk = records.desks.open(
            room.chat, room.title, room.topic, wished.rule, wished.zone, wished.digest_at, room.public, at
        )
    if known is None or (known.digest_at, known.zone) != (desk.digest_at, desk.zone):
        skip_past_digest(records, desk, at)
    return desk, known is None


def _changed(records: Records, wished: Desk, room: Room) -> Desk:
    desk = replace(wished, title=room.title, topic=room.topic, public=room.public, open=True)
    records.desks.change(desk)
    return desk


def moved(records: Records, old: int, new: int, at: datetime) -> None:
    """A group became a supergroup: the desk, its history and its open cards move with it."""
    records.desks.move(old, new, at)


def left(records: Records, chat: int, at: datetime) -> None:
    """The bot is no longer in this chat; the desk is closed and kept, and opens again when the bot comes back."""
    records.desks.close(chat)
