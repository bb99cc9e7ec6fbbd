"""Meant: the force behind “it”, “they” or “we” in what that force itself says (“the army said it had taken Kobo”)."""

from __future__ import annotations

from bot.claims.model import Attribution
from bot.extraction.lexicon.forces import FORCES
from bot.extraction.lexicon.grammar import PREPOSITIONS, QUOTES
from bot.extraction.lexicon.victims import ARMED, SINGULAR
from bot.extraction.scene import Finding, Scene
from bot.extraction.sorts import About

_FIRST = frozenset("we our ours".split())
_MEANT = _FIRST | frozenset("it they its their".split())
_BODIES = ((FORCES | ARMED) - SINGULAR) | frozenset(("authorities", "staff", "taliban"))
_BEHIND_HEAD = frozenset("of for in at from with on".split())
_ACTORS = frozenset({About.PEOPLE, About.FORCE, About.NAME})
_SMALL = frozenset("the a an of for in and 's".split())


def with_actor(scene: Scene, found: Finding, who: Attribution | None) -> Finding:
    """The finding with the speaker's words for its actor, where that is a pronoun that stands for the speaker."""
    low = (found.actor or found.rule.rpartition(".")[2]).lower()  # “the base is ours”
    body = _body(who) if who and low in _MEANT else None
    at = next((index for index in range(found.start, found.end) if scene.low(index) == low), None)
    if who is None or body is None or at is None or not (low in _FIRST or _stands_for(scene, found, at, who)):
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


def _stands_for(scene: Scene, found: Finding, pronoun: int, who: Attribution) -> bool:
    """Whether the last who may be meant before the pronoun is the speaker, or nobody else in a sentence he ends."""
    told = _words(" ".join(each for each in (who.source, who.role, who.organisation) if each))
    before = [one for one in scene.groups if one.end <= pronoun and one.about in _ACTORS and one.words != found.object]
    rivals = [one for one in before if scene.low(one.start - 1) not in PREPOSITIONS]
    named = next((at for at in range(pronoun - 1, -1, -1) if scene.low(at) in told), None)
    if named is not None or rivals:
        return named is not None and not any(one.start > named for one in rivals)
    if scene.low(pronoun) in scene.lows(0, pronoun):
        return True  # “It said it had taken the town.”
    quoted = not QUOTES.isdisjoint(scene.lows(0, pronoun))
    behind = _words(" ".join(scene.lows(pronoun + 1, scene.length)))
    return not quoted and _words(who.source or "") <= behind


def _words(words: str) -> set[str]:
    return set(words.lower().replace("'s", "").replace("’s", "").split()) - _SMALL
