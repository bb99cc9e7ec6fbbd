"""Merging: the rules win, and the second reader only adds."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from operator import attrgetter

from bot.claims.model import Interval, Mention


def additions(rules: Sequence[Mention], read: Iterable[Mention]) -> tuple[Mention, ...]:
    """Of what was read, in reading order, that which neither the rules nor an earlier reading found."""
    kept: list[Mention] = []
    found = _Known(rules)
    for mention in sorted(read, key=attrgetter("start", "end")):
        if not found.holds(mention):
            kept.append(mention)
            found.add(mention)
    return tuple(kept)


class _Known:
    """Mentions by their beginnings, so that only those near a stretch are looked at."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        self._mentions = sorted(mentions, key=attrgetter("start"))
        self._starts = [mention.start for mention in self._mentions]
        self._longest = max((mention.end - mention.start for mention in self._mentions), default=0)

    def add(self, mention: Mention) -> None:
        at = bisect_left(self._starts, mention.start)
        self._mentions.insert(at, mention)
        self._starts.insert(at, mention.start)
        self._longest = max(self._longest, mention.end - mention.start)

    def holds(self, mention: Mention) -> bool:
        first = bisect_left(self._starts, mention.start - self._longest)
        return any(_same(mention, other) for other in self._mentions[first : bisect_left(self._starts, mention.end)])


def _same(one: Mention, other: Mention) -> bool:
    """Whether both are about the same words: “killed five and wounded nine” is two claims of one kind."""
    overlap = one.start < other.end and other.start < one.end
    return overlap and one.kind is other.kind and (_same_effect(one, other) or _same_figure(one, other))


def _same_effect(one: Mention, other: Mention) -> bool:
    """“Casualties” that say neither killed nor injured may be either."""
    effects = {_effect(one), _effect(other)}
    return len(effects) == 1 or None in effects


def _effect(mention: Mention) -> object:
    told = mention.casualties.effect if mention.casualties else None
    return told or (mention.count.action if mention.count else None)


def _same_figure(one: Mention, other: Mention) -> bool:
    """One figure in one place was told as two effects: then one of them is wrong."""
    return _figure(one) == _figure(other) != Interval()


def _figure(mention: Mention) -> Interval:
    counted = mention.casualties or mention.count
    return counted.count if counted else Interval()
