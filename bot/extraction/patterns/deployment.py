"""Deployment: troops, police and peacekeepers that are sent, arrive, or are brought home."""

from __future__ import annotations

from collections.abc import Iterator

from bot.extraction.lexicon.victims import ARMED
from bot.extraction.patterns.counted import HUMAN, counted, signs_of
from bot.extraction.patterns.gate import Gate
from bot.extraction.scene import Finding, Scene

GATE = Gate(signs_of("deployment"))
_JUDGED = frozenset("prison jail trial court custody hospital".split())
_TEAMS = (["reaction", "team"], ["assault", "team"], ["commando", "team"], ["police", "team"])
_BACK = frozenset("back towards away".split())


def find_deployment(scene: Scene) -> Iterator[Finding]:
    """The deployments of a sentence: only of people or units under arms."""
    for found in counted(scene, "deployment", HUMAN):
        words = (found.people or "").lower().replace("-", " ").split()
        armed = words[-1:] and (words[-1] in ARMED or (found.label == "sent" and ARMED & set(words[-2:])))
        if _JUDGED & set(scene.lows(found.end, found.end + 3)):
            continue  # “sent four officers to prison”
        if (armed or words[-2:] in _TEAMS) and not _retreat(scene, found):
            yield found


def _retreat(scene: Scene, found: Finding) -> bool:
    """Leaving a held position is control, not deployment."""
    if found.label != "withdrawn" or "home" in scene.lows(found.at, found.end):
        return False
    return found.people is None or not found.counted
