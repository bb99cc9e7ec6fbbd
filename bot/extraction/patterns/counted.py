"""Counted: the reading shared by every kind that counts: a verb, the group it counts, and its figure."""

from __future__ import annotations

from collections.abc import Iterator

from bot.claims.model import Interval
from bot.extraction.groups import About, Group
from bot.extraction.lexicon.grammar import BE, HAVE
from bot.extraction.lexicon.verb_forms import FORMS_OF, SENSES, VERB_WORDS, Form, Sense
from bot.extraction.patterns.arguments import (
    VerbGroup,
    is_verb,
    right_group,
    subject,
    verb_group,
    with_siblings,
)
from bot.extraction.scene import Finding, Scene

HUMAN = frozenset({About.PEOPLE, About.FORCE, About.FIGURE, About.NAME, About.PRONOUN})
MATERIAL = frozenset({About.THING, About.FIGURE, About.POSITION, About.OTHER})


def counted(scene: Scene, kind: str, wanted: frozenset[About]) -> Iterator[Finding]:
    """Every verb of a kind with the group it counts."""
    for at in range(len(scene.words)):
        for sense in SENSES.get(scene.low(at), ()):
            if sense.kind == kind and is_verb(scene, at):
                found = _read(scene, at, sense, wanted)
                if found is not None:
                    yield found
                    break


def _read(scene: Scene, at: int, sense: Sense, wanted: frozenset[About]) -> Finding | None:
    verb = verb_group(scene, at)
    forms = FORMS_OF[scene.low(at)]
    if forms == {Form.PLAIN} and scene.low(verb.start) not in ("did", "to", "have", "has", "had") and not verb.helped:
        return None
    if sense.role == "subject":
        group = subject(scene, verb.start, wanted)
        return _left(scene, verb, group, sense, "subject") if group else None
    if not verb.passive:
        target = right_group(scene, at)
        if target and target.about in wanted and not _own_clause(scene, target):
            return _right(scene, verb, target, sense)
        if Form.PARTICIPLE not in forms or (verb.helped and not verb.passive):
            return None
        near = _adjacent(scene, at)
        return _left(scene, verb, near, sense, "reduced") if near and near.about in wanted else None
    group = subject(scene, verb.start, wanted)
    return _left(scene, verb, group, sense, "passive") if group else None


def _own_clause(scene: Scene, group: Group) -> bool:
    """“… killed, 12 people were” — the group belongs to the verb that follows it."""
    return scene.low(group.end) in BE | HAVE and scene.low(group.end + 1) not in ("",)


def _adjacent(scene: Scene, at: int) -> Group | None:
    for index in range(at - 1, max(-1, at - 4), -1):
        group = scene.group_at(index)
        if group is not None:
            return group if group.counted or group.about is About.PEOPLE else None
        if not (scene.low(index) in ("also", "reportedly", "seriously", "others", "-") or scene.low(index).endswith("ly")):
            return None
    return None


def _right(scene: Scene, verb: VerbGroup, target: Group, sense: Sense) -> Finding:
    interval, end = with_siblings(scene, target, right=True)
    return Finding(sense.kind, sense.label, verb.at, max(end, verb.at + 1), verb.at, f"{sense.kind}.active.{sense.lemma}",
                   interval, target.words, counted=target.counted)


def _left(scene: Scene, verb: VerbGroup, group: Group, sense: Sense, how: str) -> Finding:
    interval = sibling_subject(scene, group)
    return Finding(sense.kind, sense.label, group.start, verb.at + 1, verb.at, f"{sense.kind}.{how}.{sense.lemma}",
                   interval, group.words, counted=group.counted)


def sibling_subject(scene: Scene, group: Group) -> Interval:
    """The subject's figure, with kin named together with it."""
    return with_siblings(scene, group, right=True)[0]


__all__ = ["HUMAN", "MATERIAL", "VERB_WORDS", "counted", "sibling_subject"]
