"""Places: the same one under any spelling, one inside the other, or elsewhere."""

from __future__ import annotations

from difflib import SequenceMatcher
from enum import Enum
from functools import lru_cache
from math import cos, hypot, radians

from bot.claims.model import Kind, Mention, Place
from bot.matching.lexicon.things import KINDS
from bot.matching.words import folded, singles

KM_PER_DEGREE = 111.2
AS_NEAR_AS_ONE = 1.5  # km; two spellings of one place seldom lie further apart in the gazetteer
ONE_NAME_WITHIN = 30  # km within which two entries of one name are one place
ALIKE = 0.6  # of the letters of two names, for spellings of one
SITE_WITHIN = 25  # km from a town's middle to a market or airport that bears its name
SITES = frozenset(KINDS) - {"house", "home", "village", "hamlet", "block", "field", "farm"}
WIDE = frozenset("region province state oblast governorate department county division".split())
_COMMON = frozenset(
    "the of al el village town city district region province state oblast governorate county area camp near north "
    "south east west northern southern eastern western central old new outskirts territory raion department prefecture "
    "municipality neighbourhood neighborhood commune division".split()
)


class Nearness(Enum):
    """How two places stand to each other."""

    SAME = "same"
    INSIDE = "inside"
    APART = "apart"
    UNKNOWN = "unknown"


def place_of(mention: Mention) -> Place | None:
    """Where it happened; for a place that changed hands, its own name where no place was found."""
    if mention.place is not None:
        return mention.place
    control = mention.control
    if mention.kind is Kind.TERRITORIAL_CONTROL and control and control.object and _is_name(control.object):
        return Place(control.object)
    return None


def _is_name(words: str) -> bool:
    first, *_ = words.removeprefix("the ").split() or [""]
    return first[:1].isupper()


@lru_cache(maxsize=65_536)
def nearness(one: Place | None, other: Place | None) -> Nearness:
    """How two places stand to each other; UNKNOWN where one is not named.

    >>> town, region = Place("Izium", "Kharkiv", "UA", 49.2, 37.3), Place("Kharkiv region", "Kharkiv", "UA", 49.6, 36.4)
    >>> nearness(town, region), nearness(town, Place("Izyum", "Kharkiv", "UA", 49.2, 37.3))
    (<Nearness.INSIDE: 'inside'>, <Nearness.SAME: 'same'>)
    """
    if one is None or other is None:
        return Nearness.UNKNOWN
    if one.country and other.country and one.country != other.country and _far(one, other, ONE_NAME_WITHIN):
        return Nearness.APART
    if _is_same(one, other):
        return Nearness.SAME
    return Nearness.INSIDE if _holds(one, other) or _holds(other, one) else Nearness.APART


def is_region(place: Place) -> bool:
    """Whether it is a region of the first order, or the country itself, by what the gazetteer says of it."""
    return is_country(place) or (place.admin1 is not None and bare(place.name) == bare(place.admin1) and _wide(place))


def is_country(place: Place) -> bool:
    """Whether it is a whole country: it has coordinates and lies in no region."""
    return place.admin1 is None and place.lat is not None and place.country is not None


@lru_cache(maxsize=16_384)
def bare(name: str) -> str:
    """A name without the words for what it is: Kharkiv region, Kharkiv.

    >>> bare("the Kharkiv Region"), bare("North Kivu")
    ('kharkiv', 'north kivu')
    """
    words = folded(name).split()
    kept = [word for word in words if word not in _COMMON]
    if len(kept) < len(words) and any(
        word in words for word in ("north", "south", "east", "west", "central", "new", "old")
    ):
        kept = [word for word in words if word not in ("the", "of", "region", "province", "state", "district", "city")]
    return " ".join(kept) or folded(name)


def _wide(place: Place) -> bool:
    """Whether the name says that it is a region, and not the town that it is called after."""
    words = folded(place.name).split()
    return any(word in WIDE for word in words)


def _is_same(one: Place, other: Place) -> bool:
    if is_region(one) != is_region(other):
        return False
    if bare(one.name) == bare(other.name):
        return not _far(one, other, ONE_NAME_WITHIN)
    if one.lat is None or other.lat is None:
        return _names_it(one, other) and (has_site(one.name) or has_site(other.name))
    if _is_rough(one) and _is_rough(other) and not _alike(one.name, other.name):
        return False
    return not _far(one, other, AS_NEAR_AS_ONE) or (_names_it(one, other) and not _far(one, other, SITE_WITHIN))


def _is_rough(place: Place) -> bool:
    """Whether only the middle of the region is known, to a tenth of a degree: several districts have that one."""
    return all(degrees is not None and round(degrees, 1) == degrees for degrees in (place.lat, place.lon))


def _alike(one: str, other: str) -> bool:
    """Whether two names may be spellings of one."""
    return SequenceMatcher(None, bare(one), bare(other)).ratio() >= ALIKE


def has_site(name: str) -> bool:
    """Whether a name ends in what stands in a town: Tora market, Mezzeh airport."""
    return bool(set(singles(name)) & SITES)


def _names_it(one: Place, other: Place) -> bool:
    """Whether one name is the other with a site's word behind it: Pokrovsk market, Pokrovsk."""
    first, second = set(bare(one.name).split()), set(bare(other.name).split())
    return first < second or second < first


def _holds(wide: Place, narrow: Place) -> bool:
    if wide.country and narrow.country and wide.country != narrow.country:
        return False
    if is_country(wide):
        return wide.country == narrow.country
    if narrow.admin1 is not None and bare(narrow.admin1) == bare(wide.name):
        return not (wide.admin1 and bare(wide.admin1) != bare(narrow.admin1))
    words = bare(narrow.name).split()
    return set(bare(wide.name).split()) < set(words) and not _far(wide, narrow, SITE_WITHIN)


def _far(one: Place, other: Place, km: float) -> bool:
    """Whether both have coordinates and lie further apart than that."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return False
    east = (one.lon - other.lon) * cos(radians((one.lat + other.lat) / 2))
    return hypot(one.lat - other.lat, east) * KM_PER_DEGREE > km
