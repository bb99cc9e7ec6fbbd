"""How sure it is that a name is a place: each reason for and against, and what it weighs."""

from __future__ import annotations

import re

from bot.extraction.gazetteer import Entry, Feature
from bot.extraction.lexicon.place_words import (
    ACTOR_PHRASES,
    ACTORS,
    ADJECTIVES,
    LEADING,
    ORDINARY,
    ORGANISATIONS,
    PART_OF_NAME,
    PEOPLE,
    TITLES,
)
from bot.extraction.place.evidence import Evidence
from bot.extraction.place.labels import Label
from bot.extraction.place.names import Name

ENOUGH = 0.5  # from here on a name is taken for a place
WIDE = frozenset({Feature.COUNTRY, Feature.AREA, Feature.REGION})
_MIXED = re.compile(r"[A-Z]{2,}[a-z]{1,2}")  # FAMa, FARCs
MOST_WORDS = 5  # in a name that no list has


def known(
    name: Name, written: str, entry: Entry, evidence: Evidence, near: float, contained: bool, person: bool
) -> float:
    """For a name in the gazetteer, read as `entry`; `near` is its country's share of the text, 0 to 1.

    `contained` says that the region it lies in stands beside it; `person` that the text uses the word for a person.
    """
    if name.key in ACTORS or name.key in ACTOR_PHRASES or _is_acronym(name, written, entry):
        return 0.0
    score = _standing(entry, near) + 0.15 * (near >= 0.5)
    score += _for(evidence) + 0.25 * (contained and entry.feature is not Feature.COUNTRY)
    score -= _against(name, evidence) + 0.8 * (not name.whole)
    if " " not in name.key:
        score -= 0.4 * (name.key in ORDINARY) + 0.3 * (name.key in PEOPLE)
        score -= 0.4 * (person and entry.feature is not Feature.COUNTRY)
    score += 0.3 * (evidence.label > 0)
    if entry.capital and not (
        evidence.label or evidence.locative or evidence.weak or evidence.feature or evidence.taken
    ):
        score -= 0.4 * (not contained)
    return score


def unknown(name: Name, written: str, evidence: Evidence, *, contained: bool, person: bool, everyday: bool) -> float:
    """For a name in no list: only the words beside it speak for it.

    `everyday` says that the text has the word in small letters too.
    """
    words = name.key.split()
    if not name.whole or len(name.key) < 3 or len(words) > MOST_WORDS or evidence.determined or evidence.bracketed:
        return 0.0
    if name.key in ACTOR_PHRASES or words[0] in ADJECTIVES or not ACTORS.isdisjoint(words):
        return 0.0
    if evidence.articled and not evidence.feature and not name.site:
        return 0.0
    if (written.isupper() and len(name.key) <= 6 and evidence.feature in (None, Feature.AREA)) or _MIXED.fullmatch(
        written
    ):
        return 0.0
    score = 0.6 * evidence.locative + (0.35 if " " in name.key else 0.5) * evidence.taken
    score += 0.8 * (evidence.feature is not None) + 0.3 * contained
    score -= _against(name, evidence) + (0.2 if evidence.feature else 0.4) * person
    score += 0.3 * (evidence.prefix is not None and name.before in LEADING)
    score += 0.6 * (evidence.label is Label.SURE and not written.isupper())
    score -= 0.5 * (len(words) == 1 and (words[0] in ORDINARY or everyday)) + 0.2 * (name.key in PEOPLE)
    led = evidence.locative or evidence.weak or evidence.articled or evidence.prefix is not None
    return score - 0.4 * (evidence.feature in PART_OF_NAME and not led)


def _standing(entry: Entry, near: float) -> float:
    if entry.feature in WIDE or (entry.by_hand and near >= 0.2):
        return 0.7
    return 0.4 + 0.2 * (entry.population >= 100_000) + 0.1 * (entry.population >= 10_000)


def _is_acronym(name: Name, written: str, entry: Entry) -> bool:
    """UN, OAS, FAL: towns of those names are not written in capitals unless all around is."""
    letters = written.replace(".", "")
    return letters.isupper() and len(letters) <= 5 and " " not in name.key and entry.feature is not Feature.COUNTRY


def _for(evidence: Evidence) -> float:
    return 0.25 * (evidence.locative or evidence.taken) + 0.1 * evidence.weak + 0.35 * (evidence.feature is not None)


def _against(name: Name, evidence: Evidence) -> float:
    after_title = evidence.titled or (name.before in TITLES and evidence.prefix is None and not evidence.locative)
    score = 0.6 * after_title + 0.4 * (evidence.speaks or evidence.acts)
    score += 0.4 * (evidence.body and not evidence.feature) + 0.4 * (evidence.bracketed and not evidence.locative)
    return score + 0.8 * (name.after in ORGANISATIONS and not evidence.feature_end)
