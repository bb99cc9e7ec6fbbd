"""Displacement: people who flee, are driven out, evacuated, arrive as refugees or come back."""

from __future__ import annotations

from collections.abc import Iterator

from bot.extraction.lexicon.victims import ARMED
from bot.extraction.patterns.counted import HUMAN, counted
from bot.extraction.scene import Finding, Scene

_NOT_DISPLACED = frozenset(
    """official officials reinforcements journalist journalists minister president delegation envoy
        reporters aid investigators """
    """inspectors bodies body gunmen attackers attacker assailants suspects suspect rescuers trucks
        prisoners inmates casualties""".split()
)


def find_displacement(scene: Scene) -> Iterator[Finding]:
    """The displacements of a sentence: of people who are not under arms."""
    for found in counted(scene, "displacement", HUMAN):
        words = set((found.people or "").lower().split())
        if words & (ARMED | _NOT_DISPLACED) or not (words or found.counted):
            continue
        if words & {"they", "we", "he", "she", "it"} and not _HOMES & set(scene.lows(found.at, found.at + 8)):
            continue
        if _only_arrived(scene, found) and not found.counted:
            continue
        yield found


_HOMES = frozenset("home homes house houses village villages town city".split())


def _only_arrived(scene: Scene, found: Finding) -> bool:
    """Arriving or returning is displacement only where people are counted."""
    return bool(
        {"arrived", "arriving", "returned", "returning", "reached", "back", "came", "went", "left"}
        & set(scene.lows(found.at, found.end))
    )
