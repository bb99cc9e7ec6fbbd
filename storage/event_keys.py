"""Claims that could be about the same event, found by place, kind and day; never by reading all claims."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import Row, Select, bindparam, func, select, union_all
from sqlmodel import col

from bot.claims.claim import Claim
from bot.claims.model import ClaimId, DeskId, DocumentId, Kind
from bot.claims.status import CLOSED
from storage.claims import CLAIM_AND_MENTION, claim_of_row
from storage.columns import by_value
from storage.room import Room
from storage.tables import ClaimRow, DocumentRow, EventKeyRow

# Claims of a key and kind, those nearest in time: what is looked at does not grow with the desk.
BEFORE, AFTER = 12, 6
BEFORE_OTHERS, AFTER_OTHERS = 4, 2  # of the other kinds
NARROWEST = 2  # keys under which the other kinds are looked for
IN_ALL = 32


_KIND = by_value(Kind)


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
        """A claim can be found under these keys; to say so again changes nothing."""
        for key in keys:
            row = self.insert(EventKeyRow, desk_id=desk, key=key, kind=kind, day=day, claim_id=claim)
            self.db.execute(row.on_conflict_do_nothing())

    def above(self, claim: int, limit: int) -> list[Candidate]:
        """The next claims of all desks behind this id."""
        question = _WITH_DOCUMENT.where(col(ClaimRow.id) > claim).order_by(col(ClaimRow.id)).limit(limit)
        return [_candidate(row) for row in self.db.execute(question)]

    def candidates(
        self, desk: DeskId, keys: Sequence[str], kinds: Sequence[Kind], day: date, first: date, last: date
    ) -> list[Candidate]:
        """At most `IN_ALL` claims under any of the keys (the narrowest come first), of any of the kinds, in these days:
        of the first kind first, then the newest.

        Of each key and kind those nearest to `day` are looked at. Claims that no longer count are left out.
        """
        pairs = [(key, kind) for kind in kinds for key in (keys if kind is kinds[0] else keys[:NARROWEST])]
        if not pairs:
            return []
        asked: dict[str, Any] = {f"key{at}": key for at, (key, _) in enumerate(pairs)}
        asked |= {f"kind{at}": kind for at, (_, kind) in enumerate(pairs)}
        asked |= {"desk": desk, "day": day, "first": first, "last": last}
        return [_candidate(row) for row in self.db.execute(_question(len(pairs), len(keys)), asked)]


_WITH_DOCUMENT: Select[Any, Any] = CLAIM_AND_MENTION.join(
    DocumentRow, col(DocumentRow.id) == col(ClaimRow.document_id)
).add_columns(
    col(DocumentRow.source).label("outlet"), col(DocumentRow.published), col(DocumentRow.received),
    func.coalesce(col(DocumentRow.copy_of), col(DocumentRow.version_of), col(DocumentRow.id)).label("of_text"),
)  # fmt: skip


def _candidate(row: Row[Any, Any]) -> Candidate:
    day = row.published or row.received.date()
    return Candidate(claim_of_row(row), DocumentId(row.of_text), day, row.outlet)


@cache
def _question(pairs: int, of_own_kind: int) -> Select[Any, Any]:
    """The question for so many pairs of key and kind, own kind first; built once, which takes long."""
    scans = [scan for at in range(pairs) for scan in _scans(at, own=at < of_own_kind)]
    found = union_all(*(select(scan.subquery().c.claim_id) for scan in scans)).subquery()
    which = (col(ClaimRow.id).in_(select(found.c.claim_id)), col(ClaimRow.status).not_in(CLOSED))
    other_kind = col(ClaimRow.kind) != bindparam("kind0", type_=_KIND)
    return _WITH_DOCUMENT.where(*which).order_by(other_kind, col(ClaimRow.id).desc()).limit(IN_ALL)


def _scans(at: int, *, own: bool) -> tuple[Select[int], Select[int]]:
    """Two stretches of the index, read from the day on: back to the first one, and on to the last one."""
    day, claim = col(EventKeyRow.day), col(EventKeyRow.claim_id)
    here = (
        col(EventKeyRow.desk_id) == bindparam("desk"), col(EventKeyRow.key) == bindparam(f"key{at}"),
        col(EventKeyRow.kind) == bindparam(f"kind{at}", type_=_KIND),
    )  # fmt: skip
    before = select(claim).where(*here, day.between(bindparam("first"), bindparam("day")))
    after = select(claim).where(*here, day > bindparam("day"), day <= bindparam("last"))
    return (
        before.order_by(day.desc(), claim.desc()).limit(BEFORE if own else BEFORE_OTHERS),
        after.order_by(day, claim).limit(AFTER if own else AFTER_OTHERS),
    )
