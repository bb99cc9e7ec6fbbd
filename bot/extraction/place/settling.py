"""The country of a place that no list has: that of the places around it, else the one the text is mostly about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.extraction.gazetteer import Feature
from bot.extraction.place.context import ACTORS_ABROAD, Surroundings
from bot.extraction.place.span import PlaceSpan

_AROUND = 3  # spans looked at on either side
_FAR = 500  # characters


def settle(text: str, spans: Sequence[PlaceSpan], around: Surroundings) -> list[PlaceSpan]:
    """The spans, those without a country given that of the nearest place or people in their line."""
    return [
        replace(span, place=replace(span.place, country=_country(text, spans, at, around))) if _lost(span) else span
        for at, span in enumerate(spans)
    ]


def _lost(span: PlaceSpan) -> bool:
    return span.place.country is None and span.canonical is None


def _country(text: str, spans: Sequence[PlaceSpan], at: int, around: Surroundings) -> str | None:
    """The main country if the line names it, else that of the nearest place, or of the nearest people, in the line."""
    span = spans[at]
    places = [
        (*_gap(span, each.start, each.end), str(each.place.country))
        for each in spans[max(0, at - _AROUND) : at + _AROUND + 1]
        if each.place.country and not each.dateline
        if each.feature is not Feature.COUNTRY or each.place.country not in ACTORS_ABROAD
    ]
    marks = [
        (*_gap(span, mark.start, mark.end), mark.country)
        for mark in around.nearby(span.start, span.end)
        if mark.country not in ACTORS_ABROAD
    ]
    for candidates in (places, marks):
        told = [country for start, end, country in _nearest_first(candidates) if "\n" not in text[start:end]]
        if told:
            return around.main if around.main in told else told[0]
    return around.main


def _gap(span: PlaceSpan, start: int, end: int) -> tuple[int, int]:
    """Where the text between a span and another stretch begins and ends."""
    return (end, span.start) if end <= span.start else (span.end, start)


def _nearest_first(candidates: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    return sorted((each for each in candidates if each[1] - each[0] <= _FAR), key=lambda each: each[1] - each[0])
