"""Lists: people named in one breath (“three policemen and four guards”) are counted together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.claims.model import Interval
from bot.extraction.groups import Group
from bot.extraction.lexicon.grammar import AUXILIARIES
from bot.extraction.lexicon.tolls import STATES
from bot.extraction.lexicon.verb_forms import VERB_WORDS
from bot.extraction.lexicon.victims import PLURAL, SINGULAR
from bot.extraction.scene import Finding, Scene
from bot.extraction.sorts import About

MOST = 5
_PLACING = frozenset("in at near on from to of into outside".split())
_AGENTS = ("er", "ers", "or", "ors", "ist", "ists", "ian", "ians")
"""The ends of words for people by their trade, known or not."""
_SAYS = frozenset("said says told say reported confirmed added announced".split())
_KIN = frozenset("his her their my our".split())
_MEMBERS = frozenset({About.PEOPLE, About.NAME, About.FIGURE})


def listed_before(scene: Scene, last: Group) -> list[Group]:
    """The groups of a list that ends with `last`, in order; only `last` when it is no list."""
    whose = scene.low(last.end) == "who" and last.interval.low == 1  # “the mayor, and a guard who died”
    if scene.low(last.start - 1) != "and" or whose:
        return [last]
    if (pair := _one_figure(scene, last)) is not None:
        return [pair]
    groups, at = [last], _before_brackets(scene, last.start - 2)
    if scene.low(at) in STATES:
        return [last]  # “11 people dead and dozens injured”
    while len(groups) < MOST:
        at -= scene.low(at) == ","
        other = scene.group_at(at)
        if other is None or other.end != at + 1 or other.noun in STATES:
            break
        other = _before_aside(scene, other) or _owner(scene, other) or other
        if scene.low(other.start - 1) in _PLACING and not other.counted:
            break  # “in Lima and two policemen died”
        groups.insert(0, other)
        if scene.low(other.start - 1) != ",":
            break
        at = other.start - 2
    return _counted_together(scene, groups, keep=last)


def without_state(scene: Scene, group: Group) -> Group:
    """“His nephew” of “left a shepherd and his nephew dead”."""
    at = group.end - 2
    if group.noun not in STATES or at <= group.start or scene.group_at(at) is not group:
        return group
    noun = scene.small[at]
    return group._replace(end=at + 1, head=at, noun=noun, plural=noun in PLURAL)


def _before_aside(scene: Scene, group: Group) -> Group | None:
    """The officers of “four officers, including a captain, and a driver”."""
    if scene.low(group.start - 1) not in ("including", "incl") or scene.low(group.start - 2) != ",":
        return None
    whole = scene.group_at(group.start - 3)
    return whole if whole is not None and scene.low(whole.start - 1) not in VERB_WORDS else None


def _owner(scene: Scene, group: Group) -> Group | None:
    """The commander of “a commander of the province and two guards”."""
    before = scene.group_at(group.start - 2) if scene.low(group.start - 1) == "of" and not group.counted else None
    single = before is not None and before.about is About.PEOPLE and before.interval.low == 1
    return before if single and before is not None and scene.low(before.start) in ("a", "an", "one", "the") else None


def _one_figure(scene: Scene, last: Group) -> Group | None:
    """“17 officers and soldiers”: two bare plurals that share the figure."""
    first = scene.group_at(last.start - 2)
    bare = last.about is About.PEOPLE and last.plural and not last.counted and last.end - last.start == 1
    if not bare or first is None or first.end != last.start - 1 or first.about is not About.PEOPLE:
        return None
    alike = first.counted and first.plural and last.noun not in STATES and first.noun not in STATES
    return first._replace(end=last.end) if alike else None


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
    kept = _without_what_he_is(scene, groups)
    apart = scene.low(kept[-1].start - 2) != ","
    if (
        apart
        and len(kept) > 2
        and kept[0].counted
        and kept[0].interval.low == sum(one.interval.low or 0 for one in kept[1:])
    ):
        return [kept[0]]  # “three civilians, two women and a man,”: the first told apart
    while (
        len(kept) > 1 and not all(_member(scene, one, kept[0]) for one in kept[1:] if one is not keep)
    ) or not _may_lead(scene, kept[0], keep):
        if kept[0] is keep or len(kept) == 1:
            return [keep]
        kept = kept[1:]
    if len(kept) > 1 and not _member(scene, kept[-1], kept[0]):
        return [keep]
    return kept


def _may_lead(scene: Scene, group: Group, keep: Group) -> bool:
    member = group.about in _MEMBERS or group.noun in ("himself", "herself", "him", "her")
    if group.about is About.OTHER and group.noun.endswith(_AGENTS):
        member = group is keep or scene.low(group.start - 1) in ("", ",", "that")  # “a baker and his son were shot”
    return member and group.interval.low is not None and group.noun not in STATES


def _member(scene: Scene, group: Group, first: Group) -> bool:
    if group.about not in _MEMBERS or group.interval.low is None or _state_inside(scene, group):
        return False
    if kin(scene, group) or _bare_mate(scene, group, first) or (_full_name(group) and first.about is About.NAME):
        return True
    if group.counted:
        return first.counted or _one(scene, first) or _called(scene, first)
    alone = _one(scene, first) or _called(scene, first) or (kin(scene, first) and first.interval.low == 1)
    return _one(scene, group) and group.about is About.PEOPLE and (first.counted or alone)


def _full_name(group: Group) -> bool:
    """“Ada Obi”: two names at the least, as people have them."""
    return group.about is About.NAME and group.end - group.start > 1


def _called(scene: Scene, group: Group) -> bool:
    """“Ismat”, “Mullah Ismat”: somebody by name."""
    titled = group.about is About.PEOPLE and group.interval.low == 1 and not group.counted
    return group.about is About.NAME or (titled and all(word.capital for word in scene.words[group.start : group.end]))


def _without_what_he_is(scene: Scene, groups: Sequence[Group]) -> list[Group]:
    """“Ismat, a commander, and two guards” are three: the commander is Ismat."""
    kept = list(groups)
    if len(kept) > 2 and _called(scene, kept[0]) and scene.low(kept[1].start) in ("a", "an", "the"):
        told = scene.low(kept[1].start - 1) == "," == scene.low(kept[1].end)
        return [kept[0], *kept[2:]] if told else kept
    return kept


def _one(scene: Scene, group: Group) -> bool:
    """“A customer”, “another guard”, “one of them”, “the bomber”."""
    return scene.low(group.start) in ("a", "an", "one", "another") or (group.definite and not group.plural)


def _bare_mate(scene: Scene, group: Group, first: Group) -> bool:
    """The wife of “a husband and wife”."""
    bare = group.end - group.start == 1 and group.noun in SINGULAR and scene.low(group.start - 1) == "and"
    article = scene.low(first.start) in ("a", "an", "one", "the") and scene.low(group.end) != "of"
    return bare and article and first.about is About.PEOPLE and first.interval.low == 1


def kin(scene: Scene, group: Group) -> bool:
    """“Her two sons”: told of by the one named before."""
    return bool(_KIN & {scene.low(group.start), scene.low(group.start - 1)})


def _his(scene: Scene, group: Group) -> bool:
    """“Her two sons”, “two of his guards”: people of the one named beside them."""
    return kin(scene, group) or scene.low(group.start + 2) in _KIN


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


def parts(scene: Scene, found: Finding) -> Iterator[Finding]:
    """The counted members of a list, each with its own number, beside the claim that counts them together.

    So are the five of “five policemen and a civilian”; a family is one (“a woman and her two sons”).
    """
    members = [
        part_of_them(scene, one)
        for one in scene.groups
        if found.start <= one.start < found.end
        and one.counted
        and one.about in (About.PEOPLE, About.OTHER, About.FIGURE)
    ]
    members = [one for one in members if one.about in (About.PEOPLE, About.OTHER)]
    together, whole = sum(one.interval.low or 0 for one in members), found.interval.low or 0
    several = len(members) > 1 and together == whole
    beside_named = len(members) == 1 and 1 < together < whole <= together + 3 and not _his(scene, members[0])
    for one in members if several or beside_named else ():
        yield found._replace(
            start=one.start,
            end=one.end,
            at=one.head,
            rule=found.rule + ".part",
            interval=one.interval,
            people=one.words,
        )
