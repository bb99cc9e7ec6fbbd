"""Checkability: how much a mention gives a reviewer to hold on to; the cards of a document are ordered by it.

What happened counts most: a claim that only says that fighting took place comes behind every claim with a figure,
however well its place and day are known. The same mention always has the same number.
"""

from __future__ import annotations

from bot.claims.model import Attack, Control, EventDate, Interval, Mention, Place, Precision
from bot.claims.plain_words.figures import is_vague


def checkability(mention: Mention) -> int:
    """More is easier to check: a figure, a place on the map, a day, a named source; from 0 to 17."""
    return _substance(mention) + _place(mention.place) + _day(mention.event_date) + _source(mention)


def _substance(mention: Mention) -> int:
    """What is said to have happened; harm to people can be looked up in more ways than the rest."""
    if mention.casualties:
        return _figure(mention.casualties.count) + (2 if mention.casualties.effect else 1)
    if mention.count:
        return _figure(mention.count.count) + (1 if mention.count.action else 0)
    if mention.control:
        return _control(mention.control)
    return _attack(mention.attack)


def _figure(told: Interval) -> int:
    if told.low is None and told.high is None:
        return 0
    if is_vague(told):
        return 4
    return 7 if told.low == told.high else 6


def _control(told: Control) -> int:
    return (5 if told.object else 0) + (2 if told.actor else 0)


def _attack(told: Attack | None) -> int:
    if told is None:
        return 0
    return (3 if told.target else 0) + (2 if told.actor else 0)


def _place(place: Place | None) -> int:
    if place is None:
        return 0
    return 3 if place.lat is not None else 1


def _day(when: EventDate | None) -> int:
    if when is None:
        return 0
    if when.precision is not Precision.DAY or (when.end - when.start).days > 2:
        return 1
    return 3 if when.start == when.end else 2


def _source(mention: Mention) -> int:
    who = mention.attribution
    if who is None or not who.source:
        return 0
    return 2 if who.organisation or who.source[:1].isupper() else 1
