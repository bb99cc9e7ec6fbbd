"""Figures as intervals: whether two figures are one, may both be true, or cannot."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from math import inf

from bot.claims.model import Interval
from bot.claims.plain_words.figures import figure, is_vague

WIDENED = 0.2  # of an approximate figure, to either side
_MORE = re.compile(r"more than|over|above|upwards?|in excess|exceed|north of")
_FEWER = re.compile(r"(?<!no )(?<!not )(?:fewer|less) than|under|below")
_NO_REPORTS = re.compile(r"report|word of|information")


class Fit(Enum):
    """How two figures stand to each other."""

    EQUAL = "equal"
    FITTING = "fitting"
    APART = "apart"
    OPEN = "open"  # one of them says no number, or only a vague one that does not fit


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure: what it was told as, and all numbers it allows, from `low` to `high`."""

    low: float
    high: float
    words: str
    told: tuple[int | None, int | None]
    exact: bool = False
    vague: bool = False
    unsaid: bool = False
    zero: bool = False

    @property
    def middle(self) -> float:
        """One number to compare by: the lower end where there is one."""
        return self.low if self.low > 0 or self.high == inf else self.high


@lru_cache(maxsize=8192)
def read_figure(told: Interval) -> Figure:
    """The numbers that a figure allows: “about 30” is 24 to 36, “at least 10” 10 and more, “up to 10” 0 to 10."""
    hedge = (told.hedge or "").lower()
    ends, words = (told.low, told.high), figure(told)
    match ends:
        case (None, None):
            return Figure(0, inf, words, ends, unsaid=True)
        case (int(low), None):
            more = 1 if _MORE.search(hedge) else 0
            return Figure(low + more, inf, words, ends, vague=is_vague(told))
        case (None, int(high)):
            return Figure(0, high - 1 if _FEWER.search(hedge) else high, words, ends)
        case (int(low), int(high)) if low == high and low > 0 and hedge:
            return Figure(low * (1 - WIDENED), high * (1 + WIDENED), words, ends)
        case (0, 0):
            return Figure(0, 0, "0", ends, exact=True, zero=True, vague=bool(_NO_REPORTS.search(hedge)))
    return Figure(told.low or 0, told.high or 0, words, ends, exact=told.low == told.high)


def compare(older: Figure, newer: Figure) -> Fit:
    """How two figures fit.

    >>> fit = lambda *ends: read_figure(Interval(*ends))
    >>> compare(fit(10, None, "at least"), fit(14, 14)), compare(fit(None, 10, "up to"), fit(14, 14))
    (<Fit.FITTING: 'fitting'>, <Fit.APART: 'apart'>)
    >>> compare(fit(30, 30, "about"), fit(31, 31)), compare(fit(24, None, "dozens of"), fit(9, 9))
    (<Fit.FITTING: 'fitting'>, <Fit.OPEN: 'open'>)
    """
    if older.zero != newer.zero:
        return _nobody_and_somebody(older, newer)
    if older.unsaid or newer.unsaid:
        return Fit.EQUAL if older.unsaid and newer.unsaid else Fit.FITTING
    if older.told == newer.told and older.vague == newer.vague:
        return Fit.EQUAL
    if max(older.low, newer.low) <= min(older.high, newer.high):
        return Fit.FITTING
    return Fit.OPEN if older.vague or newer.vague else Fit.APART


def _nobody_and_somebody(older: Figure, newer: Figure) -> Fit:
    """“No one was killed” cannot be where somebody was, not even where nobody counted; “no reports” can."""
    nobody, somebody = (older, newer) if older.zero else (newer, older)
    if nobody.vague:
        return Fit.OPEN
    return Fit.FITTING if somebody.low == 0 and not somebody.unsaid else Fit.APART
