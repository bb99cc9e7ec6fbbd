"""Parties to the fight: whose side the words for an actor, a victim or a speaker name.

A side is a short key: `state:UA` or `state` where the report does not say which, `group:m23` or `rebels` for fighters
whose group is not named, and `not …` for “the enemy” of a speaker.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from bot.matching.lexicon.nations import NATIONS
from bot.matching.lexicon.sides import (
    ANY_FIGHTERS,
    FOR_A_STATE,
    GROUPS,
    REBELS,
    STATE_FORCES,
    STATE_OFFICES,
    STATE_PHRASES,
)
from bot.matching.words import folded, single

STATE, ANY_REBELS, AGAINST = "state", "rebels", "not "
LONGEST_NAME = 5  # words of a group's name
_OWN = frozenset("our its his her their we us my".split())
_SPEAKERS = frozenset({"it", "they"})
_PLACED = frozenset("in at near from of against on for by with to".split())
_FRONTS = frozenset("army front movement liberation alliance league resistance".split())
_ANY_ARMY = _FRONTS | frozenset(
    "the a an our its their national army armed forces federal royal republican first second third fourth fifth "
    "northern southern eastern western".split()
)
_BEHIND_A_NATION = frozenset("force army troop side command coalition occupier invader warplane jet drone".split())


class Facing(Enum):
    """How two sides stand to each other."""

    SAME = "same"
    OPPOSED = "opposed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Parties:
    """Who fights: the default lexicon, and what a desk adds: pairs of a name and the side it belongs to."""

    added: tuple[tuple[str, str], ...] = ()

    def side(self, words: str | None, country: str | None = None, *, speaking: bool = False) -> str | None:
        """The side that words name; `country` (ISO 3166-1) is where, so that “the army” is that country's.

        `speaking` takes in those who speak for a state without fighting: ministries, governors, mayors.

        >>> DEFAULT.side("M23 fighters"), DEFAULT.side("the army", "ML"), DEFAULT.side("farmers")
        ('group:m23', 'state:ML', None)
        """
        return _side(self.added, words, country, speaking) if words else None


def is_own(words: str | None) -> bool:
    """Whether the words point at the speaker's own side: “our troops”, “its soldiers”, “we”."""
    return bool(words) and folded(words or "").partition(" ")[0] in _OWN


def is_speaker(words: str | None) -> bool:
    """Whether the words are “it” or “they”: the body that speaks, where one does."""
    return folded(words or "") in _SPEAKERS


def are_fighters(words: str | None) -> bool:
    """Whether the words name fighters or a militia and nobody else's: who takes a town so is hardly its state."""
    return bool(words) and not is_own(words) and not ANY_FIGHTERS.isdisjoint(_words(words or ""))


def is_enemy(words: str | None) -> bool:
    """Whether the words name the speaker's enemy, whoever that is."""
    return bool(words) and any(word in ("enemy", "enemie", "occupier", "invader") for word in _words(words or ""))


def facing(one: str | None, other: str | None) -> Facing:
    """Whether two sides are one, are opposed, or nobody can tell.

    >>> facing("state:ML", "rebels"), facing("rebels", "group:jnim"), facing("state", "state:UA")
    (<Facing.OPPOSED: 'opposed'>, <Facing.SAME: 'same'>, <Facing.SAME: 'same'>)
    """
    if one is None or other is None:
        return Facing.UNKNOWN
    if one == other:
        return Facing.SAME
    if one.startswith(AGAINST) or other.startswith(AGAINST):
        return _facing_an_enemy(one, other)
    kinds = {one.partition(":")[0], other.partition(":")[0]}
    if kinds == {STATE}:
        return Facing.SAME if STATE in (one, other) else Facing.OPPOSED
    if kinds == {ANY_REBELS, "group"}:
        return Facing.SAME
    return Facing.OPPOSED


def _facing_an_enemy(one: str, other: str) -> Facing:
    bare_one, bare_other = one.removeprefix(AGAINST), other.removeprefix(AGAINST)
    if one.startswith(AGAINST) and other.startswith(AGAINST):
        return facing(bare_one, bare_other)
    between = facing(bare_one, bare_other)
    return {Facing.SAME: Facing.OPPOSED, Facing.OPPOSED: Facing.SAME}.get(between, Facing.UNKNOWN)


def _words(words: str) -> list[str]:
    return [single(word) for word in folded(words).split()]


@lru_cache(maxsize=16_384)
def _side(added: tuple[tuple[str, str], ...], words: str, country: str | None, speaking: bool) -> str | None:
    plain = folded(words).split()
    named = _named(tuple((folded(name), side) for name, side in added), plain)
    if named:
        return named
    singles = [single(word) for word in plain]
    nation = _nation(singles, plain)
    if nation is None and _is_a_groups_name(words):
        return f"group:{folded(words).removeprefix('the ')}"
    if _are_rebels(singles):
        return ANY_REBELS
    if not _of_a_state(singles, nation, speaking):
        return None
    of = nation or country
    return f"{STATE}:{of}" if of else STATE


def _named(added: tuple[tuple[str, str], ...], plain: list[str]) -> str | None:
    """The first armed group named, the longest of its names first."""
    own = dict(added)
    for start in range(len(plain)):
        for length in range(min(LONGEST_NAME, len(plain) - start), 0, -1):
            name = " ".join(plain[start : start + length])
            if name in own:
                return own[name]
            if name in GROUPS:
                group = GROUPS[name]
                return f"{STATE}:{FOR_A_STATE[group]}" if group in FOR_A_STATE else f"group:{group}"
    return None


def _nation(singles: list[str], plain: list[str]) -> str | None:
    """The first nation in front of a preposition: “troops in Kyiv” are nobody's by that."""
    for word, other in zip(plain, singles, strict=True):
        if word in _PLACED and word not in ("of", "for"):
            return None
        found = NATIONS.get(word) or NATIONS.get(other)
        if found:
            return found
    return None


def _is_a_groups_name(words: str) -> bool:
    """Whether the words are the name of an army, front or movement that belongs to no state: Chin National Army."""
    capital = [word for word in words.split() if word[:1].isupper() and folded(word) not in _ANY_ARMY]
    heads = {folded(word) for word in words.split() if word[:1].isupper()} & _FRONTS
    return (
        bool(capital)
        and bool(heads)
        and len(words.split()) <= LONGEST_NAME
        and not set(folded(words).split()) & _PLACED
    )


def _are_rebels(singles: list[str]) -> bool:
    """Rebels, militants; but fighters and militias are on every side."""
    found = {word for word in singles if word in REBELS}
    return bool(found - ANY_FIGHTERS) or (bool(found) and "anti" in singles)


def _of_a_state(singles: list[str], nation: str | None, speaking: bool) -> bool:
    phrase = " ".join(singles)
    if any(word in STATE_FORCES for word in singles) or any(each in phrase for each in STATE_PHRASES):
        return True
    if nation and (len(singles) <= 2 or any(word in _BEHIND_A_NATION for word in singles)):
        return len(singles) == 1 or singles[-1] in _BEHIND_A_NATION or speaking
    return speaking and "health" not in singles and any(word in STATE_OFFICES for word in singles)


DEFAULT = Parties()
