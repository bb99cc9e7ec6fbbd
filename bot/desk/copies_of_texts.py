"""Texts that are near-copies of earlier ones: their mentions join, and they are no source of their own."""

from __future__ import annotations

from collections.abc import Sequence

from bot.claims.model import DocumentId
from bot.matching.likeness import copied
from storage.documents import Intake
from storage.records import Records


def note_copy(records: Records, intake: Intake, bands: Sequence[int]) -> DocumentId | None:
    """Keeps the sketch of a text, and of which earlier one it is a near-copy, if it is.

    A version of a text is one text with it already.
    """
    records.sketches.add(intake.desk, intake.id, bands)
    if intake.version_of is not None:
        return None
    for earlier, words in records.sketches.alike(intake.desk, bands, intake.id):
        if copied(words, intake.text or ""):
            return records.sketches.is_copy(intake.id, earlier)
    return None
