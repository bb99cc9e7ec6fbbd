"""Dates of the calendar: May 3, 3rd of May 2021, 3-7 May, early May, 12/05/2021, 2021-05-12, in 2018."""

from __future__ import annotations

import re
from datetime import date

from bot.claims.model import Precision
from bot.extraction.lexicon.calendar import DOUBTFUL_MONTHS, NOT_A_DAY_BEFORE
from bot.extraction.when.arithmetic import (
    a_day,
    part_of_month,
)
from bot.extraction.when.scene import Reading, Scene, one_day
from bot.extraction.when.words import (
    DAY_NUMBER,
    MONTH,
    ORDINAL_WORD,
    SHORT_WEEKDAY,
    TO,
    WEEKDAY,
    YEAR,
    any_of,
    day_number,
    full_year,
    month_number,
)
from bot.extraction.when.years import MonthDay, day_meant

_I = re.IGNORECASE
_A_WEEKDAY = rf"(?:\b(?:{WEEKDAY}|{SHORT_WEEKDAY})\b\.?,?\s+\(?)?"
_YEAR_AFTER = (
    rf"(?:\.?\s*,?\s+(?:of\s+)?(?P<year>{YEAR}|\d\d(?=\s*(?:[\])(\[,;:—–]|--|$))|['’]\d\d\b)"
    r"|-(?P<year2>\d{4}|\d\d)\b)"
)
_DAY_BEFORE_MONTH = re.compile(
    rf"{_A_WEEKDAY}(?:\bthe\s+)?(?:\b(?P<from>{DAY_NUMBER}|{ORDINAL_WORD}){TO})?"
    rf"\b(?P<day>{DAY_NUMBER}|{ORDINAL_WORD})(?:\s+(?:day\s+)?of)?[\s-]+\Z",
    _I,
)
_A_DAY_ENDS = (*"0123456789", "of", "OF", "st", "nd", "rd", "th", "Of", "ST", "ND", "RD", "TH")
_YEAR_ONLY = re.compile(_YEAR_AFTER, _I)
_UNTIL_A_DATE = re.compile(rf"{TO}(?P<day>{DAY_NUMBER})\s+(?:of\s+)?(?P<month>{MONTH})(?:{_YEAR_AFTER})?", _I)
_NO_MORE_DIGITS = r"(?!\d|%|[.:,]\d|-[a-z]|\s*(?:percent|per\s+cent|%|million|billion)\b)"
_AND_MEANS_TO = r"(?=\s*(?:[.,;:)\n—–]|$|(?:in|at|when|by|near|with|as|killed|left|which|that|were)\b|(?:19|20)\d\d\b))"
_DAY_AFTER_MONTH = re.compile(
    rf"\.?\s+(?:the\s+)?(?P<day>{DAY_NUMBER}|{ORDINAL_WORD}\b(?!\s+[a-z])){_NO_MORE_DIGITS}"
    rf"(?:(?:\s*(?:-|–|—|to|through|until)\s*|\s*(?:and|or|&)\s*(?=\d+{_AND_MEANS_TO}))(?P<until>{DAY_NUMBER}){_NO_MORE_DIGITS})?"
    rf"(?:{TO}(?P<month>{MONTH})\s+(?P<last>{DAY_NUMBER}){_NO_MORE_DIGITS})?(?:{_YEAR_AFTER})?",
    _I,
)
_WEEKDAY_JUST_BEFORE = re.compile(rf"\b(?:{WEEKDAY}|{SHORT_WEEKDAY})\b\.?,?\s+\(?\Z", _I)
_A_VERB_FOLLOWS = re.compile(
    r"\s+(?:have|be|not|also|has|still|well|never|soon|face|get|go|need|want|take|become|seem|it|I|we|they|he|she|on|against|towards?|through)\b",
    _I,
)


def read_month(scene: Scene, core: re.Match[str]) -> Reading | None:
    """A month with its day on either side, or alone."""
    left = scene.left(core.start())
    before = _DAY_BEFORE_MONTH.search(left) if left.rstrip(" -\n\t").endswith(_A_DAY_ENDS) else None
    if before and _month_fits(scene, core):
        return _day_first(scene, core, before)
    after = _DAY_AFTER_MONTH.match(scene.text, core.end())
    if after and (core[0][0].isupper() or after["year"] or core[0].lower() not in DOUBTFUL_MONTHS):
        return _month_first(scene, core, after, left)
    return _month_alone(scene, core, left)


def _month_fits(scene: Scene, core: re.Match[str]) -> bool:
    """“20 may have died” and “15 march on the city” hold no month."""
    if core[0].lower() not in ("may", "march"):
        return True
    if core[0][0].islower() and not _YEAR_ONLY.match(scene.text, core.end()):
        return False
    return core[0].lower() != "may" or not _A_VERB_FOLLOWS.match(scene.text, core.end())


def _day_first(scene: Scene, core: re.Match[str], before: re.Match[str]) -> Reading | None:
    start, end = core.start() - len(before[0]), core.end()
    year_at = _YEAR_ONLY.match(scene.text, end)
    year = _year_of(year_at)
    month, day = month_number(core[0]), day_number(before["day"])
    until = _UNTIL_A_DATE.match(scene.text, year_at.end() if year_at else end)
    if until and not before["from"]:
        first = (month, day, year or _year_of(until))
        last = (month_number(until["month"]), day_number(until["day"]), _year_of(until) or year)
        days = ((start, end), (until.start("day"), until.end()))
        return _from_to(scene, start, until.end(), first, last, days)
    end = year_at.end() if year_at else end
    if before["from"]:
        first = (month, day_number(before["from"]), year)
        at = core.start() - before.end()
        days = ((at + before.start("from"), at + before.end("from")), (at + before.start("day"), end))
        return _from_to(scene, start, end, first, (month, day, year), _if_joined_by_a_word(scene, days))
    return _single(scene, start, end, month, day, year)


def _month_first(scene: Scene, core: re.Match[str], after: re.Match[str], left: str) -> Reading | None:
    weekday = _WEEKDAY_JUST_BEFORE.search(left[-14:])
    start = core.start() - (len(weekday[0]) if weekday else 0)
    month, day, year = month_number(core[0]), day_number(after["day"]), _year_of(after)
    if after["until"]:
        last = (month, day_number(after["until"]), year)
        days = _if_joined_by_a_word(scene, ((start, after.end("day")), (after.start("until"), after.end("until"))))
        return _from_to(scene, start, after.end(), (month, day, year), last, days)
    if after["month"]:
        last = (month_number(after["month"]), day_number(after["last"]), year)
        days = ((start, after.end("day")), (after.start("month"), after.end()))
        return _from_to(scene, start, after.end(), (month, day, year), last, days)
    return _single(scene, start, after.end(), month, day, year)


def _if_joined_by_a_word(scene: Scene, days: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    """“May 3 to 7” names two days, “May 3-7” one stretch."""
    return days if scene.text[days[0][1] : days[1][0]].strip(" \n-–—/") else ()


def _year_of(found: re.Match[str] | None) -> int | None:
    word = found and (found["year"] or found["year2"])
    return full_year(word) if word else None


_A_NAME = re.compile(rf"[”\"’]?\s+\[?{any_of(NOT_A_DAY_BEFORE)}\b", _I)


def _single(scene: Scene, start: int, end: int, month: int, day: int, year: int | None) -> Reading | None:
    if year is None and _A_NAME.match(scene.text, end):
        return None  # “9 October Avenue”
    meant = day_meant(scene, (month, day, year), start, end)
    if meant is None:
        return None
    return one_day(start, end, meant, "calendar day", future=scene.still_to_come(meant, start, end))


def _from_to(
    scene: Scene, start: int, end: int, first: MonthDay, last: MonthDay, spans: tuple[tuple[int, int], ...]
) -> Reading | None:
    """Both ends of “May 3 to 7”; the year comes from either end, else from the report's day."""
    until = day_meant(scene, last, start, end)
    if until is None:
        return None
    year = first[2] or until.year
    since = a_day(year, first[0], first[1])
    if since and since > until and first[2] is None:
        since = a_day(year - 1, first[0], first[1])
    if since is None or since > until:
        return None
    days = tuple((*span, day) for span, day in zip(spans, (since, until), strict=False))
    ahead = scene.published is not None and since > scene.published
    return Reading(start, end, since, until, "calendar days", future=ahead, days=days)


_PART = (
    r"(?P<{0}>early|mid|late|(?:the\s+)?(?:very\s+)?"
    r"(?:beginning|start|first\s+days|first\s+week|middle|end|last\s+days|last\s+week)\s+of)"
)
_BEFORE_BARE_MONTH = re.compile(
    rf"(?:\b(?P<link>in|since|of|last|next|this|previous|until|till|by|from|between|and|to|during|through|throughout|every|each|around|as\s+of)\s+(?:in\s+)?)?"
    rf"(?:\b{_PART.format('part')}[\s-]+(?:in\s+)?)?(?:\b(?P<which>last|next|this)\s+)?\Z",
    _I,
)
_AFTER_BARE_MONTH = re.compile(
    rf"\.?,?\s+(?:(?:of\s+)?(?P<year>{YEAR})|(?:of\s+)?(?P<which>last|this|next)\s+year\b)", _I
)
_UNTIL_BARE_MONTH = re.compile(
    rf"\s*(?:-|–|to|and|until|through)\s*(?:{_PART.format('part')}[\s-]+)?(?P<month>{MONTH})(?!\s+\d{{1,2}}\b)(?:,?\s+(?P<year>{YEAR}))?",
    _I,
)
_A_NAME_FOLLOWS = re.compile(r"\s+[A-Z][a-z]+")
_PARTS = {"early": "early", "mid": "mid", "late": "late"}


def _part(words: str | None) -> str:
    if words is None:
        return ""
    last = words.lower().split()
    if last[0] in _PARTS:
        return last[0]
    text = " ".join(last)
    return "mid" if "middle" in text else "late" if "end" in text or "last" in text else "early"


def _month_alone(scene: Scene, core: re.Match[str], left: str) -> Reading | None:
    word, end = core[0].rstrip(".").lower(), core.end()
    before = _BEFORE_BARE_MONTH.search(left)
    after = _AFTER_BARE_MONTH.match(scene.text, end)
    link = before["link"].lower() if before and before["link"] else ""
    part = before["part"] if before else None
    which = (before["which"] or "").lower() if before else ""
    if link in ("every", "each") or not core[0][0].isupper():
        return None
    if link in ("and", "to", "by", "of") and not part and not after and _A_NAME_FOLLOWS.match(scene.text, end):
        return None  # “April Jones and June Smith”
    if not (link or part or which or after) and (
        word in DOUBTFUL_MONTHS or len(word) < 4 or _A_NAME_FOLLOWS.match(scene.text, end)
    ):
        return None
    if (
        word in ("may", "march")
        and not (after or part)
        and _A_VERB_FOLLOWS.match(scene.text, end)
        and link not in ("in", "since")
    ):
        return None
    begins = before.end("link") if before and link else before.start() if before else len(left)
    start = core.start() - len(left) + begins
    start += len(scene.text[start : core.start()]) - len(scene.text[start : core.start()].lstrip())
    until = _UNTIL_BARE_MONTH.match(scene.text, after.end() if after else end) if link in ("between", "from") else None
    which = which or (link if link in ("last", "next", "this") else "")
    span = _month_span(scene, month_number(word), _part(part), which, after, start, end)
    if span is None:
        return None
    if until and (later := _until_month(span, until)):
        return Reading(start, until.end(), span[0], later, "months", Precision.MONTH)
    ahead = scene.published is not None and span[0] > scene.published
    return Reading(start, after.end() if after else end, *span, "month", Precision.MONTH, future=ahead)


def _month_span(
    scene: Scene, month: int, part: str, which: str, after: re.Match[str] | None, start: int, end: int
) -> tuple[date, date] | None:
    published = scene.published
    if after and after["year"]:
        return part_of_month(int(after["year"]), month, part)
    if published is None:
        return None
    if after and after["which"]:
        return part_of_month(published.year + {"last": -1, "this": 0, "next": 1}[after["which"].lower()], month, part)
    ahead = which == "next" or (which != "last" and scene.looks_ahead(start, end))
    year = published.year
    if ahead and month < published.month:
        year += 1
    if not ahead and (month > published.month or (which == "last" and month == published.month)):
        year -= 1
    first, last = part_of_month(year, month, part)
    return first, (min(last, published) if first <= published else last)


def _until_month(span: tuple[date, date], until: re.Match[str]) -> date | None:
    month, part = month_number(until["month"]), _part(until["part"])
    year = int(until["year"]) if until["year"] else span[0].year + (month < span[0].month)
    last = part_of_month(year, month, part)[1]
    return last if last >= span[0] else None


_YEAR_LINK = re.compile(
    r"\b(?:in|since|during|by|from|until|till|early|late|mid|throughout|between|year|until\s+late)[\s-]+\Z", _I
)
_COUNTED_THINGS = re.compile(
    r"\s+(?:people|troops|soldiers|men|women|families|civilians|houses|homes|rebels|fighters|metres|meters|km)\b", _I
)


def read_year(scene: Scene, core: re.Match[str]) -> Reading | None:
    """“in 2018”, “since 2015”; “the 1990s”."""
    year = int(core[0][:4])
    if core[0].endswith("s"):
        return Reading(core.start(), core.end(), date(year, 1, 1), date(year + 9, 12, 31), "decade", Precision.YEAR)
    if not _YEAR_LINK.search(scene.left(core.start())) or _COUNTED_THINGS.match(scene.text, core.end()):
        return None
    ahead = scene.published is not None and year > scene.published.year
    return Reading(core.start(), core.end(), date(year, 1, 1), date(year, 12, 31), "year", Precision.YEAR, future=ahead)
