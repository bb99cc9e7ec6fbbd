"""What every room of the records stands on: one connection, inside one transaction."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection
from sqlalchemy import insert as plain_insert
from sqlalchemy.dialects import postgresql, sqlite

from storage.shape import Shape

Insert = sqlite.Insert | postgresql.Insert


@dataclass(frozen=True, slots=True)
class Room:
    """A room of the records. What it does is kept or undone with the caller's transaction."""

    db: Connection

    def write(self, into: type[Shape], **values: Any) -> int:
        """Writes a row; returns the number that the database gave it."""
        key = self.db.execute(plain_insert(into).values(**values)).inserted_primary_key
        assert key is not None
        return int(key[0])

    def insert(self, into: type[Shape], **values: Any) -> Insert:
        """An INSERT that can say what happens when the row is there already; both databases spell it alike."""
        if self.db.dialect.name == "sqlite":
            return sqlite.insert(into).values(**values)
        return postgresql.insert(into).values(**values)
