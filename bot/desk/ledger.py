"""The one place where something happens to a claim: event, status and projection in one transaction."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.claims.claim import Claim
from bot.claims.errors import ClaimdeskError
from bot.claims.events import Event
from bot.claims.history import Standing, after, fold, status_change
from bot.claims.model import ClaimId, ClaimNumber, DeskId
from storage.records import Records


class NoSuchClaim(ClaimdeskError):
    """There is no claim C-{number} on this desk."""


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
        self.records.claims.project(self.claim.id, self.standing)
        return self.standing

    def _append(self, event: Event) -> None:
        entry = self.records.history.append(self.claim.id, self.standing.sequence + 1, event, self.at)
        self.standing = after(self.standing, entry)


def open_ledger(records: Records, claim: ClaimId, at: datetime) -> Ledger:
    """Locks the claim and reads where it stands. Raises NoSuchClaim."""
    kept = records.claims.get(claim, lock=True)
    if kept is None:
        raise NoSuchClaim(number=claim)
    return Ledger(records, kept, fold(records.history.of(claim)), at)


def numbered(records: Records, desk: DeskId, number: ClaimNumber) -> Claim:
    """The desk's claim of this number. Raises NoSuchClaim."""
    claim = records.claims.by_number(desk, number)
    if claim is None:
        raise NoSuchClaim(number=number)
    return claim
