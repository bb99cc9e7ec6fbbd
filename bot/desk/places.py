"""The place that a person asks about: a town, a region or a country, by the keys under which claims are filed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bot.cards.wording.english.countries import COUNTRIES
from bot.claims.claim import Claim
from bot.claims.errors import ClaimdeskError
from bot.matching.keys import IN
from bot.matching.places import bare

CODES = {bare(name): code for code, name in COUNTRIES.items()}


class WhichPlace(ClaimdeskError):
    """Which place? Write a town, a region or a country, for example {example}."""


@dataclass(frozen=True, slots=True)
class AskedPlace:
    """A place by its key: a name without accents and words such as “province”, or a country's code in small letters."""

    key: str

    @property
    def keys(self) -> tuple[str, str]:
        """What is filed under the place itself, and what is inside it."""
        return self.key, IN + self.key

    def name(self, found: Iterable[Claim]) -> str:
        """What people call it, as the claims that were found there spell it, with its country where they agree."""
        if self.key.upper() in COUNTRIES:
            return COUNTRIES[self.key.upper()]
        places = [claim.mention.place for claim in found if claim.mention.place]
        names = (name for place in places for name in (place.admin1, place.name) if name and bare(name) == self.key)
        countries = {COUNTRIES.get(place.country or "") for place in places}
        told = next(names, self.key.title())
        return f"{told}, {countries.pop()}" if len(countries) == 1 and countries != {None} else told


def read_place(words: str, example: str) -> AskedPlace:
    """The place that a person names; of a country the name or the two capitals of its code. Raises WhichPlace.

    >>> read_place("Herat province", "").key, read_place("Afghanistan", "").key, read_place("AF", "").key
    ('herat', 'af', 'af')
    """
    named = " ".join(words.split())
    key = bare(named)
    if not key:
        raise WhichPlace(example=example)
    if named in COUNTRIES:
        return AskedPlace(named.lower())
    return AskedPlace(CODES.get(key, key).lower())
