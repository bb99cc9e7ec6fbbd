"""Deployment: what is counted and how it is said."""

from __future__ import annotations

from collections.abc import Iterator

from bot.extraction.patterns.counted import HUMAN, counted
from bot.extraction.scene import Finding, Scene


def find_deployment(scene: Scene) -> Iterator[Finding]:
    """The deployment claims of a sentence."""
    yield from counted(scene, "deployment", HUMAN)
