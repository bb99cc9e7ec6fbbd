"""Relating: all claims of one document to all of another, without what only repeats a nearer relation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.claims.model import Kind
from bot.claims.relations import Judgement, Told
from bot.matching.judging import judge
from bot.matching.parties import DEFAULT, Parties
from bot.matching.speakers import independent


@dataclass(frozen=True, slots=True)
class Related:
    """A claim of the newer document that relates to one of the older."""

    older: Told
    newer: Told
    judgement: Judgement
    independent: bool | None


def relate(older: Sequence[Told], newer: Sequence[Told], parties: Parties = DEFAULT) -> list[Related]:
    """Every pair that relates, in the order of the newer document, then of the older one.

    An attack that is only named in the sentence of its toll (“killed in Monday's strike”) is left to the toll where
    the other document's sentence has one too: the tolls are compared, and say what there is to say.
    """
    found = []
    for second in newer:
        for first in older:
            if _left_to_the_tolls(first, second, older, newer):
                continue
            judgement = judge(first, second, parties)
            if judgement:
                found.append(Related(first, second, judgement, independent(first, second)))
    return found


def _left_to_the_tolls(first: Told, second: Told, older: Sequence[Told], newer: Sequence[Told]) -> bool:
    if Kind.ATTACK not in (first.mention.kind, second.mention.kind):
        return False
    return _has_a_count(first, older) and _has_a_count(second, newer)


def _has_a_count(told: Told, document: Sequence[Told]) -> bool:
    """Whether it counts itself, or a count stands in its sentence."""
    return any(
        (each is told or each.around == told.around) and (each.mention.casualties or each.mention.count)
        for each in document
    )
