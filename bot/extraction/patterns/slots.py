"""Slots: which groups may stand where in an idiom (`lexicon/idiom_forms.py`)."""

from __future__ import annotations

from bot.extraction.groups import Group
from bot.extraction.lexicon.idiom_forms import SLOT_WORDS
from bot.extraction.lexicon.things import POSITIONS, THINGS
from bot.extraction.lexicon.victims import ARMED, BODIES, PEOPLE
from bot.extraction.sorts import About

_WE = frozenset("we they i us them".split())
_MEN = frozenset("men boys lads side sides women brigade".split())
_HELPERS = frozenset("un who msf icrc ocha unhcr wfp iom ngo ngos eu usaid unicef usa us uk bbc".split())
_PUSHES = frozenset(
    "attack attacks assault assaults offensive offensives onslaught counterattack counterattacks counter-attack "
    "counter-attacks counteroffensive counter-offensive storming incursion incursions raid raids foray forays sortie "
    "sorties clashes fighting battle battles combat gunbattle shootout ambush "
    "advance advances attempt attempts push pushes thrust thrusts infiltration infiltrations probe probes drive".split()
)
# People who arrive, leave and sleep somewhere without being driven.
_TRAVELLERS = frozenset(
    """official officials journalist journalists minister ministers president delegation delegate delegates envoy
        envoys reporter reporters diplomat diplomats investigators inspectors bodies body gunmen attackers assailants
        suspects suspect prisoners inmates casualties student students pupil pupils tourist tourists player players fan
        fans spectators guests visitors lawmakers leaders supporters protesters demonstrators voters candidates
        worker pilgrims dead wounded injured killed missing man woman boy girl driver drivers doctor detainees hostages
        commuters holidaymakers sailors runners""".split()
)
_ELEMENTS = frozenset("fire flames panic fear water floods gunfire smoke cholera grief anger joy rumours".split())
_EVERYBODY = frozenset("population inhabitants everybody everyone townsfolk whole entire half".split())
_HARMED = BODIES | {"dead", "wounded", "injured", "missing", "survivors", "casualties", "victims"}
_ACTORS = frozenset({About.PEOPLE, About.FORCE, About.NAME, About.PRONOUN})
_ANYTHING = _ACTORS | {About.POSITION, About.THING, About.OTHER, About.FIGURE}
_COUNTED_PEOPLE = frozenset({About.PEOPLE, About.FIGURE, About.PRONOUN, About.OTHER, About.POSITION})
_MATERIAL = frozenset({About.THING, About.POSITION, About.OTHER, About.NAME})
WIDE: dict[str, frozenset[About]] = {
    "A": _ACTORS | {About.THING},
    "M": _ACTORS | {About.THING},
    "N": _ANYTHING,
    "P": _ANYTHING - {About.PEOPLE},
    "F": _ACTORS,
    "T": _ANYTHING,
    "W": _COUNTED_PEOPLE,
    "D": frozenset({About.PEOPLE, About.FIGURE, About.PRONOUN, About.FORCE, About.NAME}),
    "R": frozenset({About.PEOPLE, About.FORCE, About.THING, About.NAME, About.FIGURE}),
    "G": _MATERIAL,
    "V": frozenset({About.THING, About.FORCE}),
    "E": _ANYTHING,
}
"""What the subject of each slot may be about."""


def armed(group: Group) -> bool:
    """Whether a group is under arms for sure: a force, fighters, or a people by name (“the Serbs”)."""
    if group.about is About.FORCE or group.noun in ARMED or group.noun in _MEN:
        return True
    if group.about is About.NAME and group.words.isupper() and len(group.words) > 1:
        return group.noun not in _HELPERS  # “FARDC”
    return group.noun.endswith("s") and group.definite and group.words.split()[-1][:1].isupper()


def is_seat(group: Group) -> bool:
    """Whether a group can be held: a kind of place, or a name."""
    words = group.words.lower().split()
    named = group.about is About.NAME and PEOPLE.isdisjoint(words)
    return named or group.about is About.POSITION or not POSITIONS.isdisjoint(words)


def is_push(group: Group) -> bool:
    """Whether a group is an attack that can be beaten back."""
    words = group.words.lower().split()
    return not _PUSHES.isdisjoint(words) and "air" not in words


def _is_place(group: Group) -> bool:
    return is_seat(group) or group.noun == "it"


def _may_act(group: Group) -> bool:
    if group.noun in _ELEMENTS:
        return False  # “Fire swept through the market”
    return armed(group) or group.about is About.NAME or group.noun in _WE or group.noun == "it"


def _fighters(group: Group) -> bool:
    people = group.noun.endswith("s") and group.words.split()[-1][:1].isupper()
    return armed(group) or group.noun in ("them", "enemy") or people


def _place_or_fighters(group: Group) -> bool:
    return _fighters(group) or is_seat(group) or (group.about is About.PEOPLE and group.counted)


def civil(group: Group) -> bool:
    """Whether a group are people who may be driven from home: several, not under arms, not on business."""
    words = set(group.words.lower().split())
    if words & _TRAVELLERS or words & ARMED:
        return False
    if group.about is About.PEOPLE:
        return group.plural or group.counted
    if group.about is About.FIGURE:
        return group.counted and (group.interval.low or 0) > 1
    return group.noun in ("we", "they") or not _EVERYBODY.isdisjoint(words)


def _persons(group: Group) -> bool:
    if group.about is About.PRONOUN:
        return group.noun in ("they", "them", "we", "us", "he", "him", "she", "her")
    return group.about in (About.PEOPLE, About.FORCE, About.FIGURE) and _HARMED.isdisjoint(group.words.lower().split())


def _troops(group: Group) -> bool:
    words = group.words.lower().replace("-", " ").split()
    acronym = group.about is About.NAME and group.words.isupper() and len(group.words) > 2
    return words[-1:] != [] and (words[-1] in ARMED or (acronym and group.noun not in _HELPERS))


def _things(group: Group) -> bool:
    return group.about is About.THING or not THINGS.isdisjoint(group.words.lower().split())


def _may_be_struck(group: Group) -> bool:
    return group.about in (About.PEOPLE, About.FORCE, About.THING, About.POSITION, About.NAME)


_TESTS = {
    "A": _may_act, "M": armed, "P": _is_place, "X": is_push, "F": _fighters, "T": _place_or_fighters,
    "W": civil, "D": _persons, "R": _troops, "G": _things, "E": _may_be_struck
}  # fmt: skip


def fits(group: Group, slot: str) -> bool:
    """Whether the group may stand in a slot."""
    if slot in SLOT_WORDS:
        return not SLOT_WORDS[slot].isdisjoint(group.words.lower().split())
    return _TESTS[slot](group)
