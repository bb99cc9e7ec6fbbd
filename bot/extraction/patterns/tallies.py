"""Tallies: people and weapons named in one list (“up to 310 servicemen, four tanks and a howitzer were destroyed”).

Each member is a claim of its own: people are casualties, the rest is damage. The list stands behind its verb, before
it in the passive, or behind “losses”.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.extraction.groups import Group
from bot.extraction.lexicon.grammar import BE
from bot.extraction.lexicon.tolls import STATES, TOLL
from bot.extraction.lexicon.verb_forms import VERB_WORDS
from bot.extraction.patterns.gate import Gate, each_of
from bot.extraction.scene import Finding, Scene
from bot.extraction.sorts import About

RULE = "tally"
_LINKS = frozenset({",", "and", ";", "&", "plus"})
_UNDONE = frozenset(
    "destroyed eliminated neutralised neutralized annihilated liquidated killed lost hit disabled wiped obliterated "
    "destroying eliminating neutralising neutralizing annihilating losing".split()
)
_SAYS = frozenset("said says told added announced reported confirmed acknowledged admitted quoted".split())
_LOSSES = frozenset("losses loss casualties lost".split())
_AMOUNTED = frozenset("to at : were are included include totalled totaled".split())
GATE = Gate(each_of(_UNDONE | _LOSSES))
_PEOPLE = frozenset({About.PEOPLE, About.FORCE})
_THINGS = frozenset({About.THING, About.OTHER, About.POSITION})
_MEMBERS = _PEOPLE | _THINGS


def find_tallies(scene: Scene) -> Iterator[Finding]:
    """The members of every list that mixes people and things, or follows “losses”, with what became of them."""
    for whole in _runs(scene):
        run = _unspoken(scene, whole)
        if not run or not _mixed(run, lost=True):
            continue
        label = _undone(scene, run)
        if label is not None and _mixed(run, lost=label == ""):
            yield from (_member(one, label) for one in run if one.about in _MEMBERS)


def _runs(scene: Scene) -> Iterator[list[Group]]:
    run: list[Group] = []
    for group in scene.groups:
        if run and not _linked(scene, run[-1], group):
            yield run
            run = []
        run.append(group)
    if run:
        yield run


def _linked(scene: Scene, one: Group, other: Group) -> bool:
    between = scene.lows(one.end, other.start)
    return bool(between) and (set(between) <= _LINKS or between[-3:] == ["as", "well", "as"])


def _mixed(run: list[Group], lost: bool) -> bool:
    if not all(one.counted or (one.interval.low == 1 and one.noun not in TOLL) for one in run):
        return False
    people = any(one.about in _PEOPLE and one.counted for one in run)
    things = any(one.about in _THINGS for one in run)
    return (people or any(one.about is About.THING for one in run)) and (lost or (people and things))


def _undone(scene: Scene, run: list[Group]) -> str | None:
    """“killed” where a verb undoes the list, “” where it is one of losses, None where neither."""
    first, last = run[0], run[-1]
    before = scene.lows(first.start - 14, first.start)
    if before[-1:] and before[-1] in _AMOUNTED and _LOSSES & set(before) and "." not in before:
        return ""
    if scene.low(last.end) in VERB_WORDS or scene.low(last.end) in ("says", "said", "say"):
        return None  # “lost both legs and two soldiers escaped”: the last is another story's
    if before[-1:] and before[-1] in _UNDONE:
        return "killed"
    if before[-1:] and before[-1] in VERB_WORDS:
        return None  # “attacked the prison and two guards were killed”
    if scene.low(first.start - 1) == "of":
        return None  # “a commander of the province and two guards were killed”
    after = scene.lows(last.end, last.end + 5)
    if _UNDONE & set(after) and (BE & set(after)):
        return "killed"
    return None


def _unspoken(scene: Scene, run: list[Group]) -> list[Group]:
    """Without who tells of it: “lost nine men, its spokesman, Colonel Musa, said”."""
    if _SAYS.isdisjoint(scene.lows(run[-1].end, run[-1].end + 3)):
        return run
    last = next((at for at in range(len(run), 0, -1) if run[at - 1].counted), 0)
    return run[:last]


def _member(one: Group, label: str) -> Finding:
    human = one.about in _PEOPLE
    return Finding(
        "casualties" if human else "damage",
        STATES.get(one.noun, label or None) if human else "destroyed",
        one.start,
        one.end,
        one.head,
        f"{'casualties' if human else 'damage'}.{RULE}.{'undone' if label else 'losses'}",
        one.interval,
        one.words,
        counted=one.counted,
    )
