"""Day labels: the day that stands before an entry of a log, or alone on a line over several."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

from bot.extraction.lexicon.calendar import MONTHS
from bot.extraction.when.arithmetic import a_day, latest_weekday, months_back, nearest_year
from bot.extraction.when.words import full_year, weekday_number

A_SEASON = 100  # days before the report in which a day without a year lies

_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
_MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_GLUED = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
_YEAR = r"(?:19|20)\d\d(?!\d)"
_FORMS = (
    rf"\d{{6}}[a-z]?\s?{_GLUED}\s?\d{{2,4}}\b",  # 230900NOV06
    r"(?:19|20)\d\d-\d\d-\d\d(?!\d)",
    r"\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d\d)(?!\d)",
    rf"\d{{1,2}}(?:st|nd|rd|th)?(?:\s?[–-]\s?\d{{1,2}}(?:st|nd|rd|th)?)?[\s-]?(?:{_MONTH}|{_GLUED}\b)(?:,?[\s-]?{_YEAR})?",
    rf"\d{{1,2}}{_GLUED}\d\d\b",
    rf"{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?(?:\s?[–-]\s?\d{{1,2}})?(?!\d)(?:,?\s{_YEAR})?",
    r"\d{1,2}/\d{1,2}(?![\d/])",
    r"\d{1,2}\.\d{1,2}\.(?!\d)",
    r"\d{1,2}(?:st|nd|rd|th)\b",
)
DAY = (
    rf"(?:(?:{_WEEKDAY},?\s+)?(?:{'|'.join(_FORMS)})|{_WEEKDAY}\s\d{{1,2}}\b(?!:\d)|{_WEEKDAY}|\d{{6}}(?=\s\d{{4}}\b))"
)
_TIME = (
    r"(?:(?:around|about|from|at|approx\.?)\s)?\d{1,2}(?:[:.h]?\d\d)?\s?(?:hrs?|hours|h|[ap]\.?m\.?|local|gmt|utc|z)?"
)
_PART = (
    r"(?:early|late|in the|\s){0,3}"
    r"(?:morning|evening|night|afternoon|noon|midday|midnight|dawn|dusk|overnight|[ap]\.?m\.?)"
)
CLOCK = rf"(?:\s?[,(]?\s?(?:{_TIME}|{_PART}|{_WEEKDAY})\b\)?)"
_NAMES = r"(?-i:[A-ZÀ-Þ][\w'’-]+(?:[ /-](?:[A-ZÀ-Þ][\w'’-]+|de|la|el|al))*)"
_BULLET = r"\s*(?:[•·*▪►●–—-]+\s+|\(?\d{1,3}[.)]\s+)?"
_OPENING = rf"{_BULLET}(?:(?:date|when|day):\s)?[\[(]?(?:{_NAMES}(?:,\s|\s?\())?"
_SORT = r"(?:\s(?:town|village|city|district|area|camp|neighbou?rhood))?"
_NAME_AND_MARK = rf"(?-i:(?=[A-ZÀ-Þ][\w'’-]+(?:\s[A-ZÀ-Þ][\w'’-]+)?{_SORT}(?:[.:,]|\s[–—|-]\s|\s\()))"
_ENDING = (
    r"(?:\s?[\])])?(?:\s?[:–—|/-]+\s|\.\s(?=\S)|[,)\]]\s(?-i:(?=[A-ZÀ-Þ\d]))"
    rf"|\s{_NAME_AND_MARK}|:\s?|\s[–—-]\s)"
)
_LABEL = re.compile(rf"{_OPENING}(?P<day>{DAY}){CLOCK}{{0,3}}{_ENDING}", re.IGNORECASE)
_ALONE = re.compile(
    rf"\s*[\[(*_#=-]*\s*(?P<day>{DAY})(?:\s?\({_WEEKDAY}\)|,?\s{_WEEKDAY})?\s*[\])*_:=-]*\s*$",
    re.IGNORECASE | re.MULTILINE,
)
_HINT = re.compile(
    r"[^\d\n]{0,45}\d|\W{0,3}(?:[Mm]on|[Tt]ue|[Ww]ed|[Tt]hu|[Ff]ri|[Ss]at|[Ss]un|MON|TUE|WED|THU|FRI|SAT|SUN)"
)
_DIGITS = re.compile(r"\d+")
_LETTERS = re.compile(r"[a-z]+")


class DayLabel(NamedTuple):
    """Where the words of a day stand that labels an entry, and the first and the last day that they mean.

    `alone`: nothing else stands in the line, so that it heads what comes below.
    """

    start: int
    end: int
    first: date
    last: date
    alone: bool = False


def day_label(text: str, start: int, published: date | None) -> DayLabel | None:
    """The day that labels the line of an offset.

    >>> day_label("PALMA, 24 Mar – Gunmen came.", 0, date(2021, 3, 31)).first.isoformat()
    '2021-03-24'
    """
    line = text.rfind("\n", 0, start) + 1
    alone = _ALONE.match(text, line)
    found = alone or _LABEL.match(text, line)
    if found is None or published is None:
        return None
    days = _meant(found["day"].lower(), published)
    return DayLabel(*found.span("day"), *days, alone=alone is not None) if days else None


def is_labelled(text: str, start: int) -> bool:
    """Whether a day stands before what the line tells, or is all that the line holds."""
    line = text.rfind("\n", 0, start) + 1
    if not _HINT.match(text, line):
        return False
    return _LABEL.match(text, line) is not None or _ALONE.match(text, line) is not None


def _meant(words: str, published: date) -> tuple[date, date] | None:
    """The days that the words mean, the latest of that name up to the report; None where there are none."""
    numbers = [int(number) for number in _DIGITS.findall(words)]
    month = next((MONTHS[word] for word in _LETTERS.findall(words) if word in MONTHS), None)
    if not numbers:
        latest = latest_weekday(weekday_number(words), published)
        return latest, latest
    if month is None:
        day = _in_figures(words, numbers, published)
        return (day, day) if day else None
    return _of_a_month(words, numbers, month, published)


def _of_a_month(words: str, numbers: list[int], month: int, published: date) -> tuple[date, date] | None:
    if len(words) > 8 and words[:6].isdigit():
        numbers = [int(words[:2]), numbers[-1]]  # 230900NOV06
    year = next((number for number in numbers if number > 1900), None)
    glued = re.match(rf"(?:\d{{6}}[a-z]?\s?|\d{{1,2}}){_GLUED}\s?\d\d\Z", words)
    if year is None and glued and len(numbers) > 1:
        year = full_year(str(numbers[-1]).zfill(2))
        numbers = numbers[:-1]
    days = [number for number in numbers if number < 32]
    dates = [a_day(year, month, day) if year else _recent(published, month, day) for day in days[:2]]
    first, last = (dates[0], dates[-1]) if dates else (None, None)
    return (first, last) if first and last and first <= last else None


def _in_figures(words: str, numbers: list[int], published: date) -> date | None:
    if len(numbers) == 3:
        one, two, three = numbers
        if one > 1900:
            return a_day(one, two, three)
        year = full_year(words.rstrip(".").rpartition("/" if "/" in words else ".")[2])
        return a_day(year, two, one) or a_day(year, one, two)
    if len(numbers) == 2:
        return _recent(published, numbers[1], numbers[0]) or _recent(published, *numbers)
    if words.isdigit():
        return a_day(full_year(words[4:]), int(words[2:4]), int(words[:2]))
    return _of_this_month(words, numbers[0], published)


def _of_this_month(words: str, number: int, published: date) -> date | None:
    """“24th” and “Wed 24”: the latest up to the report; the weekday has to be that day's."""
    named = re.match(_WEEKDAY, words)
    for back in range(3):
        first = months_back(published.replace(day=1), back)
        day = a_day(first.year, first.month, number)
        if day and day <= published and (named is None or day.weekday() == weekday_number(named[0])):
            return day
    return None


def _recent(published: date, month: int, day: int) -> date | None:
    meant = nearest_year(month, day, published + timedelta(days=1), future=False) if a_day(2000, month, day) else None
    return meant if meant and (published - meant).days <= A_SEASON else None
