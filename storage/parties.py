"""Who is a party to the fight that a desk follows, in the desk's own words."""

from __future__ import annotations

from sqlalchemy import delete, select
from sqlmodel import col

from bot.claims.model import DeskId
from storage.room import Room
from storage.tables import PartyRow


class Parties(Room):
    """The names that a desk has added, each with the side it belongs to."""

    def of(self, desk: DeskId) -> tuple[tuple[str, str], ...]:
        """Name and side, in order of names."""
        which = select(col(PartyRow.name), col(PartyRow.side)).where(col(PartyRow.desk_id) == desk)
        return tuple((row[0], row[1]) for row in self.db.execute(which.order_by(col(PartyRow.name))))

    def add(self, desk: DeskId, name: str, side: str) -> None:
        """A name belongs to a side from now on; a name that is there changes sides."""
        row = self.insert(PartyRow, desk_id=desk, name=name, side=side)
        self.db.execute(row.on_conflict_do_update(index_elements=["desk_id", "name"], set_={"side": side}))

    def remove(self, desk: DeskId, name: str) -> bool:
        """Takes a name off; False when it was not there."""
        which = (col(PartyRow.desk_id) == desk, col(PartyRow.name) == name)
        return bool(self.db.execute(delete(PartyRow).where(*which)).rowcount)
