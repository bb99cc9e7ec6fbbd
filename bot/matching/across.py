"""Across kinds: an attack and the harm it did, a fight and the place it was about."""

from __future__ import annotations

from bot.claims.model import ControlAction, Kind
from bot.claims.relations import Judgement, Reason, Relation
from bot.matching.days import Timing
from bot.matching.lexicon.control import STAGE
from bot.matching.meeting import Meeting
from bot.matching.places import Nearness
from bot.matching.reading import SEVERAL, Reading
from bot.matching.wording import may_be_one_event

HARM = frozenset({Kind.CASUALTIES, Kind.DAMAGE})
_CLOSE = frozenset({ControlAction.ENTERED, ControlAction.CONTESTED, ControlAction.REPELLED, ControlAction.SURROUNDED})
_TAKEN = frozenset({ControlAction.SEIZED, ControlAction.RETOOK})
_GROUND = frozenset({"ground"})
_SURE = frozenset({Timing.SAME, Timing.OVERLAPPING, Timing.LIKELY})


def judge_across(met: Meeting) -> Judgement | None:
    """An attack supports the harm that it did, and the fight for a place what is said of who holds it."""
    pair = {met.older.kind, met.newer.kind}
    if Kind.ATTACK not in pair or met.older.denied or met.newer.denied:
        return None
    if _is_outcome(met):
        return met.judged(Relation.UPDATES, Reason("attack_and_control"), Reason("later"))
    if met.timing not in _SURE or met.nearness not in (Nearness.SAME, Nearness.INSIDE):
        return None
    other = met.newer if met.older.kind is Kind.ATTACK else met.older
    if other.kind in HARM and may_be_one_event(met.older.causes, met.newer.causes):
        return met.judged(Relation.SUPPORTS, Reason("attack_and_harm"))
    return met.judged(Relation.SUPPORTS, Reason("attack_and_control")) if _is_fought_for(other, met) else None


def _is_outcome(met: Meeting) -> bool:
    """Whether the same source first tells of the fight for a place and later of who took or left it."""
    held = met.newer.held
    if held is None or met.newer.kind is not Kind.TERRITORIAL_CONTROL or met.nearness is not Nearness.SAME:
        return False
    return met.one_source and met.later and STAGE.get(held.action) is not None and "ground" in met.older.causes


def _is_fought_for(other: Reading, met: Meeting) -> bool:
    """Fighting in a town bears out that somebody came in or was beaten back; that it was taken, on the same day."""
    held = other.held
    if held is None or other.kind is not Kind.TERRITORIAL_CONTROL or met.nearness is not Nearness.SAME:
        return False
    if held.site & SEVERAL:
        return False
    attack = met.older if other is met.newer else met.newer
    taken = held.action in _TAKEN and met.timing is Timing.SAME and (attack.causes <= _GROUND)
    return held.action in _CLOSE or taken
