"""Checkability: how much a mention gives a reviewer to hold on to; the cards of a document are ordered by it."""

from __future__ import annotations

from bot.claims.model import EventDate, Interval, Mention, Place, Precision


def checkability(mention: Mention) -> int:
    """More is easier to check: a figure, a place on the map, a day, a named source; never negative."""
    return _figure(mention) + _place(mention.place) + _day(mention.event_date) + _source(mention) + _kind(mention)


def _interval_of(mention: Mention) -> Interval | None:
    if mention.casualties:
        return mention.casualties.count
    return mention.count.count if mention.count else None


def _figure(mention: Mention) -> int:
    told = _interval_of(mention)
    if told is None:
        return 2 if mention.control and mention.control.object else 0
    if told.low is None and told.high is None:
        return 0
    return 4 if told.low == told.high else 3


def _place(place: Place | None) -> int:
    if place is None:
        return 0
    return 3 if place.lat is not None else 2


def _day(when: EventDate | None) -> int:
    if when is None:
        return 0
    return 2 if when.precision is Precision.DAY else 1


def _source(mention: Mention) -> int:
    who = mention.attribution
    if who is None or not who.source:
        return 0
    return 2 if who.source[:1].isupper() else 1


def _kind(mention: Mention) -> int:
    """Harm and control are looked up more often than skirmishes."""
    if mention.casualties:
        return 2 if mention.casualties.effect else 1
    return 1 if mention.control or mention.count else 0
