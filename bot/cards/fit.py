"""What fits: a message, a keyboard, an answer to a press, a page of a list."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from bot.cards.card import Button, Card, Rows, Style, Writer
from bot.cards.hostile import ELLIPSIS, cut, utf16

MESSAGE_UNITS = 4096
KEYBOARD_BYTES = 9_500  # Telegram refuses at about 10 kB, well below its 100 buttons
ANSWER_UNITS = 200
LABEL_LENGTH = 60
SHORTEST_REST = 24

T = TypeVar("T")
Piece = tuple[str, Style | None]


@dataclass(frozen=True, slots=True)
class Part:
    """One line or block of a card. The higher `rank`, the sooner it is cut; 0 stays whole."""

    pieces: tuple[Piece, ...]
    rank: int = 0

    @property
    def units(self) -> int:
        """Its length in UTF-16 units, with the end of its line."""
        return sum(utf16(text) for text, _ in self.pieces) + 1


def part(text: str = "", style: Style | None = None, rank: int = 0) -> Part:
    """A part in one style."""
    return Part(((text, style),), rank)


def fitted(parts: Sequence[Part], rows: Rows = (), *, asks: bool = False) -> Card:
    """The card of these parts, each on a line of its own, cut where it matters least until it fits a message."""
    kept = list(parts)
    for index in sorted(range(len(kept)), key=lambda i: (kept[i].rank, i), reverse=True):
        excess = sum(one.units for one in kept) - 1 - MESSAGE_UNITS
        if excess <= 0 or not kept[index].rank:
            break
        kept[index] = _shortened(kept[index], excess)
    pen = Writer()
    for one in kept:
        for text, style in one.pieces:
            pen.say(text, style)
        pen.line()
    return pen.card(fitting_rows(rows), asks=asks)


def _shortened(whole: Part, excess: int) -> Part:
    """The part without its last `excess` units, or only “…” when little would be left."""
    room = whole.units - 1 - excess
    if room < SHORTEST_REST:
        return replace(whole, pieces=((ELLIPSIS, None),))
    pieces: list[Piece] = []
    for text, style in whole.pieces:
        # A piece that just fills the room is cut too when another follows: the “…” must show.
        followed = len(pieces) + 1 < len(whole.pieces)
        short = within(text, room - 1 if followed and utf16(text) == room else room)
        pieces.append((short, style))
        if short != text:
            break
        room -= utf16(short)
    return replace(whole, pieces=tuple(pieces))


def within(text: str, units: int) -> str:
    """At most `units` UTF-16 units of a text, ending on a word with “…” where something was left out."""
    if units < utf16(ELLIPSIS):
        return ""
    most = len(text)
    while utf16(short := cut(text, most)) > units:
        most -= max(1, (utf16(short) - units) // 2)
    return short


def fitting_rows(rows: Rows) -> Rows:
    """The rows that a keyboard can hold, from the top; empty labels, which Telegram hides, become “…”."""
    kept: list[tuple[Button, ...]] = []
    size = 0
    for row in rows:
        labelled = tuple(Button(cut(button.label, LABEL_LENGTH).strip() or ELLIPSIS, button.press) for button in row)
        size += keyboard_bytes((labelled,))
        if size > KEYBOARD_BYTES:
            break
        kept.append(labelled)
    return tuple(row for row in kept if row)


def keyboard_bytes(rows: Rows) -> int:
    """The size of a keyboard as it travels: JSON in the Bot API's form, in bytes."""
    sent = [[{"text": button.label, "callback_data": button.press} for button in row] for row in rows]
    return len(json.dumps(sent).encode())


def answer(text: str) -> str:
    """A text as the answer to a press: at most 200 units."""
    return within(text, ANSWER_UNITS)


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """One page of a list: `number` counts from 0, `of` is how many pages there are, `total` how many items."""

    items: tuple[T, ...]
    number: int = 0
    of: int = 1
    total: int = 0


def page_of(items: Sequence[T], number: int, size: int) -> Page[T]:
    """The page of this number; a number outside the list gives the nearest page."""
    pages = max(1, -(-len(items) // size))
    number = min(max(number, 0), pages - 1)
    return Page(tuple(items[number * size : (number + 1) * size]), number, pages, len(items))
