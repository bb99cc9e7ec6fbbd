"""Made-up claims in any number, found by place, kind and day: for measuring, and never into a database in use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import islice
from typing import Any

from sqlalchemy import func, insert, select, text

from bot.claims.consensus import Rule
from bot.claims.errors import ClaimdeskError
from bot.claims.model import DeskId, Mention, Origin
from bot.claims.status import Status
from storage.desks import Desks
from storage.documents import Documents
from storage.mentions import to_json
from storage.room import Room
from storage.tables import ClaimRow, DeskRow, EventKeyRow, MentionRow

AT_ONCE = 2_000  # claims
BEGAN = datetime(2025, 1, 1, tzinfo=UTC)


class DatabaseInUse(ClaimdeskError):
    """There are desks in this database. Measure with an empty one, made for it."""


@dataclass(frozen=True, slots=True)
class Filed:
    """A mention and where its claim is filed."""

    mention: Mention
    keys: tuple[str, ...]
    day: date


class RehearsalOfClaims(Room):
    """Writes in bulk what intake would write one by one; without histories, which nobody reads here."""

    def desk(self) -> DeskId:
        """A desk in a new database. Raises DatabaseInUse."""
        if self.db.execute(select(func.count()).select_from(DeskRow)).scalar_one():
            raise DatabaseInUse
        return Desks(self.db).open(-1, "Rehearsal", None, Rule(), "UTC", None, False, BEGAN).id

    def claims(self, desk: DeskId, filed: Iterable[Filed], first: int = 1) -> int:
        """Writes a claim for each mention, under numbers and ids from `first` on; returns the next one."""
        document = Documents(self.db).receive(desk=desk, origin=Origin.PASTED, text=f"Text {first}", chat=-1, at=BEGAN)
        several = iter(filed)
        while some := list(islice(several, AT_ONCE)):
            self._write(desk, document, first, some)
            first += len(some)
        self._analyze()
        return first

    def _write(self, desk: DeskId, document: int, first: int, some: list[Filed]) -> None:
        numbered = list(enumerate(some, start=first))
        self.db.execute(insert(MentionRow), [_mention(document, n, one) for n, one in numbered])
        self.db.execute(insert(ClaimRow), [_claim(desk, document, n, one) for n, one in numbered])
        self.db.execute(insert(EventKeyRow), [row for n, one in numbered for row in _keys(desk, n, one)])

    def _analyze(self) -> None:
        """A database in use has seen its tables; one just filled in has to be told."""
        self.db.execute(text("ANALYZE"))


def _mention(document: int, number: int, one: Filed) -> dict[str, Any]:
    mention = one.mention
    return {
        "id": number, "document_id": document, "kind": mention.kind, "start": mention.start, "stop": mention.end,
        "body": to_json(mention), "rule": mention.rule,
    }  # fmt: skip


def _claim(desk: DeskId, document: int, number: int, one: Filed) -> dict[str, Any]:
    return {
        "id": number, "desk_id": desk, "number": number, "content_key": f"rehearsal {number}", "mention_id": number,
        "document_id": document, "statement": one.mention.quote, "checkability": 1, "kind": one.mention.kind,
        "place_words": "", "opened": BEGAN, "status": Status.PENDING, "sequence": 1, "logged": 0, "round": 1,
        "answered": 0, "needed": 3,
    }  # fmt: skip


def _keys(desk: DeskId, number: int, one: Filed) -> Iterator[dict[str, Any]]:
    for key in one.keys:
        yield {"desk_id": desk, "key": key, "kind": one.mention.kind, "day": one.day, "claim_id": number}
