"""Days, weeks, months, years and hours: counted, past, ago, this and last, the next day, the start of the month."""

from __future__ import annotations

import re
from datetime import date, timedelta
from math import ceil

from bot.claims.model import Precision
from bot.extraction.lexicon.calendar import NUMBERS, ORDINALS, VAGUE_NUMBERS
from bot.extraction.when.arithmetic import latest_weekday, month_end, months_back, next_weekday, shifted
from bot.extraction.when.scene import Reading, Scene, one_day
from bot.extraction.when.spoken import day_beside, last_word, which_day
from bot.extraction.when.words import (
    COUNT,
    ORDINAL_WORD,
    day_number,
    small_number,
)

_I = re.IGNORECASE


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


_TO_LAST = re.compile(r"\b(?:to|will|would|can|could|may|might|should|must|not|ll)\s+last\Z", _I)


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
    unit = "hour" if unit == "hr" else unit
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
    if past and unit != "weekend" and not _TO_LAST.search(left[: past.start()] + past[0][:4]):
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
        return which_day(scene, core.start() - len(which[0]), core.end(), which[0].split()[-1].lower())
    running = _RUNNING_BEFORE.search(left)
    if running and published and (running["straight"] or _RUNNING_AFTER.match(text, core.end()) or _FOR_A.search(left)):
        first = shifted(published, 1 - min(day_number(running["nth"]), 31)) or published
        return Reading(core.start() - len(running[0]), core.end(), first, published, "another day running")
    return day_beside(scene, core)


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
