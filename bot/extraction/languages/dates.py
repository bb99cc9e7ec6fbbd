"""When, by a pack's words: weekdays, days of a month, yesterday and last night, against the report's own day."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from bot.claims.model import EventDate, Precision
from bot.extraction.languages.spelling import Phrases, Table, any_of, by_phrase, listed
from bot.extraction.when.arithmetic import a_day, latest_weekday, month_end, nearest_year, part_of_month, shifted

_NUMERIC = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-]((?:19|20)\d\d)|((?:19|20)\d\d)-(\d\d)-(\d\d)")
_DASHES = frozenset("—–-")
_YEARS = range(1900, 2100)


class DateWords(NamedTuple):
    """A pack's words for dates.

    `relative` are phrases with the first and last day counted from the report's, `periods` name a week or a month;
    `since` stands before a beginning, `spans` before two days with `through` between them, `night_to` before the day
    that a night leads to, `parts` before a month.
    """

    weekdays: Table[int]
    months: Table[int]
    relative: Phrases[tuple[int, int]]
    periods: Phrases[str]
    since: Phrases[bool]
    spans: Phrases[bool]
    through: Phrases[bool]
    night_to: Phrases[bool]
    parts: Phrases[str]
    of: Table[bool]
    year: Table[bool]
    in_year: Table[bool]


class Dated(NamedTuple):
    """A date expression in words [start, end) of a sentence; `since`: from then to the report's day."""

    start: int
    end: int
    when: EventDate
    since: bool = False


def date_words(told: Mapping[str, Any]) -> DateWords:
    """The table `dates` of a pack; weekdays count from Monday, 0."""
    return DateWords(
        weekdays=Table([(words, number) for number, words in enumerate(told["weekdays"])]),
        months=Table([(words, number) for number, words in enumerate(told["months"], start=1)]),
        relative=Phrases([(phrase, _days(days)) for days, phrases in told["relative"].items() for phrase in phrases]),
        periods=by_phrase(told["periods"]),
        since=any_of(told["since"]),
        spans=any_of(told["spans"]),
        through=any_of(told["through"]),
        night_to=any_of(told["night_to"]),
        parts=by_phrase(told["parts"]),
        of=listed(told["of"]),
        year=listed(told["year"]),
        in_year=listed(told["in_year"]),
    )


def _days(written: str) -> tuple[int, int]:
    """“-1 0” is yesterday to today."""
    first, _, last = written.partition(" ")
    return int(first), int(last or first)


class DateReader:
    """Reads the dates of sentences; `published` is the report's day."""

    def __init__(self, pack: DateWords, published: date | None) -> None:
        self._pack, self._published = pack, published

    def find(self, lows: Sequence[str]) -> list[Dated]:
        """The date expressions of a sentence, in order."""
        found: list[Dated] = []
        at = 0
        while at < len(lows):
            here = self._at(lows, at)
            if here is not None:
                found.append(here)
            at = here.end if here else at + 1
        return found

    def _at(self, lows: Sequence[str], at: int) -> Dated | None:
        if (span := self._span(lows, at)) is not None:
            return span
        since = self._pack.since.at(lows, at)
        if since is not None and (begun := self._plain(lows, since[0])):
            return Dated(at, begun.end, self._until_now(begun.when), since=True)
        night = self._pack.night_to.at(lows, at)
        if night is not None and (day := self._day(lows, night[0])):
            before = shifted(day.when.start, -1)
            return Dated(at, day.end, EventDate(before, day.when.end)) if before else day
        return self._plain(lows, at)

    def _span(self, lows: Sequence[str], at: int) -> Dated | None:
        """“From 12 to 14 May”, “between Friday and Saturday”: the month may stand behind the second day alone."""
        opened = self._pack.spans.at(lows, at)
        start = opened[0] if opened else at
        one = self._day(lows, start)
        joined = self._pack.through.at(lows, one.end if one else start + 1)
        other = self._day(lows, joined[0]) if joined and (opened or not one) else None
        if other is None:
            return None
        end = other.when.end
        begin = one.when.start if one else self._same_month(lows, start, end)
        return Dated(at, other.end, EventDate(begin, end)) if begin and begin < end else None

    def _same_month(self, lows: Sequence[str], at: int, end: date) -> date | None:
        low = lows[at] if at < len(lows) else ""
        return a_day(end.year, end.month, int(low)) if low.isdecimal() and len(low) <= 2 else None

    def _plain(self, lows: Sequence[str], at: int) -> Dated | None:
        return self._day(lows, at) or self._counted(lows, at) or self._month(lows, at) or self._year(lows, at)

    def _until_now(self, when: EventDate) -> EventDate:
        end = self._published if self._published and self._published >= when.start else when.end
        return EventDate(when.start, end, when.precision)

    def _day(self, lows: Sequence[str], at: int) -> Dated | None:
        weekday = self._pack.weekdays.one(lows[at]) if at < len(lows) else None
        if weekday is not None:
            dated = self._day_of_month(lows, at + 2 if lows[at + 1 : at + 2] == [","] else at + 1)
            if dated is not None:
                return dated._replace(start=at)
            if self._published is None:
                return None
            day = latest_weekday(weekday, self._published)
            return Dated(at, at + 1, EventDate(day, day))
        return self._day_of_month(lows, at)

    def _day_of_month(self, lows: Sequence[str], at: int) -> Dated | None:
        """“12 March”, “12 de marzo de 2024”; without a year the last day of that name."""
        low = lows[at] if at < len(lows) else ""
        month_at = self._past_of(lows, at + 1)
        month = self._pack.months.one(lows[month_at]) if month_at < len(lows) else None
        if not low.isdecimal() or len(low) > 2 or month is None:
            return None
        year, end = self._year_behind(lows, month_at + 1)
        day = a_day(year, month, int(low)) if year else self._last(month, int(low))
        return Dated(at, end, EventDate(day, day)) if day else None

    def _last(self, month: int, day: int) -> date | None:
        return nearest_year(month, day, self._published, future=False) if self._published else None

    def _year_behind(self, lows: Sequence[str], at: int) -> tuple[int | None, int]:
        spot = self._past_of(lows, at)
        if spot < len(lows) and lows[spot].isdecimal() and len(lows[spot]) == 4 and int(lows[spot]) in _YEARS:
            end = spot + 1
            return int(lows[spot]), end + 1 if end < len(lows) and lows[end] in self._pack.year else end
        return None, at

    def _past_of(self, lows: Sequence[str], at: int) -> int:
        return at + 1 if at < len(lows) and lows[at] in self._pack.of else at

    def _counted(self, lows: Sequence[str], at: int) -> Dated | None:
        """Yesterday, last night, last week: what is reckoned from the report's day."""
        if self._published is None:
            return None
        days = self._pack.relative.at(lows, at)
        if days is not None:
            first, last = (shifted(self._published, offset) for offset in days[1])
            return Dated(at, days[0], EventDate(first, last)) if first and last else None
        period = self._pack.periods.at(lows, at)
        return Dated(at, period[0], _period(period[1], self._published)) if period else None

    def _month(self, lows: Sequence[str], at: int) -> Dated | None:
        """“Early March”, “March 2024”; a month alone may be a name."""
        part = self._pack.parts.at(lows, at)
        month_at = self._past_of(lows, part[0]) if part else at
        month = self._pack.months.one(lows[month_at]) if month_at < len(lows) else None
        if month is None:
            return None
        year, end = self._year_behind(lows, month_at + 1)
        told = year or (begun.year if (begun := self._last(month, 1)) else None)
        if told is None or not (part or year or (at and lows[at - 1] in self._pack.in_year)):
            return None
        return Dated(at, end, EventDate(*part_of_month(told, month, part[1] if part else ""), Precision.MONTH))

    def _year(self, lows: Sequence[str], at: int) -> Dated | None:
        """A year alone, where the words beside it say that it is one."""
        low = lows[at] if at < len(lows) else ""
        if not low.isdecimal() or len(low) != 4 or int(low) not in _YEARS:
            return None
        said = lows[at + 1 : at + 2] != [] and lows[at + 1] in self._pack.year
        if not said and not (at and (lows[at - 1] in self._pack.in_year)):
            return None
        year = int(low)
        return Dated(at, at + 1 + said, EventDate(date(year, 1, 1), date(year, 12, 31), Precision.YEAR))


def _period(name: str, published: date) -> EventDate:
    monday = published - timedelta(days=published.weekday())
    match name:
        case "last_week":
            return EventDate(monday - timedelta(days=7), monday - timedelta(days=1), Precision.WEEK)
        case "this_week":
            return EventDate(monday, published, Precision.WEEK)
        case "weekend":
            saturday = latest_weekday(5, published)
            return EventDate(saturday, saturday + timedelta(days=1))
        case "last_month":
            last = published.replace(day=1) - timedelta(days=1)
            return EventDate(last.replace(day=1), month_end(last.year, last.month), Precision.MONTH)
        case "this_month":
            return EventDate(published.replace(day=1), published, Precision.MONTH)
    return EventDate(published, published)


def own_day(reader: DateReader, lows: Sequence[str]) -> Dated | None:
    """The day that a report bears, in one of its first lines: before a dash, or alone."""
    for found in reader.find(lows):
        alone = len(lows) - (found.end - found.start) <= 4
        leads = found.start <= 8 and bool(_DASHES & set(lows[found.end : found.end + 6]))
        if found.when.start == found.when.end and not found.since and (alone or leads):
            return found
    return None


def numeric_day(line: str) -> date | None:
    """A day in figures, day before month: 12.05.2024, 12/05/2024, 2024-05-12."""
    found = _NUMERIC.search(line)
    if found is None:
        return None
    if found[4]:
        return a_day(int(found[4]), int(found[5]), int(found[6]))
    return a_day(int(found[3]), int(found[2]), int(found[1]))
