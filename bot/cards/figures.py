"""Figures and counts in words."""

from __future__ import annotations

import re

from bot.cards.hostile import outside
from bot.cards.wording import say
from bot.claims.consensus import Tally
from bot.claims.model import Interval

_VAGUE = re.compile(r"dozen|score|hundred|thousand|million|several|many|few|handful|tens\b|number", re.IGNORECASE)
_NEAR = re.compile(r"about|around|approx|nearly|almost|some|roughly|close|circa|estimated", re.IGNORECASE)
HEDGE_LENGTH = 40


def interval_in_words(count: Interval) -> str:
    """A figure as reported: an interval, with a vague hedge in the source's own words.

    >>> interval_in_words(Interval(10, None, "at least"))
    '10 or more'
    >>> interval_in_words(Interval(24, None, "dozens of"))
    '24 or more (“dozens of”)'
    """
    hedge = outside(count.hedge or "", HEDGE_LENGTH)
    if _VAGUE.search(hedge):
        return say("count.vague", words=_interval(count), hedge=hedge)
    if _NEAR.search(hedge):
        exact = count.low is not None and count.low == count.high
        return (
            say("count.near", low=count.low, hedge=hedge)
            if exact
            else say("count.vague", words=_interval(count), hedge=hedge)
        )
    return _interval(count)


def _interval(count: Interval) -> str:
    match count.low, count.high:
        case None, None:
            return say("count.unknown")
        case low, None:
            return say("count.from", low=low)
        case None, high:
            return say("count.up_to", high=high)
        case low, high if low == high:
            return say("count.exactly", low=low)
        case low, high:
            return say("count.between", low=low, high=high)
    raise ValueError(count)


def tally_in_words(count: Tally) -> str:
    """A tally that may be shown: “3 verify, 0 dispute, 1 unsure”."""
    return say("count.tally", verify=count.verify, dispute=count.dispute, unsure=count.unsure)
