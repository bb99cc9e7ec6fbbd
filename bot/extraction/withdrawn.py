"""Withdrawn: figures that a report or its source takes back, and deaths that no event of a conflict caused."""

from __future__ import annotations

from itertools import pairwise

from bot.extraction.scene import Finding, Scene

_TAKES_BACK = frozenset(
    "withdrew withdraws withdrawn retracted retracts retracting retract delete deleted disregard correcting "
    "corrects".split()
)
_FIGURES = frozenset(
    "figure figures number numbers toll tolls count statement report estimate tally claim total version "
    "deaths dead".split()
)
_EARLIER = frozenset("earlier previous previously initial first former".split())
_FORMERLY = frozenset("version statement report update edition sitrep bulletin".split())
_GAVE = frozenset("gave put said reported stated listed had carried cited mentioned".split())
_WRONG = frozenset("incorrect wrong erroneous inaccurate mistaken".split())
_TOLD = frozenset("that this which information figure number count report".split())
_WROTE = frozenset("wrote said reported quoted posted told had gave put".split())
_BEFORE_NOW = frozenset("earlier previously morning yesterday first initially".split())
_NOT_AGAIN = frozenset({("not", "repeat"), ("not", "counted"), ("no", "longer"), ("not", "stand")})
_STANDS = frozenset("stands holds repeat repeated counted".split())
_AFTER = frozenset("retracted withdrawn rescinded".split())
_DISEASES = frozenset(
    "cholera measles malaria meningitis ebola typhoid dengue diphtheria polio hepatitis mpox covid covid-19 cfr".split()
)
_SIGNS = _TAKES_BACK | _EARLIER | _AFTER | _BEFORE_NOW | {word for pair in _NOT_AGAIN for word in pair[1:]}
_REACH = 12
_KINDS = frozenset("casualties displacement detention damage".split())


def withdrawn(scene: Scene, found: Finding) -> bool:
    """Whether a figure is said to hold no longer: “an earlier version of this report gave 86 deaths”."""
    if not found.counted or found.kind not in _KINDS:
        return False
    if _SIGNS.isdisjoint(scene.vocabulary):
        return False
    before = scene.lows(found.start - _REACH, found.end)
    if _taken_back(before) or _formerly(scene.lows(0, found.start)) or _ours(scene.lows(0, found.start)):
        return True
    after = scene.lows(found.end, found.end + _REACH)
    if _WRONG & set(after) and _TOLD & set(after) and {"was", "were", "is", "proved"} & set(after):
        return True
    return bool(_AFTER & set(after)) and bool({"by", "later", "since"} & set(after))


def _taken_back(before: list[str]) -> bool:
    """“Withdrew a statement that put army dead at 14”, “he did not repeat his figure of seven dead”."""
    told = [at for at, low in enumerate(before) if low in _TAKES_BACK]
    if any(not _FIGURES.isdisjoint(before[at:]) for at in told):
        return True
    for at, pair in enumerate(pairwise(before)):
        if pair in _NOT_AGAIN and (pair[1] == "counted" or not (_FIGURES | _STANDS).isdisjoint(before[at + 2 :])):
            return pair != ("no", "longer") or not _STANDS.isdisjoint(before[at + 2 :])
    return False


def _formerly(before: list[str]) -> bool:
    """“An earlier version of this report gave …”."""
    for at, (one, other) in enumerate(pairwise(before)):
        if one in _EARLIER and other in _FORMERLY:
            return not _GAVE.isdisjoint(before[at + 2 :]) or before[at + 2 : at + 3] == ["of"]
    return False


def _ours(before: list[str]) -> bool:
    """“I wrote earlier that …”, “the charity we quoted this morning as saying …”: what is told again has changed."""
    for at, (one, other) in enumerate(pairwise(before)):
        if one in ("i", "we") and other in _WROTE and not _BEFORE_NOW.isdisjoint(before[at + 2 : at + 6]):
            return True
    return False


def of_a_disease(scene: Scene, found: Finding) -> bool:
    """“Cholera: 586 cases, 21 deaths”."""
    if found.kind != "casualties" or scene.vocabulary.isdisjoint(_DISEASES):
        return False
    return not _DISEASES.isdisjoint(scene.lows(found.start - 10, found.end + 6))
