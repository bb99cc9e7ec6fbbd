"""A source that edits its text: a new version of the document, and a new round where that touches what was claimed."""

from __future__ import annotations

from datetime import datetime

from bot.claims.claim import Claim, Source
from bot.claims.events import Cause
from bot.claims.model import ClaimId
from bot.claims.status import CLOSED
from bot.desk.ledger import open_ledger
from bot.desk.rounds import open_new_round
from storage.documents import Intake
from storage.records import Records


def is_said_already(records: Records, intake: Intake, claim: ClaimId) -> bool:
    """Whether an earlier version of this text is a source of the claim: then it is no further one."""
    if intake.version_of is None:
        return False
    return any(_same_text(source, intake) for source in records.claims.sources(claim))


def reopen_what_changed(records: Records, intake: Intake, at: datetime) -> int:
    """Opens a new round of every claim whose quote the new version no longer holds; returns how many.

    A claim that another text also makes goes on as it is: one source must not keep it open for ever.
    """
    before = records.documents.version_before(intake)
    if before is None:
        return 0
    claims = records.claims.of_versions(before.version_of or before.id)
    return sum(_reopen(records, claim, at) for claim in claims if _touched(records, claim, before, intake))


def _touched(records: Records, claim: Claim, before: Intake, now: Intake) -> bool:
    sources = records.claims.sources(claim.id)
    if not all(_same_text(source, now) for source in sources):
        return False
    quotes = [_spaced(source.mention.quote) for source in sources]
    old, new = _spaced(before.text or ""), _spaced(now.text or "")
    return any(quote in old for quote in quotes) and not any(quote in new for quote in quotes)


def _reopen(records: Records, claim: Claim, at: datetime) -> bool:
    ledger = open_ledger(records, claim.id, at)
    if not ledger.standing.round or ledger.standing.status in CLOSED:
        return False
    open_new_round(ledger, records.desks.get(claim.desk).rule, Cause.SOURCE_CHANGED)
    return True


def _same_text(source: Source, intake: Intake) -> bool:
    return (source.version_of or source.document) == intake.version_of


def _spaced(text: str) -> str:
    """The words of a text, whatever stands between them."""
    return " ".join(text.split())
