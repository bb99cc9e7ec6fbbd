"""Lost units: squads, patrols and groups that were wiped out; how many they had is not said."""

from __future__ import annotations

from collections.abc import Iterator

from bot.claims.model import Interval
from bot.extraction.patterns.arguments import right_group, subject, verb_group
from bot.extraction.patterns.counted import HARMED
from bot.extraction.scene import Finding, Scene
from bot.extraction.sorts import About

KIND = "casualties"
_COLLECTIVES = frozenset(
    "group squad unit platoon patrol column crew gang cell team detachment company battalion convoy formation".split()
)
DESTROYED = frozenset("destroyed destroy destroying eliminated wiped crushed smashed".split())


def of_a_unit(found: Finding) -> Finding:
    """A unit that was wiped out is no one person: how many it had is not said."""
    noun = (found.people or "").lower().split()[-1:]
    return found._replace(interval=Interval()) if set(noun) & _COLLECTIVES and not found.counted else found


def find_lost_units(scene: Scene) -> Iterator[Finding]:
    """“A reconnaissance group was destroyed”, “destroyed an assault squad”."""
    for at in scene.spots(DESTROYED):
        verb = verb_group(scene, at)
        behind = right_group(scene, at)
        group = behind if behind and not verb.passive else subject(scene, verb.start, HARMED) if verb.passive else None
        if group and (group.noun in _COLLECTIVES or (group.about is About.PEOPLE and group.counted)):
            start, end = min(group.start, at), max(group.end, at + 1)
            interval = group.interval if group.counted and group.about is About.PEOPLE else Interval()
            yield Finding(
                KIND,
                "killed",
                start,
                end,
                at,
                "casualties.unit.destroyed",
                interval,
                group.words,
                counted=group.counted,
            )
