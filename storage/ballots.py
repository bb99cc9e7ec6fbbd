"""The last words of a round. The history is the record; this is what queues ask."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ColumnElement, Select, delete, func, select, union_all, update
from sqlmodel import col

from bot.claims.consensus import Stance
from bot.claims.events import VoteCast
from bot.claims.model import ClaimId, DeskId, ReviewerId
from bot.claims.status import UNTIL_REOPENED
from storage.room import Room
from storage.tables import BallotRow, ClaimRow, EventRow, ReviewerRow


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

    def count(self, claim: ClaimId, round: int, reviewer: ReviewerId, counted: bool) -> None:
        """The history now says that this answer counts, or that it does not."""
        theirs = (col(BallotRow.claim_id) == claim, col(BallotRow.round) == round)
        row = update(BallotRow).where(*theirs, col(BallotRow.reviewer_id) == reviewer)
        self.db.execute(row.values(counted=counted))

    def amiss(self, limit: int, reviewer: ReviewerId | None = None) -> list[tuple[ClaimId, ReviewerId]]:
        """Answers in present rounds that count though their reviewer is frozen, or do not though they are not.

        Of everybody, or of one reviewer. Both kinds are asked for apart, so that neither looks at every ballot.
        """
        by, counted = col(BallotRow.reviewer_id), col(BallotRow.counted)
        frozen = select(col(ReviewerRow.id)).where(col(ReviewerRow.frozen))
        theirs = [by == reviewer] if reviewer else []
        to_set_aside = _in_play(by.in_(frozen), counted.is_(True), *theirs)
        to_count_again = _in_play(by.not_in(frozen), ~counted, *theirs)
        both = union_all(to_set_aside, to_count_again).subquery()
        question = select(both.c.claim_id, both.c.reviewer_id).order_by(both.c.claim_id, both.c.reviewer_id)
        return [(ClaimId(claim), ReviewerId(reviewer)) for claim, reviewer in self.db.execute(question.limit(limit))]

    def cast_since(self, desk: DeskId, since: datetime) -> int:
        """How many first answers the desk's claims got after `since`."""
        return self.db.execute(select(func.count()).where(*_cast(desk, since))).scalar_one()

    def newcomers_among(self, desk: DeskId, since: datetime, joined: datetime) -> int:
        """How many who joined after `joined` have an answer on a claim that got one after `since`."""
        claims = select(col(EventRow.claim_id)).where(*_cast(desk, since))
        question = (
            select(func.count(col(ReviewerRow.id).distinct()))
            .join(BallotRow, col(BallotRow.reviewer_id) == col(ReviewerRow.id))
            .where(col(BallotRow.claim_id).in_(claims), col(ReviewerRow.since) > joined)
        )
        return self.db.execute(question).scalar_one()


def _in_play(*which: ColumnElement[bool]) -> Select[int, int]:
    """Answers in the present rounds of claims that can be answered, or could be again without a new round."""
    return (
        select(col(BallotRow.claim_id), col(BallotRow.reviewer_id))
        .join(ClaimRow, col(ClaimRow.id) == col(BallotRow.claim_id))
        .where(*which, col(ClaimRow.round) == col(BallotRow.round), col(ClaimRow.status).not_in(UNTIL_REOPENED))
    )


def _cast(desk: DeskId, since: datetime) -> tuple[ColumnElement[bool], ...]:
    return (col(EventRow.desk_id) == desk, col(EventRow.at) > since, col(EventRow.name) == VoteCast.NAME)
