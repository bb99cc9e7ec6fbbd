"""Reviewers by codename; who they are on Telegram stands in a table of its own."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Row, insert, select, update
from sqlmodel import col

from bot.claims.claim import Claim
from bot.claims.desk import Desk, Reviewer
from bot.claims.errors import ClaimdeskError
from bot.claims.model import Codename, DeskId, ReviewerId, Voter
from bot.claims.pseudonyms import new_secret, voter
from storage.codenames import a_codename
from storage.desks import Desks, desk_of_row
from storage.room import Room
from storage.tables import ChoiceRow, DeskRow, PersonRow, ReviewerRow


class ReviewerForgotten(ClaimdeskError):
    """This reviewer was forgotten and cannot act any more."""


class Reviewers(Room):
    """The people of the desks."""

    def of(self, desk: DeskId, telegram_id: int, at: datetime) -> Reviewer:
        """This person as a reviewer of the desk; a newcomer gets a codename that nobody there has."""
        if known := self.find(desk, telegram_id):
            return known
        Desks(self.db).get(desk, lock=True)
        return self.find(desk, telegram_id) or self._newcomer(desk, telegram_id, at)

    def voter(self, reviewer: ReviewerId, claim: Claim) -> Voter:
        """The name under which this reviewer answers on this claim, and on no other. Raises ReviewerForgotten."""
        question = select(col(PersonRow.secret)).where(col(PersonRow.reviewer_id) == reviewer)
        # Shared: whoever forgets the reviewer waits until this answer is written, and erases it too.
        secret = self.db.execute(question.with_for_update(read=True)).scalar_one_or_none()
        if secret is None:
            raise ReviewerForgotten
        return voter(secret, claim.desk, claim.number)

    def secret_of(self, reviewer: ReviewerId) -> bytes | None:
        """What the reviewer's pseudonyms are made with, for questions that change nothing; None once forgotten."""
        question = select(col(PersonRow.secret)).where(col(PersonRow.reviewer_id) == reviewer)
        return self.db.execute(question).scalar_one_or_none()

    def _newcomer(self, desk: DeskId, telegram_id: int, at: datetime) -> Reviewer:
        codenames = select(col(ReviewerRow.codename)).where(col(ReviewerRow.desk_id) == desk)
        codename = a_codename(set(self.db.execute(codenames).scalars()))
        values = {"desk_id": desk, "codename": codename, "listed": False, "since": at}
        reviewer = ReviewerId(self.write(ReviewerRow, **values))
        person = {"telegram_id": telegram_id, "desk_id": desk, "reviewer_id": reviewer, "secret": new_secret()}
        self.db.execute(insert(PersonRow).values(**person))
        return Reviewer(reviewer, desk, Codename(codename))

    def find(self, desk: DeskId, telegram_id: int) -> Reviewer | None:
        """This person at the desk, if they were there before."""
        question = select(ReviewerRow).join(PersonRow, col(PersonRow.reviewer_id) == col(ReviewerRow.id))
        here = question.where(col(PersonRow.desk_id) == desk, col(PersonRow.telegram_id) == telegram_id)
        row = self.db.execute(here).one_or_none()
        return _reviewer(row) if row else None

    def get(self, reviewer: ReviewerId) -> Reviewer | None:
        """The reviewer of this number."""
        row = self.db.execute(select(ReviewerRow).where(col(ReviewerRow.id) == reviewer)).one_or_none()
        return _reviewer(row) if row else None

    def called(self, desk: DeskId, codename: str) -> Reviewer | None:
        """The reviewer of this codename, forgotten ones too."""
        here = (col(ReviewerRow.desk_id) == desk, col(ReviewerRow.codename) == codename)
        row = self.db.execute(select(ReviewerRow).where(*here)).one_or_none()
        return _reviewer(row) if row else None

    def listed(self, desk: DeskId) -> list[Reviewer]:
        """Who may vote when the desk's chat is public, by codename."""
        question = select(ReviewerRow).where(col(ReviewerRow.desk_id) == desk, col(ReviewerRow.listed))
        return [_reviewer(row) for row in self.db.execute(question.order_by(col(ReviewerRow.codename)))]

    def set_listed(self, reviewer: ReviewerId, listed: bool) -> None:
        """Lets a reviewer vote in a public chat, or no longer."""
        self.db.execute(update(ReviewerRow).where(col(ReviewerRow.id) == reviewer).values(listed=listed))

    def set_frozen(self, reviewer: ReviewerId, frozen: bool) -> None:
        """Suspends a reviewer, or no longer; what that means for their answers is entered in the histories later."""
        self.db.execute(update(ReviewerRow).where(col(ReviewerRow.id) == reviewer).values(frozen=frozen))

    def set_perspective(self, reviewer: ReviewerId, perspective: str | None) -> None:
        """From which perspective this reviewer answers from now on; None for none."""
        self.db.execute(update(ReviewerRow).where(col(ReviewerRow.id) == reviewer).values(perspective=perspective))

    def all_of(self, desk: DeskId) -> list[Reviewer]:
        """Everybody at the desk who was not forgotten, by codename; also those who left."""
        known = select(col(PersonRow.reviewer_id)).where(col(PersonRow.desk_id) == desk)
        question = select(ReviewerRow).where(col(ReviewerRow.desk_id) == desk, col(ReviewerRow.id).in_(known))
        return [_reviewer(row) for row in self.db.execute(question.order_by(col(ReviewerRow.codename)))]

    def telegram_id_of(self, reviewer: ReviewerId) -> int | None:
        """Who this is on Telegram; None once that was erased."""
        question = select(col(PersonRow.telegram_id)).where(col(PersonRow.reviewer_id) == reviewer)
        return self.db.execute(question).scalar_one_or_none()

    def desks_of(self, telegram_id: int) -> list[Desk]:
        """The open desks where this person is known, oldest first."""
        question = select(DeskRow).join(PersonRow, col(PersonRow.desk_id) == col(DeskRow.id))
        theirs = question.where(col(PersonRow.telegram_id) == telegram_id, col(DeskRow.open))
        return [desk_of_row(row) for row in self.db.execute(theirs.order_by(col(DeskRow.id)))]

    def choose_desk(self, telegram_id: int, desk: DeskId) -> None:
        """From now on this person works for this desk in private."""
        choice = self.insert(ChoiceRow, telegram_id=telegram_id, desk_id=desk)
        self.db.execute(choice.on_conflict_do_update(index_elements=["telegram_id"], set_={"desk_id": desk}))

    def chosen_desk(self, telegram_id: int) -> DeskId | None:
        """The desk that this person last chose."""
        question = select(col(ChoiceRow.desk_id)).where(col(ChoiceRow.telegram_id) == telegram_id)
        desk = self.db.execute(question).scalar_one_or_none()
        return None if desk is None else DeskId(desk)


def _reviewer(row: Row[Any]) -> Reviewer:
    return Reviewer(
        ReviewerId(row.id), DeskId(row.desk_id), Codename(row.codename), row.listed, row.frozen, row.perspective
    )
