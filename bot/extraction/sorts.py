"""Sorts of words: what can be told of a word alone, before one looks where it stands in its sentence."""

from __future__ import annotations

from enum import StrEnum

from bot.extraction.known import Known
from bot.extraction.lexicon.forces import FORCES
from bot.extraction.lexicon.grammar import (
    AUXILIARIES,
    CALENDAR,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    QUOTES,
    TRAILING,
    UNITS,
    VERBS,
)
from bot.extraction.lexicon.things import POSITIONS, THINGS
from bot.extraction.lexicon.verb_forms import VERB_WORDS
from bot.extraction.lexicon.victims import PEOPLE
from bot.extraction.numbers import may_begin

STOPS = PREPOSITIONS | CONJUNCTIONS | AUXILIARIES | PRONOUNS
ADJECTIVES = frozenset(
    "armed wounded injured displaced captured suspected alleged trapped unarmed detained freed "
    "kidnapped abducted missing dead besieged occupied elected hooded masked uniformed surrendering "
    "burned-out fleeing advancing retreating attacking burning remaining opposing warring "
    "leading ruling building fighting living serving occupying unidentified marauding neighbouring "
    "neighboring surrounding so-called united retired armoured armored severed charred decomposed "
    "mutilated abandoned fortified disputed contested wanted".split()
)
_RANKS = frozenset("commander commanders leader leaders officer officers general generals chief chiefs".split())
"""People also behind a hyphen: “sub-commander”, “co-leaders”."""
WHEN = frozenset("overnight today yesterday tonight tomorrow meanwhile elsewhere nearby".split())
NEVER = frozenset("together along alone apart aside".split())
LOOSE = frozenset("most many some several others all".split())
STANDING_ALONE = frozenset("they we he she them it him her us i himself herself".split())

# What can be told of a word from its small letters alone.
UNSURE = 0
SKIPPED = 1  # begins no group
PLAIN = 2  # goes on with any group that it does not begin
WAY = 3  # as plain; an adverb in -ly, behind which a noun may stand


class About(StrEnum):
    """What the head of a group is."""

    PEOPLE = "people"
    FORCE = "force"
    THING = "thing"
    POSITION = "position"
    UNIT = "unit"
    NAME = "name"
    FIGURE = "figure"
    PRONOUN = "pronoun"
    OTHER = "other"


def nouny(low: str) -> bool:
    return low in PEOPLE or low in THINGS or low in POSITIONS or low in FORCES


def in_a_tense(low: str) -> bool:
    return low in VERBS or low in VERB_WORDS or (low.endswith("ed") and len(low) > 4 and not nouny(low))


def going_on(low: str) -> bool:
    return low.endswith("ing") and len(low) > 5 and not nouny(low) and low not in ADJECTIVES


def _verbal(low: str) -> bool:
    """Whether the word may be a verb."""
    return in_a_tense(low) or going_on(low)


def _sort_of(low: str) -> int:
    word = low[:1].isalnum()
    if low in STANDING_ALONE or low in LOOSE or may_begin(low):
        return UNSURE
    if low in STOPS or low in TRAILING or low in NEVER or not word:
        return SKIPPED
    if (
        low in DETERMINERS
        or low in QUOTES
        or low in WHEN
        or low in CALENDAR
        or low in ("home", "man", "control")
        or _verbal(low)
    ):
        return UNSURE
    return WAY if low.endswith("ly") else PLAIN


def _about_of(low: str) -> About:
    if low in UNITS:
        return About.UNIT
    aged = low.endswith(("-year-old", "-year-olds")) and low[:1].isdigit()
    if low in PEOPLE or aged or low.rpartition("-")[2] in _RANKS:
        return About.PEOPLE
    if low in FORCES:
        return About.FORCE
    if low in POSITIONS and low not in THINGS:
        return About.POSITION
    if low in THINGS:
        return About.THING
    return About.OTHER


SORTS = Known(_sort_of)
ABOUT = Known(_about_of)
"""What a group is about whose head is the word."""
