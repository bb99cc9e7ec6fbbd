"""A place where a text names it, and the order from wide to narrow."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.claims.model import Place
from bot.extraction.folding import fold
from bot.extraction.gazetteer import Feature, gazetteer
from bot.extraction.lexicon.place_words import DIRECTIONS


@dataclass(frozen=True, slots=True)
class PlaceSpan:
    """A place where it is named: `text[start:end] == name`.

    `place` has null coordinates when the gazetteer does not know it; its name has the word for a region that is called
    like a town (“Herat province”). `canonical` is the gazetteer's name.
    `confidence` is from 0.5 to 1. `dateline` marks where a report was written; `locative` that a word such as
    “in” or “near” leads in; `label` that it stands before an entry and says where that plays.
    """

    start: int
    end: int
    name: str
    place: Place
    feature: Feature
    confidence: float
    canonical: str | None = None
    dateline: bool = False
    locative: bool = False
    label: bool = False


def by_specificity(spans: Iterable[PlaceSpan]) -> list[PlaceSpan]:
    """The spans, narrowest first: site, neighbourhood, village, town, district, region, country; ties keep order."""
    return sorted(spans, key=lambda span: -span.feature.depth)


def most_specific(spans: Iterable[PlaceSpan]) -> PlaceSpan | None:
    """The narrowest place of those, the first of equals."""
    return next(iter(by_specificity(spans)), None)


def last_named(spans: Sequence[PlaceSpan], before: int, feature: Feature | None = None) -> PlaceSpan | None:
    """The last place named before an offset: what “the city” or “the province” refers back to.

    Datelines are passed over. With `feature`, only places of about that rank count: a town answers to “the city”.
    """
    for span in reversed(spans):
        if span.start < before and not span.dateline and (feature is None or _answers(span.feature, feature)):
            return span
    return None


def covers(wide: Place, narrow: Place) -> bool:
    """Whether one place lies in the other, as far as country, first-order region and name tell; a place covers itself.

    >>> covers(Place("northern Mali", None, "ML"), Place("Kidal", "Kidal", "ML"))
    True
    """
    name = _bare(wide.name)
    if name == _bare(narrow.name):
        return wide.country is None or narrow.country in (None, wide.country)
    if wide.country is None or wide.country != narrow.country:
        return False
    if wide.admin1 is None:
        return any(entry.feature is Feature.COUNTRY for entry in gazetteer().look_up_folded(name))
    return wide.admin1 == narrow.admin1 and any(
        entry.feature is Feature.REGION and entry.admin1 == wide.admin1 for entry in gazetteer().look_up_folded(name)
    )


def _bare(name: str) -> str:
    """The folded name without the direction before it: “northern Mali” is in Mali."""
    words = fold(name).split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in DIRECTIONS else words)


_TOWNS = frozenset({Feature.CITY, Feature.TOWN, Feature.VILLAGE})


def _answers(feature: Feature, asked: Feature) -> bool:
    if asked is Feature.AREA:
        return feature is not Feature.COUNTRY
    return feature is asked or (feature in _TOWNS and asked in _TOWNS)
