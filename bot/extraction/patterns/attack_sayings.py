"""Sayings of attack: idioms that tell of one without its usual verbs and nouns."""

from __future__ import annotations

from collections.abc import Iterator

from bot.extraction.lexicon.attack_idioms import ATTACK_IDIOMS
from bot.extraction.lexicon.idiom_forms import by_first_word, read_idioms
from bot.extraction.patterns.gate import Gate
from bot.extraction.patterns.idioms import match_at, signs_of_idioms
from bot.extraction.scene import Finding, Scene

KIND = "attack"
_IDIOMS = read_idioms(ATTACK_IDIOMS)
_BY_FIRST = by_first_word(_IDIOMS)
GATE = Gate(signs_of_idioms(_IDIOMS))


def find_attack_sayings(scene: Scene) -> Iterator[Finding]:
    """“Gunmen let fly at a police van”, “planes are softening up the town”."""
    taken = -1
    for at in scene.spots(_BY_FIRST):
        match = match_at(scene, at, _BY_FIRST) if at >= taken else None
        if match is None:
            continue
        taken = match.end
        slot, filled = match.idiom.subject, match.filled
        actor = match.subject if slot in ("A", "M") else filled.get("M")
        struck = (
            filled.get("E") or filled.get("P") or filled.get("F") or (match.subject if slot in ("E", "T") else None)
        )
        own = scene.group_at(at)
        start = own.start if not slot and own and own.head == at else match.start
        yield Finding(
            KIND, match.idiom.action, start, match.end, at, f"attack.idiom.{match.idiom.name}",
            actor=actor.words if actor else None, object=struck.words if struck else None,
        )  # fmt: skip
