"""Claims that could be about the same event, found by place, kind and day; never by reading all claims."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Row, Select, func, insert, select, union_all
from sqlmodel import col

from bot.claims.claim import Claim
from bot.claims.model import ClaimId, DeskId, DocumentId, Kind
from bot.claims.status import CLOSED
from storage.claims import CLAIM_AND_MENTION, claim_of_row
from storage.room import Room
from storage.tables import ClaimRow, DocumentRow, EventKeyRow

OF_A_KEY = 24  # claims, the latest days first: what is looked at does not grow with the desk
IN_ALL = 64


@dataclass(frozen=True, slots=True)
class Candidate:
    """A claim that could be about the same event, and its first document: who published it, when, and which text it is.

    Versions and near-copies are one text.
    """

    claim: Claim
    text: DocumentId
    told_on: date
    outlet: str | None = None


class EventKeys(Room):
    """Under which keys each claim can be found."""

    def add(self, desk: DeskId, claim: ClaimId, keys: Iterable[str], kind: Kind, day: date) -> None:
        """A claim can be found under these keys."""
        rows = [{"desk_id": desk, "key": key, "kind": kind, "day": day, "claim_id": claim} for key in keys]
        if rows:
            self.db.execute(insert(EventKeyRow), rows)

    def candidates(
        self, desk: DeskId, keys: Iterable[str], kinds: Iterable[Kind], first: date, last: date
    ) -> list[Candidate]:
        """At most `IN_ALL` claims under any of the keys, of any of the kinds, in these days; the newest first.

        Claims that no longer count are left out.
        """
        scans = [_scan(desk, key, kind, first, last) for key in keys for kind in kinds]
        if not scans:
            return []
        found = union_all(*(select(scan.subquery().c.claim_id) for scan in scans)).subquery()
        which = (col(ClaimRow.id).in_(select(found.c.claim_id)), col(ClaimRow.status).not_in(CLOSED))
        newest = _WITH_DOCUMENT.where(*which).order_by(col(ClaimRow.id).desc()).limit(IN_ALL)
        return [_candidate(row) for row in self.db.execute(newest)]


_WITH_DOCUMENT: Select[Any, Any] = CLAIM_AND_MENTION.join(
    DocumentRow, col(DocumentRow.id) == col(ClaimRow.document_id)
).add_columns(
    col(DocumentRow.source).label("outlet"), col(DocumentRow.published), col(DocumentRow.received),
    func.coalesce(col(DocumentRow.copy_of), col(DocumentRow.version_of), col(DocumentRow.id)).label("of_text"),
)  # fmt: skip


def _candidate(row: Row[Any, Any]) -> Candidate:
    day = row.published or row.received.date()
    return Candidate(claim_of_row(row), DocumentId(row.of_text), day, row.outlet)


def _scan(desk: DeskId, key: str, kind: Kind, first: date, last: date) -> Select[int]:
    """One stretch of the index, read from its end."""
    day, claim = col(EventKeyRow.day), col(EventKeyRow.claim_id)
    which = (
        col(EventKeyRow.desk_id) == desk, col(EventKeyRow.key) == key, col(EventKeyRow.kind) == kind,
        day.between(first, last),
    )  # fmt: skip
    return select(claim).where(*which).order_by(day.desc(), claim.desc()).limit(OF_A_KEY)
