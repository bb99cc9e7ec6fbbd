"""The durable inbox: updates as they came, handled in order of arrival."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import case, func, select, update
from sqlmodel import col

from storage.columns import storable
from storage.room import Room
from storage.tables import InboxItem

SAME_UPDATE = timedelta(hours=48)  # Telegram keeps updates 24 hours; later, an update_id may come anew
ATTEMPTS = 3


@dataclass(frozen=True, slots=True)
class InboxRow:
    """One stored update; `id` is its place in the order of arrival and the reference that people are given."""

    id: int
    update_id: int
    payload: str
    arrived: datetime
    attempts: int


class Inbox(Room):
    """The updates."""

    def store(self, updates: Sequence[tuple[int, str]], at: datetime) -> int:
        """Keeps updates as (update_id, payload) in this order; returns how many were new.

        The same update_id with the same payload within 48 hours is the same update.
        """
        return sum(self._store(update_id, storable(payload), at) for update_id, payload in updates)

    def _store(self, update_id: int, payload: str, at: datetime) -> bool:
        dedupe = f"{update_id}:{hashlib.sha256(payload.encode()).hexdigest()}"
        too_old = (col(InboxItem.dedupe) == dedupe, col(InboxItem.arrived) < at - SAME_UPDATE)
        self.db.execute(update(InboxItem).where(*too_old).values(dedupe=None))
        item = self.insert(
            InboxItem, update_id=update_id, dedupe=dedupe, payload=payload, arrived=at, attempts=0, set_aside=False
        )
        kept = item.on_conflict_do_nothing(index_elements=["dedupe"]).returning(col(InboxItem.id))
        return self.db.execute(kept).one_or_none() is not None

    def next(self, limit: int) -> list[InboxRow]:
        """The updates that were not handled yet, in order of arrival."""
        question = select(InboxItem).where(col(InboxItem.handled).is_(None)).order_by(col(InboxItem.id)).limit(limit)
        rows = self.db.execute(question)
        return [InboxRow(row.id, row.update_id, row.payload or "", row.arrived, row.attempts) for row in rows]

    def is_done(self, item: int) -> bool:
        """Whether the update was handled. Nobody else can handle it until this transaction ends."""
        question = select(col(InboxItem.handled)).where(col(InboxItem.id) == item).with_for_update()
        return self.db.execute(question).scalar_one_or_none() is not None

    def done(self, item: int, at: datetime) -> None:
        """The update was handled."""
        waiting = (col(InboxItem.id) == item, col(InboxItem.handled).is_(None))
        self.db.execute(update(InboxItem).where(*waiting).values(handled=at))

    def failed(self, item: int, at: datetime, reference: str) -> None:
        """Handling failed; after the third time the update is set aside."""
        last = col(InboxItem.attempts) + 1 >= ATTEMPTS
        waiting = (col(InboxItem.id) == item, col(InboxItem.handled).is_(None))
        values = {
            "attempts": col(InboxItem.attempts) + 1, "reference": reference, "set_aside": last,
            "handled": case((last, at), else_=col(InboxItem.handled)),
        }  # fmt: skip
        self.db.execute(update(InboxItem).where(*waiting).values(**values))

    def set_aside(self) -> int:
        """How many updates could not be handled."""
        question = select(func.count()).select_from(InboxItem).where(col(InboxItem.set_aside))
        return self.db.execute(question).scalar_one()

    def oldest_waiting(self) -> datetime | None:
        """When the update arrived that has waited longest."""
        question = select(func.min(col(InboxItem.arrived))).where(col(InboxItem.handled).is_(None))
        return self.db.execute(question).scalar_one()

    def forget_payloads(self, before: datetime) -> int:
        """Erases what updates said that were handled before then; that they came is kept. Returns how many."""
        old = (col(InboxItem.handled) < before, col(InboxItem.payload).is_not(None))
        return self.db.execute(update(InboxItem).where(*old).values(payload=None)).rowcount
