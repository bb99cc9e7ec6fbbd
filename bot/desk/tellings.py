"""Who tells the claims that a card is about, read as `bot.matching` reads them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bot.claims.claim import Claim
from bot.claims.model import ClaimId, DeskId
from bot.claims.relations import Told
from bot.desk.parties import parties_of
from bot.extraction.sentences import sentence_at
from bot.matching.grading import grade
from bot.matching.parties import Parties
from bot.matching.reading import Reading, read_told
from storage.records import Records
from storage.scenes import AROUND, Telling


@dataclass(frozen=True, slots=True)
class Read:
    """A claim, all who tell it, and how the first of them is read."""

    claim: Claim
    told: tuple[Told, ...]
    reading: Reading


def read_claims(records: Records, desk: DeskId, claims: Iterable[Claim]) -> dict[ClaimId, Read]:
    """These claims with who tells them; one that no document tells any more is left out."""
    known = {claim.id: claim for claim in claims}
    parties = parties_of(records, desk)
    tellings: dict[ClaimId, list[Telling]] = {}
    for telling in records.scenes.tellings(known):
        tellings.setdefault(telling.claim, []).append(telling)
    return {claim: _read(known[claim], told, parties) for claim, told in tellings.items()}


def _read(claim: Claim, tellings: Sequence[Telling], parties: Parties) -> Read:
    told = tuple(_in_its_sentence(telling) for telling in tellings)
    return Read(claim, told, read_told(told[0], parties))


def count_sources(read: Iterable[Read]) -> int:
    """How many independent sources some claims have together, counted as for a claim's grade."""
    return grade(told for one in read for told in one.told).sources


def _in_its_sentence(telling: Telling) -> Told:
    """With the sentence that the quote stands in."""
    told = telling.told
    return replace(told, around=sentence_at(told.around or "", min(told.mention.start, AROUND)))
