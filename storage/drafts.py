"""Parts of pasted texts: clients cut what is longer than a message, and the parts belong together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from sqlalchemy import Row, delete, func, insert, select
from sqlmodel import col

from bot.claims.model import DeskId, ReviewerId
from storage.room import Room
from storage.tables import DraftRow


@dataclass(frozen=True, slots=True)
class Draft:
    """The parts that one sender pasted in one chat, in order, for one desk; `last` is the number of the last part."""

    chat: int
    sender: int
    desk: DeskId
    reviewer: ReviewerId
    texts: tuple[str, ...]
    first_message: int
    last: int


class Drafts(Room):
    """The parts that wait."""

    def add(
        self, chat: int, sender: int, desk: DeskId, reviewer: ReviewerId, text: str, message_id: int, at: datetime
    ) -> None:
        """Keeps a part."""
        values = {
            "chat": chat, "sender": sender, "desk_id": desk, "reviewer_id": reviewer, "text": text,
            "message_id": message_id, "at": at,
        }  # fmt: skip
        self.db.execute(insert(DraftRow).values(**values))

    def ripe(self, before: datetime) -> list[Draft]:
        """The texts whose last part came at `before` or earlier, oldest first."""
        who = (col(DraftRow.chat), col(DraftRow.sender))
        still = select(*who).group_by(*who).having(func.max(col(DraftRow.at)) <= before).subquery()
        question = select(DraftRow).join(still, (who[0] == still.c.chat) & (who[1] == still.c.sender))
        rows = self.db.execute(question.order_by(*who, col(DraftRow.message_id), col(DraftRow.id))).all()
        texts = [_draft(list(parts)) for _, parts in groupby(rows, key=lambda row: (row.chat, row.sender))]
        return sorted(texts, key=lambda draft: draft.last)

    def drop(self, chat: int, sender: int, last: int | None = None) -> int:
        """Forgets the parts of a sender, up to the part `last` when more may have come meanwhile.

        Returns how many: of several who do it at once, all but one are told 0.
        """
        theirs = [col(DraftRow.chat) == chat, col(DraftRow.sender) == sender]
        if last is not None:
            theirs.append(col(DraftRow.id) <= last)
        return self.db.execute(delete(DraftRow).where(*theirs)).rowcount


def _draft(parts: list[Row[Any]]) -> Draft:
    first = parts[0]
    return Draft(
        first.chat, first.sender, DeskId(first.desk_id), ReviewerId(first.reviewer_id),
        tuple(part.text for part in parts), first.message_id, max(part.id for part in parts),
    )  # fmt: skip
