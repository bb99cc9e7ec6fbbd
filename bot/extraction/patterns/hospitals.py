"""Hospitals and wounds: “were taken to hospital”, “six more with gunshot wounds”."""

from __future__ import annotations

from collections.abc import Iterator

from bot.extraction.groups import Group
from bot.extraction.lexicon.tolls import BODIES
from bot.extraction.patterns.arguments import subject, verb_group
from bot.extraction.patterns.counted import HARMED
from bot.extraction.scene import Finding, Scene
from bot.extraction.sorts import About

KIND = "casualties"
HOSPITAL = frozenset("hospital hospitals clinic clinics infirmary".split())
_TAKEN = frozenset(
    "taken rushed brought transferred admitted airlifted carried ferried flown transported moved evacuated".split()
)
_RECEIVED = _TAKEN | frozenset("arrived came come limped received treated reached hospitalised hospitalized".split())
WOUNDS = frozenset("wounds injuries burns".split())


def to_hospital(scene: Scene) -> Iterator[Finding]:
    """“Nine people were taken to the town's hospital”."""
    for at in scene.spots(_TAKEN) if not scene.vocabulary.isdisjoint(HOSPITAL) else ():
        after = scene.lows(at + 1, at + 8)
        if after[:1] == ["to"] and HOSPITAL & set(after):
            verb = verb_group(scene, at)
            group = subject(scene, verb.start, HARMED)
            if group and group.about in (About.PEOPLE, About.FIGURE) and group.noun not in BODIES:
                end = at + 2 + next(i for i, word in enumerate(after) if word in HOSPITAL)
                yield Finding(
                    KIND,
                    "injured",
                    group.start,
                    end,
                    at,
                    "casualties.hospital",
                    group.interval,
                    group.words,
                    counted=group.counted,
                )


def with_wounds(scene: Scene) -> Iterator[Finding]:
    """“Another six with gunshot wounds”."""
    for at in scene.spots(("with",)) if not scene.vocabulary.isdisjoint(WOUNDS) else ():
        if at and WOUNDS & set(scene.lows(at + 1, at + 6)):
            group = scene.group_at(at - 1)
            group = group if group and group.end == at else _received(scene, at)
            if group and group.counted and group.about in (About.PEOPLE, About.FIGURE):
                yield Finding(
                    KIND,
                    "injured",
                    group.start,
                    at + 2,
                    at,
                    "casualties.with_wounds",
                    group.interval,
                    victims(scene, group),
                    counted=True,
                )


def _received(scene: Scene, at: int) -> Group | None:
    """Who “were brought in”, “arrived” or “limped back” with wounds."""
    verb = next((index for index in range(at - 1, max(-1, at - 5), -1) if scene.low(index) in _RECEIVED), None)
    if verb is None:
        return None
    behind = scene.group_at(at - 1)
    return behind if behind and behind.start > verb else subject(scene, verb_group(scene, verb).start, HARMED)


def victims(scene: Scene, group: Group) -> str | None:
    """The group of people as worded; None for a bare figure."""
    return None if group.about is About.FIGURE else group.words
