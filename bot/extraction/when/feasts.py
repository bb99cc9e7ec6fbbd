"""Feasts as dates: those with one day everywhere, those reckoned from Easter, those on a certain weekday of a month."""

from __future__ import annotations

import re
from datetime import date, timedelta

from bot.extraction.lexicon.calendar import EASTER_FEASTS, FLOATING_HOLIDAYS, HOLIDAYS, NOT_A_FEAST_BEFORE
from bot.extraction.when.arithmetic import a_day, easter, weekday_of_month
from bot.extraction.when.scene import Reading, Scene, one_day
from bot.extraction.when.words import YEAR, any_of
from bot.extraction.when.years import AT_HAND, told_up_to

_I = re.IGNORECASE
_NO_FEAST = re.compile(rf"\s+{any_of(NOT_A_FEAST_BEFORE)}\b", _I)
_YEAR_AFTER_FEAST = re.compile(rf",?\s+(?P<year>{YEAR})")


def read_holiday(scene: Scene, core: re.Match[str]) -> Reading | None:
    """Feasts that have one meaning everywhere, or are reckoned from Easter."""
    name = " ".join(core[0].lower().split())
    if _NO_FEAST.match(scene.text, core.end()):
        return None
    after = _YEAR_AFTER_FEAST.match(scene.text, core.end())
    if after:
        meant = _feast(name, int(after["year"]))
        return one_day(core.start(), after.end(), meant, "holiday") if meant else None
    if scene.published is None:
        return None
    told = told_up_to(scene, core.start(), core.end())
    at_hand = 0 if scene.left(core.start()).endswith(("on ", "On ")) else AT_HAND
    day = _feast_meant(name, scene.published, told, timedelta(at_hand))
    return one_day(core.start(), core.end(), day, "holiday", future=day > scene.published) if day else None


def _feast_meant(name: str, published: date, ahead: bool | None, at_hand: timedelta) -> date | None:
    """The nearest one, on the side that the verb tells if it tells; “a truce for Christmas” is at hand."""
    days = [day for step in (-1, 0, 1) if (day := _feast(name, published.year + step))]
    if ahead is not None:
        days = [day for day in days if (day >= published if ahead else day <= published + at_hand)]
    return min(days, key=lambda day: abs((day - published).days), default=None)


def _feast(name: str, year: int) -> date | None:
    if name in HOLIDAYS:
        return a_day(year, *HOLIDAYS[name])
    if name in EASTER_FEASTS:
        return easter(year) + timedelta(days=EASTER_FEASTS[name])
    return weekday_of_month(year, *FLOATING_HOLIDAYS[name])
