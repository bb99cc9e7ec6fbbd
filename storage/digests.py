"""Which digests went out: a row for each desk and local date."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import func, select, update
from sqlmodel import col

from bot.claims.model import DeskId
from storage.room import Room
from storage.tables import DigestRow


class Digests(Room):
    """The days that have their digest."""

    def claim_day(self, desk: DeskId, day: date, at: datetime) -> bool:
        """True for the one caller who may send the digest of this local date, for ever."""
        row = self.insert(DigestRow, desk_id=desk, day=day, at=at)
        mine = row.on_conflict_do_nothing(index_elements=["desk_id", "day"]).returning(col(DigestRow.desk_id))
        return self.db.execute(mine).one_or_none() is not None

    def has(self, desk: DeskId, day: date) -> bool:
        """Whether this local date has its digest, or was passed over on purpose."""
        question = select(col(DigestRow.at)).where(col(DigestRow.desk_id) == desk, col(DigestRow.day) == day)
        return self.db.execute(question).one_or_none() is not None

    def reached(self, desk: DeskId, day: date, size: int | None) -> None:
        """This digest tells what the desk's log held up to this size."""
        row = update(DigestRow).where(col(DigestRow.desk_id) == desk, col(DigestRow.day) == day)
        self.db.execute(row.values(size=size))

    def last_size(self, desk: DeskId, at: datetime) -> int | None:
        """How far the log went at the desk's latest digest before this moment."""
        before = select(col(DigestRow.size)).where(col(DigestRow.desk_id) == desk, col(DigestRow.at) < at)
        return self.db.execute(before.order_by(col(DigestRow.at).desc()).limit(1)).scalar_one_or_none()

    def last_before(self, desk: DeskId, at: datetime) -> datetime | None:
        """When the desk's latest digest before this moment was made."""
        question = select(func.max(col(DigestRow.at))).where(col(DigestRow.desk_id) == desk, col(DigestRow.at) < at)
        return self.db.execute(question).scalar_one()
