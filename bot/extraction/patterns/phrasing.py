"""Phrasing: whether a phrase stands at a word, allowing an adverb or an adjective between its words."""

from __future__ import annotations

from bot.extraction.lexicon.grammar import QUOTES
from bot.extraction.scene import Scene

_BETWEEN = QUOTES | frozenset(
    """yesterday today on monday tuesday wednesday thursday friday saturday sunday
        full complete total partial effective firm firmly still also now again all their his her its the an
        a initial entire """
    "completely fully nearly tactical simply just minor serious light slight severe multiple moderate".split()
)


def phrase_end(scene: Scene, at: int, words: tuple[str, ...]) -> int | None:
    """Where the phrase that begins at a word ends; None when it does not stand there."""
    if len(words) > 1 and not scene.vocabulary.issuperset(words):
        return None
    index = at
    for number, word in enumerate(words):
        skipped = 0
        while number and scene.low(index) != word and skipped < 2 and _skippable(scene.low(index)):
            index, skipped = index + 1, skipped + 1
        if scene.low(index) != word:
            return None
        index += 1
    return index


def _skippable(low: str) -> bool:
    """An adverb, an adjective, or the day in “the killing on Monday of two observers”."""
    return low in _BETWEEN or low.endswith("ly")
