"""Votes: cast, change, withdraw, and say why one disputes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.claims import events as e
from bot.claims.claim import Claim
from bot.claims.consensus import Stance
from bot.claims.errors import ClaimdeskError
from bot.claims.history import Standing
from bot.claims.model import ClaimId, ReviewerId, Voter
from bot.claims.reasons import Reason
from bot.desk.ledger import open_round
from storage.records import Records


class NothingToWithdraw(ClaimdeskError):
    """You have no answer on {label} to withdraw."""


class ReasonNeedsDispute(ClaimdeskError):
    """A reason belongs to a dispute, and you do not dispute {label} now."""


@dataclass(frozen=True, slots=True)
class Ballot:
    """One press by one reviewer: the claim, the round that the card showed, and the stance."""

    claim: ClaimId
    round: int
    reviewer: ReviewerId
    stance: Stance


class Outcome(StrEnum):
    """What a press came to."""

    CAST = "cast"
    CHANGED = "changed"
    REPEATED = "repeated"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class VoteReceipt:
    """What was recorded, for the presser alone."""

    claim: Claim
    outcome: Outcome
    stance: Stance
    standing: Standing
    was: Stance | None = None


def cast_vote(records: Records, ballot: Ballot, at: datetime) -> VoteReceipt:
    """Records a stance. The same stance again changes nothing; another one replaces it."""
    ledger = open_round(records, ballot.claim, ballot.round, at)
    voter = ledger.voter(ballot.reviewer)
    was = ledger.standing.votes.get(voter)
    if was is ballot.stance:
        return VoteReceipt(ledger.claim, Outcome.REPEATED, ballot.stance, ledger.standing, was)
    records.ballots.put(ballot.claim, ballot.round, ballot.reviewer, ballot.stance)
    ledger.enter(_vote(ballot, voter, was, _perspective(records, ballot.reviewer)))
    outcome = Outcome.CHANGED if was else Outcome.CAST
    return VoteReceipt(ledger.claim, outcome, ballot.stance, ledger.standing, was)


def withdraw_vote(records: Records, claim: ClaimId, round: int, reviewer: ReviewerId, at: datetime) -> VoteReceipt:
    """Takes a reviewer's answer back. Raises NothingToWithdraw."""
    ledger = open_round(records, claim, round, at)
    voter = ledger.voter(reviewer)
    was = ledger.standing.votes.get(voter)
    if was is None:
        raise NothingToWithdraw(label=ledger.claim.label)
    records.ballots.drop(claim, round, reviewer)
    ledger.enter(e.VoteWithdrawn(round, voter, was))
    return VoteReceipt(ledger.claim, Outcome.WITHDRAWN, was, ledger.standing, was)


def give_reason(
    records: Records, ballot: Ballot, reason: Reason, at: datetime, words: str | None = None
) -> VoteReceipt:
    """Adds why the reviewer disputes; free words stand in a note beside the history."""
    ledger = open_round(records, ballot.claim, ballot.round, at)
    voter = ledger.voter(ballot.reviewer)
    if ledger.standing.votes.get(voter) is not Stance.DISPUTE:
        raise ReasonNeedsDispute(label=ledger.claim.label)
    note = records.notes.add(ballot.claim, ballot.reviewer, words) if words else None
    ledger.enter(e.ReasonGiven(ballot.round, voter, reason.value, note))
    return VoteReceipt(ledger.claim, Outcome.CAST, Stance.DISPUTE, ledger.standing)


def _vote(ballot: Ballot, voter: Voter, was: Stance | None, perspective: str | None) -> e.Event:
    if was is None:
        return e.VoteCast(ballot.round, voter, ballot.stance, perspective)
    return e.VoteChanged(ballot.round, voter, ballot.stance, was, perspective)


def _perspective(records: Records, reviewer: ReviewerId) -> str | None:
    person = records.reviewers.get(reviewer)
    return person.perspective if person else None
