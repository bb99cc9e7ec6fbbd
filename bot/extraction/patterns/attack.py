"""Attacks: clauses that report one, by a verb or by a noun."""

from __future__ import annotations

from collections.abc import Iterator

from bot.extraction.groups import About
from bot.extraction.lexicon.attacks import ATTACK_NOUNS, WEAPONS
from bot.extraction.lexicon.verb_forms import FORMS_OF, SENSES, Form, Sense
from bot.extraction.patterns.arguments import is_verb, right_group, subject, verb_group
from bot.extraction.scene import Finding, Scene

AGENTS = frozenset({About.PEOPLE, About.FORCE, About.NAME, About.PRONOUN, About.THING, About.OTHER})


def find_attacks(scene: Scene) -> Iterator[Finding]:
    """The attacks of a sentence."""
    for at in range(len(scene.words)):
        low = scene.low(at)
        senses = [sense for sense in SENSES.get(low, ()) if sense.kind == "attack"]
        found = None
        if senses and is_verb(scene, at):
            found = _by_verb(scene, at, senses[0])
        if found is None and low in ATTACK_NOUNS:
            found = _by_noun(scene, at)
        if found is not None:
            yield found


def _by_verb(scene: Scene, at: int, sense: Sense) -> Finding | None:
    verb = verb_group(scene, at)
    forms = FORMS_OF[scene.low(at)]
    if Form.PLAIN in forms and Form.PAST not in forms and not verb.helped:
        return None
    if verb.passive:
        target = subject(scene, verb.start, AGENTS)
        return Finding("attack", sense.label, target.start, at + 1, at, f"attack.passive.{sense.lemma}", object=target.words) if target else None
    target = right_group(scene, at)
    agent = subject(scene, verb.start, AGENTS)
    if agent is None:
        return None
    kind = next((WEAPONS[word.lower()] for word in agent.words.split() if word.lower() in WEAPONS), sense.label)
    end = target.end if target else at + 1
    return Finding("attack", kind, agent.start, end, at, f"attack.active.{sense.lemma}", actor=agent.words, object=target.words if target else None)


def _by_noun(scene: Scene, at: int) -> Finding | None:
    group = scene.group_at(at)
    start = group.start if group else at
    if group and group.head != at and group.about is not About.OTHER:
        return None
    kind = next((WEAPONS[word] for word in scene.lows(start, at) if word in WEAPONS), ATTACK_NOUNS[scene.low(at)])
    return Finding("attack", kind, start, max(at + 1, group.end if group else 0), at, "attack.noun." + scene.low(at))
