"""Spoken of: how many “the rebels” are, where the sentences before counted them (“three rebels fired on a patrol”)."""

from __future__ import annotations

from collections.abc import Sequence

from bot.claims.model import Kind
from bot.extraction.groups import Group
from bot.extraction.scene import Finding, Scene
from bot.extraction.sentences import Sentence
from bot.extraction.sorts import About

BACK = 2
"""Sentences before in which they may have been counted."""
MANY = 100
"""The most of whom a report tells one by one what became of them."""
_ANY = frozenset("men individuals attackers assailants suspects gunmen hostages captives victims them".split())
"""Words for people of any sort."""


def numbered(text: str, before: Sequence[Sentence], scene: Scene, found: Finding) -> Finding:
    """The finding with the figure of those it speaks of; as it is where they are new, or counted nowhere near."""
    if found.kind != Kind.CASUALTIES or found.counted or found.interval.low is not None:
        return found
    group = _meant(scene, found)
    if group is None:
        return found
    for sentence in reversed(before[-BACK:]):
        counted = [one for one in Scene(text, sentence).groups if _several(one)]
        same = [one for one in counted if one.noun == group.noun]
        known = same[-1:] or (counted if group.noun in _ANY and len(counted) == 1 else [])
        if known:
            return found._replace(interval=known[0].interval)
    return found


def _meant(scene: Scene, found: Finding) -> Group | None:
    """The people known already whom the finding tells of."""
    group = scene.group_at(found.start) or scene.group_at(found.end - 1)
    if group is None or not group.plural or group.counted:
        return None
    known = group.noun == "them" or (group.definite and group.about is About.PEOPLE)
    return group if known else None


def _several(group: Group) -> bool:
    return group.counted and group.about is About.PEOPLE and 1 < (group.interval.low or 0) <= MANY
