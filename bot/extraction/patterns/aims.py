"""Aims: whom or what an attack named by a phrase is directed at (“laid an ambush against a column”)."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from bot.extraction.groups import Group
from bot.extraction.lexicon.grammar import CALENDAR
from bot.extraction.patterns.arguments import right_group
from bot.extraction.scene import Scene
from bot.extraction.sorts import About

_AIMED = frozenset("against on at upon".split())


def aimed_at(scene: Scene, at: int, wanted: AbstractSet[About]) -> Group | None:
    """What stands behind “laid an ambush” at the word “against”; “on Monday” is no target."""
    target = right_group(scene, at, 2) if scene.low(at) in _AIMED else None
    fits = target is not None and target.about in wanted and CALENDAR.isdisjoint(scene.lows(target.start, target.end))
    return target if fits else None
