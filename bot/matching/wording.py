"""Wording: what the sentence around a quote says of its figure: corrected, added up, only a part."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.matching.lexicon.causes import ALIKE, KIND_OF
from bot.matching.lexicon.nations import NATIONS
from bot.matching.lexicon.wording import CORRECTED, CUMULATIVE, LATER, PART_BEFORE, PART_INSIDE, PARTS_OF_DAY
from bot.matching.words import folded

_CORRECTED = re.compile("|".join(rf"\b(?:{words})" for words in CORRECTED), re.IGNORECASE)
_CUMULATIVE = re.compile("|".join(rf"\b(?:{words})" for words in CUMULATIVE), re.IGNORECASE)
_PART_BEFORE = re.compile(PART_BEFORE, re.IGNORECASE)
_PART_INSIDE = re.compile("|".join(PART_INSIDE), re.IGNORECASE)
_NEWLY_HELD = re.compile(
    r"\bnow (?:in the hands|in \w+ hands|under|controlled|held)|\bwhich (?:took|captured|seized|overran) it\b",
    re.IGNORECASE,
)
_TOTAL_OF = re.compile(r"\b(?:number|count|toll|total|tally|figure)s? of (?:the |those )?", re.IGNORECASE)
_LATER = re.compile("|".join(rf"\b(?:{words})\b" for words in LATER), re.IGNORECASE)
_NAME = re.compile(r"(?<=[a-z,;] )[A-Z][\w'’-]+")
_SOMEWHERE = re.compile(
    r"\b(?:in|at|near|from|around|outside|into|to|on|off|of)\s+(?:the\s+(?:\w+\s+){0,2}?(?:of\s+)?)?([A-Z][\w'’-]+)"
)
_STRUCK = re.compile(
    r"\b(?:on|at|hit|struck|bombed|shelled|attacked|stormed|raided|outside|of|when)\s+(?:an?|the|its|their)?\s*"
    r"(?:[\w’'-]+\s+){0,3}?(market|bazaar|school|mosque|church|station|bridge|base|barracks|checkpoint|hotel|prison|jail"
    r"|refinery|depot|convoy|bus|train|funeral|wedding|cafe|restaurant|mine|farm|factory|stadium|university)\b",
    re.IGNORECASE,
)
_ONE_SITE = (
    {"market", "bazaar"},
    {"mosque", "church"},
    {"prison", "jail"},
    {"base", "barracks"},
    {"bus", "station"},
    {"cafe", "restaurant", "hotel"},
    {"train", "station"},
    {"convoy", "bus"},
    {"depot", "station"},
    {"base", "convoy"},
    {"refinery", "depot"},
)
_TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december ramadan easter christmas eid".split()
)
# “Said on Monday evening” tells when it was said.
_HOURS = re.compile(
    rf"(?<!said )(?<!says )\b(?:(said|says|told|reported|announced)\b[^,.;]{{0,24}} )?({'|'.join(PARTS_OF_DAY)})\b",
    re.I,
)
_WORD = re.compile(r"[a-z]+")


@lru_cache(maxsize=16_384)
def is_corrected(around: str) -> bool:
    """Whether the words put a new figure in the place of an old one: “has risen to”, “revised”."""
    return _CORRECTED.search(around) is not None


@lru_cache(maxsize=16_384)
def is_later_news(around: str) -> bool:
    """Whether the words set what a speaker tells against what the same speaker told before: “now”, “admitted”."""
    return _LATER.search(around) is not None


@lru_cache(maxsize=16_384)
def is_cumulative(around: str) -> bool:
    """Whether the words add up several events: “brings this week's toll to 40”."""
    return _CUMULATIVE.search(around) is not None


@lru_cache(maxsize=16_384)
def is_newly_held(around: str) -> bool:
    """Whether a place that is said to be held was taken just before: “is now in the hands of”."""
    return _NEWLY_HELD.search(around) is not None


@lru_cache(maxsize=16_384)
def is_part(quote: str, around: str) -> bool:
    """Whether the figure is a part of another: “including three children”, “three of the dead were children”."""
    if _PART_INSIDE.search(_TOTAL_OF.sub("", quote)):
        return True
    before, found, behind = around.partition(quote)
    if not found:
        return False
    return (
        _PART_BEFORE.search(before.rstrip() + " ") is not None
        or _PART_INSIDE.search(_TOTAL_OF.sub("", f"{quote}{behind[:40]}")) is not None
    )


@lru_cache(maxsize=16_384)
def causes(around: str) -> frozenset[str]:
    """What kinds of attack the words name; empty when they name none, or only “the attack”."""
    return frozenset(KIND_OF[word] for word in _WORD.findall(around.lower()) if word in KIND_OF)


def may_be_one_event(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two sets of causes can be those of one event; what names none fits all."""
    return not one or not other or any(frozenset((a, b)) in ALIKE for a in one for b in other)


@lru_cache(maxsize=16_384)
def names_in(around: str) -> frozenset[str]:
    """The words that stand with a capital inside a sentence, folded, days and months left out."""
    return frozenset(folded(name) for name in _NAME.findall(around)) - _TIMES


@lru_cache(maxsize=16_384)
def places_in(around: str) -> frozenset[str]:
    """The names that stand where a place would: “from Khuwei”."""
    found = (folded(name) for name in _SOMEWHERE.findall(around))
    return frozenset(name for name in found if name not in _TIMES and name not in NATIONS)


@lru_cache(maxsize=16_384)
def struck(around: str) -> frozenset[str]:
    """The kinds of sites that were hit, as far as the words tell: “an attack on a church in Jaranwala”, church."""
    return frozenset(site.lower() for site in _STRUCK.findall(around))


def may_be_one_site(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two sentences can tell of one site that was hit; what names none fits all."""
    if not one or not other or one & other:
        return True
    return any(one & alike and other & alike for alike in _ONE_SITE)


@lru_cache(maxsize=16_384)
def hours(around: str) -> frozenset[str]:
    """The hours at which the words say that it happened; empty for none.

    >>> sorted(hours("shells fell in the morning")), hours("shells fell, the mayor said on Monday evening")
    (['m'], frozenset())
    """
    found = [PARTS_OF_DAY[part.lower()] for said, part in _HOURS.findall(around) if not said]
    return frozenset("".join(found))
