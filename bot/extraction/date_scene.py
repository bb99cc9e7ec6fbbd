"""What a rule for dates may look at: the words around an expression, the report's own day, the day named last."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from bot.claims.model import EventDate, Precision
from bot.extraction.lexicon.calendar import FUTURATE, FUTURE, PAST

NEAR = 48  # characters to the left that can still belong to a date expression
CLAUSE = 90  # characters in which the verb that governs it is looked for

_TENSE = re.compile(
    rf"\b(?:(?P<ahead>(?:{FUTURE}\b|(?<=\w)['’]ll\b)(?:\s+(?:not|also|be|have|been|only|likely|probably))*(?:\s+[a-z]+)?"
    rf"|{FUTURATE}\b)|{PAST}\b)",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?][\"”’')\]]*\s+(?=[A-Z\"“‘])|\n|[“”\"]\s|;")
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


@dataclass(slots=True)
class Scene:
    """The text, how far it has been read, the day of the report and the day named last."""

    text: str
    published: date | None
    floor: int = 0
    anchor: date | None = None

    def left(self, start: int) -> str:
        return self.text[max(self.floor, start - NEAR) : start]

    def looks_ahead(self, start: int, end: int) -> bool:
        """Whether the verb nearest to the expression speaks of the future."""
        head = _after_last_stop(self.text[max(0, start - CLAUSE) : start])
        governing = None
        for governing in _TENSE.finditer(head):
            pass
        if governing is None:
            tail = self.text[end : end + CLAUSE]
            stop_at = _SENTENCE_END.search(tail)
            governing = _TENSE.search(tail, 0, stop_at.start() if stop_at else len(tail))
        return governing is not None and governing["ahead"] is not None

    def since(self, start: int) -> bool:
        return _SINCE.search(self.left(start)) is not None


def _after_last_stop(head: str) -> str:
    end = 0
    for stop in _SENTENCE_END.finditer(head):
        end = stop.end()
    return head[end:]
