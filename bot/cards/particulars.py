"""Who said it, where it was, and where it was read: what comes from outside goes through the gate here."""

from __future__ import annotations

from collections.abc import Iterable

from bot.cards.dates import day_in_words, local_day
from bot.cards.hostile import outside
from bot.cards.wording import say
from bot.cards.wording.english.countries import COUNTRIES
from bot.claims.claim import Source
from bot.claims.model import Attribution, Place

NAME_LENGTH = 120
PLACE_LENGTH = 60
LINKS_OF_A_CHAIN = 3


def speaker_in_words(attribution: Attribution | None) -> str | None:
    """The speaker with what is known of them, or None when the text names nobody."""
    if attribution is None:
        return None
    known = _distinct(attribution.source, attribution.role, attribution.organisation)
    speaker = ", ".join(outside(part, NAME_LENGTH) for part in known)
    chain = " → ".join(outside(link, PLACE_LENGTH) for link in attribution.chain[:LINKS_OF_A_CHAIN])
    if speaker and chain:
        return say("claim.passed_on", speaker=speaker, chain=chain)
    return speaker or chain or None


def place_in_words(place: Place | None) -> str | None:
    """The place, its province and its country by name, each once, or None."""
    if place is None:
        return None
    country = COUNTRIES.get(place.country or "", place.country)
    return ", ".join(outside(part, PLACE_LENGTH) for part in _distinct(place.name, place.admin1, country)) or None


def source_in_words(source: Source, zone: str) -> str:
    """Where it was read: what the server attests or how it came, the title, the day it was published or received.

    A title is free text: it never stands alone, as if it were the name of a source.
    """
    name = outside(source.source or say(f"source.{source.origin.value}"), NAME_LENGTH)
    titled: str = name
    if source.title:
        titled = say("source.titled", name=name, title=outside(source.title, NAME_LENGTH))
    if source.published:
        return say("source.dated", name=titled, day=day_in_words(source.published))
    return say("source.received", name=titled, day=day_in_words(local_day(source.received, zone)))


def distinct_sources(sources: Iterable[Source]) -> tuple[Source, ...]:
    """One source a document, in order of arrival."""
    return tuple({source.document: source for source in reversed(list(sources))}.values())[::-1]


def _distinct(*parts: str | None) -> list[str]:
    """The parts that say something, without one that only repeats another."""
    told: list[str] = []
    for part in parts:
        if part and part.strip() and part.casefold() not in (one.casefold() for one in told):
            told.append(part)
    return told
