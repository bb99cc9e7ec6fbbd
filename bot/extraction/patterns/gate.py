"""The gate: which sentences a pattern need not look at, told by the words that stand in them.

Every pattern says by which words it can be set off: a sign is a few words that must all stand in the sentence,
anywhere. Signs are taken from the tables that the pattern itself reads, so that gate and pattern cannot drift apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
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


class Gates:
    """Many gates at once, numbered in order: which of them a vocabulary opens.

    >>> Gates([Gate([("shot",)]), Gate([("killed",), ("shot", "dead")])]).opened(frozenset({"dead", "killed"}))
    (1,)
    """

    def __init__(self, gates: Sequence[Gate]) -> None:
        self._told: dict[int, tuple[int, ...]] = {}  # bits -> the gates they stand for
        self._all = range(len(gates))
        self._alone: dict[str, int] = {}
        self._together: dict[str, list[tuple[frozenset[str], int]]] = {}
        for number, gate in enumerate(gates):
            for word in gate.alone:
                self._alone[word] = self._alone.get(word, 0) | 1 << number
            for word, sets in gate.together.items():
                self._together.setdefault(word, []).extend((each, 1 << number) for each in sets)
        self._words = self._alone.keys() | self._together.keys()

    def opened(self, vocabulary: frozenset[str]) -> tuple[int, ...]:
        bits = 0
        for word in vocabulary & self._words:
            bits |= self._alone.get(word, 0)
            for words, bit in self._together.get(word, ()):
                if not bits & bit and vocabulary >= words:
                    bits |= bit
        if bits not in self._told:
            self._told[bits] = tuple(number for number in self._all if bits >> number & 1)
        return self._told[bits]


def each_of(words: Iterable[str]) -> Iterable[Sign]:
    """Signs of one word."""
    return ((word,) for word in words)


def verbs_of(kind: str) -> Iterable[Sign]:
    """The verbs that report a kind, in all their forms."""
    return each_of(word for word, senses in SENSES.items() if any(sense.kind == kind for sense in senses))


def phrases_in(table: Mapping[str, Iterable[Sign]]) -> Iterable[Sign]:
    """The phrases of a table that is kept by first word."""
    return (words for rows in table.values() for words in rows)
