"""Control: who holds a place, and whether two claims of it can both be true."""

from __future__ import annotations

from bot.claims.model import ControlAction
from bot.claims.relations import Judgement, Reason, Relation
from bot.matching.lexicon.control import FOLLOWS, OUTCOMES, STAGE
from bot.matching.meeting import Meeting
from bot.matching.parties import Facing, facing
from bot.matching.places import Nearness
from bot.matching.reading import Held
from bot.matching.words import folded

_COLUMN = {Facing.SAME: 0, Facing.OPPOSED: 1, Facing.UNKNOWN: 2}


def judge_control(met: Meeting) -> Judgement | None:
    """How two claims about who holds a place relate."""
    older, newer = met.older.held, met.newer.held
    if older is None or newer is None or met.nearness is Nearness.UNKNOWN or _other_names(met):
        return None
    between = _between(older, newer)
    outcome = OUTCOMES[_stage(older), _stage(newer)][_COLUMN[between]]
    if between is Facing.UNKNOWN and _each_claims_it(met, older, newer):
        outcome = "contradicts"
    if _other_sites(older, newer) and not (outcome == "supports" and not (older.site and newer.site)):
        return None
    said = Reason(_code(outcome), older.action, newer.action)
    if met.older.denied or met.newer.denied:
        return _denied(met, outcome, said)
    if met.nearness is Nearness.INSIDE and outcome == "contradicts":
        return None
    if _is_progress(met, older, newer, outcome):
        return met.judged(Relation.UPDATES, said, Reason("later"))
    if outcome == "-":
        return None
    return met.same(said, certain=between is Facing.SAME) if outcome == "same" else met.judged(Relation(outcome), said)


def _between(older: Held, newer: Held) -> Facing:
    """How the two holders stand to each other; a name that no lexicon knows is another side than a known one."""
    known = facing(older.side, newer.side)
    if known is not Facing.UNKNOWN or not older.names or not newer.names:
        return known
    return Facing.SAME if older.names & newer.names else Facing.OPPOSED


def _each_claims_it(met: Meeting, older: Held, newer: Held) -> bool:
    """Whether a speaker whose side nobody knows has taken what another speaker says is held."""
    unknown = (older.own and older.side is None) or (newer.own and newer.side is None)
    return unknown and not met.one_source and {_stage(older), _stage(newer)} == {"gain", "holds"}


def _other_sites(older: Held, newer: Held) -> bool:
    """Whether it is another site of the town, or the town itself against a site in it."""
    if ControlAction.REPELLED in (older.action, newer.action):
        return False  # what was repelled is an attack, not a place
    return older.site != newer.site and not older.site & newer.site


def _other_names(met: Meeting) -> bool:
    """Whether two places are named as taken or held, neither of them in the other's sentence."""
    older, newer = met.older.object_named, met.newer.object_named
    if not older or not newer or older == newer:
        return False
    return older not in folded(met.newer.around) and newer not in folded(met.older.around)


def _stage(held: Held) -> str:
    return STAGE.get(held.action, held.action.value)


def _code(outcome: str) -> str:
    return {"same": "control_same", "supports": "control_fits", "contradicts": "control_opposite"}.get(
        outcome, "control_changed"
    )


def _is_progress(met: Meeting, older: Held, newer: Held, outcome: str) -> bool:
    """Whether the same side tells a later stage of the same fight."""
    if not met.one_side or outcome == "same" or not (met.later or met.newer.later_news or met.newer.corrected):
        return False
    return outcome in ("contradicts", "-") or _stage(older) in FOLLOWS.get(_stage(newer), frozenset())


def _denied(met: Meeting, outcome: str, said: Reason) -> Judgement | None:
    if met.older.denied and met.newer.denied:
        return met.same(Reason("both_deny")) if outcome == "same" else None
    if _is_their_own_town(met):
        return met.judged(Relation.SUPPORTS, Reason("denial_fits"))
    code = Reason("denial_older" if met.older.denied else "denial_newer")
    one_deed = met.older.held and met.newer.held and met.older.held.action is met.newer.held.action
    if one_deed or outcome in ("same", "supports"):
        relation = Relation.UPDATES if met.one_source and met.replaces else Relation.CONTRADICTS
        return met.judged(relation, code, said)
    return met.judged(Relation.SUPPORTS, Reason("denial_fits")) if outcome == "contradicts" else None


def _is_their_own_town(met: Meeting) -> bool:
    """“Denied that the town had fallen”, and “the town is ours”, by one side: both say that it holds the town."""
    denied, told = (met.older, met.newer) if met.older.denied else (met.newer, met.older)
    if denied.held is None or told.held is None:
        return False
    lost = _stage(denied.held) == "gain" and denied.held.side is None and not denied.held.own
    theirs = told.held.own or facing(told.held.side, denied.side) is Facing.SAME
    return lost and _stage(told.held) == "holds" and theirs
