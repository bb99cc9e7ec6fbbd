"""Keys: by what the claims that a new mention could relate to are found through an index, never by reading them all.

A town's claim is stored under the town and under “in” its region and its country; a region's under the region.
A new mention at a town looks for the town and what holds it; one at a region for the region, and for what is in it.
"""

from __future__ import annotations

from datetime import date, timedelta

from bot.claims.model import Kind, Mention, Place
from bot.matching.days import STILL_NEWS
from bot.matching.meeting import LONG_AGO
from bot.matching.places import bare, is_country, is_region, place_of

CELL = 0.05  # degrees; one place has one pair of coordinates in the gazetteer, whatever it is called
IN = "in:"
NOWHERE = "nowhere"
_ACROSS = {
    Kind.ATTACK: (Kind.ATTACK, Kind.CASUALTIES, Kind.DAMAGE, Kind.TERRITORIAL_CONTROL),
    Kind.CASUALTIES: (Kind.CASUALTIES, Kind.ATTACK),
    Kind.DAMAGE: (Kind.DAMAGE, Kind.ATTACK),
    Kind.TERRITORIAL_CONTROL: (Kind.TERRITORIAL_CONTROL, Kind.ATTACK, Kind.DEPLOYMENT, Kind.DISPLACEMENT),
    Kind.DISPLACEMENT: (Kind.DISPLACEMENT, Kind.TERRITORIAL_CONTROL),
    Kind.DEPLOYMENT: (Kind.DEPLOYMENT, Kind.TERRITORIAL_CONTROL),
    Kind.DETENTION: (Kind.DETENTION,),
}


def stored_keys(mention: Mention) -> tuple[str, ...]:
    """The keys that a claim is filed under.

    >>> town = Place("Izium", "Kharkiv", "UA", 49.21, 37.25)
    >>> stored_keys(Mention(Kind.ATTACK, "q", 0, 1, "rule", place=town))
    ('at:984:745', 'izium', 'in:kharkiv', 'in:ua')
    """
    place = place_of(mention)
    if place is None:
        return (NOWHERE,)
    return _unique(*_own(place), *(IN + holder for holder in _holders(place)))


def wanted_keys(mention: Mention) -> tuple[str, ...]:
    """The keys that a new mention's candidates may be filed under.

    >>> region = Place("Kharkiv region", "Kharkiv", "UA", 49.6, 36.4)
    >>> wanted_keys(Mention(Kind.ATTACK, "q", 0, 1, "rule", place=region))
    ('kharkiv', 'in:kharkiv', 'ua', 'nowhere')
    """
    place = place_of(mention)
    if place is None:
        return (NOWHERE,)
    if is_region(place):
        own = _own(place)
        return _unique(*own, *(IN + each for each in own), *_holders(place), NOWHERE)
    return _unique(*_own(place), *_holders(place), NOWHERE)


def comparable(kind: Kind) -> tuple[Kind, ...]:
    """The kinds of claims that a mention of this kind can relate to, its own first."""
    return _ACROSS[kind]


def day_of(mention: Mention, told_on: date | None) -> date | None:
    """The day that a claim is filed under: the last on which it happened, else the day it was told."""
    return mention.event_date.end if mention.event_date else told_on


def day_window(mention: Mention, told_on: date | None) -> tuple[date, date]:
    """The first and the last day under which the candidates of a new mention are filed."""
    when = mention.event_date
    first, last = (when.start, when.end) if when else (told_on or date.min, told_on or date.max)
    back = timedelta(days=LONG_AGO if when is None or mention.control else STILL_NEWS)
    return _shifted(first, -back), _shifted(last, timedelta(days=STILL_NEWS))


def _shifted(day: date, by: timedelta) -> date:
    try:
        return day + by
    except OverflowError:
        return day


def _own(place: Place) -> tuple[str, ...]:
    if is_country(place):
        return ((place.country or "").lower(),)
    if is_region(place) or place.lat is None or place.lon is None:
        return (bare(place.name),)
    return (cell_key(place.lat, place.lon), bare(place.name))


def cell_key(lat: float, lon: float) -> str:
    """The key of the spot where a town lies, in degrees: one for all its names.

    >>> cell_key(49.21, 37.25)
    'at:984:745'
    """
    return f"at:{round(lat / CELL)}:{round(lon / CELL)}"


def _holders(place: Place) -> tuple[str, ...]:
    """What holds a place: its region, its country."""
    country = (place.country or "").lower()
    region = bare(place.admin1) if place.admin1 and not is_region(place) else ""
    return tuple(each for each in (region, "" if is_country(place) else country) if each)


def _unique(*keys: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(keys))
