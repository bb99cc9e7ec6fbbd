"""Places: the named places of a text, each with what the gazetteer knows of it.

A cascade: capitalised names (`place.names`), the words around them (`place.evidence`), the countries the text speaks of
(`place.context`), how sure it is (`place.confidence`), and the verdict (`place.reading`). Names the gazetteer lacks
count when the words around them say what they are; they have no coordinates.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.extraction.gazetteer import Feature, Gazetteer, gazetteer
from bot.extraction.place.reading import Reading
from bot.extraction.place.settling import settle
from bot.extraction.place.span import PlaceSpan, by_specificity, covers, last_named, most_specific

__all__ = [
    "Feature",
    "Gazetteer",
    "PlaceSpan",
    "Survey",
    "by_specificity",
    "country_of",
    "covers",
    "dateline_place",
    "find_places",
    "gazetteer",
    "last_named",
    "most_specific",
    "survey",
]


@dataclass(frozen=True, slots=True)
class Survey:
    """All that one reading of a text tells of places; `country` is the ISO code of the country it is mostly about."""

    spans: tuple[PlaceSpan, ...]
    dateline: PlaceSpan | None
    country: str | None


def find_places(text: str, hint_country: str | None = None) -> list[PlaceSpan]:
    """The named places of a text, in order and without overlap. `hint_country` is an ISO code that breaks ties.

    >>> [span.name for span in find_places("Shells fell on the village of Ivanivske near Chasiv Yar, Ukraine.")]
    ['Ivanivske', 'Chasiv Yar', 'Ukraine']
    """
    return list(survey(text, hint_country).spans)


def dateline_place(text: str) -> PlaceSpan | None:
    """The place a report is datelined from, or None when it has no dateline."""
    return survey(text).dateline


def country_of(text: str) -> str | None:
    """The ISO code of the country that a report is mostly about; None when it names none."""
    return survey(text).country


def survey(text: str, hint_country: str | None = None) -> Survey:
    """Read a text once for all that it tells of places."""
    reading = Reading(text, hint_country)
    spans = settle(text, reading.spans(), reading.around)
    written = next((span for span in spans if span.dateline), None)
    return Survey(tuple(spans), written, reading.around.main)
