"""Meant: the force behind “it”, “they” or “we” in what that force itself says (“the army said it had taken Kobo”)."""

from __future__ import annotations

from bot.claims.model import Attribution
from bot.extraction.groups import Group
from bot.extraction.lexicon.forces import FORCES
from bot.extraction.lexicon.grammar import PREPOSITIONS, QUOTES
from bot.extraction.lexicon.victims import ARMED, SINGULAR
from bot.extraction.scene import Finding, Scene
from bot.extraction.sorts import About

_FIRST = "we"
_THIRD = frozenset(("it", "they"))
_BODIES = ((FORCES | ARMED) - SINGULAR) | frozenset(("authorities", "staff", "taliban"))
_BEHIND_HEAD = frozenset("of for in at from with on".split())
_ACTORS = frozenset({About.PEOPLE, About.FORCE, About.NAME})
_SMALL = frozenset("the a an of for in and 's".split())


def with_actor(scene: Scene, found: Finding, who: Attribution | None) -> Finding:
    """The finding with the speaker's words for its actor, where that is a pronoun that stands for the speaker."""
    low = (found.actor or "").lower()
    if who is None or not (low == _FIRST or low in _THIRD):
        return found
    body = _body(who)
    pronoun = next((one for one in scene.groups if one.end > found.start and one.words.lower() == low), None)
    if body is None or pronoun is None or not (low == _FIRST or _stands_for(scene, pronoun, who)):
        return found
    return found._replace(actor=body)


def _body(who: Attribution) -> str | None:
    """The words for the force, the party or its organisation that speaks, or for which a person does."""
    source = who.source or ""
    if who.organisation:
        return f"the {who.organisation}" if f"the {who.organisation}" in source else who.organisation
    return source if _head(source) in _BODIES else None


def _head(words: str) -> str:
    """“Groups” of “two armed groups in the north”."""
    before: list[str] = []
    for word in words.lower().split():
        if word in _BEHIND_HEAD:
            break
        before.append(word)
    return before[-1] if before else ""


def _stands_for(scene: Scene, pronoun: Group, who: Attribution) -> bool:
    """Whether the last who may be meant before the pronoun is the speaker, or nobody else in a sentence he ends."""
    told = _words(" ".join(each for each in (who.source, who.role, who.organisation) if each))
    before = [one for one in scene.groups if one.end <= pronoun.start]
    rivals = [one for one in before if one.about in _ACTORS and scene.low(one.start - 1) not in PREPOSITIONS]
    named = next((at for at in range(pronoun.start - 1, -1, -1) if scene.low(at) in told), None)
    if named is not None or rivals:
        return named is not None and not any(one.start > named for one in rivals)
    if any(one.words.lower() == pronoun.words.lower() for one in before):
        return True  # “It said it had taken the town.”
    quoted = not QUOTES.isdisjoint(scene.lows(0, pronoun.start))
    behind = _words(" ".join(scene.lows(pronoun.end, scene.length)))
    return not quoted and _words(who.source or "") <= behind


def _words(words: str) -> set[str]:
    return set(words.lower().replace("'s", "").replace("’s", "").split()) - _SMALL
