"""Relating: all claims of one document to all of another, without what only repeats a nearer relation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.claims.model import Kind
from bot.claims.relations import Judgement, Told
from bot.matching.across import HARM
from bot.matching.judging import judge
from bot.matching.parties import DEFAULT, Parties
from bot.matching.speakers import independent
from bot.matching.wording import is_corrected

_NOUNS = ("attack.noun.", "attack.strike.strike", "attack.launch.under")  # rules that find an attack without a verb


@dataclass(frozen=True, slots=True)
class Related:
    """A claim of the newer document that relates to one of the older."""

    older: Told
    newer: Told
    judgement: Judgement
    independent: bool | None


def relate(older: Sequence[Told], newer: Sequence[Told], parties: Parties = DEFAULT) -> list[Related]:
    """Every pair that relates, in the order of the newer document, then of the older one.

    An attack that is only named in the sentence of its toll (“killed in Monday's strike”) is left to the toll: where
    the other document's sentence has a toll too, the tolls are compared; where it has none, its attack is compared
    with the toll.
    """
    tolls = frozenset(each.around for each in (*older, *newer) if each.mention.kind in HARM)
    found = []
    for second in newer:
        for first in older:
            if _left_to_the_tolls(first, second, tolls):
                continue
            judgement = judge(first, second, parties)
            if judgement:
                found.append(Related(first, second, judgement, independent(first, second)))
    return found


def _left_to_the_tolls(first: Told, second: Told, tolls: frozenset[str | None]) -> bool:
    """`tolls` are the sentences that tell what harm was done."""
    kinds = {first.mention.kind, second.mention.kind}
    if Kind.ATTACK not in kinds:
        return False
    if first.around in tolls and second.around in tolls:
        return True
    if is_corrected(second.around or ""):
        return False  # the figure that is corrected was not read, so the attack stands for it
    named_only = any(each.around in tolls and _is_only_named(each) for each in (first, second))
    return kinds == {Kind.ATTACK} and named_only


def _is_only_named(told: Told) -> bool:
    """Whether the attack is a noun in somebody else's clause: “Monday's air strike”."""
    return told.mention.rule.startswith(_NOUNS)
