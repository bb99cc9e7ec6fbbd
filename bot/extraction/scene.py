"""Scene: one sentence as the patterns see it: its words, its groups, and which group stands where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.claims.model import Interval
from bot.extraction.groups import Group, find_groups
from bot.extraction.sentences import Sentence
from bot.extraction.tokens import Token, tokens


@dataclass(slots=True)
class Scene:
    """A sentence with its words and groups; `owner[i]` is the index of the group that holds word i, or -1.

    `small` are the words in small letters, and `vocabulary` each of them once.
    """

    text: str
    sentence: Sentence
    words: Sequence[Token]
    groups: Sequence[Group]
    owner: list[int] = field(default_factory=list)
    small: list[str] = field(default_factory=list)
    vocabulary: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        self.small = [token.low for token in self.words]
        self.vocabulary = frozenset(self.small)
        self.owner = [-1] * len(self.words)
        for index, group in enumerate(self.groups):
            for at in range(group.start, group.end):
                self.owner[at] = index

    def low(self, at: int) -> str:
        """The word at an index in small letters; empty outside the sentence."""
        return self.small[at] if 0 <= at < len(self.small) else ""

    def group_at(self, at: int) -> Group | None:
        """The group that holds the word at an index."""
        if not 0 <= at < len(self.words) or self.owner[at] < 0:
            return None
        return self.groups[self.owner[at]]

    def lows(self, start: int, end: int) -> list[str]:
        """The small-letter words of a stretch."""
        return self.small[max(0, start) : end]


@dataclass(frozen=True, slots=True)
class Finding:
    """What a pattern found in a scene: words [start, end), and what they report, before place, date and speaker.

    `at` is the word the finding turns on; `label` is the effect, action or attack type, None for unspoken.
    """

    kind: str
    label: str | None
    start: int
    end: int
    at: int
    rule: str
    interval: Interval = field(default_factory=Interval)
    people: str | None = None
    actor: str | None = None
    object: str | None = None
    counted: bool = False


def scene_of(text: str, sentence: Sentence) -> Scene:
    """Read a sentence."""
    words = tokens(text, sentence.start, sentence.end)
    return Scene(text, sentence, words, find_groups(words))
