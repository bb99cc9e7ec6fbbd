"""Sketches of texts, to find the texts that may be near-copies of one another."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import func, select, update
from sqlmodel import col

from bot.claims.model import DeskId, DocumentId
from storage.room import Room
from storage.tables import DocumentRow, SketchRow

OF_A_BAND = 8  # texts; boilerplate that hundreds share says nothing
IN_ALL = 6


class Sketches(Room):
    """The bands of each text of a desk."""

    def add(self, desk: DeskId, document: DocumentId, bands: Iterable[int]) -> None:
        """A text has these bands; to say so again changes nothing."""
        for band in set(bands):
            row = self.insert(SketchRow, desk_id=desk, band=band, document_id=document)
            self.db.execute(row.on_conflict_do_nothing(index_elements=["desk_id", "band", "document_id"]))

    def alike(self, desk: DeskId, bands: Iterable[int], before: DocumentId) -> list[tuple[DocumentId, str]]:
        """Earlier texts of the desk that share bands, those that share most first: each its number and its words."""
        found: dict[int, int] = {}
        for band in set(bands):
            for document in self._of_band(desk, band, before):
                found[document] = found.get(document, 0) + 1
        nearest = sorted(found, key=lambda document: (-found[document], document))[:IN_ALL]
        return [(DocumentId(document), words) for document in nearest if (words := self._words(document))]

    def _of_band(self, desk: DeskId, band: int, before: DocumentId) -> list[int]:
        which = (col(SketchRow.desk_id) == desk, col(SketchRow.band) == band, col(SketchRow.document_id) < before)
        latest = select(col(SketchRow.document_id)).where(*which).order_by(col(SketchRow.document_id).desc())
        return list(self.db.execute(latest.limit(OF_A_BAND)).scalars())

    def _words(self, document: int) -> str | None:
        return self.db.execute(select(col(DocumentRow.text)).where(col(DocumentRow.id) == document)).scalar_one()

    def is_copy(self, document: DocumentId, earlier: DocumentId) -> DocumentId:
        """A text is a near-copy of an earlier one: of the first of them all. Returns which one that is."""
        root = func.coalesce(col(DocumentRow.copy_of), col(DocumentRow.version_of), col(DocumentRow.id))
        first = self.db.execute(select(root).where(col(DocumentRow.id) == earlier)).scalar_one()
        self.db.execute(update(DocumentRow).where(col(DocumentRow.id) == document).values(copy_of=first))
        return DocumentId(first)
