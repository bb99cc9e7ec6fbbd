"""Territorial control: who took, lost, left, holds, besieges or enters what."""

from __future__ import annotations

from collections.abc import Iterator

from bot.extraction.groups import About, Group
from bot.extraction.lexicon.things import POSITIONS
from bot.extraction.lexicon.verb_forms import FORMS_OF, SENSES, Form, Sense
from bot.extraction.patterns.arguments import is_verb, right_group, subject, verb_group
from bot.extraction.scene import Finding, Scene

ACTORS = frozenset({About.PEOPLE, About.FORCE, About.NAME, About.PRONOUN})
SEATS = frozenset({About.POSITION, About.NAME, About.THING, About.OTHER})


def is_seat(group: Group) -> bool:
    """Whether a group can be held: a kind of place, or a name."""
    return group.about in (About.POSITION, About.NAME) or any(word.lower() in POSITIONS for word in group.words.split())


def find_control(scene: Scene) -> Iterator[Finding]:
    """The claims of control in a sentence."""
    for at in range(len(scene.words)):
        for sense in SENSES.get(scene.low(at), ()):
            if sense.kind == "territorial_control" and is_verb(scene, at):
                found = _read(scene, at, sense)
                if found is not None:
                    yield found
                    break


def _read(scene: Scene, at: int, sense: Sense) -> Finding | None:
    verb = verb_group(scene, at)
    forms = FORMS_OF[scene.low(at)]
    if forms == {Form.PLAIN} and not verb.helped:
        return None
    if verb.passive:
        held = subject(scene, verb.start, SEATS)
        if held is None or not is_seat(held):
            return None
        return Finding("territorial_control", sense.label, held.start, at + 1, at, f"control.passive.{sense.lemma}",
                       actor=_by(scene, at), object=held.words)
    held = right_group(scene, at)
    if held is None or not is_seat(held):
        return None
    actor = subject(scene, verb.start, ACTORS)
    start = actor.start if actor else verb.start
    return Finding("territorial_control", sense.label, start, held.end, at, f"control.active.{sense.lemma}",
                   actor=actor.words if actor else None, object=held.words)


def _by(scene: Scene, at: int) -> str | None:
    for index in range(at + 1, min(len(scene.words), at + 8)):
        if scene.low(index) == "by":
            group = scene.group_at(index + 1)
            return group.words if group else None
    return None
