"""What a posting shows at this moment: frozen content as it is, a claim or a report as it stands now."""

from __future__ import annotations

from dataclasses import dataclass

from bot.cards.card import Card
from bot.cards.claim import claim_card
from bot.cards.presses import Signer
from bot.cards.report import reading_card, refused_card, repeated_card, report_card
from bot.claims.model import ClaimId, DocumentId
from bot.desk.enquiries import dossier
from bot.desk.intake import document_of
from bot.extraction.limits import reading_limit
from storage.documents import Intake
from storage.postings import Posting
from storage.records import Records
from storage.states import IntakeState


@dataclass(frozen=True, slots=True)
class Showing:
    """Makes the cards; the signer signs their buttons."""

    signer: Signer

    def card(self, records: Records, posting: Posting) -> Card | None:
        """The card that should hang there; None when nothing should."""
        if posting.content is not None:
            return Card.from_json(posting.content)
        if posting.claim is not None:
            return self._claim(records, posting.claim)
        return self._report(records, posting.document) if posting.document is not None else None

    def _claim(self, records: Records, claim: ClaimId) -> Card:
        held = dossier(records, claim)
        return claim_card(held, self.signer, records.desks.get(held.claim.desk).zone)

    def _report(self, records: Records, document: DocumentId) -> Card:
        intake = document_of(records, document)
        match intake.state:
            case IntakeState.FAILED:
                return refused_card(intake.sentence or "")
            case IntakeState.READ:
                return self._read(intake, records.rules.count_muted(intake.id))
            case IntakeState.REPEATED if intake.repeats is not None:
                return self._repeated(records, document_of(records, intake.repeats))
        return reading_card(intake.title)

    def _read(self, intake: Intake, muted: int = 0) -> Card:
        text = intake.text or ""
        limit = reading_limit(text)
        return report_card(
            intake.id, intake.desk, self.signer,
            found=intake.found, posted=intake.posted, waiting=intake.held_back, joined=intake.joined,
            title=intake.title, read=limit, unread=len(text) - limit,
            edited=intake.version_of is not None, second=intake.second, muted=muted,
        )  # fmt: skip

    def _repeated(self, records: Records, earlier: Intake) -> Card:
        labels = [claim.label for claim in records.claims.of_document(earlier.id)]
        return repeated_card(earlier.received, labels, records.desks.get(earlier.desk).zone)
