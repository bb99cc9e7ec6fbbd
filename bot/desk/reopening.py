"""What else a lead may do with a claim: open a new round of it, or record that its source took it back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.claims import events as e
from bot.claims.claim import Claim
from bot.claims.consensus import Rule
from bot.claims.desk import Reviewer
from bot.claims.errors import ClaimdeskError
from bot.claims.history import Standing
from bot.claims.model import ClaimId
from bot.claims.status import Status
from bot.desk.ledger import GaveWay, Ledger, open_ledger
from bot.desk.overruling import NotBeforeTheDesk
from bot.desk.rounds import open_new_round
from storage.records import Records


class OpenAlready(ClaimdeskError):
    """{label} is open already, under the same rule, and nobody has answered yet: there is nothing to begin anew."""


class RetractedAlready(ClaimdeskError):
    """{label} is {status} already."""


@dataclass(frozen=True, slots=True)
class Led:
    """What the desk is told: the claim, where it stood and where it stands now, and which lead did it."""

    claim: Claim
    before: Standing
    standing: Standing
    lead: Reviewer


def reopen(records: Records, claim: ClaimId, lead: Reviewer, words: str, at: datetime) -> Led:
    """Opens a new round under the desk's present rule; it also undoes what was rejected, retracted or overruled.

    Raises NotBeforeTheDesk, GaveWay or OpenAlready.
    """
    ledger = open_ledger(records, claim, at)
    before, rule = ledger.standing, records.desks.get(ledger.claim.desk).rule
    if before.round == 0:
        raise NotBeforeTheDesk(label=ledger.claim.label)
    if link := before.superseded_by:
        raise GaveWay(label=ledger.claim.label, other=link.label)
    if _is_untouched(before, rule):
        raise OpenAlready(label=ledger.claim.label)
    reason = records.notes.add(claim, lead.id, words)
    open_new_round(ledger, rule, e.Cause.REOPENED, lead.codename, reason)
    return Led(ledger.claim, before, ledger.standing, lead)


def retract(records: Records, claim: ClaimId, lead: Reviewer, words: str, at: datetime) -> Led:
    """Records that the source took the claim back. Raises NotBeforeTheDesk or RetractedAlready."""
    ledger = open_ledger(records, claim, at)
    before = ledger.standing
    _check_retraction(ledger)
    reason = records.notes.add(claim, lead.id, words)
    ledger.enter(e.Retracted(before.round, lead.codename, reason))
    return Led(ledger.claim, before, ledger.standing, lead)


def _check_retraction(ledger: Ledger) -> None:
    standing = ledger.standing
    if standing.round == 0:
        raise NotBeforeTheDesk(label=ledger.claim.label)
    if standing.rejected or standing.retracted:
        raise RetractedAlready(label=ledger.claim.label, status=standing.status)


def _is_untouched(standing: Standing, rule: Rule) -> bool:
    """Pending, not answered, and a new round would be the same."""
    touched = standing.perspectives or standing.not_a_claim or standing.proposed
    return standing.status is Status.PENDING and not touched and standing.rule == rule
