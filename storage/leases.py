"""Leases: what one process at a time does, and for how long without a further word from it."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import case, or_, select, update
from sqlmodel import col

from storage.room import Room
from storage.tables import LeaseRow

NOBODY = ""


class Leases(Room):
    """The leases of all processes that share the database."""

    def take(self, name: str, holder: str, at: datetime, lasts: timedelta) -> int | None:
        """Takes a lease that is free or has lapsed, or renews the holder's own; None while it is another's.

        Returns the number of the term: a further one whenever the lease changes hands.
        """
        held = col(LeaseRow.holder) == holder
        row = self.insert(LeaseRow, name=name, holder=holder, until=at + lasts, term=1)
        theirs = row.on_conflict_do_update(
            index_elements=["name"],
            set_={
                "holder": holder, "until": at + lasts,
                "term": case((held, col(LeaseRow.term)), else_=col(LeaseRow.term) + 1),
            },
            where=or_(held, col(LeaseRow.until) <= at),
        )  # fmt: skip
        return self.db.execute(theirs.returning(col(LeaseRow.term))).scalar_one_or_none()

    def release(self, name: str, holder: str, at: datetime) -> None:
        """Gives the holder's lease up, for anybody to take. Nothing happens to another's."""
        mine = (col(LeaseRow.name) == name, col(LeaseRow.holder) == holder)
        self.db.execute(update(LeaseRow).where(*mine).values(holder=NOBODY, until=at))

    def holds(self, name: str, holder: str, term: int) -> bool:
        """Whether this is still the holder's term. Nobody else can take the lease until this transaction ends.

        Also true of a lease that has lapsed and that nobody took: clocks may differ, terms do not.
        """
        mine = (col(LeaseRow.name) == name, col(LeaseRow.holder) == holder, col(LeaseRow.term) == term)
        question = select(col(LeaseRow.term)).where(*mine).with_for_update(read=True)
        return self.db.execute(question).scalar_one_or_none() is not None
