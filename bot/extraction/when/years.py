"""Which year a day without one belongs to: “on May 3”, “until Aug. 2”, “last 29 March”, “on 24 May this year”."""

from __future__ import annotations

import re
from datetime import date

from bot.extraction.lexicon.calendar import KNOWN_DAYS, PAST_EVENTS
from bot.extraction.when.arithmetic import a_day, nearest_year
from bot.extraction.when.scene import Scene
from bot.extraction.when.words import any_of

MonthDay = tuple[int, int, int | None]  # month, day and, where it is stated, the year

NEAR, FAR = 120, 240  # days: what no verb places is rather that near ahead than that far back
AT_HAND, A_YEAR_AGO = 35, 330  # the same beside a verb of the past; what is a year old is given with its year

_I = re.IGNORECASE
_UP_TO = re.compile(r"\b(?:until|till|by|before|than)\s+(?:the\s+)?\Z", _I)
_SIDE = re.compile(r"\b(?:(?P<back>last|past)|(?P<forth>next|coming))\s+\Z", _I)
_YEAR_SAID = re.compile(r",?\s+(?:of\s+)?(?P<which>this|last|next)\s+year\b", _I)
_AN_EVENT_FOLLOWS = re.compile(rf"\s+(?:[\w-]+\s+){{0,2}}?{any_of(PAST_EVENTS)}\b", _I)


def day_meant(scene: Scene, when: MonthDay, start: int, end: int) -> date | None:
    """The day that `scene.text[start:end]` means; None where the calendar has none, or the report has no day."""
    month, day, year = when
    if year is not None:
        return a_day(year, month, day)
    if scene.published is None:
        return None
    if said := _YEAR_SAID.match(scene.text, end):
        return a_day(scene.published.year + {"last": -1, "this": 0, "next": 1}[said["which"].lower()], month, day)
    if side := _SIDE.search(scene.left(start)):
        return nearest_year(month, day, scene.published, future=side["forth"] is not None)
    return _known_day(scene, month, day, end) or _year_meant(scene.published, month, day, _told(scene, start, end))


def _told(scene: Scene, start: int, end: int) -> bool | None:
    """Whether the day lies ahead; None where nothing tells."""
    told = told_up_to(scene, start, end)
    return False if told is None and _AN_EVENT_FOLLOWS.match(scene.text, end) else told


def told_up_to(scene: Scene, start: int, end: int) -> bool | None:
    """As `scene.direction`, but a verb of the past leaves open when that is up to which something goes on."""
    told = scene.direction(start, end)
    return None if told is False and _UP_TO.search(scene.left(start)) else told


def _year_meant(published: date, month: int, day: int, ahead: bool | None) -> date | None:
    """Ahead only if that is nearer: “was about to leave on 22 August” in a report of 29 August is a week ago."""
    back = nearest_year(month, day, published, future=False)
    forth = nearest_year(month, day, published, future=True)
    if not back or not forth:
        return forth or back
    to_come, gone = (forth - published).days, (published - back).days
    if ahead:
        return back if to_come > 200 and gone < 100 else forth
    near, far = (AT_HAND, A_YEAR_AGO) if ahead is False else (NEAR, FAR)
    return forth if to_come <= near and gone >= far else back


def _known_day(scene: Scene, month: int, day: int, end: int) -> date | None:
    """“the Sept. 11 attacks” are those of 2001."""
    year, said_after = KNOWN_DAYS.get((month, day), (0, ()))
    words = scene.text[end : end + 24].lstrip().lower()
    meant = a_day(year, month, day) if words.startswith(said_after) and said_after else None
    return meant if meant and scene.published and meant <= scene.published else None
