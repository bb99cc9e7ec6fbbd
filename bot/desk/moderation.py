"""Saying that an extraction is no claim, and taking that back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.claims import events as e
from bot.claims.claim import Claim
from bot.claims.errors import ClaimdeskError
from bot.claims.history import Standing
from bot.claims.model import ClaimId, ReviewerId
from bot.claims.status import OPEN
from bot.desk.ledger import open_round
from storage.records import Records


class OnlyALeadNow(ClaimdeskError):
    """{label} is decided; now only a lead can say that it is not a claim."""


@dataclass(frozen=True, slots=True)
class Objection:
    """One reviewer's press on *Not a claim*."""

    claim: ClaimId
    round: int
    reviewer: ReviewerId
    lead: bool


@dataclass(frozen=True, slots=True)
class ObjectionReceipt:
    """What a press on *Not a claim*, or its withdrawal, came to."""

    claim: Claim
    standing: Standing
    repeated: bool = False


def not_a_claim(records: Records, objection: Objection, at: datetime) -> ObjectionReceipt:
    """Records the press: two reviewers, or one lead, reject a claim that is not decided; later only a lead."""
    ledger = open_round(records, objection.claim, objection.round, at)
    if ledger.standing.status not in OPEN and not objection.lead:
        raise OnlyALeadNow(label=ledger.claim.label)
    voter = ledger.voter(objection.reviewer)
    if voter in ledger.standing.not_a_claim:
        return ObjectionReceipt(ledger.claim, ledger.standing, repeated=True)
    ledger.enter(e.NotAClaimPressed(objection.round, voter, objection.lead))
    return ObjectionReceipt(ledger.claim, ledger.standing)


def withdraw_objection(records: Records, objection: Objection, at: datetime) -> ObjectionReceipt:
    """Takes the press back while it has not rejected the claim."""
    ledger = open_round(records, objection.claim, objection.round, at)
    voter = ledger.voter(objection.reviewer)
    if voter in ledger.standing.not_a_claim:
        ledger.enter(e.NotAClaimWithdrawn(objection.round, voter))
    return ObjectionReceipt(ledger.claim, ledger.standing)
