"""The inbox: updates as they came, shared by all replicas and handled in order within each line."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby
from typing import Any, NamedTuple

from sqlalchemy import Row, case, func, or_, select, update
from sqlmodel import col

from storage.columns import storable
from storage.room import Room
from storage.tables import InboxItem

SAME_UPDATE = timedelta(hours=48)  # Telegram keeps updates 24 hours; later, an update_id may come anew
ATTEMPTS = 3
STRETCH = 20  # updates of one line that are taken together

WAITING = col(InboxItem.handled).is_(None)


class Arrival(NamedTuple):
    """An update as it comes in. What has the same `line` is handled in order of arrival; all without one are one."""

    update_id: int
    payload: str
    line: str = ""


@dataclass(frozen=True, slots=True)
class InboxRow:
    """One stored update; `id` is its place in the order of arrival and the reference that people are given."""

    id: int
    update_id: int
    payload: str
    arrived: datetime
    attempts: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """The first updates of a line, to be handled in this order by whoever took them."""

    line: str
    rows: tuple[InboxRow, ...]


class Inbox(Room):
    """The updates."""

    def store(self, updates: Sequence[Arrival], at: datetime) -> int:
        """Keeps updates in this order; returns how many were new.

        The same update_id with the same payload within 48 hours is the same update.
        """
        return sum(self._store(Arrival(*update), at) for update in updates)

    def _store(self, came: Arrival, at: datetime) -> bool:
        payload = storable(came.payload)
        dedupe = f"{came.update_id}:{hashlib.sha256(payload.encode()).hexdigest()}"
        too_old = (col(InboxItem.dedupe) == dedupe, col(InboxItem.arrived) < at - SAME_UPDATE)
        self.db.execute(update(InboxItem).where(*too_old).values(dedupe=None))
        item = self.insert(
            InboxItem, update_id=came.update_id, dedupe=dedupe, payload=payload, line=came.line, arrived=at,
            attempts=0, set_aside=False,
        )  # fmt: skip
        kept = item.on_conflict_do_nothing(index_elements=["dedupe"]).returning(col(InboxItem.id))
        return self.db.execute(kept).one_or_none() is not None

    def take(
        self, taker: str, at: datetime, until: datetime, *, lines: int, besides: Collection[str] = ()
    ) -> list[Stretch]:
        """Takes the beginnings of at most so many lines, for nobody else to work on until then; oldest first.

        Lines that somebody works on are left alone, and so are those `besides`, which the taker has in hand. What
        the taker took before and has not in hand was lost, and is taken again.
        """
        heads = select(func.min(col(InboxItem.id))).where(WAITING).group_by(col(InboxItem.line))
        free = or_(
            col(InboxItem.taken_until).is_(None), col(InboxItem.taken_until) <= at, col(InboxItem.taken_by) == taker
        )
        question = (
            select(col(InboxItem.line))
            .where(WAITING, col(InboxItem.id).in_(heads), free, col(InboxItem.line).not_in(besides))
            .order_by(col(InboxItem.id))
            .limit(lines)
            .with_for_update(skip_locked=True)  # another replica is just taking it
        )
        found = self.db.execute(question).scalars().all()
        return self._beginnings(found, taker, until) if found else []

    def _beginnings(self, lines: Sequence[str], taker: str, until: datetime) -> list[Stretch]:
        place = func.row_number().over(partition_by=col(InboxItem.line), order_by=col(InboxItem.id))
        numbered = select(col(InboxItem.id), place.label("place")).where(WAITING, col(InboxItem.line).in_(lines))
        first = numbered.subquery()
        these = (WAITING, col(InboxItem.id).in_(select(first.c.id).where(first.c.place <= STRETCH)))
        taken = update(InboxItem).where(*these).values(taken_by=taker, taken_until=until).returning(InboxItem)
        rows = sorted(self.db.execute(taken), key=lambda row: (lines.index(row.line), row.id))
        return [Stretch(line, tuple(map(_row, some))) for line, some in groupby(rows, key=lambda row: str(row.line))]

    def hold(self, taker: str, items: Collection[int], until: datetime) -> None:
        """The taker still works on these updates, and will until then."""
        these = (WAITING, col(InboxItem.taken_by) == taker, col(InboxItem.id).in_(items))
        self.db.execute(update(InboxItem).where(*these).values(taken_until=until))

    def give_back(self, taker: str) -> None:
        """Anybody may take what this taker took, as far as it still waits."""
        taken = (WAITING, col(InboxItem.taken_by) == taker)
        self.db.execute(update(InboxItem).where(*taken).values(taken_by=None, taken_until=None))

    def next(self, limit: int) -> list[InboxRow]:
        """The updates that were not handled yet, in order of arrival."""
        question = select(InboxItem).where(WAITING).order_by(col(InboxItem.id)).limit(limit)
        return [_row(row) for row in self.db.execute(question)]

    def is_done(self, item: int) -> bool:
        """Whether the update was handled. Nobody else can handle it until this transaction ends."""
        question = select(col(InboxItem.handled)).where(col(InboxItem.id) == item).with_for_update()
        return self.db.execute(question).scalar_one_or_none() is not None

    def done(self, item: int, at: datetime) -> None:
        """The update was handled."""
        self.db.execute(update(InboxItem).where(col(InboxItem.id) == item, WAITING).values(handled=at))

    def failed(self, item: int, at: datetime, reference: str, again: datetime | None = None) -> bool:
        """Handling failed: left alone until `again`; after the third time set aside, which is told."""
        last = col(InboxItem.attempts) + 1 >= ATTEMPTS
        values = {
            "attempts": col(InboxItem.attempts) + 1, "reference": reference, "set_aside": last,
            "handled": case((last, at), else_=col(InboxItem.handled)), "taken_by": None, "taken_until": again,
        }  # fmt: skip
        counted = update(InboxItem).where(col(InboxItem.id) == item, WAITING).values(**values)
        return bool(self.db.execute(counted.returning(col(InboxItem.set_aside))).scalar_one_or_none())

    def set_aside(self) -> int:
        """How many updates could not be handled."""
        question = select(func.count()).select_from(InboxItem).where(col(InboxItem.set_aside))
        return self.db.execute(question).scalar_one()

    def oldest_waiting(self) -> datetime | None:
        """When the update arrived that has waited longest."""
        question = select(func.min(col(InboxItem.arrived))).where(WAITING)
        return self.db.execute(question).scalar_one()

    def forget_payloads(self, before: datetime) -> int:
        """Erases what updates said that were handled before then, and in which chat; that they came is kept.

        Returns how many.
        """
        old = (col(InboxItem.handled) < before, col(InboxItem.payload).is_not(None))
        return self.db.execute(update(InboxItem).where(*old).values(payload=None, line="")).rowcount


def _row(row: Row[Any]) -> InboxRow:
    return InboxRow(row.id, row.update_id, row.payload or "", row.arrived, row.attempts)
