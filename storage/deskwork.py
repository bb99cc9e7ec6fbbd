"""What is read for the figures of one desk."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import func, select
from sqlmodel import col

from bot.claims.events import Entry, RoundOpened, StatusChanged
from bot.claims.model import DeskId, Kind
from bot.claims.status import Status
from storage.history import entry_of_row
from storage.room import Room
from storage.tables import ClaimRow, EventRow


class Deskwork(Room):
    """Counts and status changes, without a vote."""

    def claims(self, desk: DeskId) -> dict[tuple[Kind, Status], int]:
        """How many claims that came before the desk are of which kind and stand where."""
        kind, status = col(ClaimRow.kind), col(ClaimRow.status)
        which = (col(ClaimRow.desk_id) == desk, col(ClaimRow.round) > 0)
        question = select(kind, status, func.count()).where(*which).group_by(kind, status)
        return {(row[0], row[1]): row[2] for row in self.db.execute(question)}

    def rounds_and_changes(self, desk: DeskId, since: datetime) -> list[Entry]:
        """The openings of rounds and the status changes of every claim whose status changed after `since`.

        Claim by claim, in order of sequence.
        """
        changed = select(col(EventRow.claim_id)).where(
            col(EventRow.desk_id) == desk, col(EventRow.at) > since, col(EventRow.name) == StatusChanged.NAME
        )
        told = col(EventRow.name).in_((RoundOpened.NAME, StatusChanged.NAME))
        question = select(EventRow).where(col(EventRow.claim_id).in_(changed), told)
        rows = self.db.execute(question.order_by(col(EventRow.claim_id), col(EventRow.sequence)))
        return [entry_of_row(row, row.sequence, row.at) for row in rows]
