"""What people wrote: beside the history, which holds only a commitment to it."""

from __future__ import annotations

import secrets

from sqlalchemy import select
from sqlmodel import col

from bot.claims.chain import SALT_BYTES, seal
from bot.claims.model import ClaimId, ReviewerId
from storage.columns import storable
from storage.room import Room
from storage.tables import NoteRow


class Notes(Room):
    """The notes on claims."""

    def add(self, claim: ClaimId, reviewer: ReviewerId, text: str) -> str:
        """Keeps a note; returns the commitment to it, in hex."""
        kept, salt = storable(text), secrets.token_bytes(SALT_BYTES)
        commitment = seal(salt, kept).hex()
        self.write(NoteRow, claim_id=claim, reviewer_id=reviewer, text=kept, salt=salt, commitment=commitment)
        return commitment

    def get(self, commitment: str) -> str | None:
        """What the note says; None once it was erased."""
        question = select(col(NoteRow.text)).where(col(NoteRow.commitment) == commitment)
        return self.db.execute(question).scalar_one_or_none()
