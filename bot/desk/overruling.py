"""A lead sets the status of a claim; one who has answered on it needs a second lead."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.claims import events as e
from bot.claims.claim import Claim
from bot.claims.desk import Reviewer
from bot.claims.errors import ClaimdeskError
from bot.claims.history import Overruling, Standing
from bot.claims.model import ClaimId
from bot.claims.status import CLOSED, DECISIONS, Status
from bot.desk.ledger import GaveWay, Ledger, open_ledger, open_round
from storage.records import Records

MAY_BE_SET = DECISIONS | {Status.CONTESTED, Status.UNDETERMINED}


class NotBeforeTheDesk(ClaimdeskError):
    """{label} is not before the desk yet: nobody could answer so far. Open it with /claim {label} first."""


class NothingToOverrule(ClaimdeskError):
    """{label} is {status}, and that outweighs an overruling. First open a new round: /reopen {label} and a reason."""


class OverruledAlready(ClaimdeskError):
    """{label} is overruled already: {status}, by {by}. That stands until a new round: /reopen {label} and a reason."""


class ProposedAlready(ClaimdeskError):
    """You have proposed that already. Since you answered on {label} yourself, another lead has to agree."""


class NothingProposed(ClaimdeskError):
    """Nobody proposes that any more: {label} has moved on."""


@dataclass(frozen=True, slots=True)
class OverrulingReceipt:
    """What the desk is told: the claim, and where it stands now: overruled, or with a proposal."""

    claim: Claim
    standing: Standing

    @property
    def by_one(self) -> Overruling:
        """What was just set, or proposed."""
        found = self.standing.proposed or self.standing.overruled
        assert found is not None
        return found


def overrule(
    records: Records, claim: ClaimId, lead: Reviewer, status: Status, words: str, at: datetime
) -> OverrulingReceipt:
    """Sets the status; for a lead who has answered in this round, proposes it, or agrees to what another proposed.

    Raises NotBeforeTheDesk, GaveWay, NothingToOverrule, OverruledAlready or ProposedAlready.
    """
    ledger = open_ledger(records, claim, at)
    _check(ledger)
    proposed = _proposed_by_another(ledger, lead, status)
    if proposed is None and _has_answered(ledger, lead):
        return _propose(ledger, lead, status, words)
    reason = records.notes.add(claim, lead.id, words)
    return _set(ledger, lead, status, reason, proposed)


def agree(
    records: Records, claim: ClaimId, round: int, lead: Reviewer, status: Status, at: datetime
) -> OverrulingReceipt:
    """The second lead agrees to what the first proposed, for the same reason.

    Raises NothingProposed or ProposedAlready, and as `overrule` does.
    """
    ledger = open_round(records, claim, round, at)
    _check(ledger)
    proposed = ledger.standing.proposed
    if proposed is None or proposed.status is not status:
        raise NothingProposed(label=ledger.claim.label)
    if proposed.by == lead.codename:
        raise ProposedAlready(label=ledger.claim.label)
    return _set(ledger, lead, status, proposed.reason, proposed)


def _check(ledger: Ledger) -> None:
    standing, label = ledger.standing, ledger.claim.label
    if standing.round == 0:
        raise NotBeforeTheDesk(label=label)
    if link := standing.superseded_by:
        raise GaveWay(label=label, other=link.label)
    if standing.status in CLOSED:
        raise NothingToOverrule(label=label, status=standing.status)
    if standing.overruled:
        raise OverruledAlready(label=label, status=standing.overruled.status, by=standing.overruled.by)


def _has_answered(ledger: Ledger, lead: Reviewer) -> bool:
    """Also when the answer was withdrawn: to take it back makes nobody impartial."""
    return ledger.voter(lead.id) in ledger.standing.perspectives


def _proposed_by_another(ledger: Ledger, lead: Reviewer, status: Status) -> Overruling | None:
    proposed = ledger.standing.proposed
    if proposed is None or proposed.status is not status or proposed.by == lead.codename:
        return None
    return proposed


def _propose(ledger: Ledger, lead: Reviewer, status: Status, words: str) -> OverrulingReceipt:
    before = ledger.standing.proposed
    if before and (before.by, before.status) == (lead.codename, status):
        raise ProposedAlready(label=ledger.claim.label)
    reason = ledger.records.notes.add(ledger.claim.id, lead.id, words)
    ledger.enter(e.OverruleProposed(ledger.standing.round, lead.codename, status, reason))
    return OverrulingReceipt(ledger.claim, ledger.standing)


def _set(ledger: Ledger, lead: Reviewer, status: Status, reason: str, proposed: Overruling | None) -> OverrulingReceipt:
    first = proposed.by if proposed else None
    ledger.enter(e.Overruled(ledger.standing.round, lead.codename, status, reason, first))
    return OverrulingReceipt(ledger.claim, ledger.standing)
