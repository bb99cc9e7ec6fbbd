"""Claims by where and when it happened, and who tells them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import Row, Select, func, select, union
from sqlmodel import col

from bot.claims.claim import Claim
from bot.claims.model import ClaimId, DeskId, Kind
from bot.claims.relations import Told
from storage.claims import CLAIM_AND_MENTION, claims_of_rows
from storage.mentions import from_json
from storage.room import Room
from storage.tables import ClaimRow, ClaimSourceRow, DocumentRow, EventKeyRow, MentionRow

AROUND = 300  # characters to either side of a quote: its sentence, as a rule
AT_ONCE = 400  # claims asked about in one question
TEXTS_AT_ONCE = 16

N = TypeVar("N", bound=int)


@dataclass(frozen=True, slots=True)
class Telling:
    """One document that makes a claim, and how: `told.around` is the text on both sides of the quote."""

    claim: ClaimId
    told: Told


class Scenes(Room):
    """The claims of a desk by what they are about."""

    def at(self, desk: DeskId, keys: Iterable[str], kind: Kind, most: int, first: date | None = None) -> list[Claim]:
        """At most so many claims of a kind that are filed under any of the keys, on `first` or later: the latest."""
        scans = [_scan(desk, key, kind, most, first).subquery() for key in set(keys)]
        filed = union(*(select(scan.c.day, scan.c.claim_id) for scan in scans)).subquery()
        latest = select(filed.c.claim_id).order_by(filed.c.day.desc(), filed.c.claim_id.desc()).limit(most).subquery()
        question = CLAIM_AND_MENTION.join(latest, latest.c.claim_id == col(ClaimRow.id))
        return claims_of_rows(self.db.execute(question.order_by(col(ClaimRow.number))))

    def claims(self, claims: Iterable[ClaimId]) -> list[Claim]:
        """These claims, in order of their numbers."""
        found: list[Claim] = []
        for few in _batches(claims, AT_ONCE):
            found += claims_of_rows(self.db.execute(CLAIM_AND_MENTION.where(col(ClaimRow.id).in_(few))))
        return sorted(found, key=lambda claim: claim.number)

    def tellings(self, claims: Iterable[ClaimId]) -> list[Telling]:
        """Every document that makes any of these claims, in order of arrival; versions and near-copies are one text."""
        rows = [row for few in _batches(claims, AT_ONCE) for row in self.db.execute(_TELLINGS.where(_OF.in_(few)))]
        excerpts = self._excerpts(rows)
        return [_telling(row, excerpts[row.mention_id]) for row in rows]

    def _excerpts(self, rows: Iterable[Row[Any]]) -> dict[int, str]:
        """By mention the words around it. Each text is read once, few at a time: it may be as long as a book."""
        quotes: dict[int, list[Row[Any]]] = {}
        for row in rows:
            quotes.setdefault(row.document_id, []).append(row)
        found = {}
        for few in _batches(quotes, TEXTS_AT_ONCE):
            texts = select(col(DocumentRow.id), col(DocumentRow.text)).where(col(DocumentRow.id).in_(few))
            for text in self.db.execute(texts):
                for row in quotes[int(text.id)]:
                    found[int(row.mention_id)] = _excerpt(text.text or "", row.start, row.stop)
        return found


def _excerpt(text: str, start: int, stop: int) -> str:
    return text[max(0, start - AROUND) : stop + AROUND]


def _scan(desk: DeskId, key: str, kind: Kind, most: int, first: date | None) -> Select[date, int]:
    """One stretch of the index, read from its end."""
    day, claim = col(EventKeyRow.day), col(EventKeyRow.claim_id)
    which = [col(EventKeyRow.desk_id) == desk, col(EventKeyRow.key) == key, col(EventKeyRow.kind) == kind]
    if first is not None:
        which.append(day >= first)
    return select(day, claim).where(*which).order_by(day.desc(), claim.desc()).limit(most)


def _batches(ids: Iterable[N], size: int) -> Iterable[list[N]]:
    wanted = sorted(set(ids))
    return (wanted[start : start + size] for start in range(0, len(wanted), size))


_OF = col(ClaimSourceRow.claim_id)
_TELLINGS: Select[*tuple[Any, ...]] = (
    select(
        _OF.label("claim_id"), col(MentionRow.id).label("mention_id"), col(MentionRow.body), col(MentionRow.start),
        col(MentionRow.stop), col(DocumentRow.id).label("document_id"), col(DocumentRow.source),
        col(DocumentRow.published), col(DocumentRow.received),
        func.coalesce(col(DocumentRow.copy_of), col(DocumentRow.version_of), col(DocumentRow.id)).label("of_text"),
    )
    .select_from(ClaimSourceRow)
    .join(MentionRow, col(MentionRow.id) == col(ClaimSourceRow.mention_id))
    .join(DocumentRow, col(DocumentRow.id) == col(MentionRow.document_id))
    .order_by(col(ClaimSourceRow.id))
)  # fmt: skip


def _telling(row: Row[Any], around: str) -> Telling:
    day = row.published or row.received.date()
    told = Told(from_json(row.body), outlet=row.source, told_on=day, copy=str(row.of_text), around=around)
    return Telling(ClaimId(row.claim_id), told)
