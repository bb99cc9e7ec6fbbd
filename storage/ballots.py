"""The last words of a round. The history is the record; this is what queues ask."""

from __future__ import annotations

from sqlalchemy import delete, select
from sqlmodel import col

from bot.claims.consensus import Stance
from bot.claims.model import ClaimId, ReviewerId
from storage.room import Room
from storage.tables import BallotRow


class Ballots(Room):
    """One row a claim, round and reviewer."""

    def put(self, claim: ClaimId, round: int, reviewer: ReviewerId, stance: Stance) -> None:
        """The reviewer's word in this round is now this one."""
        ballot = self.insert(BallotRow, claim_id=claim, round=round, reviewer_id=reviewer, stance=stance)
        key = ["claim_id", "round", "reviewer_id"]
        self.db.execute(ballot.on_conflict_do_update(index_elements=key, set_={"stance": stance}))

    def drop(self, claim: ClaimId, round: int, reviewer: ReviewerId) -> None:
        """The reviewer has no word in this round any more."""
        theirs = (col(BallotRow.claim_id) == claim, col(BallotRow.round) == round)
        self.db.execute(delete(BallotRow).where(*theirs, col(BallotRow.reviewer_id) == reviewer))

    def of(self, claim: ClaimId, round: int) -> dict[ReviewerId, Stance]:
        """Who says what in this round."""
        question = select(BallotRow).where(col(BallotRow.claim_id) == claim, col(BallotRow.round) == round)
        return {ReviewerId(row.reviewer_id): row.stance for row in self.db.execute(question)}
