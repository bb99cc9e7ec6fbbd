"""What a person sees: text with marks, and rows of buttons. Knows no Telegram class."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, field
from enum import StrEnum


class Style(StrEnum):
    """How a stretch of text looks; the names are the Bot API's entity types."""

    BOLD = "bold"
    ITALIC = "italic"
    CODE = "code"
    BLOCK = "pre"
    QUOTE = "blockquote"
    LONG_QUOTE = "expandable_blockquote"


@dataclass(frozen=True, slots=True)
class Mark:
    """A styled stretch: `start` and `end` count code points of the card's text."""

    style: Style
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Button:
    """A button under a card: what it says, and the signed press it sends (at most 64 bytes)."""

    label: str
    press: str


@dataclass(frozen=True, slots=True)
class Attached:
    """A text file that goes with a card: its name, and what it holds."""

    name: str
    text: str


Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A message as it should hang in a chat. `asks` invites a written reply (a force-reply field).

    With a `file` the text is its caption, at most 1,024 UTF-16 units; the file itself cannot be exchanged later.
    """

    text: str
    marks: tuple[Mark, ...] = ()
    rows: Rows = ()
    asks: bool = False
    file: Attached | None = field(default=None, repr=False)

    @property
    def imprint(self) -> str:
        """A short hash of everything that shows: 16 hex digits of SHA-256."""
        return hashlib.sha256(self.to_json().encode()).hexdigest()[:16]

    def to_json(self) -> str:
        """For keeping a card that must not change any more, such as a digest."""
        shown = {name: value for name, value in asdict(self).items() if name != "file" or value}
        return json.dumps(shown, ensure_ascii=True, separators=(",", ":"), sort_keys=True)

    @staticmethod
    def from_json(text: str) -> Card:
        """The card that `to_json` wrote."""
        kept = json.loads(text)
        return Card(
            text=kept["text"],
            marks=tuple(Mark(Style(m["style"]), m["start"], m["end"]) for m in kept["marks"]),
            rows=tuple(tuple(Button(**button) for button in row) for row in kept["rows"]),
            asks=kept["asks"],
            file=Attached(**kept["file"]) if "file" in kept else None,
        )


class Writer:
    """Writes a card's text piece by piece and keeps the marks where they belong.

    >>> pen = Writer()
    >>> pen.say("Claim: ", Style.BOLD).say("no soldier was killed.").card().marks
    (Mark(style=<Style.BOLD: 'bold'>, start=0, end=7),)
    """

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._marks: list[Mark] = []
        self._length = 0

    def say(self, text: str, style: Style | None = None) -> Writer:
        """Adds text, in a style if one is given."""
        if style and text:
            self._marks.append(Mark(style, self._length, self._length + len(text)))
        self._pieces.append(text)
        self._length += len(text)
        return self

    def line(self, text: str = "", style: Style | None = None) -> Writer:
        """Adds text and ends the line."""
        return self.say(text, style).say("\n")

    def card(self, rows: Rows = (), *, asks: bool = False) -> Card:
        """The finished card; blank lines at the end are dropped."""
        text = "".join(self._pieces).rstrip()
        marks = tuple(Mark(m.style, m.start, min(m.end, len(text))) for m in self._marks if m.start < len(text))
        return Card(text, marks, rows, asks)
