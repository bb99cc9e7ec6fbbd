"""The place that a person asks about: a town, a region or a country, by the keys under which claims are filed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from bot.cards.wording.english.countries import COUNTRIES
from bot.claims.claim import Claim
from bot.claims.errors import ClaimdeskError
from bot.claims.model import Place
from bot.extraction.gazetteer import Entry, Feature, gazetteer
from bot.matching.keys import IN, cell_key
from bot.matching.places import bare, is_country
from bot.matching.words import folded

CODES = {folded(name): code.lower() for code, name in COUNTRIES.items()}
NAMESAKES = 3  # towns of one name that are looked for by where they lie


class WhichPlace(ClaimdeskError):
    """Which place? Write a town, a region or a country, for example {example}."""


@dataclass(frozen=True, slots=True)
class AskedPlace:
    """A place by its name without capitals and accents, or by a country's code in small letters."""

    key: str

    @property
    def keys(self) -> tuple[str, ...]:
        """What is filed under the place itself, by any of its names, and what is inside it."""
        names, spots = _known(self.key)
        return (*names, *(IN + name for name in names), *spots)

    def is_at(self, place: Place) -> bool:
        """Whether it is this place, and not only inside it."""
        if is_country(place):
            return (place.country or "").lower() == self.key
        names, spots = _known(self.key)
        here = None if place.lat is None or place.lon is None else cell_key(place.lat, place.lon)
        return bare(place.name) in names or here in spots

    def name(self, found: Iterable[Claim]) -> str:
        """What people call it, as the claims that were found there spell it, with its country where they agree."""
        if (code := self.key.upper()) in COUNTRIES:
            return COUNTRIES[code]
        names, _ = _known(self.key)
        places = [claim.mention.place for claim in found if claim.mention.place]
        told = (name for place in places for name in (place.name, place.admin1) if name and bare(name) in names)
        countries = {COUNTRIES.get(place.country or "") for place in places}
        called = next(told, self.key.title())
        return f"{called}, {countries.pop()}" if len(countries) == 1 and countries != {None} else called


def read_place(words: str, example: str) -> AskedPlace:
    """The place that a person names; of a country the name or the two capitals of its code. Raises WhichPlace.

    >>> read_place("Herat province", "").key, read_place("Ivory Coast", "").key, read_place("CI", "").key
    ('herat province', 'ci', 'ci')
    """
    key = folded(words)
    if not key:
        raise WhichPlace(example=example)
    return AskedPlace(key if words.strip() in COUNTRIES else _country(key) or key)


def _country(key: str) -> str | None:
    """The code of a country by any of its names."""
    entries = gazetteer().look_up(key)
    named = (entry.country.lower() for entry in entries if entry.feature is Feature.COUNTRY and entry.country)
    return CODES.get(key) or next(named, None)


@lru_cache(maxsize=512)
def _known(key: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names of a place, and the spots where towns of that name lie.

    >>> _known("artemivsk")[0]
    ('artemivsk', 'bakhmut')
    """
    if key.upper() in COUNTRIES:
        return (key,), ()
    entries = gazetteer().look_up(key) or gazetteer().look_up(bare(key))
    first = [entry for entry in entries if not entry.by_name]
    meant = sorted(first or entries, key=lambda entry: -entry.population)
    names = [bare(key), *(bare(entry.name) for entry in meant[: 0 if first else 1])]
    names += [bare(entry.admin1) for entry in meant if entry.feature is Feature.REGION and entry.admin1]
    return _unlike(*names), _unlike(*(_spot(entry) for entry in _towns(meant)[: NAMESAKES if first else 1]))


def _towns(entries: Iterable[Entry]) -> list[Entry]:
    return [entry for entry in entries if entry.feature not in _WIDE and entry.lat is not None]


def _spot(entry: Entry) -> str:
    return cell_key(entry.lat or 0, entry.lon or 0)


_WIDE = frozenset({Feature.COUNTRY, Feature.AREA, Feature.REGION, Feature.RIVER, Feature.DISTRICT})


def _unlike(*keys: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(keys))
