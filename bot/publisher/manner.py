"""How a message is put to a chat: as planned, or more modestly after what Telegram refused."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Protocol

from bot.publisher.refusals import No, Refusal

LENGTHS = (4096, 3500, 2000, 1000, 300)  # UTF-16 units; Telegram's own limit first


@dataclass(frozen=True, slots=True)
class Manner:
    """`units` is the longest text to send, in UTF-16 units."""

    in_topic: bool = True
    as_reply: bool = True
    styled: bool = True
    units: int = LENGTHS[0]

    def after(self, refusal: Refusal) -> Manner:
        """The manner to try next; the same one when nothing is left to give up.

        >>> Manner().after(Refusal.TOPIC_GONE).in_topic
        False
        """
        match refusal:
            case Refusal.TOPIC_GONE:
                return replace(self, in_topic=False)
            case Refusal.REPLY_GONE:
                return replace(self, as_reply=False)
            case Refusal.ENTITIES_REFUSED:
                return replace(self, styled=False)
            case Refusal.TOO_LONG:
                return replace(self, units=next((n for n in LENGTHS if n < self.units), self.units))
        return self


AS_PLANNED = Manner()


LEARNED = (Refusal.TOPIC_GONE, Refusal.REPLY_GONE, Refusal.ENTITIES_REFUSED, Refusal.TOO_LONG)
CLOSED_FOR = timedelta(hours=1)  # before a closed topic is tried again


class Named(Protocol):
    """A posting, as far as its number and its place go."""

    @property
    def id(self) -> int: ...

    @property
    def chat(self) -> int: ...

    @property
    def topic(self) -> int | None: ...


class Manners:
    """The manner of each posting, as far as it is not the planned one. Forgotten at a restart, and learned again."""

    def __init__(self) -> None:
        self._learned: dict[int, Manner] = {}
        self._closed: dict[tuple[int, int | None], datetime] = {}

    def of(self, posting: Named, at: datetime) -> Manner:
        """How to put this posting."""
        manner = self._learned.get(posting.id, AS_PLANNED)
        closed = at < self._closed.get((posting.chat, posting.topic), at)
        return replace(manner, in_topic=False) if closed else manner

    def learn(self, posting: Named, no: No, at: datetime) -> No:
        """Takes note of a refusal; one that leaves nothing to give up comes back as what it amounts to."""
        if no.meaning not in LEARNED:
            return no
        before = self.of(posting, at)
        after = before.after(no.meaning)
        if after == before or (no.meaning is Refusal.TOPIC_GONE and posting.topic is None):
            return No(Refusal.NO_RIGHTS if no.meaning is Refusal.TOPIC_GONE else Refusal.UNKNOWN)
        if no.meaning is Refusal.TOPIC_GONE:
            self._closed[posting.chat, posting.topic] = at + CLOSED_FOR
        else:
            self._learned[posting.id] = replace(after, in_topic=True)
        return no
