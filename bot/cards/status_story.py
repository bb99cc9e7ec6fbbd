"""Why a status changed, in a sentence: from, to, by which rule and version, on which tally if it may be shown."""

from __future__ import annotations

from bot.cards.claim import say_status
from bot.cards.wording import say
from bot.claims.consensus import Ground
from bot.claims.events import Moved, StatusChanged, VotesMoved
from bot.claims.history import Standing
from bot.claims.status import REVEALING, Status


def status_sentence(change: StatusChanged | VotesMoved, standing: Standing, *, shown: bool = True) -> str:
    """The sentence of one change, of the status or of what the votes alone say beneath it.

    `standing` is the claim's standing with it, `shown` whether its tally may be told.
    """
    facts = {"was": say_status(change.was), "now": say_status(change.now), "version": change.version}
    key = "history.status" if isinstance(change, StatusChanged) else "history.votes_moved"
    return say(key, why=_why(change, standing, shown), **facts)


def _why(change: Moved, standing: Standing, shown: bool) -> str:
    match change.ground:
        case Ground.WINDOW_ENDED:
            answered = change.verify + change.dispute + change.unsure
            return say("history.why_window", answered=answered, needed=standing.rule.quorum)
        case Ground.NOT_A_CLAIM:
            by_lead = any(standing.not_a_claim.values())
            return say("history.why_lead_objects" if by_lead else "history.why_two_object")
        case Ground.OVERRULED:
            by_two = standing.overruled and standing.overruled.proposed_by
            return say("history.why_overruled_by_two" if by_two else "history.why_overruled")
        case Ground.RETRACTED:
            return say("history.why_retracted")
        case Ground.UPDATED | Ground.JOINED if standing.superseded_by:
            return say(f"history.why_{change.ground.value}", other=standing.superseded_by.label)
    if change.now not in REVEALING and change.was is Status.SUPERSEDED:
        return say("history.why_stands_again")
    if change.now not in REVEALING:
        left = change.verify + change.dispute + change.unsure  # a round begins without answers
        return say("history.why_too_few", quorum=standing.rule.quorum) if left else say("history.why_new_round")
    return _on_a_tally(change, standing) if shown else say("history.why_blind_again")


def _on_a_tally(change: Moved, standing: Standing) -> str:
    rule, lost = standing.rule, standing.lost
    facts = {"quorum": max(rule.quorum, rule.margin + lost), "margin": rule.margin + lost}
    counted = say("count.clear_tally", verify=change.verify, dispute=change.dispute)
    match change.ground:
        case Ground.QUORUM:
            return say("history.why_quorum", tally=counted, **facts)
        case Ground.NO_MARGIN:
            return say("history.why_no_margin", tally=counted, **facts)
        case Ground.ONE_SIDED:
            return say("history.why_one_sided", tally=counted)
        case Ground.LEAD_LOST:
            return say("history.why_lead_lost", tally=counted)
    return counted
