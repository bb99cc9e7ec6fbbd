"""Scene: one sentence as the patterns see it: its words, its groups, and which group stands where."""

from __future__ import annotations

from collections.abc import Container, Sequence
from functools import cached_property
from typing import NamedTuple

from bot.claims.model import Interval
from bot.extraction.groups import Group, find_groups
from bot.extraction.sentences import Sentence
from bot.extraction.tokens import Token, placed, small, words_of


class Scene:
    """A sentence with its words and groups; `owner[i]` is the index of the group that holds word i, or -1.

    `small` are the words in small letters, and `vocabulary` each of them once. Places and groups are worked out when
    a pattern first looks at them: most sentences report nothing, and their small letters tell.
    """

    def __init__(self, text: str, sentence: Sentence) -> None:
        self.text = text
        self.sentence = sentence
        self._written = words_of(text, sentence.start, sentence.end)
        self.small = small(self._written)
        self.length = len(self.small)
        self.vocabulary = frozenset(self.small)

    @cached_property
    def words(self) -> Sequence[Token]:
        return placed(self.text, self.sentence.start, self._written, self.small)

    @cached_property
    def groups(self) -> Sequence[Group]:
        return find_groups(self.words)

    @cached_property
    def owner(self) -> list[int]:
        owner = [-1] * self.length
        for index, group in enumerate(self.groups):
            for at in range(group.start, group.end):
                owner[at] = index
        return owner

    def spots(self, words: Container[str]) -> list[int]:
        """Where any of the words stands."""
        return [at for at, low in enumerate(self.small) if low in words]

    def low(self, at: int) -> str:
        """The word at an index in small letters; empty outside the sentence."""
        return self.small[at] if 0 <= at < self.length else ""

    def group_at(self, at: int) -> Group | None:
        """The group that holds the word at an index."""
        index = self.owner[at] if 0 <= at < self.length else -1
        return self.groups[index] if index >= 0 else None

    def lows(self, start: int, end: int) -> list[str]:
        """The small-letter words of a stretch."""
        return self.small[start if start > 0 else 0 : end]


class Finding(NamedTuple):
    """What a pattern found in a scene: words [start, end), and what they report, before place, date and speaker.

    `at` is the word the finding turns on; `label` is the effect, action or attack type, None for unspoken.
    """

    kind: str
    label: str | None
    start: int
    end: int
    at: int
    rule: str
    interval: Interval = Interval()
    people: str | None = None
    actor: str | None = None
    object: str | None = None
    counted: bool = False
