"""When: every date expression of a text and the day or days it means, against the report's own day.

The conventions are those of the field's guidelines: “on Wednesday” is the latest Wednesday up to the report's day,
“overnight” the day before to that day, “since Monday” Monday to that day, “early May” the 1st to the 10th. One
scan finds the words that can be the heart of a date; the rule for that word then reads a bounded
stretch on both sides, so that the work grows with the text and not faster.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from itertools import islice

from bot.claims.model import EventDate, Precision
from bot.extraction.dateline import Dateline, find_dateline
from bot.extraction.lexicon.calendar import DAY_PARTS, EASTER_FEASTS, FLOATING_HOLIDAYS, HOLIDAYS, MONTHS, WEEKDAYS
from bot.extraction.when.feasts import read_holiday
from bot.extraction.when.figures import read_iso, read_military, read_nine_eleven, read_numeric, read_slashed
from bot.extraction.when.scene import Reading, Scene
from bot.extraction.when.spoken import read_day_part, read_deictic, read_ordinal
from bot.extraction.when.units import read_unit
from bot.extraction.when.weekdays import read_weekday
from bot.extraction.when.words import trie
from bot.extraction.when.written import read_month, read_year

MOST_HEARTS = 12_000  # no report holds so many words of the calendar; text made to exhaust the reader does
UNITS = ("hour", "hr", "day", "week", "weekend", "fortnight", "month", "year")

_KINDS: dict[str, str] = {
    **dict.fromkeys(MONTHS, "month"),
    **dict.fromkeys((word for word in WEEKDAYS if word.endswith("day")), "weekday"),
    **dict.fromkeys(("today", "tonight", "yesterday", "tomorrow", "overnight"), "deictic"),
    **dict.fromkeys(DAY_PARTS, "part"),
    **dict.fromkeys((unit + s for unit in UNITS for s in ("", "s")), "unit"),
    **dict.fromkeys((*HOLIDAYS, *EASTER_FEASTS, *FLOATING_HOLIDAYS), "holiday"),
}
# One pass over the text finds the words above, in any of their three cases, and whatever begins with a digit.
_HEART = re.compile(rf"\b(?:{trie(_KINDS)}\b|\d)")
_MON = "|".join(word for word in MONTHS if len(word) == 3)
_NUMBERS = re.compile(
    r"(?P<iso>(?:19|20)\d\d(?P<sep>[-/.])\d{1,2}(?P=sep)\d{1,2}(?!\d))"
    r"|(?P<numeric>\d{1,2}(?P<by>[-/.])\d{1,2}(?P=by)(?:(?:19|20)\d\d|\d\d)(?![\d./-]))"
    rf"|(?P<military>\d{{1,2}}-?(?:{_MON})-?(?:(?:19|20)\d\d|\d\d)\b|\d{{6}}[A-Z]?\s?(?:{_MON})\s?(?:20\d\d|\d\d)\b)"
    r"|(?P<slashed>(?!9/11)\d{1,2}/\d{1,2}(?![\d/.-]\d|\w))"
    r"|(?P<nine_eleven>9/11\b(?![/.-]?\d))"
    r"|(?P<ordinal>\d{1,2}(?:st|nd|rd|th)\b)"
    r"|(?P<year>(?:19|20)\d\ds?\b)",
    re.IGNORECASE,
)
_READERS: dict[str, Callable[[Scene, re.Match[str]], Reading | None]] = {
    "iso": read_iso,
    "numeric": read_numeric,
    "military": read_military,
    "slashed": read_slashed,
    "nine_eleven": read_nine_eleven,
    "ordinal": read_ordinal,
    "year": read_year,
    "holiday": read_holiday,
    "weekday": read_weekday,
    "deictic": read_deictic,
    "month": read_month,
    "part": read_day_part,
    "unit": read_unit,
}


NamedDay = tuple[int, int, date]  # start and end in the text, and the day named there


@dataclass(frozen=True, slots=True)
class DatedSpan:
    """A date expression, `text[start:end] == words`, and what it means.

    `since`: from then to the report's day. `future`: it lies ahead, so nothing has happened then. `heading`: it is
    the report's own date, not that of an event. `days`: the single days named in it, each `(start, end, day)`.
    """

    start: int
    end: int
    words: str
    date: EventDate
    rule: str
    since: bool = False
    future: bool = False
    heading: bool = False
    days: tuple[NamedDay, ...] = ()


def find_dates(text: str, published: date | None = None) -> list[DatedSpan]:
    """Every date expression in reading order, with the days it means as `span.date.start` to `span.date.end`.

    `published` is the report's day; the text's own dateline, if not given; a text without a day gives its full
    dates only. For the single days that a text names (as TimeML's day values), see `day_values`.

    >>> spans = find_dates("Shells fell last week. Since Monday it is calm.", date(2021, 7, 8))
    >>> [(span.words, span.date.start.isoformat(), span.date.end.isoformat()) for span in spans]
    [('last week', '2021-06-28', '2021-07-04'), ('Monday', '2021-07-05', '2021-07-08')]
    """
    return dates_below(find_dateline(text), text, published)


def dates_below(own: Dateline | None, text: str, published: date | None) -> list[DatedSpan]:
    """As `find_dates`, where the text's own dateline is known already, or known to be missing."""
    scene = Scene(text, published or (own.day if own else None))
    spans: list[DatedSpan] = []
    for heart in islice(_HEART.finditer(text), MOST_HEARTS):
        reading = _read(scene, heart) if heart.start() >= scene.floor else None
        if reading is None:
            continue
        heading = own is not None and reading.start < own.end and own.start < reading.end
        spans.append(_dated(scene, reading, heading))
        if len(spans) > 1 and (whole := _between(text, spans[-2], spans[-1])) is not None:
            spans[-2:] = [whole]
        scene.floor = reading.end
        if reading.days and not reading.future and not heading:
            scene.anchor, scene.anchor_end = reading.last, reading.end
    return spans


def _between(text: str, first: DatedSpan, last: DatedSpan) -> DatedSpan | None:
    """“Between Sunday night and this morning”: two days that bound a stretch of time."""
    joined = text[first.end : last.start].strip() in ("and", "to", "until", "till")
    if not joined or first.since or last.future or first.heading or last.heading:
        return None
    led = text[max(0, first.start - 12) : first.start].lower().rstrip().removesuffix("the").rstrip()
    if not led.endswith(("between", "from")) or not first.date.end < last.date.start:
        return None
    when = EventDate(first.date.start, last.date.end, first.date.precision)
    words = text[first.start : last.end]
    return DatedSpan(first.start, last.end, words, when, "from day to day", days=first.days + last.days)


def _read(scene: Scene, heart: re.Match[str]) -> Reading | None:
    kind = _KINDS.get(" ".join(heart[0].lower().split()))
    if kind is not None:
        return _READERS[kind](scene, heart)
    number = _NUMBERS.match(scene.text, heart.start())
    return _READERS[number.lastgroup](scene, number) if number and number.lastgroup else None


def _dated(scene: Scene, reading: Reading, heading: bool) -> DatedSpan:
    when, published = reading.event_date, scene.published
    since = published is not None and when.start <= published and scene.since(reading.start)
    if since and published is not None:
        when = EventDate(when.start, published, when.precision)
    words = scene.text[reading.start : reading.end]
    return DatedSpan(
        reading.start, reading.end, words, when, reading.rule, since, reading.future, heading, reading.days
    )


def day_values(text: str, published: date | None = None) -> list[NamedDay]:
    """Every expression that names a single day, as `(start, end, day)` in reading order: `text[start:end]` means `day`.

    “Since Monday” gives Monday and “May 3 to 7” both days, whatever the period they bound; “last week”, “in May”
    and “two years ago” give nothing.

    >>> report = "Shells fell on Monday and the day before; talks will be held on May 9, after two years of war."
    >>> [(report[start:end], day.isoformat()) for start, end, day in day_values(report, date(2021, 5, 5))]
    [('Monday', '2021-05-03'), ('the day before', '2021-05-02'), ('May 9', '2021-05-09')]
    """
    return [day for span in find_dates(text, published) if span.date.precision is Precision.DAY for day in span.days]
