"""How much there is of everything: numbers for those who watch over the bot, without a person or an id."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlmodel import col

from bot.claims.status import Status
from storage.room import Room
from storage.shape import Shape
from storage.tables import BallotRow, ClaimRow, DeskRow, DigestRow, InboxItem, PostingRow
from storage.wanted import FINISHED


@dataclass(frozen=True, slots=True)
class UpdateFigures:
    """Updates since the beginning: how many came, how many of them wait, and how many could not be handled."""

    stored: int
    waiting: int
    set_aside: int


class Figures(Room):
    """Counts over all desks."""

    def updates(self) -> UpdateFigures:
        """How many updates came, wait, and were set aside."""
        aside = func.count().filter(col(InboxItem.set_aside))
        row = self.db.execute(select(func.count(), func.count(col(InboxItem.handled)), aside)).one()
        return UpdateFigures(stored=row[0], waiting=row[0] - row[1], set_aside=row[2])

    def claims_by_status(self) -> dict[Status, int]:
        """How many claims stand where; statuses without a claim are 0."""
        question = select(col(ClaimRow.status), func.count()).group_by(col(ClaimRow.status))
        found = {status: number for status, number in self.db.execute(question)}  # noqa: C416  rows, and not pairs
        return {status: found.get(status, 0) for status in Status}

    def votes(self) -> int:
        """How many votes stand: the last word of each reviewer in each round."""
        return self._count(BallotRow)

    def digests(self) -> int:
        """How many digests were made."""
        return self._count(DigestRow)

    def open_desks(self) -> int:
        """How many desks are at work."""
        return self.db.execute(select(func.count()).select_from(DeskRow).where(col(DeskRow.open))).scalar_one()

    def differing(self) -> int:
        """How many postings do not show what they should, those put off included and those of closed desks not."""
        newer = col(PostingRow.wanted_version) > col(PostingRow.shown_version)
        closed = select(col(DeskRow.chat)).where(~col(DeskRow.open))
        which = (newer, col(PostingRow.state).not_in(FINISHED), col(PostingRow.chat).not_in(closed))
        return self.db.execute(select(func.count()).select_from(PostingRow).where(*which)).scalar_one()

    def _count(self, table: type[Shape]) -> int:
        return self.db.execute(select(func.count()).select_from(table)).scalar_one()
