"""Lists: people named in one breath (“three policemen and four guards”) are counted together."""

from __future__ import annotations

from collections.abc import Sequence

from bot.claims.model import Interval
from bot.extraction.groups import Group
from bot.extraction.lexicon.grammar import AUXILIARIES
from bot.extraction.lexicon.tolls import STATES
from bot.extraction.lexicon.verb_forms import VERB_WORDS
from bot.extraction.scene import Scene
from bot.extraction.sorts import About

MOST = 5
_PLACING = frozenset("in at near on from to of into outside".split())
_SAYS = frozenset("said says told say reported confirmed added announced".split())
_KIN = frozenset("his her their my our".split())
_MEMBERS = frozenset({About.PEOPLE, About.NAME, About.FIGURE})


def listed_before(scene: Scene, last: Group) -> list[Group]:
    """The groups of a list that ends with `last`, in order; only `last` when it is no list."""
    if scene.low(last.start - 1) != "and":
        return [last]
    groups, at = [last], _before_brackets(scene, last.start - 2)
    if scene.low(at) in STATES:
        return [last]  # “11 people dead and dozens injured”
    while len(groups) < MOST:
        at -= scene.low(at) == ","
        other = scene.group_at(at)
        if other is None or other.end != at + 1 or other.noun in STATES:
            break
        if scene.low(other.start - 1) in _PLACING and not other.counted:
            break  # “in Lima and two policemen died”
        groups.insert(0, other)
        if scene.low(other.start - 1) != ",":
            break
        at = other.start - 2
    return _counted_together(scene, groups, keep=last)


def _before_brackets(scene: Scene, at: int) -> int:
    """Before “(five Spaniards and one Salvadoran)”, when that ends here."""
    if scene.low(at) != ")":
        return at
    return next((index - 1 for index in range(at, max(-1, at - 14), -1) if scene.low(index) == "("), at)


def listed_behind(scene: Scene, first: Group) -> list[Group]:
    """The groups of a list that begins with `first`, in order; only `first` when it is no list."""
    groups, at = [first], _past_age(scene, first.end)
    while len(groups) < MOST:
        comma = scene.low(at) == ","
        at += comma
        joined = scene.low(at) == "and"
        at += joined
        other = scene.group_at(at)
        if not (comma or joined) or other is None or other.start != at or _own_story(scene, other):
            break
        whole = part_of_them(scene, other)
        groups.append(whole)
        at = _past_age(scene, whole.end)
        if joined and scene.low(at) in _SAYS:
            break  # “… dead, two officers and a resident said”
        if joined:
            return _counted_together(scene, groups, keep=first)
    return [first]


def part_of_them(scene: Scene, group: Group) -> Group:
    """“Two of his guards”, where that is what begins with the figure."""
    inner = scene.group_at(group.end + 1) if scene.low(group.end) == "of" else None
    if group.about is not About.FIGURE or inner is None or inner.start != group.end + 1:
        return group
    return group._replace(end=inner.end, about=inner.about, words=inner.words, noun=inner.noun)


def _past_age(scene: Scene, at: int) -> int:
    """Behind “aged 62” or “, 62,”, when that is what follows."""
    if scene.low(at) in ("aged", ","):
        age = scene.group_at(at + 1)
        if age is not None and age.about is About.UNIT:
            return age.end + (scene.low(age.end) == "," and scene.low(age.end + 1) == "and")
    return at


def _own_story(scene: Scene, group: Group) -> bool:
    """“… and nine others wounded”: the group belongs to what follows it."""
    after = scene.low(group.end)
    return (
        after in ("with", "as")
        or after in AUXILIARIES
        or after in STATES
        or after in VERB_WORDS
        or group.noun in STATES
    )


def _counted_together(scene: Scene, groups: Sequence[Group], keep: Group) -> list[Group]:
    """The list, where every member is counted, or is kin of the one named first; an apposition is no list."""
    kept = list(groups)
    if len(kept) > 2 and kept[0].counted and kept[0].interval.low == sum(one.interval.low or 0 for one in kept[1:]):
        return [kept[0]]  # “three civilians, two women and a man,”: the first told apart
    while (
        len(kept) > 1 and not all(_member(scene, one, kept[0]) for one in kept[1:] if one is not keep)
    ) or not _may_lead(kept[0]):
        if kept[0] is keep or len(kept) == 1:
            return [keep]
        kept = kept[1:]
    if len(kept) > 1 and not _member(scene, kept[-1], kept[0]):
        return [keep]
    return kept


def _may_lead(group: Group) -> bool:
    return group.about in _MEMBERS and group.interval.low is not None and group.noun not in STATES


def _member(scene: Scene, group: Group, first: Group) -> bool:
    if group.about not in _MEMBERS or group.interval.low is None or _state_inside(scene, group):
        return False
    if kin(scene, group):
        return True
    if group.counted:
        single = scene.low(first.start) in ("a", "an", "one") or (first.definite and not first.plural)
        return first.counted or single or first.about is About.NAME
    alone = scene.low(first.start) in ("a", "an") or (kin(scene, first) and first.interval.low == 1)
    return scene.low(group.start) in ("a", "an", "one") and (first.counted or alone)


def kin(scene: Scene, group: Group) -> bool:
    """“Her two sons”: told of by the one named before."""
    return bool(_KIN & {scene.low(group.start), scene.low(group.start - 1)})


def _state_inside(scene: Scene, group: Group) -> bool:
    return any(word in STATES for word in scene.lows(group.start, group.end))


def summed(groups: Sequence[Group]) -> Interval:
    """The figures together; the first alone where one of them is open."""
    if len(groups) == 1 or any(one.interval.low is None or one.interval.low != one.interval.high for one in groups[1:]):
        return groups[0].interval
    first = groups[0].interval
    more = sum(one.interval.low or 0 for one in groups[1:])
    low = first.low + more if first.low is not None else None
    high = first.high + more if first.high is not None else None
    return Interval(low, high, first.hedge)
