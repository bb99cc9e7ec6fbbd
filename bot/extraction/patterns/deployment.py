"""Deployment: troops, police and peacekeepers that are sent, arrive, or are brought home."""

from __future__ import annotations

from collections.abc import Iterator

from bot.extraction.lexicon.victims import ARMED
from bot.extraction.patterns.counted import HUMAN, counted, signs_of
from bot.extraction.patterns.gate import Gate
from bot.extraction.patterns.sayings import besides, signs_of_sayings
from bot.extraction.scene import Finding, Scene

GATE = Gate([*signs_of("deployment"), *signs_of_sayings("deployment")])
_JUDGED = frozenset("prison jail trial court custody hospital".split())
_TEAMS = (["reaction", "team"], ["assault", "team"], ["commando", "team"], ["police", "team"])
_WARDS = frozenset("wounds hospital hospitals clinic morgue coffins mortuary wounded injured".split())
_BACK = frozenset("back towards away".split())


def find_deployment(scene: Scene) -> Iterator[Finding]:
    """The deployments of a sentence: only of people or units under arms."""
    for found in besides(scene, "deployment", list(_deployment(scene))) if _WARDS.isdisjoint(scene.vocabulary) else ():
        if _JUDGED.isdisjoint(scene.lows(found.end - 1, found.end + 3)):  # “sent four officers to prison”
            yield found


def _deployment(scene: Scene) -> Iterator[Finding]:
    for found in counted(scene, "deployment", HUMAN):
        words = (found.people or "").lower().replace("-", " ").split()
        armed = words[-1:] and (words[-1] in ARMED or (found.label == "sent" and ARMED & set(words[-2:])))
        if found.rule.endswith("on_a_patrol") or scene.lows(found.end, found.end + 2) == ["to", "hell"]:
            continue  # “opened fire on a patrol”
        if (armed or words[-2:] in _TEAMS) and not _retreat(scene, found):
            yield found


def _retreat(scene: Scene, found: Finding) -> bool:
    """Leaving a held position is control, not deployment."""
    if found.label != "withdrawn" or "home" in scene.lows(found.at, found.end):
        return False
    return found.people is None or not found.counted
