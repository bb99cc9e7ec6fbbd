"""Fates: the idioms that tell of the dead and the wounded (“two of ours fell at the bridge”, “four never came back”).

Verbs that are said of other things too count only where those who suffer them bear arms, or are counted as one's own.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.claims.model import Interval
from bot.extraction.groups import Group
from bot.extraction.lexicon.tolls import STATES
from bot.extraction.lexicon.victims import ARMED, BODIES
from bot.extraction.patterns.arguments import left_groups, part_of, right_group, verb_group
from bot.extraction.patterns.gate import Gate, each_of
from bot.extraction.patterns.phrasing import phrase_end
from bot.extraction.scene import Finding, Scene
from bot.extraction.sorts import About

KIND = "casualties"
_FELL = frozenset("fell fallen".split())
_GONE = tuple(
    tuple(words.split())
    for words in (
        "not come home|n't come home|never came home|not come back|n't come back|never came back|never come home|"
        "not make it home|n't make it home|not make it back|n't make it back|never made it home|never made it back"
    ).split("|")
)
_OWN = ARMED | frozenset("comrade comrades combatant combatants ours theirs boys men lads martyrs officer".split())
_ELSEWHERE = frozenset(
    """captive prisoner from off into to back short silent ill asleep out under upon behind
        through down over apart foul victim prey sick quiet sharply by below like for upon around""".split()
)
_FIRST = frozenset("never not n't".split())
_GRAVES = frozenset("graves".split())
_COUNTS = frozenset("counted counts dug digging filled".split())
_OPERATED = frozenset("operated operating".split())
_CARED = _OPERATED | frozenset("treated treating stitched bandaged".split())
_WOUNDS = frozenset("wounds wound burns injuries shrapnel gunshot bullet fractures".split())
_MORGUE = frozenset("morgue mortuary".split())
_RECEIVED = frozenset("took received counted has had registered".split())
_MEASURED = (About.PEOPLE, About.FIGURE)
_SCRATCH = frozenset("scratch".split())
GATE = Gate(
    [
        *each_of(_FELL | _GRAVES | _SCRATCH | _CARED | _MORGUE),
        *((first, word) for first in _FIRST for word in ("come", "came", "make", "made")),
    ]
)


def find_fates(scene: Scene) -> Iterator[Finding]:
    """What became of people, where an idiom tells it."""
    for at in scene.spots(_FELL):
        yield from _fell(scene, at)
    for at in scene.spots(_FIRST):
        yield from _did_not_come_home(scene, at)
    for at in scene.spots(_GRAVES):
        yield from _graves(scene, at)
    for at in scene.spots(_CARED):
        yield from _cared_for(scene, at)
    for at in scene.spots(_MORGUE):
        yield from _in_the_morgue(scene, at)
    for at in scene.spots(_SCRATCH):
        yield from _not_a_scratch(scene, at)


def _fell(scene: Scene, at: int) -> Iterator[Finding]:
    """“Two paratroopers fell near the airport”; the town that fell is read elsewhere."""
    behind = scene.low(at + 1)
    if behind in _ELSEWHERE or (behind in ("on", "at") and scene.low(at + 2) in ("them", "it", "a", "hard", "deaf")):
        return
    verb = verb_group(scene, at)
    group = _suffering(scene, verb.start)
    if group is not None and (group.noun in _OWN or scene.low(group.start) in ("comrade", "comrades")):
        yield _told(scene, group, at + 1, at, "fell")


def _did_not_come_home(scene: Scene, at: int) -> Iterator[Finding]:
    """“Seventeen of our men did not come home”."""
    end = next((end for words in _GONE if (end := phrase_end(scene, at, words)) is not None), None)
    start = verb_group(scene, at).start if scene.low(at - 1) not in ("did", "do", "does") else at - 1
    group = _suffering(scene, start) if end is not None else None
    if end is not None and group is not None and group.counted:
        yield _told(scene, group, end, start, "never_came_home")


def _suffering(scene: Scene, start: int) -> Group | None:
    """The people right before the verb; “four of the patrol” is four."""
    near = next(iter(left_groups(scene, start)), None)
    if near is None or near.end < start - 1:
        return None
    whole = part_of(scene, near) or near
    return (
        whole if whole.about in (About.PEOPLE, About.FIGURE, About.FORCE) or whole.noun in ("ours", "theirs") else None
    )


def _graves(scene: Scene, at: int) -> Iterator[Finding]:
    """“A reporter counted 37 fresh graves”: each holds one of the dead."""
    group = scene.group_at(at)
    if group is None or not group.counted or group.head != at:
        return
    if _COUNTS & set(scene.lows(group.start - 2, group.start)) or {"fresh", "new"} & set(scene.lows(group.start, at)):
        yield Finding(
            KIND, "killed", group.start, group.end, at, "casualties.fate.graves", group.interval, counted=True
        )


def _not_a_scratch(scene: Scene, at: int) -> Iterator[Finding]:
    """“Not a scratch on our side”, “came back without a scratch”."""
    before = scene.lows(at - 2, at)
    if before in (["not", "a"], ["without", "a"], ["not", "one"]):
        yield Finding(KIND, None, at - 2, at + 1, at, "casualties.fate.scratch", Interval(0, 0), counted=True)


def _cared_for(scene: Scene, at: int) -> Iterator[Finding]:
    """“Operated on 31 people”, “treated eleven for burns”: they are counted, and it is no sickness."""
    begin = at + 2 if scene.low(at + 1) == "on" else at + 1
    group = right_group(scene, begin - 1, 2)
    if group is None or not group.counted or group.about not in _MEASURED:
        return
    if (begin == at + 1) == (scene.low(at) in _OPERATED):
        return
    wounds = not _WOUNDS.isdisjoint(scene.lows(group.end, group.end + 8))
    if wounds or (scene.low(at) in _OPERATED and scene.low(group.end) != "for"):
        people = None if group.about is About.FIGURE else group.words
        rule = "casualties.fate.cared_for"
        yield Finding(KIND, "injured", at, group.end, at, rule, group.interval, people, counted=True)


def _in_the_morgue(scene: Scene, at: int) -> Iterator[Finding]:
    """“The morgue took in nineteen”."""
    verb = next((index for index in (at + 1, at + 2) if scene.low(index) in _RECEIVED), None)
    group = right_group(scene, verb + (scene.low(verb + 1) == "in"), 2) if verb is not None else None
    if group is not None and group.counted and group.about in _MEASURED and group.noun not in BODIES:
        yield _told(scene, group, group.end, group.head, "morgue")


def _told(scene: Scene, group: Group, end: int, at: int, name: str) -> Finding:
    people = None if group.about is About.FIGURE else group.words
    label = STATES["dead"]
    return Finding(
        KIND, label, group.start, end, at, f"casualties.fate.{name}", group.interval, people, counted=group.counted
    )
