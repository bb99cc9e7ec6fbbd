"""Dates as people say them: today and yesterday, days ago, past hours, weekends, the next morning."""

from __future__ import annotations

import re
from datetime import date, timedelta

from bot.extraction.when.arithmetic import a_day, latest_weekday, month_end, months_back, shifted
from bot.extraction.when.scene import Reading, Scene, one_day
from bot.extraction.when.words import (
    DAY_NUMBER,
    DAY_PART,
    MONTH,
    WEEKDAY,
    day_number,
    weekday_number,
)

_I = re.IGNORECASE


def last_word(left: str) -> str:
    """The word just before, in lower case: a cheap look that spares a costly one."""
    return re.split(r"[\s-]", left[-24:].rstrip(" -\n\t"))[-1].lower()


A_DATE_FOLLOWS = re.compile(
    rf"\.?,?\s*\(?(?:the\s+)?(?:{MONTH}\s+\d|{DAY_NUMBER}[\s-]+(?:of\s+)?{MONTH}|\d{{4}}-\d|\d{{1,2}}[./]\d{{1,2}}[./]\d)",
    _I,
)


_AFTER_OVERNIGHT = re.compile(rf"\s+(?:(?P<into>into|to)\s+|on\s+|from\s+)?(?P<weekday>{WEEKDAY})\b", _I)


_AFTER_DEICTIC = re.compile(rf"(?:\s+(?:early\s+)?{DAY_PART}\b)?", _I)


_DAYS_OFF = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}


_TODAY_IN_A_NAME = re.compile(r"\b(?:USA|Russia|India|Pakistan|Psychology)\s+\Z")
_TODAY_BUT_VAGUE = re.compile(
    r"['’]s\s+(?:world|society|youth|young|generation|show|programme)\b|\s+(?:show|programme)\b|\s*\(USA\b", _I
)


def read_deictic(scene: Scene, core: re.Match[str]) -> Reading | None:
    """“today”, “yesterday evening”, “tomorrow”; “overnight” is the day before to the report's day."""
    if scene.published is None or (core[0] == "TODAY" and scene.text[core.end() : core.end() + 1] == "’"):
        return None
    if core[0][0] == "T" and _TODAY_IN_A_NAME.search(scene.left(core.start())):
        return None
    word = core[0].lower()
    if word == "overnight":
        return _overnight(scene, core)
    day = shifted(scene.published, _DAYS_OFF[word])
    if day is None or _TODAY_BUT_VAGUE.match(scene.text, core.end()):
        return None
    after = _AFTER_DEICTIC.match(scene.text, core.end())
    return one_day(core.start(), after.end() if after else core.end(), day, word, future=word == "tomorrow")


def _overnight(scene: Scene, core: re.Match[str]) -> Reading | None:
    assert scene.published is not None
    named = _AFTER_OVERNIGHT.match(scene.text, core.end())
    if named is None:
        return Reading(core.start(), core.end(), scene.published - timedelta(days=1), scene.published, "overnight")
    if A_DATE_FOLLOWS.match(scene.text, named.end()):
        return None
    day = latest_weekday(weekday_number(named["weekday"]), scene.published)
    days = ((named.start("weekday"), named.end(), day),)
    first = day - timedelta(days=1) if named["into"] else day
    return Reading(core.start(), named.end(), first, day, "overnight", days=days)


_THIS_PART = re.compile(
    r"\b(?:(?P<which>this|last|that|the\s+same|(?:the\s+)?(?:next|following|previous))\s+(?:very\s+)?)\Z", _I
)


_THROUGH_THE_NIGHT = re.compile(r"\b(?:through|during|throughout|in)\s+the\s+\Z", _I)


_BEFORE_LAST = re.compile(r"\s+before\s+last\b", _I)


_BEFORE_OR_AFTER_ENDS = re.compile(r"\s+(?P<side>before|after)(?=\s*(?:[.,;:)”\"’]|$))", _I)


def read_day_part(scene: Scene, core: re.Match[str]) -> Reading | None:
    """“this morning”, “last night”, “the following evening”, “the night before”, “through the night”."""
    left = scene.left(core.start())
    found = _THIS_PART.search(left)
    if found:
        return which_day(scene, core.start() - len(found[0]), core.end(), " ".join(found["which"].lower().split()))
    if scene.published is None or core[0].lower() != "night":
        return None
    if beyond := _BEFORE_LAST.match(scene.text, core.end()):
        return one_day(core.start(), beyond.end(), scene.published - timedelta(days=2), "the night before last")
    if _THROUGH_THE_NIGHT.search(left) and not re.match(r"\s+(?:of|on|between)\b", scene.text[core.end() :][:12]):
        return Reading(core.start(), core.end(), scene.published - timedelta(days=1), scene.published, "overnight")
    return day_beside(scene, core)


def which_day(scene: Scene, start: int, end: int, which: str) -> Reading | None:
    published, anchor = scene.published, scene.anchor
    if A_DATE_FOLLOWS.match(scene.text, end):
        return None
    which = which.removeprefix("the ")
    base = {
        "this": published,
        "last": published and shifted(published, -1),
        "that": anchor,
        "same": anchor or published,
    }
    steps = {"next": 1, "following": 1, "previous": -1}
    origin = anchor or (published if which == "previous" else None)
    day = base[which] if which in base else origin and shifted(origin, steps[which])
    if day and published and day > published and not scene.looks_ahead(start, end):
        return None
    return one_day(start, end, day, f"{which} part of the day") if day else None


def day_beside(scene: Scene, core: re.Match[str]) -> Reading | None:
    """“the day before” and “the night after” at the end of a clause."""
    side = _BEFORE_OR_AFTER_ENDS.match(scene.text, core.end())
    if side is None or not re.search(r"\bthe\s+\Z", scene.left(core.start()), _I):
        return None
    origin = scene.anchor or (scene.published if side["side"].lower() == "before" else None)
    day = shifted(origin, -1 if side["side"].lower() == "before" else 1) if origin else None
    return one_day(core.start() - 4, side.end(), day, "the day beside") if day else None


_ON_THE = re.compile(
    r"\b(?:on|since|from|until|by)\s+the\s+(?:(?:night|morning|evening|afternoon)\s+of\s+the\s+)?\Z", _I
)


_A_CLAUSE_GOES_ON = re.compile(
    r"\s*(?:[.,;:)\n]|$)|\s+(?:at|in|when|and|by|near|with|after|before|the|that|a|an|we|they|he|she|it|our|of\s+this)\b",
    _I,
)


_OPENS = re.compile(r"(?:^|[.!?:\n]\s?)\s*On the \Z")
_NO_DAY = re.compile(
    r"\s+(?:[A-Z]|of\b|(?:brigade|division|corps|battalion|regiment|army|century|anniversary|day|floor|street|time|parallel|"
    r"kilomet|mile|attempt|birthday|hour|night|week|month|year|month|round|line|page)|(?:mechani[sz]ed|armou?red|"
    r"infantry|motori[sz]ed|tank|airborne|mountain|marine|guards)\b)"
)


def _reads_as_a_day(scene: Scene, core: re.Match[str]) -> bool:
    """“On the 15th two pylons were felled”: a sentence that opens so is dated, unless a unit or a count follows."""
    if _A_CLAUSE_GOES_ON.match(scene.text, core.end()):
        return True
    return _OPENS.search(scene.left(core.start())) is not None and not _NO_DAY.match(scene.text, core.end())


def read_ordinal(scene: Scene, core: re.Match[str]) -> Reading | None:
    """“on the 14th”: the latest such day of a month, or the next one after a verb of the future."""
    if scene.published is None or not _ON_THE.search(scene.left(core.start())):
        return None
    if not _reads_as_a_day(scene, core):
        return None
    number, ahead = day_number(core[0]), scene.looks_ahead(core.start(), core.end())
    for months in range(4):
        first = months_back(scene.published.replace(day=1), -months if ahead else months)
        if not 1 <= number <= month_end(first.year, first.month).day:
            continue
        day = first.replace(day=number)
        if day >= scene.published if ahead else day <= scene.published:
            return _up_to_the_second(scene, core, day) or one_day(
                core.start(), core.end(), day, "ordinal", future=ahead
            )
    return None


_AND_THE_NEXT = re.compile(r"\s*(?:and|to|[–-])\s*(?:the\s+)?(?P<day>\d{1,2})(?:st|nd|rd|th)\b", _I)


def _up_to_the_second(scene: Scene, core: re.Match[str], first: date) -> Reading | None:
    """“On the 20th and 21st”: from the one to the other."""
    second = _AND_THE_NEXT.match(scene.text, core.end())
    last = a_day(first.year, first.month, int(second["day"])) if second else None
    if second is None or last is None or last <= first or scene.published is None or last > scene.published:
        return None
    days = ((core.start(), core.end(), first), (second.start("day"), second.end(), last))
    return Reading(core.start(), second.end(), first, last, "ordinals", days=days)
