"""The report's own date, from its first lines: datelines, “Published:” lines, headers, bare date lines, sign-offs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from bot.extraction.lexicon.calendar import MONTHS, WEEKDAYS
from bot.extraction.when.arithmetic import a_day, nearest_year
from bot.extraction.when.clocks import with_clocks
from bot.extraction.when.words import (
    DAY_NUMBER,
    MONTH,
    SHORT_WEEKDAY,
    WEEKDAY,
    YEAR,
    day_number,
    full_year,
    month_number,
    trie,
    weekday_number,
)

HEAD = 2_000  # characters in which a report says when it was written
EARLY = 500  # characters in which a day with its year is taken for the report's own, if nothing else is
TAIL = 400  # a communiqué may say so at its end

_A_MONTH = timedelta(days=31)
"""A release may be numbered at the end of one month and bear a day of the next."""
_I = re.IGNORECASE
_WD = rf"(?:(?P<wd>{WEEKDAY}|{SHORT_WEEKDAY})\b\.?,?\s+)?"
_MON = "|".join(word for word in MONTHS if len(word) == 3)
_ANY_YEAR = rf"(?:{YEAR}|['’]?\d\d\b(?![:.]\d|\s*(?:GMT|UTC|h\b)))"
# A date begins with a digit, or with the first three letters of a month or weekday.
_OPENINGS = trie({word[:3] for word in (*MONTHS, *WEEKDAYS)})
_DATE = re.compile(
    rf"\b(?=[\djfmasondtw])(?=\d|{_OPENINGS})(?:"
    rf"(?P<iso>\b(?:19|20)\d\d[-/.]\d{{1,2}}[-/.]\d{{1,2}})(?!\d)"
    rf"|{_WD.replace('<wd>', '<wd1>')}\b(?:{DAY_NUMBER}\s?[-–]\s?)?(?P<d1>{DAY_NUMBER})(?:\s+of)?[\s-]+(?P<m1>{MONTH})"
    rf"(?:(?:,?\s+\(?|-)(?P<y1>{_ANY_YEAR}))?"
    rf"|{_WD.replace('<wd>', '<wd2>')}\b(?P<m2>{MONTH})\s+(?:{DAY_NUMBER}\s?[-–]\s?)?(?P<d2>{DAY_NUMBER})(?!:?\d)"
    rf"(?:[,.]?\s+\(?(?P<y2>{YEAR}|['’]\d\d\b))?"
    rf"|\b(?P<num>\d{{1,2}}(?P<by>[./-])\d{{1,2}}(?P=by)(?:(?:20|19)\d\d|\d\d))(?![\d./-]\d)"
    rf"|\b(?P<d3>\d{{1,2}})(?:\d{{4}}[A-Z]?\s?)?(?P<m3>{_MON})[a-z]*\s?(?P<y3>\d{{4}}|\d\d)\b)",
    _I,
)
_LABEL = re.compile(
    r"(?:^|[\n.;|·•(]|\bcontact[^\n]{0,40})\s*[*_#\[]*(?:date|dated|published|posted|updated|last\s+updated|issued|released?|filed|created|sent|dtg|as\s+of|"
    r"for\s+(?:immediate\s+)?release|immediate\s+release|reporting\s+(?:period|date)|report\s+date|broadcast|bulletin|press\s+release|"
    r"situation\s+report|sitrep|status|communiqu[eé]|time|on\s+air|tx|recorded)\b[^\n]{0,60}?(?=\d|\b(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))",
    _I,
)
_AFTER_PLACE = re.compile(r"^[ \t]*(?P<place>(?=[^\n]{0,3}[A-Z])[^\n—–:]{2,90}?)[\s,(\[/—–-]+\Z")
_ENDS_DATELINE = re.compile(
    r"\s*(?:\([^)\n]{0,60}\)|\[[^)\]\n]{0,60}[\])]|/[^\n/]{1,40}/)?[)\].,]*\s*(?:—|–|--|-|:|\.|\n|…)"
)
_MENTIONED_YEAR = re.compile(rf"(?<![\d-]){YEAR}(?![\d-])")
_TO = re.compile(r"\s*(?:–|—|-|to|until|through|/\s*to:?)\s*(?=\S)", _I)
_OF_AN_EVENT = re.compile(r"\b(?:on|in|since|of|from|by|until|born|before|after)(?: the)?\s+$", _I)
_A_SEASON = timedelta(days=100)
_RELEASE_NUMBER = re.compile(r"(?<![\w-])(?P<year>(?:19|20)\d\d)-(?P<month>0[1-9]|1[0-2])-[A-Z]{1,4}-?\d")


@dataclass(frozen=True, slots=True)
class Dateline:
    """The report's day and where it is written."""

    day: date
    start: int
    end: int


def dateline(text: str, published: date | None = None) -> date | None:
    """The day the report bears, or None. A day without a year is the last of that name up to `published`.

    >>> dateline("KABUL, July 8, 2021 — Shells fell on the town.")
    datetime.date(2021, 7, 8)
    """
    found = find_dateline(with_clocks(text), published)
    return found.day if found else None


def find_dateline(text: str, published: date | None = None) -> Dateline | None:
    """As `dateline`, with its place in the text. The first lines are looked at, then the last."""
    head = text[:HEAD]
    best: tuple[int, Dateline] | None = None
    for found in _DATE.finditer(head):
        if best is not None and not _has_year(found):
            continue  # “Palma (24 Mar):” below the head of a log
        rank = _rank(head, found)
        if rank and (best is None or rank > best[0]) and (day := _day_of(found, text, published)):
            best = rank, Dateline(day, found.start(), found.end())
    if best is None:
        return _signed_at_the_end(text) or _named_early(text) or _month_of_a_log(text)
    last = _last_entry(head, best[1])
    return Dateline(last, 0, 0) if last else _end_of_period(head, best[1])


_A_MONTH_ALONE = re.compile(rf"(?<![\d.] )\b(?P<month>{MONTH})\s+(?P<year>{YEAR})", _I)
_AN_ENTRY = re.compile(rf"^\s*(?P<day>\d{{1,2}})[-\s](?P<month>{MONTH})", _I | re.MULTILINE)


def _month_of_a_log(text: str) -> Dateline | None:
    """Of a log that only heads “Feb 2020” the last day that an entry bears."""
    named = _A_MONTH_ALONE.search(text[: max(text.find("\n"), 0)])
    entries = _AN_ENTRY.finditer(text) if named else ()
    month = month_number(named["month"]) if named else 0
    days = [int(entry["day"]) for entry in entries if month_number(entry["month"]) == month]
    last = a_day(int(named["year"]), month, max(days)) if named and days else None
    return Dateline(last, 0, 0) if last else None


def _end_of_period(head: str, own: Dateline) -> Dateline:
    """Of “Reporting window: 30 September 2021 – 7 October 2021” the last day."""
    to = _TO.match(head, own.end)
    found = _DATE.match(head, to.end()) if to else None
    day = _day_of(found, head, own.day + _A_SEASON) if found else None
    fits = found is not None and day is not None and own.day < day <= own.day + _A_SEASON
    return Dateline(day, found.start(), found.end()) if found and day and fits else own


def _named_early(text: str) -> Dateline | None:
    """For want of a dateline, the last day that the first lines name with its year; it may be an event's as well."""
    days = [_day_of(found, text) for found in _DATE.finditer(text[:EARLY]) if _in_the_head(text, found)]
    latest = max((day for day in days if day), default=None)
    return Dateline(latest, 0, 0) if latest else None


def _in_the_head(text: str, found: re.Match[str]) -> bool:
    """Whether a date with its year stands above the story, and not as that of an event in it (“on 3 May 1961”)."""
    above = "\n" in text[found.end() :] and text.count("\n", 0, found.start()) < 8
    return above and _has_year(found) and not _OF_AN_EVENT.search(text, max(0, found.start() - 24), found.start())


def _has_year(found: re.Match[str]) -> bool:
    return bool(found["iso"] or found["num"] or found["y1"] or found["y2"] or found["y3"])


def _last_entry(head: str, own: Dateline) -> date | None:
    """The latest day of a log, whose entries each begin with a day and a colon; None where the text is no log."""
    if not re.match(r"\s*:", head[own.end :]) or head[: own.start].rpartition("\n")[2].strip():
        return None
    entries = [found for found in _DATE.finditer(head, own.end) if head[found.start() - 1] == "\n"]
    days = [day for found in entries if head[found.end() : found.end() + 1] == ":" and (day := _day_of(found, head))]
    return max(days, default=None)


def _rank(head: str, found: re.Match[str]) -> int:
    """How surely it is the report's own date: 4 labelled, 3 behind a place, 2 alone on a line, 1 in a short heading."""
    line_start = head.rfind("\n", 0, found.start()) + 1
    line_end = head.find("\n", found.end())
    line_end = len(head) if line_end < 0 else line_end
    before, after = head[line_start : found.start()], head[found.end() : line_end]
    has_year = _has_year(found)
    number = head.count("\n", 0, line_start)
    label = _LABEL.search("\n" + before + found[0][:4])
    if has_year and len(before) < 80 and label and label.end() <= len(before) + 5:
        return 4
    if len(before) <= 92 and _AFTER_PLACE.match(before) and _ends(head, before, found.end()) and _is_place(before):
        return 3
    if has_year and before.lstrip()[:4].isupper() and _AFTER_PLACE.match(before) and head[found.end() :][:1] == " ":
        return 2 if _is_place(before) and head[found.end() + 1 : found.end() + 2].isupper() else 0
    if has_year and not before.strip() and _ENDS_DATELINE.match(head, found.end()):
        return 3
    if not number and not before and after.startswith(":"):
        return 1  # “May 3: Operations in the north”, the year to be told from the release's number
    return _heading_rank(before, after, number) if has_year else 0


def _ends(head: str, before: str, end: int) -> bool:
    """Whether a dash, a colon, a full stop or the bracket that was opened before it closes the dateline."""
    bracketed = before.endswith(("(", "[")) and head[end : end + 1] in (")", "]") and before[:4].isupper()
    return bracketed or _ENDS_DATELINE.match(head, end) is not None


def _is_place(before: str) -> bool:
    """Capitals and few words: “KABUL, Afghanistan (”, not “He was killed in the town on ”."""
    words = re.findall(r"[^\W\d_][\w'’.-]*", before)
    capital = sum(word[0].isupper() for word in words)
    small = [
        word for word in words if not word[0].isupper() and word not in ("of", "the", "de", "and", "el", "al", "la")
    ]
    return 0 < len(words) <= 9 and capital >= 1 and not small


def _heading_rank(before: str, after: str, number: int) -> int:
    words_around = len(before.split()) + len(after.split())
    if number > 14:
        return 0
    if words_around <= 4:
        return 2
    short = words_around <= 12 and not re.search(r"[a-z][.!?]\s*$", after)
    return 1 if short and number <= 7 else 0


def _day_of(found: re.Match[str], text: str, published: date | None = None) -> date | None:
    if found["iso"]:
        year, month, day = (int(part) for part in re.split(r"[-/.]", found["iso"]))
        return a_day(year, month, day)
    if found["num"]:
        one, two, last = re.split(r"[-/.]", found["num"])
        one, two, year = int(one), int(two), full_year(last)
        american = "/" in found["num"] and text.startswith(":", found.end())  # “02/14/2016: Gunmen shot …”
        return (a_day(year, one, two) if american else None) or a_day(year, two, one) or a_day(year, one, two)
    if found["m3"]:
        return a_day(full_year(found["y3"]), month_number(found["m3"]), int(found["d3"]))
    month, day = month_number(found["m1"] or found["m2"]), day_number(found["d1"] or found["d2"])
    if stated := found["y1"] or found["y2"]:
        return a_day(full_year(stated), month, day)
    if published:
        return nearest_year(month, day, published, future=False)
    return _year_guessed(text, month, day, found["wd1"] or found["wd2"])


def _year_guessed(text: str, month: int, day: int, weekday: str | None) -> date | None:
    """The year from elsewhere: a release's number, or the latest one named; a weekday beside the date settles it."""
    if numbered := _RELEASE_NUMBER.search(text[:HEAD]):
        release = date(int(numbered["year"]), int(numbered["month"]), 15)
        return nearest_year(month, day, release + _A_MONTH, future=False)
    named = [int(year[0]) for year in _MENTIONED_YEAR.finditer(text[: 4 * HEAD])]
    if not named:
        return None
    years = range(max(named), max(named) + 3) if weekday else (max(named),)
    days = [found for year in years if (found := a_day(year, month, day))]
    if weekday:
        days = [found for found in days if found.weekday() == weekday_number(weekday)] or days
    return days[0] if days else None


def _signed_at_the_end(text: str) -> Dateline | None:
    start = max(len(text) - TAIL, 0)
    for line in re.finditer(r"[^\n]+", text[start:]):
        found = _DATE.search(line[0])
        if found and len(line[0].split()) <= 9 and (found["iso"] or found["num"] or found["y1"] or found["y2"]):
            day = _day_of(found, text)
            at = start + line.start()
            return Dateline(day, at + found.start(), at + found.end()) if day else None
    return None
