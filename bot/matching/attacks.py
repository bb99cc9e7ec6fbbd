"""Attacks: whether two reports of an attack can be about one."""

from __future__ import annotations

from bot.claims.relations import Judgement, Reason, Relation
from bot.matching.days import Timing
from bot.matching.lexicon.things import ALIKE, KINDS
from bot.matching.meeting import Meeting
from bot.matching.parties import Facing, facing
from bot.matching.places import Nearness
from bot.matching.wording import may_be_one_event

_KNOWN = frozenset(KINDS.values())


def judge_attacks(met: Meeting) -> Judgement | None:
    """How two reports of attacks relate: one attack, two that fit, or one whose maker is disputed."""
    older, newer = met.older, met.newer
    if met.nearness is Nearness.UNKNOWN or met.timing is Timing.UNKNOWN or _other_targets(older.target, newer.target):
        return None
    if not may_be_one_event(older.causes, newer.causes):
        return None
    makers = Reason("attack_makers") if facing(older.actor, newer.actor) is Facing.OPPOSED else None
    if older.denied or newer.denied:
        return None if makers else _denied(met)
    said = Reason("attack_same")
    if makers:
        return met.judged(Relation.CONTRADICTS, makers) if older.target & newer.target else None
    if older.causes and newer.causes and not older.causes & newer.causes:
        return met.judged(Relation.SUPPORTS, Reason("attack_fits"))
    if met.one_source and newer.corrected:
        return met.judged(Relation.UPDATES, said, Reason("corrected"))
    return met.same(said, certain=bool(older.causes) and older.causes == newer.causes and older.target == newer.target)


def _other_targets(older: frozenset[str], newer: frozenset[str]) -> bool:
    """Whether both name the kind of thing that was hit, and it is not one kind."""
    first, second = older & _KNOWN, newer & _KNOWN
    if not first or not second or first & second:
        return False
    return not any(frozenset((one, other)) in ALIKE for one in first for other in second)


def _denied(met: Meeting) -> Judgement | None:
    if met.older.denied and met.newer.denied:
        return met.same(Reason("both_deny"))
    relation = Relation.UPDATES if met.one_source and met.replaces else Relation.CONTRADICTS
    return met.judged(relation, Reason("denial_older" if met.older.denied else "denial_newer"))
