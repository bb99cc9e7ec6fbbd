"""Displacement: people who flee, are driven out, evacuated, arrive as refugees or come back."""

from __future__ import annotations

from collections.abc import Iterator

from bot.extraction.lexicon.victims import ARMED, PEOPLE
from bot.extraction.patterns.arguments import part_of, right_group, subject, verb_group
from bot.extraction.patterns.counted import HUMAN, counted, signs_of
from bot.extraction.patterns.gate import Gate, each_of
from bot.extraction.patterns.sayings import besides, signs_of_sayings
from bot.extraction.patterns.slots import is_seat
from bot.extraction.patterns.tolls import figure_of
from bot.extraction.scene import Finding, Scene
from bot.extraction.sorts import About

_NOT_DISPLACED = frozenset(
    """accomplice accomplices assailant gunman commander commanders perpetrators perpetrator robbers thieves
        official officials reinforcements journalist journalists minister president delegation envoy
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
_WHOSE = frozenset("his its our their".split())  # “its men” are fighters
_CARE = frozenset("helicopter treatment hospital hospitals clinic clinics morgue ward medics doctors surgeons".split())
_HURT = frozenset("wounded injured hurt casualties".split())
_OTHERS = ARMED | _NOT_DISPLACED
_LEFT = frozenset(("left", "leaving", "abandoned", "deserted", "vacated"))
_NEWLY = frozenset("newly freshly new".split())
_MOVED = frozenset("moved gone relocated headed marched".split())
_ARRIVALS = {"arrivals": "fled", "departures": "fled", "displacements": "forced_out", "returns": "returned"}
_SITES = frozenset("sites site camps camp shelters shelter".split())
_COUNTED = frozenset("registered recorded counted reported registers counts records tracked".split())
_TOTALS = frozenset(("number", "total"))
GATE = Gate(
    [
        *signs_of("displacement"),
        *signs_of_sayings("displacement"),
        *each_of(_LEFT),
        *((moved, to) for moved in _MOVED for to in ("to", "into", "towards")),
        *each_of(_ARRIVALS.keys() | _SITES),
        *((new, "displaced") for new in _NEWLY),
        *((total, "of", uprooted) for total in _TOTALS for uprooted in _UPROOTED),
    ]
)


def find_displacement(scene: Scene) -> Iterator[Finding]:
    """The displacements of a sentence: of people who are not under arms."""
    for found in besides(scene, "displacement", list(_displacement(scene))):
        if found.label != "evacuated" or ".idiom." not in found.rule or _CARE.isdisjoint(scene.vocabulary):
            yield found


def _displacement(scene: Scene) -> Iterator[Finding]:
    for found in counted(scene, "displacement", HUMAN - {About.NAME}):
        words = set((found.people or "").lower().split())
        if not found.counted and (found.people or "").istitle() and len(words) == 1 and not words & (PEOPLE | {"they"}):
            continue  # a name beside “fleeing” is where they flee from
        if words & _OTHERS or ("men" in words and words & _WHOSE) or not (words or found.counted):
            continue
        if found.label == "evacuated" and _HURT & set(scene.lows(found.start, found.at)):
            continue
        if {"helicopter", "treatment", "hospital", "medically"} & set(scene.lows(found.end - 2, found.end + 4)):
            continue  # the wounded, not the displaced
        if words & {"they", "we", "he", "she", "it"} and not _HOMES & set(scene.lows(found.at, found.at + 8)):
            continue
        if found.rule.endswith((".land", "driven_out", "driven_out_of")) and not words & PEOPLE:
            continue  # rockets land too, weeds are driven out
        if found.rule.endswith("out_of") and not words & PEOPLE:
            continue  # “brings to 29 out of 262”
        if found.rule.endswith("received_from") and _CARE & set(scene.lows(0, found.at)):
            continue
        if _only_arrived(scene, found) and not found.counted:
            continue
        yield found
    yield from _left_place(scene)
    yield from _moved(scene)
    yield from _registered(scene)
    yield from _sheltered(scene)
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


def _moved(scene: Scene) -> Iterator[Finding]:
    """“Some 600 inhabitants have moved to Koro out of fear”."""
    for at in scene.spots(_MOVED):
        target = scene.group_at(at + 1) if at else None
        whole = part_of(scene, other) if target and (other := scene.group_at(target.end + 1)) else None
        moved = whole or target
        goal = moved.end if moved else at + 1
        place = scene.group_at(goal + 1) if scene.low(goal) in ("to", "into", "towards") else None
        if place is None or not is_seat(place):
            continue
        verb = verb_group(scene, at)
        group = moved or subject(scene, verb.start, frozenset({About.PEOPLE}))
        if (
            group
            and group.about is About.PEOPLE
            and group.counted
            and not verb.passive
            and not set(group.words.lower().split()) & _OTHERS
        ):
            yield Finding(
                "displacement", "fled", min(at, group.start), place.end, at, "displacement.subject.move",
                group.interval, group.words, counted=True,
            )  # fmt: skip


def _registered(scene: Scene) -> Iterator[Finding]:
    """“4,350 arrivals were registered”, “recorded 600 new arrivals”."""
    for group in scene.groups if not scene.vocabulary.isdisjoint(_ARRIVALS) else ():
        label = _ARRIVALS.get(group.noun)
        told = _COUNTED & set(scene.lows(group.start - 4, group.end + 4)) or scene.low(group.end) in (
            "in",
            "at",
        )
        if label and group.counted and told:
            yield Finding(
                "displacement", label, group.start, group.end, group.head, "displacement.noun.registered",
                group.interval, group.words, counted=True,
            )  # fmt: skip


def _sheltered(scene: Scene) -> Iterator[Finding]:
    """“IOM counted 4,972 people in nine sites”."""
    for group in scene.groups if not scene.vocabulary.isdisjoint(_SITES) else ():
        behind = scene.lows(group.end, group.end + 5)
        sheltered = behind[:1] in (["in"], ["at"]) and _SITES & set(behind)
        told = _COUNTED & set(scene.lows(group.start - 5, group.start))
        if group.counted and group.about is About.PEOPLE and sheltered and told:
            yield Finding(
                "displacement", "fled", group.start, group.end, group.head, "displacement.noun.sheltered",
                group.interval, group.words, counted=True,
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
