"""What a rule for dates may look at: the words around an expression, the report's own day, the day named last."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from bot.claims.model import EventDate, Precision
from bot.extraction.when.tense import direction, looks_ahead
from bot.extraction.when.words import MONTH

NEAR = 48  # characters to the left that can still belong to a date expression

_SINCE = re.compile(r"\bsince\s+(?:(?!(?:and|but|when|until)\b)[\w'’-]+\s+){0,6}(?:on\s+)?\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reading:
    """One date expression as read. `days` are the single days named in it, each with its own stretch of text."""

    start: int
    end: int
    first: date
    last: date
    rule: str
    precision: Precision = Precision.DAY
    future: bool = False
    days: tuple[tuple[int, int, date], ...] = ()

    @property
    def event_date(self) -> EventDate:
        return EventDate(self.first, self.last, self.precision)


def one_day(start: int, end: int, day: date, rule: str, future: bool = False) -> Reading:
    return Reading(start, end, day, day, rule, future=future, days=((start, end, day),))


HEAD = 4_000  # characters in which a text shows how it writes its dates
_MONTH_FIRST = re.compile(rf"\b{MONTH}\s+\d{{1,2}}\b", re.IGNORECASE)
_DAY_FIRST = re.compile(rf"\b\d{{1,2}}\s+{MONTH}", re.IGNORECASE)


@dataclass
class Scene:
    """The text, how far it has been read, the day of the report and the day named last."""

    text: str
    published: date | None
    floor: int = 0
    anchor: date | None = None
    anchor_end: int = 0

    @cached_property
    def writes_the_month_first(self) -> bool:
        """Whether the text's head has more of “May 3” than of “3 May”."""
        head = self.text[:HEAD]
        return len(_MONTH_FIRST.findall(head)) > len(_DAY_FIRST.findall(head))

    def left(self, start: int) -> str:
        return self.text[max(self.floor, start - NEAR) : start]

    def since_anchor(self, start: int) -> str:
        """What was said since the day named last, where that is near."""
        return self.text[self.anchor_end : start] if start - self.anchor_end < 4 * NEAR else ""

    def looks_ahead(self, start: int, end: int) -> bool:
        """Whether the verb nearest to the expression speaks of the future."""
        return looks_ahead(self.text, start, end)

    def direction(self, start: int, end: int) -> bool | None:
        """As `looks_ahead`, but None where no verb tells."""
        return direction(self.text, start, end)

    def still_to_come(self, day: date, start: int, end: int) -> bool:
        """Whether a day lies behind the report's own and no verb of the past speaks of it (“he died on 20 May”)."""
        later = self.published is not None and day > self.published
        return later and direction(self.text, start, end) is not False

    def since(self, start: int) -> bool:
        left = self.left(start)
        return "ince" in left and _SINCE.search(left) is not None
