"""Shared verbs: what a participle takes from the words around it where its own auxiliary stands elsewhere.

“Was ambushed and killed” shares one auxiliary, “also killed were two guards” has it behind, and “gunmen kill two
doctors” needs none.
"""

from __future__ import annotations

from bot.extraction.groups import Group
from bot.extraction.lexicon.grammar import ADVERBS, BE
from bot.extraction.lexicon.verb_forms import PARTICIPLES
from bot.extraction.patterns.arguments import BARRIERS, VerbGroup, right_group
from bot.extraction.scene import Scene
from bot.extraction.sorts import About

REACH = 12  # words between the auxiliary and the participle that shares it
INVERTED = 9  # words between “also killed” and its auxiliary
_THEN = ADVERBS | {"then", "later", "subsequently", "also"}
_IRREGULAR = ("en", "wn", "ot", "un", "ng", "de", "ht", "ut")  # the ends of “taken”, “shot”, “hung”, “caught”


def shared_passive(scene: Scene, at: int) -> VerbGroup | None:
    """The passive of “was ambushed and killed”, for the second participle; None where it shares none."""
    joint = at - 1
    while scene.low(joint) in _THEN or scene.low(joint).endswith("ly"):
        joint -= 1
    if scene.low(joint) != "and" or _ends_a_subject(scene, joint - 1):
        return None
    for index in range(joint - 1, max(-1, joint - REACH), -1):
        low = scene.low(index)
        if low in BARRIERS:
            return None
        if low in BE:
            return VerbGroup(index, at, True, True) if _participle(scene, index + 1) else None
    return None


def _ends_a_subject(scene: Scene, at: int) -> bool:
    """“… and two guards killed” has a subject of its own; so has what follows people named just before."""
    group = scene.group_at(at)
    return group is not None and group.about is About.PEOPLE and group.counted


def _participle(scene: Scene, at: int) -> bool:
    while scene.low(at) in _THEN or scene.low(at).endswith("ly"):
        at += 1
    low = scene.low(at)
    return low in PARTICIPLES or low.endswith("ed") or (low.endswith(_IRREGULAR) and scene.group_at(at) is None)


def acts_now(scene: Scene, at: int, target: Group | None) -> bool:
    """“Gunmen kill two doctors”: a plain verb between those who do it and those whom it counts."""
    doer = scene.group_at(at - 1)
    able = doer is not None and doer.end == at and doer.plural and doer.about in (About.PEOPLE, About.FORCE)
    return able and target is not None and target.counted and target.about in (About.PEOPLE, About.FIGURE)


def inverted(scene: Scene, at: int) -> Group | None:
    """Whom “also killed in the strike were a dozen gunmen” counts."""
    if at > 1 or (at == 1 and scene.low(0) != "also"):
        return None
    be = next((index for index in range(at + 1, at + INVERTED) if scene.low(index) in ("was", "were")), None)
    return right_group(scene, be) if be is not None else None
