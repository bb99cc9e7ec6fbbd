"""Judging: how a newer mention relates to an older one, with the reasons.

Small comparisons decide, one axis each: place, day, what was said, figure, who says so. None of them is a likeness
of words. Different figures, places, days, sides or polarity are never the same claim.
"""

from __future__ import annotations

from bot.claims.model import Kind
from bot.claims.relations import Judgement, Reason, Told
from bot.matching.across import judge_across
from bot.matching.attacks import judge_attacks
from bot.matching.control import judge_control
from bot.matching.counts import judge_counts
from bot.matching.meeting import Meeting, meet
from bot.matching.parties import DEFAULT, Parties
from bot.matching.reading import read_told


def judge(older: Told, newer: Told, parties: Parties = DEFAULT) -> Judgement | None:
    """How the newer mention relates to the older one; None where they have nothing to do with each other.

    `certain` is set for a `SAME` whose every axis is known and equal and whose speaker is one, or whose texts are
    copies: it needs no asking.
    """
    met = meet(read_told(older, parties), read_told(newer, parties))
    if met is None:
        return None
    return _by_kind(met)


def _by_kind(met: Meeting) -> Judgement | None:
    one, other = met.older, met.newer
    if one.held and other.held:
        return judge_control(met)
    if one.kind is not other.kind:
        return judge_across(met)
    return judge_attacks(met) if one.kind is Kind.ATTACK else judge_counts(met)


def why(judgement: Judgement | None) -> tuple[Reason, ...]:
    """The reasons of a judgement; none for none."""
    return judgement.reasons if judgement else ()
