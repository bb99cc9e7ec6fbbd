"""Feasts as dates: those with one day everywhere, those reckoned from Easter, those on a certain weekday of a month."""

from __future__ import annotations

import re
from datetime import date, timedelta

from bot.extraction.lexicon.calendar import EASTER_FEASTS, FLOATING_HOLIDAYS, HOLIDAYS, NOT_A_FEAST_BEFORE
from bot.extraction.when.arithmetic import a_day, easter, weekday_of_month
from bot.extraction.when.scene import Reading, Scene, one_day
from bot.extraction.when.words import YEAR, any_of

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
    day = _feast_meant(name, scene.published, scene.direction(core.start(), core.end()))
    return one_day(core.start(), core.end(), day, "holiday", future=day > scene.published) if day else None


def _feast_meant(name: str, published: date, ahead: bool | None) -> date | None:
    """The nearest one, on the side that the verb tells if it tells."""
    days = [day for step in (-1, 0, 1) if (day := _feast(name, published.year + step))]
    if ahead is not None:
        days = [day for day in days if (day >= published if ahead else day <= published)]
    return min(days, key=lambda day: abs((day - published).days), default=None)


def _feast(name: str, year: int) -> date | None:
    if name in HOLIDAYS:
        return a_day(year, *HOLIDAYS[name])
    if name in EASTER_FEASTS:
        return easter(year) + timedelta(days=EASTER_FEASTS[name])
    return weekday_of_month(year, *FLOATING_HOLIDAYS[name])
