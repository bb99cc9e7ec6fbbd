"""Decides what to do about a posting: the one step from what hangs in a chat to what should."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from bot.cards.card import Card


class Hanging(Protocol):
    """What is known of a posting: the message it hangs in and the imprint of what that shows, None when it does not."""

    @property
    def message_id(self) -> int | None: ...

    @property
    def imprint(self) -> str | None: ...


@dataclass(frozen=True, slots=True)
class Post:
    """Send this card; nothing hangs yet."""

    card: Card


@dataclass(frozen=True, slots=True)
class Edit:
    """Make this message show this card."""

    message: int
    card: Card


@dataclass(frozen=True, slots=True)
class TakeDown:
    """Delete this message; nothing should hang any more."""

    message: int


@dataclass(frozen=True, slots=True)
class Stop:
    """Nothing hangs and nothing should: the posting is finished with."""


@dataclass(frozen=True, slots=True)
class Agree:
    """The message shows what it should: only note that."""

    message: int
    imprint: str


Step = Post | Edit | TakeDown | Stop | Agree


def plan(posting: Hanging, card: Card | None) -> Step:
    """The one step that brings the chat to what it should show; `Agree` and `Stop` need no call.

    >>> from types import SimpleNamespace as Row
    >>> plan(Row(message_id=7, imprint="of something older"), Card("C-17"))
    Edit(message=7, card=Card(text='C-17', marks=(), rows=(), asks=False))
    >>> plan(Row(message_id=7, imprint=Card("C-17").imprint), Card("C-17"))
    Agree(message=7, imprint='de56ca66a27026bc')
    """
    if posting.message_id is None:
        return Post(card) if card else Stop()
    if card is None:
        return TakeDown(posting.message_id)
    if card.imprint == posting.imprint:
        return Agree(posting.message_id, card.imprint)
    return Edit(posting.message_id, card)
