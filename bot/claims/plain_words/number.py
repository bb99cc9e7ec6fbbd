"""Number: one and many of a noun, as far as its ending tells."""

from __future__ import annotations

import re

_SAME = frozenset(
    "police troops forces personnel staff crew cattle livestock headquarters barracks premises works series "
    "dead wounded injured missing military infantry cavalry artillery aircraft clergy militia youth faithful "
    "taliban reinforcements supplies remains clothes goods belongings crops others armed overseas".split()
)
_ALWAYS_MANY = frozenset(
    "police troops forces personnel staff cattle people persons dead wounded injured missing taliban "
    "reinforcements supplies remains clothes goods belongings crops others clergy men women children gentry "
    "folk kin elderly mujahideen mujahedin fedayeen peshmerga houthis aircraft wazalendo".split()
)
_ALWAYS_ONE = frozenset(
    "news headquarters barracks series hezbollah hamas isis press texas paris access progress premises".split()
)
_MASS = frozenset(
    "property equipment infrastructure ammunition machinery material housing farmland damage gunfire".split()
)
_IRREGULAR: tuple[tuple[str, str], ...] = (
    ("women", "woman"),
    ("men", "man"),
    ("children", "child"),
    ("people", "person"),
    ("wives", "wife"),
)
_IRREGULAR += (("knives", "knife"), ("lives", "life"), ("feet", "foot"), ("buses", "bus"), ("mujahideen", "mujahid"))
_HUMAN_ONE = re.compile(
    r"(?:soldier|officer|fighter|worker|villager|prisoner|villain|farmer|worshipper|leader|commander|member|resident|student|militant"
    r"|insurgent|agent|migrant|civilian|guard|doctor|medic|terrorist|journalist|policem[ae]n|refugee|detainee|hostage|rebel"
    r"|house|home|building|tank|vehicle|school|bridge|shop|village|truck|drone|missile)\Z"
)
_BEHIND = re.compile(r"\s+(?:of|from|in|at|on|with|who|that|which|for|by|near|under|to|including)\s")
_NEVER_CUT = ("ss", "us", "is", "’s", "'s")


def is_plural(noun: str) -> bool:
    """Whether a verb behind the noun is plural: “families” and “police” are, “equipment” and “the army” are not."""
    if re.search(r"\s(?:and|&)\s|,\s", noun):
        return True
    head = _head(noun).split()[-1] if noun.split() else ""
    word = head.lower().strip("”’")
    if head == "States":  # the United States are one country
        return False
    if word in _ALWAYS_MANY or word.endswith(("men", "women", "children", "people")):
        return word not in ("specimen", "regimen", "yemen")
    return word not in _ALWAYS_ONE and word.endswith("s") and not word.endswith(_NEVER_CUT)


def is_mass(noun: str) -> bool:
    """Whether the noun is not counted: property, equipment."""
    return (_head(noun).split() or [""])[-1].lower() in _MASS


def one_of(noun: str) -> str:
    """The noun for one: “soldiers” make a soldier; what has no other form stays.

    >>> one_of("police officers from the north"), one_of("families"), one_of("troops")
    ('police officer from the north', 'family', 'troops')
    """
    head = _head(noun)
    *before, last = head.split() or [""]
    return " ".join((*before, _single(last))) + noun[len(head) :]


def many_of(noun: str) -> str:
    """The noun for several, where the report used the form for one (“a 12-soldier patrol”)."""
    if is_plural(noun):
        return noun
    head = _head(noun)
    *before, last = head.split() or [""]
    return " ".join((*before, _several(last))) + noun[len(head) :]


def has_one(noun: str) -> bool:
    """Whether “no …” takes the form for one: no soldier, but no police and no troops."""
    return not is_plural(one_of(noun))


def _head(noun: str) -> str:
    """What the noun is, before all that is said about it."""
    behind = _BEHIND.search(noun, 1)
    return noun[: behind.start()] if behind else noun


def _single(word: str) -> str:
    low = word.lower()
    if low in _SAME or len(word) < 4 or word.endswith(_NEVER_CUT) or not low.endswith(("s", "n", "e", "t")):
        return word
    for plural, single in _IRREGULAR:
        if low.endswith(plural):
            return word[: len(word) - len(plural)] + single
    if low.endswith("ies"):
        return word[:-3] + "y"
    if low.endswith(("ches", "shes", "sses", "xes", "zes", "oes")):
        return word[:-2]
    return word[:-1] if low.endswith("s") else word


def _several(word: str) -> str:
    low = word.lower()
    for plural, single in _IRREGULAR:
        if (
            low.endswith(single)
            and (low == single or single in ("man", "woman", "child"))
            and low not in ("german", "human")
        ):
            return word[: len(word) - len(single)] + plural
    if low == "family":
        return "families"
    return f"{word}s" if _HUMAN_ONE.search(low) and word.islower() else word
