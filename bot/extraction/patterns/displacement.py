"""Displacement: people who flee, are driven out, evacuated, arrive as refugees or come back."""

from __future__ import annotations

from collections.abc import Iterator

from bot.extraction.lexicon.victims import ARMED, PEOPLE
from bot.extraction.patterns.arguments import right_group, subject, verb_group
from bot.extraction.patterns.counted import HUMAN, counted, signs_of
from bot.extraction.patterns.gate import Gate, each_of
from bot.extraction.patterns.idioms import is_seat
from bot.extraction.patterns.tolls import figure_of
from bot.extraction.scene import Finding, Scene
from bot.extraction.sorts import About

_NOT_DISPLACED = frozenset(
    """official officials reinforcements journalist journalists minister president delegation envoy
        reporters aid investigators """
    """inspectors bodies body gunmen attackers attacker assailants suspects suspect rescuers trucks
        prisoners inmates casualties""".split()
)


_HOMES = frozenset("home homes house houses village villages town city".split())
_UPROOTED = {
    "displaced": "forced_out",
    "homeless": "forced_out",
    "uprooted": "forced_out",
    "evacuated": "evacuated",
    "refugees": "fled",
    "evacuees": "evacuated",
    "returnees": "returned",
}
_OTHERS = ARMED | _NOT_DISPLACED
_LEFT = frozenset(("left", "leaving"))
_NEWLY = frozenset("newly freshly new".split())
_TOTALS = frozenset(("number", "total"))
GATE = Gate(
    [
        *signs_of("displacement"),
        *each_of(_LEFT),
        *((new, "displaced") for new in _NEWLY),
        *((total, "of", uprooted) for total in _TOTALS for uprooted in _UPROOTED),
    ]
)


def find_displacement(scene: Scene) -> Iterator[Finding]:
    """The displacements of a sentence: of people who are not under arms."""
    for found in counted(scene, "displacement", HUMAN - {About.NAME}):
        words = set((found.people or "").lower().split())
        if not found.counted and (found.people or "").istitle() and len(words) == 1 and words != {"they"}:
            continue  # a name beside “fleeing” is where they flee from
        if words & _OTHERS or not (words or found.counted):
            continue
        if {"helicopter", "treatment", "hospital", "medically"} & set(scene.lows(found.end - 2, found.end + 4)):
            continue  # the wounded, not the displaced
        if words & {"they", "we", "he", "she", "it"} and not _HOMES & set(scene.lows(found.at, found.at + 8)):
            continue
        if found.rule.endswith(".land") and not words & PEOPLE:
            continue  # rockets land too
        if _only_arrived(scene, found) and not found.counted:
            continue
        yield found
    yield from _left_place(scene)
    yield from _newly_displaced(scene)
    yield from _tolls(scene)


def _left_place(scene: Scene) -> Iterator[Finding]:
    """“1,340 households have left the area”."""
    for at in scene.spots(_LEFT):
        place = right_group(scene, at) if at else None
        if place is None or not is_seat(place):
            continue
        group = subject(scene, verb_group(scene, at).start, frozenset({About.PEOPLE}))
        fits = group is not None and group.counted and not set(group.words.lower().split()) & _OTHERS
        if group is not None and fits and group.end <= at:
            yield Finding(
                "displacement", "fled", group.start, place.end, at, "displacement.subject.leave", group.interval,
                group.words, counted=True,
            )  # fmt: skip


def _newly_displaced(scene: Scene) -> Iterator[Finding]:
    """“1,870 newly displaced people”."""
    for group in scene.groups if "displaced" in scene.vocabulary else ():
        words = scene.lows(group.start, group.end)
        if group.counted and group.about is About.PEOPLE and "displaced" in words and _NEWLY & set(words):
            yield Finding(
                "displacement", "forced_out", group.start, group.end, group.head, "displacement.noun.newly",
                group.interval, group.words, counted=True,
            )  # fmt: skip


def _tolls(scene: Scene) -> Iterator[Finding]:
    """“Puts the number of people made homeless at ten thousand”, “the number of displaced has risen to 40,000”."""
    for at in scene.spots(_TOTALS):
        if at >= scene.length - 2 or scene.low(at + 1) != "of":
            continue
        told = next((index for index in range(at + 2, at + 7) if scene.low(index) in _UPROOTED), None)
        figure = figure_of(scene, at) if told is not None else None
        if told is not None and figure is not None:
            label = _UPROOTED[scene.low(told)]
            end = max(figure.end, told + 1)
            yield Finding(
                "displacement", label, at, end, at, "displacement.noun.toll", figure.interval, "people", counted=True
            )


def _only_arrived(scene: Scene, found: Finding) -> bool:
    """Arriving or returning is displacement only where people are counted."""
    return bool(
        {"arrived", "arriving", "returned", "returning", "reached", "back", "came", "went", "left", "landed", "landing"}
        & set(scene.lows(found.at, found.end))
    )
