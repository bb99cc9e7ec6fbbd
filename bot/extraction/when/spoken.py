"""Dates as people say them: weekdays, today and yesterday, days ago, past hours, weekends, the next morning."""

from __future__ import annotations

import re
from datetime import date, timedelta
from math import ceil

from bot.claims.model import Precision
from bot.extraction.lexicon.calendar import NOT_A_WEEKDAY_AFTER, NOT_A_WEEKDAY_BEFORE, NUMBERS, ORDINALS, VAGUE_NUMBERS
from bot.extraction.when.arithmetic import latest_weekday, month_end, months_back, next_weekday, shifted
from bot.extraction.when.scene import Reading, Scene, one_day
from bot.extraction.when.words import (
    COUNT,
    DAY_NUMBER,
    DAY_PART,
    MONTH,
    ORDINAL_WORD,
    TO,
    WEEKDAY,
    any_of,
    day_number,
    small_number,
    weekday_number,
)

_I = re.IGNORECASE


def last_word(left: str) -> str:
    """The word just before, in lower case: a cheap look that spares a costly one."""
    return re.split(r"[\s-]", left[-24:].rstrip(" -\n\t"))[-1].lower()


_A_DATE_FOLLOWS = re.compile(
    rf"\.?,?\s*\(?(?:the\s+)?(?:{MONTH}\s+\d|{DAY_NUMBER}[\s-]+(?:of\s+)?{MONTH}|\d{{4}}-\d|\d{{1,2}}[./]\d{{1,2}}[./]\d)",
    _I,
)
_BEFORE_WEEKDAY = re.compile(
    rf"(?:\b(?P<night>(?:in\s+)?the\s+(?:early\s+hours|morning|afternoon|evening|night|small\s+hours)\s+of)\s+"
    rf"|\b(?P<early>late|early|mid|overnight)\s+(?:on\s+)?)?"
    rf"(?:\b(?P<which>(?:this\s+)?(?:past|last|coming)|next|this|previous|following|every|each|{any_of(NOT_A_WEEKDAY_AFTER)})\s+)?\Z",
    _I,
)
_AFTER_WEEKDAY = re.compile(rf"(?:\s+{DAY_PART}\b)?", _I)
_SECOND_WEEKDAY = re.compile(
    rf"(?:\s+{DAY_PART}\b)?(?:{TO}|\s+into\s+|\s*,\s*(?=\w+,?\s+and\b))"
    rf"(?:(?:early|late)\s+)?(?P<second>{WEEKDAY})\b(?:\s+{DAY_PART}\b)?",
    _I,
)
_LEADS_TO_WEEKDAY = frozenset(
    (
        "of",
        "on",
        "late",
        "early",
        "mid",
        "overnight",
        "past",
        "last",
        "coming",
        "next",
        "this",
        "previous",
        "following",
        "every",
        "each",
        *NOT_A_WEEKDAY_AFTER,
    )
)
_NO_WEEKDAY = re.compile(rf"\s+{any_of(NOT_A_WEEKDAY_BEFORE)}\b|['’]s\s+Child\b", _I)


def read_weekday(scene: Scene, core: re.Match[str]) -> Reading | None:
    """“on Wednesday” is the latest one up to the report's day; “next Friday” and “will vote on Friday” look ahead."""
    text, published, end = scene.text, scene.published, core.end()
    if published is None or _A_DATE_FOLLOWS.match(text, end) or _NO_WEEKDAY.match(text, end):
        return None
    left = scene.left(core.start())
    before = _BEFORE_WEEKDAY.search(left) if last_word(left) in _LEADS_TO_WEEKDAY else None
    which = " ".join((before["which"] or "").lower().split()) if before else ""
    if which in ("every", "each") or which in NOT_A_WEEKDAY_AFTER:
        return None
    start = core.start() - (len(before[0]) if before else 0)
    weekday = weekday_number(core[0])
    second = _SECOND_WEEKDAY.match(text, end)
    if second and not _A_DATE_FOLLOWS.match(text, second.end()) and not which:
        return _two_weekdays(scene, core, start, second)
    after = _AFTER_WEEKDAY.match(text, end)
    end = after.end() if after else end
    ahead = which in ("next", "coming", "this coming") or (
        which in ("", "this", "following") and scene.looks_ahead(start, end)
    )
    day = _weekday_meant(weekday, published, which, ahead, scene.anchor)
    return one_day(start, end, day, "weekday", future=ahead)


def _weekday_meant(weekday: int, published: date, which: str, ahead: bool, anchor: date | None) -> date:
    if which == "following" and anchor:
        return next_weekday(weekday, anchor + timedelta(days=1))
    if which == "previous" and anchor:
        return latest_weekday(weekday, anchor - timedelta(days=1))
    if which.endswith(("last", "past")):
        return latest_weekday(weekday, published - timedelta(days=1))
    if which in ("next", "coming", "this coming"):
        return next_weekday(weekday, published + timedelta(days=1))
    return next_weekday(weekday, published) if ahead else latest_weekday(weekday, published)


def _two_weekdays(scene: Scene, core: re.Match[str], start: int, second: re.Match[str]) -> Reading:
    assert scene.published is not None
    ahead = scene.looks_ahead(start, second.end())
    if ahead:
        first = next_weekday(weekday_number(core[0]), scene.published)
        last = next_weekday(weekday_number(second["second"]), first)
    else:
        last = latest_weekday(weekday_number(second["second"]), scene.published)
        first = latest_weekday(weekday_number(core[0]), last)
    days = ((start, core.end(), first), (second.start("second"), second.end(), last))
    return Reading(start, second.end(), first, last, "weekdays", future=ahead, days=days)


_AFTER_OVERNIGHT = re.compile(rf"\s+(?:(?P<into>into|to)\s+|on\s+|from\s+)?(?P<weekday>{WEEKDAY})\b", _I)
_AFTER_DEICTIC = re.compile(rf"(?:\s+(?:early\s+)?{DAY_PART}\b)?", _I)
_DAYS_OFF = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
_TODAY_BUT_VAGUE = re.compile(r"['’]s\s+(?:world|society|youth|young|generation)\b|\s*\(USA\b", _I)


def read_deictic(scene: Scene, core: re.Match[str]) -> Reading | None:
    """“today”, “yesterday evening”, “tomorrow”; “overnight” is the day before to the report's day."""
    if scene.published is None or (core[0] == "TODAY" and scene.text[core.end() : core.end() + 1] == "’"):
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
    if _A_DATE_FOLLOWS.match(scene.text, named.end()):
        return None
    day = latest_weekday(weekday_number(named["weekday"]), scene.published)
    days = ((named.start("weekday"), named.end(), day),)
    first = day - timedelta(days=1) if named["into"] else day
    return Reading(core.start(), named.end(), first, day, "overnight", days=days)


_THIS_PART = re.compile(
    r"\b(?:(?P<which>this|last|that|the\s+same|(?:the\s+)?(?:next|following|previous))\s+(?:very\s+)?)\Z", _I
)
_THROUGH_THE_NIGHT = re.compile(r"\b(?:through|during|throughout|in)\s+the\s+\Z", _I)
_BEFORE_OR_AFTER_ENDS = re.compile(r"\s+(?P<side>before|after)(?=\s*(?:[.,;:)”\"’]|$))", _I)


def read_day_part(scene: Scene, core: re.Match[str]) -> Reading | None:
    """“this morning”, “last night”, “the following evening”, “the night before”, “through the night”."""
    left = scene.left(core.start())
    found = _THIS_PART.search(left)
    if found:
        return _which_day(scene, core.start() - len(found[0]), core.end(), " ".join(found["which"].lower().split()))
    if scene.published is None or core[0].lower() != "night":
        return None
    if _THROUGH_THE_NIGHT.search(left) and not re.match(r"\s+(?:of|on|between)\b", scene.text[core.end() :][:12]):
        return Reading(core.start(), core.end(), scene.published - timedelta(days=1), scene.published, "overnight")
    return _day_beside(scene, core)


def _which_day(scene: Scene, start: int, end: int, which: str) -> Reading | None:
    published, anchor = scene.published, scene.anchor
    if _A_DATE_FOLLOWS.match(scene.text, end):
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
    return one_day(start, end, day, f"{which} part of the day") if day else None


def _day_beside(scene: Scene, core: re.Match[str]) -> Reading | None:
    """“the day before” and “the night after” at the end of a clause."""
    side = _BEFORE_OR_AFTER_ENDS.match(scene.text, core.end())
    if side is None or not re.search(r"\bthe\s+\Z", scene.left(core.start()), _I):
        return None
    origin = scene.anchor or (scene.published if side["side"].lower() == "before" else None)
    day = shifted(origin, -1 if side["side"].lower() == "before" else 1) if origin else None
    return one_day(core.start() - 4, side.end(), day, "the day beside") if day else None


_DAY_BEFORE_YESTERDAY = re.compile(r"\s+(?P<word>before\s+yesterday|after\s+tomorrow)\b", _I)
_WHICH_DAY = re.compile(r"\b(?:that|(?:the\s+)?(?:very\s+)?(?:same|previous|next|following))\s+\Z", _I)
_RUNNING_BEFORE = re.compile(
    rf"\b(?P<nth>{ORDINAL_WORD}|\d{{1,3}}(?:st|nd|rd|th))(?:\s+|-)(?P<straight>straight|consecutive|successive|running)?\s*\Z",
    _I,
)
_RUNNING_AFTER = re.compile(r"\s+(?:running|in\s+a\s+row|of\s+(?:fighting|clashes|shelling|violence|battles))\b", _I)
_FOR_A = re.compile(r"\bfor\s+(?:a|the)\s+[\w-]+\s+(?:straight\s+|consecutive\s+)?\Z", _I)
_IN_THE_PAST = re.compile(
    rf"\b(?P<the>the\s+|these\s+|this\s+)?(?P<past>past|last|previous|preceding)\s+(?:(?P<count>{COUNT})(?:\s+or\s+(?:so|more))?[\s-]+)?\Z",
    _I,
)
_COUNTED = re.compile(
    rf"\b(?:(?P<about>about|some|around|nearly|over|more\s+than|less\s+than|just|only|almost)\s+)?(?P<count>{COUNT})[\s-]+\Z",
    _I,
)
_AWAY = re.compile(r"\s+(?:before|after)\s", _I)
_AGO = re.compile(r"\s+(?P<side>ago|earlier|before(?=\s*[.,;)])|later|after(?=\s*[.,;)])|previously)\b", _I)
_LEADS_TO_UNIT = frozenset(
    (
        "the",
        "this",
        "that",
        "same",
        "last",
        "next",
        "past",
        "previous",
        "preceding",
        "following",
        "or",
        "so",
        "more",
        "straight",
        "consecutive",
        "successive",
        *" ".join((*NUMBERS, *ORDINALS)).replace("-", " ").split(),
    )
)
_WHOLE = re.compile(
    r"\b(?P<early>earlier\s+|later\s+|late\s+|early\s+)?(?P<which>this|last|next|(?:this\s+)?past|previous|the\s+previous|the\s+following|the\s+same|(?:over|at|during|since|on)\s+the)\s+\Z",
    _I,
)


def read_unit(scene: Scene, core: re.Match[str]) -> Reading | None:
    """Days, weeks, months, years and hours: counted, past, ago, this and last."""
    unit = core[0].lower().rstrip("s")
    left = scene.left(core.start())
    word = last_word(left)
    side = _AGO.match(scene.text, core.end())
    if (
        side is None
        and not _AWAY.match(scene.text, core.end())
        and word not in _LEADS_TO_UNIT
        and word[-2:] not in ("st", "nd", "rd", "th")
        and not word.isdigit()
    ):
        return None
    if unit == "day" and (found := _day_word(scene, core, left)):
        return found
    if (edge := _EDGE.search(left)) and core[0].lower() == unit and unit in ("week", "month", "year"):
        return _edge_of_unit(scene, core, edge, unit)
    if unit != "day" and (whole := _WHOLE.search(left)) and core[0].lower() == unit:
        return _whole_unit(scene, core, whole, unit)
    past = _IN_THE_PAST.search(left)
    if past and unit != "weekend":
        return _past_units(scene, core, past, unit)
    if side is None:
        return None
    counted = _COUNTED.search(left)
    if counted:
        return _units_away(scene, core.start() - len(counted[0]), side, unit, counted["count"].lower())
    if side["side"].lower() == "ago" and unit == "hour":
        return _units_away(scene, core.start(), side, unit, "few")
    return None


def _day_word(scene: Scene, core: re.Match[str], left: str) -> Reading | None:
    text, published = scene.text, scene.published
    beyond = _DAY_BEFORE_YESTERDAY.match(text, core.end())
    if beyond and published:
        ahead = beyond["word"].lower().startswith("after")
        day = shifted(published, 2 if ahead else -2)
        return one_day(core.start(), beyond.end(), day, "beyond yesterday", future=ahead) if day else None
    which = _WHICH_DAY.search(left)
    if which and core[0].lower() == "day" and not re.match(r"\s+of\b", text[core.end() : core.end() + 5]):
        return _which_day(scene, core.start() - len(which[0]), core.end(), which[0].split()[-1].lower())
    running = _RUNNING_BEFORE.search(left)
    if running and published and (running["straight"] or _RUNNING_AFTER.match(text, core.end()) or _FOR_A.search(left)):
        first = shifted(published, 1 - min(day_number(running["nth"]), 31)) or published
        return Reading(core.start() - len(running[0]), core.end(), first, published, "another day running")
    return _day_beside(scene, core)


_EDGE = re.compile(
    r"\bthe\s+(?:very\s+)?(?P<edge>start|beginning|end|middle)\s+of\s+(?P<which>the|this|last|next)\s+\Z", _I
)
_FIRST_DAYS = 10  # of a month; the beginning of a week is its first day, that of a year its first month


def _edge_of_unit(scene: Scene, core: re.Match[str], edge: re.Match[str], unit: str) -> Reading | None:
    """“since the start of the month”, “at the beginning of last week”."""
    if scene.published is None:
        return None
    which = edge["which"].lower()
    span = _unit_span(scene.published, unit, "this" if which == "the" else which, None)
    if span is None or edge["edge"].lower() in ("end", "middle"):
        return None
    first, last, precision = span
    reach = {"week": 0, "month": _FIRST_DAYS - 1, "year": 30}[unit]
    until = min(shifted(first, reach) or last, max(last, first))
    return Reading(core.start() - len(edge[0]), core.end(), first, until, f"start of {unit}", precision)


def _whole_unit(scene: Scene, core: re.Match[str], whole: re.Match[str], unit: str) -> Reading | None:
    if scene.published is None:
        return None
    which = whole["which"].lower().split()[-1]
    if which == "the" and unit != "weekend":
        return None
    start = core.start() - len(whole[0])
    if whole["which"].lower().startswith("since"):
        start = core.start() - len("the ")
    span = _unit_span(scene.published, unit, which, scene.anchor)
    if span is None:
        return None
    first, last, precision = span
    return Reading(start, core.end(), first, last, f"{which} {unit}", precision, future=first > scene.published)


def _unit_span(published: date, unit: str, which: str, anchor: date | None) -> tuple[date, date, Precision] | None:
    step = {"this": 0, "the": 0, "same": 0, "next": 1, "following": 1}.get(which, -1)
    origin = anchor if which in ("same", "following", "previous") and anchor else published
    monday = origin - timedelta(days=origin.weekday())
    if unit in ("week", "fortnight"):
        first = monday + timedelta(weeks=step)
        return first, (published if which == "this" else first + timedelta(days=6)), Precision.WEEK
    if unit == "weekend":
        return _weekend(published, step)
    if unit == "month":
        first = months_back(origin.replace(day=1), -step)
        return first, (published if which == "this" else month_end(first.year, first.month)), Precision.MONTH
    if unit == "year":
        year = origin.year + step
        return date(year, 1, 1), (published if which == "this" else date(year, 12, 31)), Precision.YEAR
    return None


def _weekend(published: date, step: int) -> tuple[date, date, Precision]:
    if step > 0:
        saturday = next_weekday(5, published + timedelta(days=1))
        return saturday, saturday + timedelta(days=1), Precision.DAY
    sunday = latest_weekday(6, published)
    return sunday - timedelta(days=1), sunday, Precision.DAY


def _past_units(scene: Scene, core: re.Match[str], past: re.Match[str], unit: str) -> Reading | None:
    """“in the past 24 hours”, “over the last two weeks”, “the past week”."""
    if scene.published is None or (past["past"].lower() in ("previous", "preceding") and scene.anchor is None):
        return None
    word = (past["count"] or ("a" if core[0].lower() == unit else "a few")).lower()
    first = _back(scene.published, unit, small_number(word))
    if first is None:
        return None
    precision = Precision.DAY if unit in ("hour", "day") and word not in VAGUE_NUMBERS else Precision.WEEK
    precision = {"month": Precision.MONTH, "year": Precision.YEAR}.get(unit, precision)
    return Reading(core.start() - len(past[0]), core.end(), first, scene.published, f"past {unit}s", precision)


def _back(day: date, unit: str, count: int) -> date | None:
    if unit in ("month", "year"):
        return months_back(day, count * (12 if unit == "year" else 1))
    days = {"hour": ceil(count / 24) if count > 12 else 0, "day": count, "week": 7 * count, "fortnight": 14 * count}
    return shifted(day, -days[unit]) if unit in days else None


def _units_away(scene: Scene, start: int, side: re.Match[str], unit: str, count: str) -> Reading | None:
    """“two days ago” from the report's day; “two days later” from the day named last."""
    where = side["side"].lower()
    forward = where in ("later", "after")
    origin = scene.published if where == "ago" else scene.anchor or (None if forward else scene.published)
    number = small_number(" ".join(count.split()))
    if origin is None or unit == "weekend" or (unit == "hour" and forward):
        return None
    if forward:
        days = {"day": 1, "week": 7, "fortnight": 14, "month": 30, "year": 365}[unit] * number
        day = shifted(origin, days)
    else:
        day = _back(origin, unit, number)
    if day is None:
        return None
    if unit == "day" and count not in VAGUE_NUMBERS:
        return one_day(start, side.end(), day, f"days {where}")
    return _roughly(start, side.end(), day, unit, where)


def _roughly(start: int, end: int, day: date, unit: str, where: str) -> Reading:
    rule = f"{unit}s {where}"
    if unit == "year":
        return Reading(start, end, date(day.year, 1, 1), date(day.year, 12, 31), rule, Precision.YEAR)
    if unit == "month":
        return Reading(start, end, day.replace(day=1), month_end(day.year, day.month), rule, Precision.MONTH)
    precision = Precision.DAY if unit == "hour" else Precision.WEEK
    return Reading(start, end, day, day, rule, precision)


_ON_THE = re.compile(
    r"\b(?:on|since|from|until|by)\s+the\s+(?:(?:night|morning|evening|afternoon)\s+of\s+the\s+)?\Z", _I
)
_A_CLAUSE_GOES_ON = re.compile(
    r"\s*(?:[.,;:)\n]|$)|\s+(?:at|in|when|and|by|near|with|after|before|the|that|a|an|we|they|he|she|it|our|of\s+this)\b",
    _I,
)


def read_ordinal(scene: Scene, core: re.Match[str]) -> Reading | None:
    """“on the 14th”: the latest such day of a month."""
    if scene.published is None or not _ON_THE.search(scene.left(core.start())):
        return None
    if not _A_CLAUSE_GOES_ON.match(scene.text, core.end()):
        return None
    number = day_number(core[0])
    for back in range(4):
        first = months_back(scene.published.replace(day=1), back)
        if 1 <= number <= month_end(first.year, first.month).day and first.replace(day=number) <= scene.published:
            return one_day(core.start(), core.end(), first.replace(day=number), "ordinal")
    return None
