"""Persons: whether a group whose noun no list has is somebody."""

from __future__ import annotations

from bot.extraction.groups import Group
from bot.extraction.lexicon.victims import ANIMALS
from bot.extraction.scene import Scene
from bot.extraction.sorts import About

_OF_PEOPLE = frozenset("assassinate murder behead lynch decapitate".split())
"""Whom one does this to is a person, whatever the noun."""


def somebody(scene: Scene, group: Group, kind: str, lemma: str) -> bool:
    """An unknown noun behind “killed” is a person when it is counted, has an article or is named behind a comma."""
    if kind != "casualties" or group.about is not About.OTHER:
        return True
    if lemma in _OF_PEOPLE:
        return True
    if group.noun in ANIMALS:
        return False
    return group.counted or scene.low(group.start) in ("a", "an", "one") or _named_behind(scene, group)


def named_person(group: Group) -> bool:
    """“Local council head Ivan Samoiliuk”: an office before a name."""
    words = group.words.split()
    return group.about is About.OTHER and len(words) > 2 and all(word[:1].isupper() for word in words[-2:])


def _named_behind(scene: Scene, group: Group) -> bool:
    """“Killed the harbour master, Jorge Villao, …”"""
    name = scene.group_at(group.end + 1) if scene.low(group.end) == "," else None
    return name is not None and name.about is About.NAME and name.end - name.start > 1
