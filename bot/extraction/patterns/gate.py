"""The gate: which sentences a pattern need not look at, told by the words that stand in them.

Every pattern says by which words it can be set off: a sign is a few words that must all stand in the sentence,
anywhere. Signs are taken from the tables that the pattern itself reads, so that gate and pattern cannot drift apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet

from bot.extraction.lexicon.verb_forms import SENSES

Sign = tuple[str, ...]


class Gate:
    """Opens for a sentence in which all words of one sign stand.

    >>> Gate([("shot", "dead"), ("killed",)]).opens(frozenset("two were shot on sight".split()))
    False
    """

    def __init__(self, signs: Iterable[Sign]) -> None:
        rows: dict[str, set[frozenset[str]]] = {}
        for sign in signs:
            rows.setdefault(max(sign, key=len), set()).add(frozenset(sign))  # the longest word is the rarest
        self.alone = frozenset(word for word, sets in rows.items() if any(len(each) == 1 for each in sets))
        self.together = {word: tuple(sets) for word, sets in rows.items() if word not in self.alone}
        self.words = frozenset(rows)

    def opens(self, vocabulary: AbstractSet[str]) -> bool:
        return not self.alone.isdisjoint(vocabulary) or any(
            vocabulary >= words for key in self.together.keys() & vocabulary for words in self.together[key]
        )


def each_of(words: Iterable[str]) -> Iterable[Sign]:
    """Signs of one word."""
    return ((word,) for word in words)


def verbs_of(kind: str) -> Iterable[Sign]:
    """The verbs that report a kind, in all their forms."""
    return each_of(word for word, senses in SENSES.items() if any(sense.kind == kind for sense in senses))


def first_words(table: Mapping[str, Iterable[Sign]]) -> Iterable[Sign]:
    """The phrases of a table that is ordered by first word."""
    return (words for rows in table.values() for words in rows)
