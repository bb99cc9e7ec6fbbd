"""The one place where something happens to a claim: event, status and projection in one transaction."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.claims.claim import Claim
from bot.claims.errors import ClaimdeskError
from bot.claims.events import Event
from bot.claims.history import Standing, after, fold, status_change
from bot.claims.model import ClaimId, ClaimNumber, DeskId, ReviewerId, Voter
from bot.claims.status import CLOSED, Status
from storage.records import Records

TOLD_BESIDE = CLOSED | {Status.DISPUTED}  # what the cards of related claims tell of a claim


class NoSuchClaim(ClaimdeskError):
    """There is no claim C-{number} on this desk."""


class RoundIsOver(ClaimdeskError):
    """This card has moved on: {label} is in a new round. Open it anew with /claim {label}."""


class ClaimIsClosed(ClaimdeskError):
    """{label} is {status}; votes on it no longer count."""


class GaveWay(ClaimdeskError):
    """{label} gave way to {other}. If that is wrong: /unlink {label} {other}, and it stands as it did."""


@dataclass(slots=True)
class Ledger:
    """A claim whose row is locked, with its standing so far."""

    records: Records
    claim: Claim
    standing: Standing
    at: datetime

    def enter(self, event: Event) -> Standing:
        """Writes the event, and the status change that follows from it, if one does."""
        before = self.standing
        self._append(event)
        if change := status_change(before, self.standing):
            self._append(change)
            self.records.postings.hurry(self.claim.id)
            if before.status is not self.standing.status and TOLD_BESIDE & {before.status, self.standing.status}:
                self.records.postings.relatives_changed(self.claim.id)
        self.records.claims.project(self.claim.id, self.standing)
        return self.standing

    def voter(self, reviewer: ReviewerId) -> Voter:
        """The name under which this reviewer answers on this claim."""
        return self.records.reviewers.voter(reviewer, self.claim)

    def _append(self, event: Event) -> None:
        entry = self.records.history.append(self.claim.id, self.standing.sequence + 1, event, self.at)
        self.standing = after(self.standing, entry)


def open_ledger(records: Records, claim: ClaimId, at: datetime) -> Ledger:
    """Locks the claim and reads where it stands. Raises NoSuchClaim.

    What is entered happens at `at`, and never before what happened last: who waited for the lock looked at the clock
    before, and replicas have clocks of their own. So whoever asks for a moment gets the beginning of the history.
    """
    kept = records.claims.get(claim, lock=True)
    if kept is None:
        raise NoSuchClaim(number=claim)
    entries = records.history.of(claim)
    return Ledger(records, kept, fold(entries), max(at, entries[-1].at) if entries else at)


def open_round(records: Records, claim: ClaimId, round: int, at: datetime) -> Ledger:
    """The ledger of a claim that can still be answered, in the round that the card showed.

    Raises NoSuchClaim, ClaimIsClosed or RoundIsOver.
    """
    ledger = open_ledger(records, claim, at)
    if ledger.standing.status in CLOSED:
        raise ClaimIsClosed(label=ledger.claim.label, status=ledger.standing.status)
    if ledger.standing.round != round:
        raise RoundIsOver(label=ledger.claim.label)
    return ledger


def numbered(records: Records, desk: DeskId, number: ClaimNumber) -> Claim:
    """The desk's claim of this number. Raises NoSuchClaim."""
    claim = records.claims.by_number(desk, number)
    if claim is None:
        raise NoSuchClaim(number=number)
    return claim
