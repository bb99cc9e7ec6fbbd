"""Spelling: how a pack writes its words, and tables that know every form of them.

`убит(ий,і)` stands for two forms, `поранен*` for all that begin so, `a|b` for either; words of a phrase are parted by
spaces. What a word of a text is, is looked up by its whole and by its beginnings, so that a table's size costs nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import Generic, TypeVar

from bot.extraction.known import Known

T = TypeVar("T")
_CHOICE = re.compile(r"\(([^()]*)\)")


def forms(word: str) -> list[str]:
    """Every form of a word as a pack writes it; those that end in `*` are beginnings.

    >>> forms("уби(в,ла)|загину*")
    ['убив', 'убила', 'загину*']
    """
    return [form for each in _alternatives(word) for form in _spelled(each)]


def _alternatives(word: str) -> Iterator[str]:
    return (each for each in word.lower().split("|") if each)


def _spelled(word: str) -> list[str]:
    parts = _CHOICE.split(word)  # what stands in brackets comes second, fourth …
    return [
        "".join(picked) for picked in product(*(part.split(",") if at % 2 else [part] for at, part in enumerate(parts)))
    ]


class Table(Generic[T]):
    """Words to what they stand for.

    >>> Table([("загину(в,ли)", "killed"), ("ранен*", "injured")]).of("ранених")
    ('injured',)
    """

    def __init__(self, rows: Iterable[tuple[str, T]]) -> None:
        self._whole: dict[str, list[T]] = {}
        self._beginnings: dict[str, list[T]] = {}
        for words, value in rows:
            for form in forms(words.replace(" ", "|")):
                stem = form.endswith("*")
                (self._beginnings if stem else self._whole).setdefault(form.rstrip("*"), []).append(value)
        lengths = {len(stem) for stem in self._beginnings}
        self._lengths = sorted(lengths, reverse=True)
        self.of = Known(self._look_up).__getitem__

    def _look_up(self, low: str) -> tuple[T, ...]:
        found = list(self._whole.get(low, ()))
        for length in self._lengths:
            if length <= len(low):
                found += self._beginnings.get(low[:length], ())
        return tuple(found)

    def one(self, low: str) -> T | None:
        """What a word stands for, the whole word before its longest beginning."""
        return next(iter(self.of(low)), None)

    def __contains__(self, low: object) -> bool:
        return isinstance(low, str) and bool(self.of(low))


class Phrases(Generic[T]):
    """Runs of words to what they stand for; the longest that fits is meant.

    >>> Phrases([("не менше", 1), ("не менше ніж", 2)]).at(["не", "менше", "ніж", "10"], 0)
    (3, 2)
    """

    def __init__(self, rows: Iterable[tuple[str, T]]) -> None:
        told = [(tuple(phrase.split()), value) for phrase, value in rows if phrase]
        told.sort(key=lambda row: -len(row[0]))
        self._rows = [(tuple(Table([(word, True)]) for word in words), value) for words, value in told]
        self._first = Table([(words[0], number) for number, (words, _) in enumerate(told)])

    def at(self, lows: Sequence[str], at: int) -> tuple[int, T] | None:
        """Where the phrase that begins at a word ends, and what it stands for."""
        if at >= len(lows):
            return None
        numbers = self._first.of(lows[at])
        for number in sorted(numbers) if numbers else ():
            words, value = self._rows[number]
            end = at + len(words)
            if end <= len(lows) and all(lows[at + i] in words[i] for i in range(1, len(words))):
                return end, value
        return None

    def spots(self, lows: Sequence[str]) -> Iterator[tuple[int, int, T]]:
        """Every place where a phrase begins, with its end and what it stands for, without overlap."""
        taken = 0
        for at in range(len(lows)):
            found = self.at(lows, at) if at >= taken else None
            if found is not None:
                taken = found[0]
                yield at, *found


def listed(words: str) -> Table[bool]:
    """A list of words, to be asked whether a word is in it."""
    return Table([(words, True)])


def by_phrase(told: Mapping[str, Sequence[str]]) -> Phrases[str]:
    """A pack's table of meanings, each with its phrases, turned round."""
    return Phrases([(phrase, meaning) for meaning, phrases in told.items() for phrase in phrases])


def any_of(phrases: Iterable[str]) -> Phrases[bool]:
    """Phrases that all mean the same."""
    return Phrases([(phrase, True) for phrase in phrases])
