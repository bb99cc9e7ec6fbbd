"""Held: the place that a claim of control is about, where the claim itself names it and nothing else led it in."""

from __future__ import annotations

from bot.claims.model import Kind, Place
from bot.extraction.folding import fold
from bot.extraction.gazetteer import gazetteer
from bot.extraction.scene import Finding

_HELD = frozenset("seized retook lost withdrew entered holds contested".split())


def held_place(quote: str, found: Finding, place: Place | None) -> Place | None:
    """The place that changed hands: “rebels still have Ferry Junction”; what was carried over lends its country."""
    if found.kind != Kind.TERRITORIAL_CONTROL or found.label not in _HELD or (place and place.name in quote):
        return place
    name = (found.object or "").removeprefix("the ").removeprefix("The ")
    words = name.split()
    if not words or not all(word[:1].isupper() for word in words) or name not in quote:
        return place
    country = place.country if place else None
    for entry in gazetteer().look_up_folded(fold(name)):
        if entry.country == country:
            return Place(name, entry.admin1, entry.country, entry.lat, entry.lon)
    return Place(name, country=country)
