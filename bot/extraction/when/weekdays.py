"""Weekdays: “on Wednesday”, “late last Friday”, “Thursday of next week”, “Monday to Wednesday”, “the Sunday before”."""

from __future__ import annotations

import re
from datetime import date, timedelta

from bot.extraction.lexicon.calendar import NOT_A_WEEKDAY_AFTER, NOT_A_WEEKDAY_BEFORE, ORDINALS
from bot.extraction.when.arithmetic import latest_weekday, next_weekday
from bot.extraction.when.scene import Reading, Scene, one_day
from bot.extraction.when.spoken import A_DATE_FOLLOWS, last_word
from bot.extraction.when.words import DAY_PART, MONTH, TO, WEEKDAY, any_of, small_number, weekday_number

_I = re.IGNORECASE

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
_WEEK_NAMED_BEFORE = re.compile(
    r"\b(?:(?P<count>a|one|two|three|four)\s+weeks?\s+ago\s+(?:on\s+|last\s+)?|(?P<which>this|last|next)\s+week,?\s+on\s+)\Z",
    _I,
)
_BESIDE_THE_ANCHOR = re.compile(r"\s+(?P<side>before|after)(?:\s+that\b)?(?P<ends>\s*(?:[.,;:)”\"’]|$))?", _I)


_SECOND_WEEKDAY = re.compile(
    rf"(?:\s+{DAY_PART}\b)?(?:{TO}|\s+into\s+|\s*,\s*(?=\w+,?\s+and\b))"
    rf"(?:(?:early|late)\s+)?(?P<second>{WEEKDAY})\b(?:\s+{DAY_PART}\b)?",
    _I,
)


_LEADS_TO_WEEKDAY = frozenset({
    "of", "on", "late", "early", "mid", "overnight", "past", "last", "coming", "next", "this", "a", "previous",
    "following", "every", "each", *NOT_A_WEEKDAY_AFTER,
})  # fmt: skip


_NO_WEEKDAY = re.compile(rf"\s+{any_of(NOT_A_WEEKDAY_BEFORE)}\b|['’]s\s+Child\b", _I)
_A_PAPER = re.compile(r"\b(?:Mail|Independent|Scotland|Wales)\s+on\s+\Z")


def read_weekday(scene: Scene, core: re.Match[str]) -> Reading | None:
    """“on Wednesday” is the latest one up to the report's day; “next Friday” and “will vote on Friday” look ahead."""
    text, end, left = scene.text, core.end(), scene.left(core.start())
    if A_DATE_FOLLOWS.match(text, end) or _NO_WEEKDAY.match(text, end) or _A_PAPER.search(left):
        return None
    before = _BEFORE_WEEKDAY.search(left) if last_word(left) in _LEADS_TO_WEEKDAY else None
    which = " ".join((before["which"] or "").lower().split()) if before else ""
    if scene.published is None or _any_such_day(scene, core, which, last_word(left)):
        return None
    start = core.start() - (len(before[0]) if before else 0)
    second = _SECOND_WEEKDAY.match(text, end)
    if second and not A_DATE_FOLLOWS.match(text, second.end()) and not which:
        return _two_weekdays(scene, core, start, second)
    return _reckoned(scene, core, which, left) or _one_weekday(scene, core, start, which)


def _any_such_day(scene: Scene, core: re.Match[str], which: str, word: str) -> bool:
    """“every Monday”, “on a Friday”, “the first Monday of the month”, “the Sunday before the vote”."""
    if which in ("every", "each", "on a") or which in NOT_A_WEEKDAY_AFTER:
        return True
    if word == "last" or word in ORDINALS:
        return _OF_A_MONTH.match(scene.text, core.end()) is not None
    beside = _BESIDE_THE_ANCHOR.match(scene.text, core.end()) if word == "the" else None
    return beside is not None and (scene.anchor is None or beside["ends"] is None)


def _reckoned(scene: Scene, core: re.Match[str], which: str, left: str) -> Reading | None:
    """A weekday that is counted from a week or from another day that is named beside it."""
    weekday, word = weekday_number(core[0]), last_word(left)
    named = None if which else _WEEK_NAMED_BEFORE.search(scene.text, max(core.start() - 26, 0), core.start())
    if named:
        return _in_a_named_week(scene, core, weekday, named)
    if word == "the" and (beside := _BESIDE_THE_ANCHOR.match(scene.text, core.end())):
        return _beside_the_anchor(scene, core, weekday, beside)
    if word in ("from", "next", "this") and (weeks := _WEEKS_FROM.search(left)):
        return _weeks_from(scene, core, weekday, weeks)
    return None


def _one_weekday(scene: Scene, core: re.Match[str], start: int, which: str) -> Reading:
    assert scene.published is not None
    weekday, after = weekday_number(core[0]), _AFTER_WEEKDAY.match(scene.text, core.end())
    end = after.end() if after else core.end()
    if after and after["week"]:
        day = _of_the_week(weekday, scene.published, after["week"].lower())
        return one_day(start, end, day, "weekday", future=day > scene.published)
    ahead = which in ("next", "coming", "this coming") or (
        which in ("", "this", "following") and _lies_ahead(scene, start, end, which)
    )
    seen_from = _day_of_saying(scene, start) if ahead and not which else None
    day = _weekday_meant(weekday, seen_from or scene.published, which, ahead, scene.anchor)
    return one_day(start, end, day, "weekday", future=ahead)


def _day_of_saying(scene: Scene, start: int) -> date | None:
    return scene.anchor if scene.anchor and _SAID_IT_WOULD.match(scene.since_anchor(start)) else None


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


def _in_a_named_week(scene: Scene, core: re.Match[str], weekday: int, named: re.Match[str]) -> Reading:
    """“a week ago Friday”, “last week on Friday”."""
    published = scene.published
    assert published is not None
    if named["which"]:
        day = _of_the_week(weekday, published, named["which"].lower())
    else:
        day = latest_weekday(weekday, published) - timedelta(weeks=small_number(named["count"].lower()))
    return one_day(core.start(), core.end(), day, "weekday", future=day > published)


def _beside_the_anchor(scene: Scene, core: re.Match[str], weekday: int, beside: re.Match[str]) -> Reading:
    """“the Sunday before” counts from the day named last."""
    assert scene.anchor is not None
    if beside["side"].lower() == "after":
        day = next_weekday(weekday, scene.anchor + timedelta(days=1))
    else:
        day = latest_weekday(weekday, scene.anchor - timedelta(days=1))
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
