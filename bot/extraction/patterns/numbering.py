"""Numbering: the dead told by a number behind them (“the dead number 12”, “our loss is one comrade”, “KIA 4”)."""

from __future__ import annotations

from collections.abc import Iterator

from bot.extraction.groups import Group
from bot.extraction.lexicon.grammar import QUOTES
from bot.extraction.lexicon.tolls import STATES
from bot.extraction.patterns.gate import Gate, each_of
from bot.extraction.scene import Finding, Scene
from bot.extraction.sorts import About

KIND = "casualties"
_DEAD = {word: STATES[word] for word in "dead wounded injured missing killed slain fallen martyrs".split()}
_LOST: dict[str, str | None] = dict.fromkeys("losses loss casualties cas".split())
_TOLD: dict[str, str | None] = {**_DEAD, **_LOST}
_ACRONYMS = frozenset("kia wia mia fatalities".split())
_WHOSE = frozenset("the our its their his your own enemy civilian total confirmed".split()) | {
    "",
    ".",
    ":",
    ";",
    "“",
    '"',
}
_NUMBER = frozenset(
    "number numbered numbers total totalled totaled totals amount amounted amounts came come stand stands stood is are "
    "was were remain reached reach exceed exceeds exceeded to at".split()
)
_BETWEEN = _NUMBER | QUOTES | frozenset("now so far already still by then there here today currently only just".split())
_OPENS = frozenset(
    "number numbered numbers total totalled totaled amount amounted came come stand stands stood is are was "
    "were".split()
)
_NEAR = 7
_FIT = frozenset({About.PEOPLE, About.FIGURE, About.FORCE})
_COUNT = frozenset("count".split())
GATE = Gate([*each_of(_ACRONYMS), *((word, opens) for word in _TOLD for opens in _OPENS), ("body", "count")])


def find_numbers(scene: Scene) -> Iterator[Finding]:
    """Counts of the dead, the wounded and the losses that a verb, or nothing, joins to them."""
    for at in scene.spots(_TOLD):
        yield from _number(scene, at)
    for at in scene.spots(_ACRONYMS):
        yield from _acronym(scene, at)
    for at in scene.spots(_COUNT):
        yield from _body_count(scene, at)


def _number(scene: Scene, at: int) -> Iterator[Finding]:
    """“The dead number 12”, “the dead were ‘perhaps forty’”, “our losses were two fighters”."""
    own = scene.group_at(at)
    if (own is not None and own.counted) or scene.low(at - 1) not in _WHOSE:
        return
    index, verb = at + 1, -1
    while index < at + _NEAR and scene.low(index) in _BETWEEN and not _figure(scene, index):
        verb = index if scene.low(index) in _OPENS else verb
        index += 1
    group = _figure(scene, index)
    if verb < 0 or group is None or not _ends(scene, group):
        return
    begin = at - (scene.low(at - 1) in ("the", "our", "its", "their"))
    yield _told(_TOLD[scene.low(at)], begin, group, at, "verb")


def _figure(scene: Scene, index: int) -> Group | None:
    group = scene.group_at(index)
    fits = group is not None and group.start == index and group.about in _FIT
    return group if fits and group is not None and (group.counted or group.interval.low == 1) else None


def _ends(scene: Scene, group: Group) -> bool:
    """Not “the dead were two women who …”, which tells who they are, but a number and the end."""
    if group.noun in STATES or scene.low(group.end) in STATES:
        return False  # “losses amount to 40 killed” is told by its own words
    return scene.low(group.end) not in ("to", "of", "per", "%", "year-old") and (
        group.counted or scene.low(group.start) in ("one", "a")
    )


def _acronym(scene: Scene, at: int) -> Iterator[Finding]:
    """“KIA 4, WIA 9”, where no number stands before."""
    before, group = scene.group_at(at - 1), scene.group_at(at + 1)
    own = scene.group_at(at)
    held = (own is not None and own.counted) or (before is not None and before.counted and before.end >= at)
    if not held and group is not None and group.start == at + 1 and group.about is About.FIGURE and group.counted:
        yield _told(STATES[scene.low(at)], at, group, at, "acronym")


def _body_count(scene: Scene, at: int) -> Iterator[Finding]:
    """“Body count 7”."""
    group = scene.group_at(at + 1)
    if scene.low(at - 1) == "body" and group is not None and group.about is About.FIGURE and group.start == at + 1:
        yield _told("killed", at - 1, group, at, "body_count")


def _told(label: str | None, begin: int, group: Group, at: int, name: str) -> Finding:
    people = None if group.about is About.FIGURE else group.words
    rule = f"casualties.number.{name}"
    return Finding(KIND, label, begin, group.end, at, rule, group.interval, people, counted=True)
