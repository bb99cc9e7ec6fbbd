"""A source that edits its text: a new version of the document, and a new round where that touches what was claimed."""

from __future__ import annotations

from datetime import datetime

from bot.cards.leading import source_changed_card
from bot.claims.claim import Claim, Source
from bot.claims.events import Cause
from bot.claims.model import ClaimId
from bot.claims.status import CLOSED, OPEN
from bot.desk.ledger import open_ledger
from bot.desk.publishing import Priority, want_message
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
    ledger, desk = open_ledger(records, claim.id, at), records.desks.get(claim.desk)
    before = ledger.standing
    if not before.round or before.status in CLOSED:
        return False
    now = open_new_round(ledger, desk.rule, Cause.SOURCE_CHANGED)
    if before.status not in OPEN:  # what the desk knew as decided must not fall in silence
        card, key = source_changed_card(claim, now), f"changed:{claim.id}:{now.round}"
        want_message(records, desk.chat, key, card, at, topic=desk.topic, priority=Priority.CARD)
    return True


def _same_text(source: Source, intake: Intake) -> bool:
    return (source.version_of or source.document) == intake.version_of


def _spaced(text: str) -> str:
    """The words of a text, whatever stands between them."""
    return " ".join(text.split())
