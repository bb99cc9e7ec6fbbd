"""Attackers: who and what can attack or be attacked, and by which weapon."""

from __future__ import annotations

from bot.extraction.groups import Group
from bot.extraction.lexicon.attacks import WEAPONS
from bot.extraction.patterns.phrasing import phrase_end
from bot.extraction.scene import Scene
from bot.extraction.sorts import About

KIND = "attack"
AGENTS = frozenset({About.PEOPLE, About.FORCE, About.NAME, About.PRONOUN, About.THING, About.OTHER})
TARGETS = AGENTS | {About.POSITION, About.FIGURE}


def kind_of(words: list[str], fallback: str) -> str:
    """The type of the first weapon that the words name."""
    return next((WEAPONS[word] for word in words if word in WEAPONS), fallback)


def attacker(agent: Group | None) -> str | None:
    """The attacker; a weapon or a pronoun names nobody."""
    return None if agent is None or is_weapon(agent) or agent.about is About.PRONOUN else agent.words


def is_weapon(group: Group | None) -> bool:
    """Whether a weapon stands in the group."""
    return group is not None and any(word in WEAPONS for word in group.words.lower().split())


def matches(scene: Scene, at: int, table: dict[str, tuple[tuple[str, ...], ...]]) -> int | None:
    """Where the phrase of a table ends that begins at a word."""
    for words in table.get(scene.low(at), ()):
        end = phrase_end(scene, at, words)
        if end is not None:
            return end
    return None
