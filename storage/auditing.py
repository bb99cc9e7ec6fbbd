"""What an audit reads: every event of a desk as plain rows, and what stands beside the history and is sealed by it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from sqlalchemy import func, select
from sqlmodel import col

from bot.claims.audit import DatabaseRow
from bot.claims.audit_export import SAYING
from bot.claims.events import Entry
from bot.claims.model import ClaimId, DeskId
from storage.history import entry_of_row
from storage.room import Room
from storage.tables import ClaimRow, ClaimSourceRow, DocumentRow, EventRow, MentionRow, NoteRow

BATCH = 4096
CLAIMS_AT_ONCE = 500
NAMES_OF_NOTED = ("reason_given", "round_opened", "overrule_proposed", "overruled", "retracted")

# The exact time as `chain.moment_of` writes it, made by the database: that is far quicker than here.
_MOMENT = {
    "sqlite": "substr(event.at, 1, 10) || 'T' || substr(event.at, 12) || '+00:00'",
    "postgresql": """to_char(event.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') || '+00:00'""",
}
_COLUMNS = "claim.number, event.sequence, event.hash, event.salt, event.name, event.payload, "
_LOGGED = """
SELECT leaf.position, {columns} FROM leaf
JOIN event ON event.id = leaf.event_id AND event.desk_id = leaf.desk_id
JOIN claim ON claim.id = event.claim_id AND claim.desk_id = leaf.desk_id
WHERE leaf.desk_id = {desk} ORDER BY leaf.position
"""
_OF_CLAIM = """
SELECT leaf.position, {columns} FROM event
JOIN claim ON claim.id = event.claim_id
LEFT JOIN leaf ON leaf.event_id = event.id
WHERE event.claim_id = {claim} ORDER BY event.sequence
"""
_UNLOGGED = """
SELECT NULL, {columns} FROM event
JOIN claim ON claim.id = event.claim_id
WHERE event.desk_id = {desk} AND NOT EXISTS (SELECT 1 FROM leaf WHERE leaf.event_id = event.id)
ORDER BY claim.number, event.sequence
"""

SourceOfClaim: TypeAlias = tuple[bytes, str, str, str | None]
"""The salt of the seal, the claim in plain words, the mention as it is stored, the hash of the document's text"""


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside a claim's history: sources by the number of their mention, notes as text, salt, commitment.

    `says` and `noted` are the entries that seal them, as sequence and canonical payload.
    """

    claim: int
    sources: dict[int, SourceOfClaim] = field(default_factory=dict)
    notes: list[tuple[str, bytes, str]] = field(default_factory=list)
    says: list[tuple[int, str]] = field(default_factory=list)
    noted: list[tuple[int, str]] = field(default_factory=list)


class Auditing(Room):
    """Reads what is there, as it is there, in constant memory."""

    def rows(self, desk: DeskId) -> Iterator[DatabaseRow]:
        """The events of the log in its order, then the others, each claim's by sequence."""
        for batch in self.batches(desk):
            yield from batch

    def batches(self, desk: DeskId) -> Iterator[Sequence[DatabaseRow]]:
        """The same, some thousand rows at a time."""
        for question in (_LOGGED, _UNLOGGED):
            yield from self._stream(question.format(columns=self._columns, desk=int(desk)))

    def rows_of(self, claim: ClaimId) -> Iterator[DatabaseRow]:
        """The events of one claim, by sequence."""
        for batch in self._stream(_OF_CLAIM.format(columns=self._columns, claim=int(claim))):
            yield from batch

    @property
    def _columns(self) -> str:
        return _COLUMNS + _MOMENT[self.db.dialect.name]

    def _stream(self, question: str) -> Iterator[Sequence[Any]]:
        """Straight from the driver; PostgreSQL's must be told not to fetch everything at once."""
        driver = self.db.connection.driver_connection
        assert driver is not None
        named = {} if self.db.dialect.name == "sqlite" else {"name": "claimdesk_audit"}
        cursor = driver.cursor(**named)
        try:
            cursor.execute(question)
            while batch := cursor.fetchmany(BATCH):
                yield batch
        finally:
            cursor.close()

    def cut_short(self, desk: DeskId) -> list[tuple[int, int]]:
        """Claims whose row counts more events than their history has: the number, and the first row that is missing."""
        last = func.coalesce(func.max(col(EventRow.sequence)), 0)
        question = (
            select(col(ClaimRow.number), last)
            .outerjoin(EventRow, col(EventRow.claim_id) == col(ClaimRow.id))
            .where(col(ClaimRow.desk_id) == desk)
            .group_by(col(ClaimRow.id), col(ClaimRow.number), col(ClaimRow.sequence))
            .having(last < col(ClaimRow.sequence))
            .order_by(col(ClaimRow.number))
        )
        return [(row[0], row[1] + 1) for row in self.db.execute(question)]

    def beside(self, desk: DeskId) -> Iterator[Beside]:
        """What stands beside the history of each claim, by number."""
        last = 0
        while claims := self._claims_after(desk, last):
            last = max(claims.values())
            yield from self._beside(claims)

    def _claims_after(self, desk: DeskId, number: int) -> dict[int, int]:
        """The next claims: their numbers by their ids."""
        which = (col(ClaimRow.desk_id) == desk, col(ClaimRow.number) > number)
        question = select(col(ClaimRow.id), col(ClaimRow.number)).where(*which).order_by(col(ClaimRow.number))
        return {row[0] or 0: row[1] for row in self.db.execute(question.limit(CLAIMS_AT_ONCE))}

    def _beside(self, claims: dict[int, int]) -> list[Beside]:
        found = {claim: Beside(number) for claim, number in claims.items()}
        for claim, sources in self.sources(list(claims)).items():
            found[claim].sources.update(sources)
        notes = select(col(NoteRow.claim_id), col(NoteRow.text), col(NoteRow.salt), col(NoteRow.commitment))
        for claim, words, salt, commitment in self.db.execute(notes.where(col(NoteRow.claim_id).in_(claims))):
            found[claim].notes.append((words, salt, commitment))
        events = select(col(EventRow.claim_id), col(EventRow.sequence), col(EventRow.name), col(EventRow.payload))
        named = col(EventRow.name).in_((*SAYING, *NAMES_OF_NOTED))
        for claim, sequence, name, payload in self.db.execute(
            events.where(col(EventRow.claim_id).in_(claims), named).order_by(col(EventRow.sequence))
        ):
            (found[claim].says if name in SAYING else found[claim].noted).append((sequence, payload))
        return list(found.values())

    def numbered(self, desk: DeskId, numbers: Collection[int]) -> dict[int, int]:
        """The numbers of these claims by their ids."""
        which = (col(ClaimRow.desk_id) == desk, col(ClaimRow.number).in_(numbers))
        question = select(col(ClaimRow.id), col(ClaimRow.number)).where(*which)
        return {row[0] or 0: row[1] for row in self.db.execute(question)}

    def histories(self, claims: dict[int, int]) -> dict[int, list[Entry]]:
        """The whole history of each of these claims, by its number."""
        question = select(EventRow).where(col(EventRow.claim_id).in_(claims))
        found: dict[int, list[Entry]] = {number: [] for number in claims.values()}
        for row in self.db.execute(question.order_by(col(EventRow.claim_id), col(EventRow.sequence))):
            found[claims[row.claim_id]].append(entry_of_row(row, row.sequence, row.at))
        return found

    def sources_by_number(self, claims: dict[int, int]) -> dict[int, dict[int, SourceOfClaim]]:
        """The sources of each of these claims, by its number."""
        found = self.sources(list(claims))
        return {number: found.get(claim, {}) for claim, number in claims.items()}

    def sources(self, claims: Sequence[int]) -> dict[int, dict[int, SourceOfClaim]]:
        """The sources of these claims, by the number of their mention."""
        question = (
            select(
                col(ClaimSourceRow.claim_id), col(ClaimSourceRow.mention_id), col(ClaimSourceRow.salt),
                col(ClaimRow.statement), col(MentionRow.body), col(DocumentRow.sha256),
            )
            .join(ClaimRow, col(ClaimRow.id) == col(ClaimSourceRow.claim_id))
            .join(MentionRow, col(MentionRow.id) == col(ClaimSourceRow.mention_id))
            .join(DocumentRow, col(DocumentRow.id) == col(MentionRow.document_id))
            .where(col(ClaimSourceRow.claim_id).in_(claims))
        )  # fmt: skip
        found: dict[int, dict[int, SourceOfClaim]] = defaultdict(dict)
        for row in self.db.execute(question):
            found[row.claim_id][row.mention_id] = (row.salt, row.statement, row.body, row.sha256)
        return found
