"""Judging: how a newer mention relates to an older one, with the reasons.

Small comparisons decide, one axis each: place, day, what was said, figure, who says so. None of them is a likeness
of words. Different figures, places, days, sides or polarity are never the same claim.
"""

from __future__ import annotations

from bot.claims.model import Kind
from bot.claims.relations import Judgement, Told
from bot.matching.across import judge_across
from bot.matching.attacks import judge_attacks
from bot.matching.control import judge_control
from bot.matching.counts import judge_counts
from bot.matching.days import Span, Timing, timing
from bot.matching.meeting import Meeting, meet
from bot.matching.parties import DEFAULT, Parties
from bot.matching.reading import read_told

MAY_HOLD = frozenset(
    {Kind.TERRITORIAL_CONTROL, Kind.DEPLOYMENT, Kind.DISPLACEMENT}
)  # kinds that tell who holds a place


def judge(older: Told, newer: Told, parties: Parties = DEFAULT) -> Judgement | None:
    """How the newer mention relates to the older one; None where they have nothing to do with each other.

    `certain` is set for a `SAME` whose every axis is known and equal and whose speaker is one, or whose texts are
    copies: it needs no asking.
    """
    if _far_in_time(older, newer):
        return None
    met = meet(read_told(older, parties), read_told(newer, parties))
    return _by_kind(met) if met else None


def _far_in_time(older: Told, newer: Told) -> bool:
    """Whether the days alone keep them apart, which is told before anything is read; who holds a place may last."""
    if older.mention.kind in MAY_HOLD and newer.mention.kind in MAY_HOLD:
        return False
    spans = (Span(each.mention.event_date, each.told_on) for each in (older, newer))
    return timing(*spans) is Timing.APART


def _by_kind(met: Meeting) -> Judgement | None:
    one, other = met.older, met.newer
    if one.held and other.held:
        return judge_control(met)
    if one.kind is not other.kind:
        return judge_across(met)
    return judge_attacks(met) if one.kind is Kind.ATTACK else judge_counts(met)
