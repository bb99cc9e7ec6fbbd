"""Dates as people say them: weekdays, today and yesterday, days ago, past hours, weekends, the next morning."""

from __future__ import annotations

import re
from datetime import date, timedelta

from bot.extraction.lexicon.calendar import NOT_A_WEEKDAY_AFTER, NOT_A_WEEKDAY_BEFORE, ORDINALS
from bot.extraction.when.arithmetic import latest_weekday, month_end, months_back, next_weekday, shifted
from bot.extraction.when.scene import Reading, Scene, one_day
from bot.extraction.when.words import (
    DAY_NUMBER,
    DAY_PART,
    MONTH,
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
    rf"(?:\b(?P<which>(?:this\s+)?(?:past|last|coming)|next|this|previous|following|every|each|on\s+a|{any_of(NOT_A_WEEKDAY_AFTER)})\s+)?\Z",
    _I,
)


_AFTER_WEEKDAY = re.compile(rf"(?:\s+{DAY_PART}\b)?(?:\s+(?:of\s+)?(?P<week>this|last|next)\s+week\b)?", _I)
_WEEKS_FROM = re.compile(r"\b(?P<count>a|one|two|three|four)\s+weeks?\s+from\s+(?:next\s+|this\s+)?\Z", _I)
# “said on Tuesday that talks would resume on Thursday”: Thursday is seen from that Tuesday.
_SAID_IT_WOULD = re.compile(r"(?:[^.!?\n]|[.!?](?!\s)){0,120}?\bwould\b(?:[^.!?\n]|[.!?](?!\s)){0,120}\Z", _I)
_OF_A_MONTH = re.compile(rf"\s+(?:of|in)\s+(?:the\s+|each\s+|every\s+|a\s+)?(?:month|year|{MONTH})", _I)
_BESIDE_THE_ANCHOR = re.compile(r"\s+(?P<side>before|after)(?:\s+that\b)?(?P<ends>\s*(?:[.,;:)”\"’]|$))?", _I)


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
        "a",
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
    if which in ("every", "each", "on a") or which in NOT_A_WEEKDAY_AFTER:
        return None
    start = core.start() - (len(before[0]) if before else 0)
    weekday = weekday_number(core[0])
    second = _SECOND_WEEKDAY.match(text, end)
    if second and not _A_DATE_FOLLOWS.match(text, second.end()) and not which:
        return _two_weekdays(scene, core, start, second)
    word = last_word(left)
    if word == "the" and (beside := _BESIDE_THE_ANCHOR.match(text, end)):
        return _beside_the_anchor(scene, core, weekday, beside)
    if (word == "last" or word in ORDINALS) and _OF_A_MONTH.match(text, end):
        return None
    if word in ("from", "next", "this") and (weeks := _WEEKS_FROM.search(left)):
        return _weeks_from(scene, core, weekday, weeks)
    after = _AFTER_WEEKDAY.match(text, end)
    end = after.end() if after else end
    if after and after["week"]:
        day = _of_the_week(weekday, published, after["week"].lower())
        return one_day(start, end, day, "weekday", future=day > published)
    ahead = which in ("next", "coming", "this coming") or (
        which in ("", "this", "following") and _lies_ahead(scene, start, end, which)
    )
    seen_from = (
        scene.anchor
        if ahead and not which and scene.anchor and _SAID_IT_WOULD.match(scene.since_anchor(start))
        else None
    )
    day = _weekday_meant(weekday, seen_from or published, which, ahead, scene.anchor)
    return one_day(start, end, day, "weekday", future=ahead)


def _lies_ahead(scene: Scene, start: int, end: int, which: str) -> bool:
    """“this Friday” without a verb that tells is the one to come."""
    told = scene.direction(start, end)
    return told is True or (told is None and which == "this")


def _of_the_week(weekday: int, published: date, which: str) -> date:
    """“Thursday of next week”, “Monday last week”."""
    weeks = {"this": 0, "last": -1, "next": 1}[which]
    return published + timedelta(days=weekday - published.weekday(), weeks=weeks)


def _weeks_from(scene: Scene, core: re.Match[str], weekday: int, weeks: re.Match[str]) -> Reading:
    """“a week from Monday”."""
    assert scene.published is not None
    first = next_weekday(weekday, scene.published + timedelta(days=1))
    day = first + timedelta(weeks=small_number(weeks["count"].lower()))
    return one_day(core.start() - len(weeks[0]), core.end(), day, "weeks from", future=True)


def _beside_the_anchor(scene: Scene, core: re.Match[str], weekday: int, beside: re.Match[str]) -> Reading | None:
    """“the Sunday before” counts from the day named last; “the Sunday before the vote” from one that is not known."""
    if scene.anchor is None or beside["ends"] is None:
        return None
    after = beside["side"].lower() == "after"
    day = (
        next_weekday(weekday, scene.anchor + timedelta(days=1))
        if after
        else latest_weekday(weekday, scene.anchor - timedelta(days=1))
    )
    return one_day(core.start(), beside.end("side"), day, "weekday beside")


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


def read_ordinal(scene: Scene, core: re.Match[str]) -> Reading | None:
    """“on the 14th”: the latest such day of a month, or the next one after a verb of the future."""
    if scene.published is None or not _ON_THE.search(scene.left(core.start())):
        return None
    if not _A_CLAUSE_GOES_ON.match(scene.text, core.end()):
        return None
    number, ahead = day_number(core[0]), scene.looks_ahead(core.start(), core.end())
    for months in range(4):
        first = months_back(scene.published.replace(day=1), -months if ahead else months)
        if not 1 <= number <= month_end(first.year, first.month).day:
            continue
        day = first.replace(day=number)
        if day >= scene.published if ahead else day <= scene.published:
            return one_day(core.start(), core.end(), day, "ordinal", future=ahead)
    return None
