"""Groups: whether two figures count the same people or things, a part of them, or others."""

from __future__ import annotations

from enum import Enum
from functools import lru_cache

from bot.matching.lexicon.people import ALIKE, ANYBODY, ARMED, CIVILIAN, GROUPS, HOUSEHOLDS, NARROWER
from bot.matching.lexicon.things import KINDS
from bot.matching.words import singles

_BEHIND = frozenset("of from in at on with who that which by near under to for including".split())


class Kinship(Enum):
    """How the groups of two figures stand to each other, told from the older to the newer."""

    SAME = "same"
    ALIKE = "alike"  # one is only “people”, which may be the same ones
    WIDER = "wider"  # the older one holds the newer
    NARROWER = "narrower"
    APART = "apart"


def group(words: str | None) -> str | None:
    """The group that words for people name: “12 police officers”, police. None where they say only people.

    A word that no group knows is its own group, of civilians in all likelihood.

    >>> group("villagers"), group("people"), group("police officers"), group("two of its soldiers")
    ('civilian', None, 'police', 'soldier')
    """
    return _group(words) if words else None


@lru_cache(maxsize=16_384)
def _group(words: str) -> str | None:
    said = singles(words)
    for place, word in enumerate(said):
        if place and word in _BEHIND and any(before in GROUPS or before in ANYBODY for before in said[:place]):
            said = said[:place]
            break
    known = [GROUPS[word] for word in said if word in GROUPS]
    if "police" in known or "peacekeeper" in known:
        return "police" if "police" in known else "peacekeeper"
    if "fighter" in known:
        return "fighter"
    return known[-1] if known else None


def kinship(older: str | None, newer: str | None) -> Kinship:
    """How two groups of people stand to each other.

    >>> kinship("soldier", "fighter"), kinship(None, "child"), kinship("civilian", None)
    (<Kinship.APART: 'apart'>, <Kinship.WIDER: 'wider'>, <Kinship.ALIKE: 'alike'>)
    """
    if older == newer:
        return Kinship.SAME
    if older is None or newer is None:
        narrow = newer if older is None else older
        if narrow == "civilian":
            return Kinship.ALIKE
        return Kinship.WIDER if older is None else Kinship.NARROWER
    if frozenset((older, newer)) in ALIKE:
        return Kinship.ALIKE
    if (newer, older) in NARROWER:
        return Kinship.WIDER
    if (older, newer) in NARROWER:
        return Kinship.NARROWER
    return Kinship.APART


def is_armed(named: str | None) -> bool:
    """Whether the group bears arms."""
    return named in ARMED


def is_civilian(named: str | None) -> bool:
    """Whether the group bears none."""
    return named in CIVILIAN


@lru_cache(maxsize=16_384)
def in_households(words: str | None) -> bool:
    """Whether families are counted, which cannot be compared with people."""
    return bool(words) and any(word in HOUSEHOLDS for word in singles(words or ""))


@lru_cache(maxsize=16_384)
def things(words: str | None) -> frozenset[str]:
    """The kinds of things that words name: “eleven homes”, house. What no kind knows stands for itself; empty for none.

    >>> sorted(things("two school buses")), sorted(things("buildings"))
    (['vehicle'], ['building'])
    """
    said = singles(words or "")
    for place, word in enumerate(said):
        if place and word in _BEHIND:
            said = said[:place]
            break
    known = [KINDS[word] for word in said if word in KINDS]
    return frozenset(known[-1:] or said[-1:])
