"""Counts: two figures for what may be the same people or things."""

from __future__ import annotations

from bot.claims.model import Kind
from bot.claims.relations import Judgement, Reason, Relation
from bot.matching.days import CAMPAIGN, Timing
from bot.matching.figures import Fit, compare
from bot.matching.groups import Kinship, is_civilian, kinship
from bot.matching.lexicon.things import ALIKE
from bot.matching.meeting import Meeting
from bot.matching.parties import Facing, facing
from bot.matching.places import Nearness
from bot.matching.reading import Counted
from bot.matching.wording import may_be_one_event, may_be_one_site

_ALIKE_ACTIONS = (
    frozenset({"fled", "evacuated", "forced_out"}),
    frozenset({"captured", "arrested", "surrendered"}),
    frozenset({"captured", "abducted"}),
    frozenset({"freed", "escaped"}),
)


def judge_counts(met: Meeting) -> Judgement | None:
    """How two counts relate: casualties, the displaced, the detained, the deployed, what was destroyed."""
    older, newer = met.older.counted, met.newer.counted
    if older is None or newer is None or not may_be_one_event(met.older.causes, met.newer.causes):
        return None
    if not may_be_one_site(met.older.struck, met.newer.struck):
        return None
    kin = _kin(met, older, newer)
    if kin is None or met.older.part != met.newer.part or _one_adds_up(met):
        return None
    if met.nearness is Nearness.UNKNOWN and not _may_be_one(met, older, newer):
        return None
    if met.older.denied or met.newer.denied:
        return _denied(met, older, newer)
    return _figures(met, older, newer, kin)


def _may_be_one(met: Meeting, older: Counted, newer: Counted) -> bool:
    """Whether, without a place, speaker, wording, figure or the cause and the day tell that it is one event."""
    if met.one_source or met.newer.corrected or older.figure.told == newer.figure.told:
        return True
    one_cause = met.timing is Timing.SAME and bool(met.older.causes & met.newer.causes)
    return one_cause and compare(older.figure, newer.figure) is not Fit.APART


def _kin(met: Meeting, older: Counted, newer: Counted) -> Kinship | None:
    """How those counted are akin; None where they are others, or something else became of them."""
    if (
        not (_same_action(older.action, newer.action) or _spares_all(older, newer))
        or older.households != newer.households
    ):
        return None
    if met.older.kind is Kind.DAMAGE:
        return Kinship.SAME if _same_things(older.things, newer.things) else None
    if facing(older.side, newer.side) is Facing.OPPOSED or (
        older.names and newer.names and not older.names & newer.names
    ):
        return None
    found = kinship(older.group, newer.group)
    return None if found is Kinship.APART else found


def _same_action(older: str | None, newer: str | None) -> bool:
    return older == newer or any({older, newer} <= alike for alike in _ALIKE_ACTIONS)


def _spares_all(older: Counted, newer: Counted) -> bool:
    """Whether one says that there were no casualties at all, be it dead or wounded."""
    return any(each.action is None and each.figure.zero for each in (older, newer))


def _same_things(older: frozenset[str], newer: frozenset[str]) -> bool:
    if not older or not newer or older & newer:
        return True
    return any(frozenset((one, other)) in ALIKE for one in older for other in newer)


def _one_adds_up(met: Meeting) -> bool:
    """Whether only one of them is a total over several events or a longer time."""
    if met.older.kind is Kind.DISPLACEMENT:
        return False
    if _share_their_start(met):
        return False
    first, second = (each.span.is_campaign or each.cumulative for each in (met.older, met.newer))
    return first != second


def _share_their_start(met: Meeting) -> bool:
    """Whether both count since the same day, the newer one only for longer."""
    older, newer = met.older.span.when, met.newer.span.when
    if older is None or newer is None or older.start != newer.start:
        return False
    return older.end > older.start and newer.end > newer.start


def _denied(met: Meeting, older: Counted, newer: Counted) -> Judgement | None:
    """A denial against an assertion of the same, or two denials."""
    fit = compare(older.figure, newer.figure)
    if _spares_only_some(met, older, newer):
        return None
    if met.older.denied and met.newer.denied:
        fits = fit in (Fit.EQUAL, Fit.FITTING) or older.figure.zero or newer.figure.zero
        return met.same(Reason("both_deny"), certain=older == newer) if fits else None
    asserted = newer if met.older.denied else older
    if asserted.figure.zero:
        return met.judged(Relation.SUPPORTS, Reason("denial_fits"))
    if fit is Fit.APART and not (older.figure.zero or newer.figure.zero):
        return None
    relation = Relation.UPDATES if met.one_source and met.replaces else Relation.CONTRADICTS
    return met.judged(relation, Reason("denial_older" if met.older.denied else "denial_newer"))


def _spares_only_some(met: Meeting, older: Counted, newer: Counted) -> bool:
    """“No civilian was killed” against “12 people were killed”: the twelve may have been soldiers."""
    denied, told = (older, newer) if met.older.denied else (newer, older)
    return is_civilian(denied.group) and told.group is None


def _figures(met: Meeting, older: Counted, newer: Counted, kin: Kinship) -> Judgement | None:
    fit = compare(older.figure, newer.figure)
    said = Reason(f"figures_{fit.value}", older.figure.words, newer.figure.words)
    if fit is Fit.EQUAL:
        return _equal(met, older, newer, said)
    if kin in (Kinship.WIDER, Kinship.NARROWER) and not _is_retold(met, older, newer):
        return _whole_and_part(met, older, newer, kin, said)
    if met.nearness is Nearness.INSIDE:
        return _inside(met, fit, said)
    if met.replaces and not (older.figure.unsaid or newer.figure.unsaid) and _moves(met, fit):
        return met.judged(Relation.UPDATES, said, *_replacing(met))
    if fit is Fit.FITTING:
        return met.judged(Relation.SUPPORTS, said)
    return met.judged(Relation.CONTRADICTS, said) if fit is Fit.APART and not _other_period(met) else None


def _is_retold(met: Meeting, older: Counted, newer: Counted) -> bool:
    """Whether one speaker corrects a figure and only leaves out who is counted."""
    return met.one_source and met.newer.corrected and (older.group is None or newer.group is None)


def _equal(met: Meeting, older: Counted, newer: Counted, said: Reason) -> Judgement | None:
    if older.figure.unsaid and older.action != newer.action:
        return None
    if older.figure.unsaid and not met.copies:
        return met.judged(Relation.SUPPORTS, said) if not met.one_source else met.same(said, certain=False)
    return met.same(said, certain=older.figure.exact and older == newer and not met.older.part)


def _moves(met: Meeting, fit: Fit) -> bool:
    """Whether a later word changes the figure; a vague word after a figure takes nothing back."""
    if fit is not Fit.FITTING:
        return True
    older, newer = met.older.counted, met.newer.counted
    return (
        older is not None
        and newer is not None
        and not newer.figure.vague
        and (met.one_source or newer.figure.low > older.figure.low)
    )


def _replacing(met: Meeting) -> tuple[Reason, ...]:
    reasons = (Reason("corrected"),) if met.newer.corrected else ()
    return reasons or ((Reason("later"),) if met.later else (Reason("later_word"),))


def _whole_and_part(met: Meeting, older: Counted, newer: Counted, kin: Kinship, said: Reason) -> Judgement | None:
    """Three soldiers are a part of ten people; ten soldiers cannot be a part of three people."""
    whole, part = (older, newer) if kin is Kinship.WIDER else (newer, older)
    if part.figure.low > whole.figure.high:
        if met.replaces:
            return met.judged(Relation.UPDATES, said, *_replacing(met))
        return met.judged(Relation.CONTRADICTS, said)
    return None


def _inside(met: Meeting, fit: Fit, said: Reason) -> Judgement | None:
    """A province and a town in it: the town's figure may be a part of the province's."""
    if met.one_source and met.newer.corrected:
        return met.judged(Relation.UPDATES, said, Reason("corrected"))
    return met.judged(Relation.SUPPORTS, said) if fit is Fit.FITTING else None


def _other_period(met: Meeting) -> bool:
    """Whether the totals are of different times: what came in between may be the difference."""
    older, newer = met.older.span.when, met.newer.span.when
    if met.timing is not Timing.OVERLAPPING or older is None or newer is None:
        return False
    return abs((newer.start - older.start).days) + abs((newer.end - older.end).days) >= CAMPAIGN
