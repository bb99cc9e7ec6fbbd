"""Dates in figures: 2021-07-08, 12/05/2021, 08JUL21, 8/7, 9/11."""

from __future__ import annotations

import re
from datetime import date

from bot.extraction.when.arithmetic import a_day, nearest_year
from bot.extraction.when.scene import Reading, Scene, one_day
from bot.extraction.when.words import full_year, month_number


def read_iso(scene: Scene, core: re.Match[str]) -> Reading | None:
    """2021-07-08, 2021/07/08, 2021.07.08."""
    year, month, day = (int(part) for part in re.split(r"[-/.]", core[0]))
    meant = a_day(year, month, day)
    ahead = meant is not None and scene.published is not None and meant > scene.published
    return one_day(core.start(), core.end(), meant, "numeric day", future=ahead) if meant else None


def read_numeric(scene: Scene, core: re.Match[str]) -> Reading | None:
    """12/05/2021: the day first, unless that is impossible, or lies ahead of the report where month first does not, or
    the text writes its other dates in the way of the United States.
    """
    one, two, last = re.split(r"[-/.]", core[0])
    year = full_year(last)
    day_first, month_first = a_day(year, int(two), int(one)), a_day(year, int(one), int(two))
    meant = day_first or month_first
    if day_first and month_first and (_lies_ahead(scene, day_first, month_first) or scene.writes_the_month_first):
        meant = month_first
    return one_day(core.start(), core.end(), meant, "numeric day") if meant else None


def _lies_ahead(scene: Scene, day_first: date, month_first: date) -> bool:
    return scene.published is not None and day_first > scene.published >= month_first


_LEADS_TO_A_DAY = re.compile(
    r"\b(?:on|since|of|from|until|till|by|to|before|after|between|and|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*)[,.]?\s\Z",
    re.IGNORECASE,
)
_OPENS_A_LINE = re.compile(r"(?:\A|\n)[^\w\n]{0,6}\Z")
_CLOSES = re.compile(r"\s*(?:[.,;:)\n–—|/-](?!\w)|\Z)|\s+\([A-Z]|\s+[a-z]")
_NO_DAY = re.compile(r"\s+(?:of|rds?|majority|mile|battalion|bn|cav|inf|casing|full|complete)\b", re.IGNORECASE)
_SAID_BEFORE = re.compile(r"[a-z]{3}\s\Z")
A_SEASON = 100  # days before the report in which a day without a year lies


def read_slashed(scene: Scene, core: re.Match[str]) -> Reading | None:
    """“on 5/12”, “killed 3/12.”, “03/11 – ”: the latest such day up to the report; “24/7” and “2/3 of” are none."""
    start, end = core.start(), core.end()
    if scene.published is None or core[0] == "24/7" or _NO_DAY.match(scene.text, end):
        return None
    left, closes = scene.left(start), _CLOSES.match(scene.text, end) is not None
    led = _LEADS_TO_A_DAY.search(left) is not None
    opens = _OPENS_A_LINE.search(left) is not None or start == 0
    if not closes or not (
        led or opens or (_SAID_BEFORE.search(left) and not scene.text[end : end + 2].strip(" ").isalpha())
    ):
        return None
    one, two = (int(part) for part in core[0].split("/"))
    meant = _recent(scene.published, two, one) or _recent(scene.published, one, two)
    return one_day(start, end, meant, "slashed day") if meant else None


def _recent(published: date, month: int, day: int) -> date | None:
    meant = nearest_year(month, day, published, future=False) if a_day(2000, month, day) else None
    return meant if meant and 0 <= (published - meant).days <= A_SEASON else None


_MILITARY = re.compile(r"(?P<day>\d{1,2})(?:\d{4}[A-Z]?\s?|\s?-?)(?P<month>[A-Za-z]{3,9})[\s-]?(?P<year>\d{4}|\d\d)\Z")


def read_military(scene: Scene, core: re.Match[str]) -> Reading | None:
    """08JUL21, 081430Z JUL 21, 8-Jul-2021."""
    found = _MILITARY.match(core[0])
    if found is None:
        return None
    meant = a_day(full_year(found["year"]), month_number(found["month"]), int(found["day"]))
    return one_day(core.start(), core.end(), meant, "military day") if meant else None


_THE_DAY = date(2001, 9, 11)


def read_nine_eleven(scene: Scene, core: re.Match[str]) -> Reading | None:
    """“9/11” of 2001, in what was written since."""
    start = core.start()
    if (
        scene.published is None
        or scene.published < _THE_DAY
        or scene.text[max(start - 1, 0) : start] in ("-", ".", ",")
    ):
        return None
    return one_day(start, core.end(), _THE_DAY, "known day")
