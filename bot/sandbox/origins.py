"""Where a forwarded message came from, as far as Telegram tells."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bot.sandbox.people import Person


@dataclass(frozen=True, slots=True)
class Origin:
    """A forward's origin; `facts` are the fields of its MessageOrigin without the date."""

    facts: dict[str, Any]
    at: datetime | None = None

    def shape(self, now: datetime) -> dict[str, Any]:
        """The MessageOrigin; a forward without a time of its own was written just now."""
        return {**self.facts, "date": int((self.at or now).timestamp())}


def from_channel(
    title: str,
    *,
    id: int = -1009000000001,
    username: str | None = None,
    post: int = 1,
    signature: str | None = None,
    at: datetime | None = None,
) -> Origin:
    """A post of a channel: its id is attested by the server."""
    chat = {"id": id, "type": "channel", "title": title} | ({"username": username} if username else {})
    signed = {"author_signature": signature} if signature else {}
    return Origin({"type": "channel", "chat": chat, "message_id": post, **signed}, at)


def from_person(person: Person, *, at: datetime | None = None) -> Origin:
    """A message of somebody who allows links to their account."""
    return Origin({"type": "user", "sender_user": person.shape()}, at)


def from_hidden(name: str, *, at: datetime | None = None) -> Origin:
    """A message of somebody who does not: the name is free text, and nothing attests it."""
    return Origin({"type": "hidden_user", "sender_user_name": name}, at)
