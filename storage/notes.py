"""What people wrote: beside the history, which keeps only the number of the note."""

from __future__ import annotations

from sqlalchemy import select
from sqlmodel import col

from bot.claims.model import ClaimId, ReviewerId
from storage.room import Room
from storage.tables import NoteRow


class Notes(Room):
    """The notes on claims."""

    def add(self, claim: ClaimId, reviewer: ReviewerId, text: str) -> int:
        """Keeps a note; returns its number."""
        return self.write(NoteRow, claim_id=claim, reviewer_id=reviewer, text=text)

    def get(self, note: int) -> str | None:
        """What the note says; None once it was erased."""
        return self.db.execute(select(col(NoteRow.text)).where(col(NoteRow.id) == note)).scalar_one_or_none()
