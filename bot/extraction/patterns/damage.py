"""Damage: what is counted and how it is said."""

from __future__ import annotations

from collections.abc import Iterator

from bot.extraction.patterns.counted import MATERIAL, counted
from bot.extraction.scene import Finding, Scene


def find_damage(scene: Scene) -> Iterator[Finding]:
    """The damage claims of a sentence."""
    yield from counted(scene, "damage", MATERIAL)
