"""Forgetting a person: what says who they are goes, what they did stays under names that lead to nobody.

A reviewer's row with its codename stays, so that nobody else is ever called so. So do their events: the secret behind
their pseudonyms is gone, and of their notes only the commitments are left.
"""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, String, and_, cast, delete, func, literal, or_, select, update
from sqlmodel import col

from bot.claims.model import DeskId, ReviewerId
from storage.room import Room
from storage.scrubbing import wants_scrubbing
from storage.states import IntakeState, PostingState
from storage.tables import (
    BallotRow,
    CallRow,
    ChoiceRow,
    DeskRow,
    DocumentRow,
    DraftRow,
    InboxItem,
    NoteRow,
    PersonRow,
    PostingRow,
    ReviewerRow,
    SettingRow,
)

TAKEN_BACK_WITHIN = timedelta(hours=48)  # later, Telegram lets no bot delete a message
GIVEN_UP_AFTER = timedelta(hours=1)  # a message that cannot be deleted must not keep us knowing whose it was
TAKE_DOWN = "takedown:"
PENDING = "erasing"
FINAL = (IntakeState.READ, IntakeState.REPEATED, IntakeState.FAILED)
OVER = (PostingState.GONE, PostingState.STOPPED)


class Erasure(Room):
    """What is done so that a person is not known any more."""

    def everywhere(self, telegram_id: int) -> list[tuple[DeskId, ReviewerId]]:
        """The desks that know this person, and as whom."""
        question = select(col(PersonRow.desk_id), col(PersonRow.reviewer_id))
        theirs = question.where(col(PersonRow.telegram_id) == telegram_id).order_by(col(PersonRow.desk_id))
        return [(DeskId(desk), ReviewerId(reviewer)) for desk, reviewer in self.db.execute(theirs)]

    def reviewer(self, reviewer: ReviewerId, at: datetime) -> int | None:
        """Erases who this reviewer is, and what leads from them to their answers; returns who it was on Telegram.

        None when they were forgotten before. Who is voting at this moment is waited for.
        """
        question = select(col(PersonRow.telegram_id)).where(col(PersonRow.reviewer_id) == reviewer)
        telegram_id = self.db.execute(question.with_for_update()).scalar_one_or_none()
        if telegram_id is None:
            return None
        self.db.execute(delete(PersonRow).where(col(PersonRow.reviewer_id) == reviewer))
        for table in (BallotRow, NoteRow, DraftRow):
            self.db.execute(delete(table).where(col(table.reviewer_id) == reviewer))
        self.db.execute(update(DocumentRow).where(col(DocumentRow.asked_by) == reviewer).values(asked_by=None))
        # `since` would else be the very moment of the first event.
        blank = {"listed": False, "perspective": None, "since": at}
        self.db.execute(update(ReviewerRow).where(col(ReviewerRow.id) == reviewer).values(**blank))
        wants_scrubbing(self.db)
        return telegram_id

    def telegram_id(self, telegram_id: int, at: datetime, in_hand: int | None = None) -> None:
        """Erases what else is kept under this id: the private chat, and updates that name it.

        `in_hand` is the update that asks for it. What the person sent and nobody has handled yet is dropped when no
        desk knows them any more; updates of others wait for their turn, and lose what they said as all do.
        """
        self.db.execute(delete(ChoiceRow).where(col(ChoiceRow.telegram_id) == telegram_id))
        self.db.execute(delete(DraftRow).where(col(DraftRow.sender) == telegram_id))
        self.db.execute(delete(CallRow).where(col(CallRow.chat) == telegram_id))
        self._documents(telegram_id)
        self._postings(telegram_id, at)
        self._updates(telegram_id, at, in_hand)
        wants_scrubbing(self.db)

    def sweep(self, at: datetime) -> int:
        """Forgets the messages that were taken down for a forgotten person, or could not be within an hour."""
        if self.db.execute(select(col(SettingRow.key)).where(col(SettingRow.key) == PENDING)).first() is None:
            return 0
        old = or_(col(PostingRow.state).in_(OVER), col(PostingRow.made) <= at - GIVEN_UP_AFTER)
        gone = delete(PostingRow).where(_taken_down(), old).returning(col(PostingRow.chat))
        chats = self.db.execute(gone).scalars().all()
        self.db.execute(delete(CallRow).where(col(CallRow.chat).in_(set(chats))))
        if not self._count(_taken_down()):
            self.db.execute(delete(SettingRow).where(col(SettingRow.key) == PENDING))
        if chats:
            wants_scrubbing(self.db)
        return len(chats)

    def _documents(self, telegram_id: int) -> None:
        """A text handed in in private stays: as one that came from somewhere in its desk."""
        here = col(DocumentRow.chat) == telegram_id
        final = (here, col(DocumentRow.state).in_(FINAL))
        self.db.execute(update(DocumentRow).where(*final).values(file_id=None))
        desk = select(col(DeskRow.chat)).where(col(DeskRow.id) == col(DocumentRow.desk_id)).scalar_subquery()
        nowhere = {"chat": desk, "topic": None, "reply_to": None, "source_message": None}
        self.db.execute(update(DocumentRow).where(here).values(**nowhere))

    def _postings(self, chat: int, at: datetime) -> None:
        """What hangs and can still be deleted is kept for that, without a word of what it says; the rest goes."""
        here = col(PostingRow.chat) == chat
        fresh = (col(PostingRow.message_id).is_not(None), col(PostingRow.shown) > at - TAKEN_BACK_WITHIN)
        hangs = and_(*fresh, col(PostingRow.state).not_in(OVER))
        kept = or_(hangs, col(PostingRow.state) == PostingState.SENDING)  # what is being sent will hang in a moment
        self.db.execute(delete(PostingRow).where(here, ~kept))
        values: dict[str, Any] = {
            "key": literal(TAKE_DOWN) + cast(col(PostingRow.id), String), "claim_id": None, "document_id": None,
            "content": None, "reply_to": None, "imprint": None, "why": None, "not_before": None, "made": at,
            "wanted_version": col(PostingRow.wanted_version) + 1,
        }  # fmt: skip
        if self.db.execute(update(PostingRow).where(here).values(**values)).rowcount:
            pending = self.insert(SettingRow, key=PENDING, value="")
            self.db.execute(pending.on_conflict_do_nothing(index_elements=["key"]))

    def _updates(self, telegram_id: int, at: datetime, in_hand: int | None) -> None:
        named = col(InboxItem.payload).contains(str(telegram_id))
        question = select(col(InboxItem.id), col(InboxItem.payload), col(InboxItem.handled)).where(named)
        unknown = not self.everywhere(telegram_id)
        for row in self.db.execute(question).all():
            said = _read(row.payload)
            if row.handled or row.id == in_hand:
                self._blank(row.id)
            elif unknown and _is_from(said, telegram_id):
                self._blank(row.id, handled=at)
        line = (col(InboxItem.line) == f"chat:{telegram_id}", col(InboxItem.handled).is_not(None))
        self.db.execute(update(InboxItem).where(*line).values(line=""))

    def _blank(self, item: int, **more: Any) -> None:
        self.db.execute(update(InboxItem).where(col(InboxItem.id) == item).values(payload=None, line="", **more))

    def _count(self, *which: ColumnElement[bool]) -> int:
        return self.db.execute(select(func.count()).where(*which)).scalar_one()


def _taken_down() -> ColumnElement[bool]:
    return col(PostingRow.key).startswith(TAKE_DOWN)


def _read(payload: str) -> Any:
    try:
        return json.loads(payload)
    except ValueError:
        return None


def _is_from(update: Any, telegram_id: int) -> bool:
    """Whether this person sent it."""
    bodies = update.values() if isinstance(update, dict) else ()
    senders = [body.get("from") for body in bodies if isinstance(body, dict)]
    return any(isinstance(sender, dict) and sender.get("id") == telegram_id for sender in senders)
