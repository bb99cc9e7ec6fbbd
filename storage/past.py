"""What is read to tell the past: a desk's statuses at a moment in one question, the rest for the claims wanted."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import and_, func, select
from sqlmodel import col

from bot.claims.claim import Claim, Source
from bot.claims.events import Entry, StatusChanged
from bot.claims.model import ClaimId, ClaimNumber, DeskId, Kind
from bot.claims.status import Status
from storage.claims import CLAIM_AND_MENTION, at_place, claims_of_rows, source_of_row
from storage.history import entry_of_row
from storage.room import Room
from storage.tables import ClaimRow, ClaimSourceRow, DeskRow, DocumentRow, EventRow, MentionRow


class Past(Room):
    """The past of a desk. Every question is one statement, whatever the number of claims."""

    def began(self, desk: DeskId) -> datetime:
        """When the desk was opened."""
        return self.db.execute(select(col(DeskRow.opened)).where(col(DeskRow.id) == desk)).scalar_one()

    def opened_by(
        self, desk: DeskId, until: datetime, kind: Kind | None = None, place: str | None = None,
        number: ClaimNumber | None = None,
    ) -> list[ClaimId]:  # fmt: skip
        """The claims that were there at `until`, newest first; `place` as in `Claims.page`."""
        which = [col(ClaimRow.desk_id) == desk, col(ClaimRow.opened) <= until]
        if kind:
            which.append(col(ClaimRow.kind) == kind)
        if place:
            which.append(at_place(place))
        if number is not None:
            which.append(col(ClaimRow.number) == number)
        question = select(col(ClaimRow.id)).where(*which).order_by(col(ClaimRow.number).desc())
        return [ClaimId(claim) for claim in self.db.execute(question).scalars() if claim is not None]

    def statuses(self, desk: DeskId, until: datetime) -> dict[ClaimId, Status]:
        """The status that each claim had at `until`, of those whose status had ever changed."""
        last = (
            select(col(EventRow.claim_id).label("claim"), func.max(col(EventRow.sequence)).label("sequence"))
            .where(
                col(EventRow.desk_id) == desk, col(EventRow.at) <= until, col(EventRow.name) == StatusChanged.NAME
            )
            .group_by(col(EventRow.claim_id))
            .subquery()
        )  # fmt: skip
        there = and_(col(EventRow.claim_id) == last.c.claim, col(EventRow.sequence) == last.c.sequence)
        question = select(col(EventRow.claim_id), col(EventRow.payload)).join(last, there)
        return {ClaimId(row.claim_id): Status(json.loads(row.payload)["now"]) for row in self.db.execute(question)}

    def claims(self, claims: Sequence[ClaimId]) -> dict[ClaimId, Claim]:
        """These claims."""
        found = self.db.execute(CLAIM_AND_MENTION.where(col(ClaimRow.id).in_(claims)))
        return {claim.id: claim for claim in claims_of_rows(found)}

    def histories(self, claims: Sequence[ClaimId]) -> dict[ClaimId, list[Entry]]:
        """The whole history of each of these claims, in order of sequence."""
        order = (col(EventRow.claim_id), col(EventRow.sequence))
        told: dict[ClaimId, list[Entry]] = defaultdict(list)
        for row in self.db.execute(select(EventRow).where(col(EventRow.claim_id).in_(claims)).order_by(*order)):
            told[ClaimId(row.claim_id)].append(entry_of_row(row, row.sequence, row.at))
        return told

    def sources(self, claims: Sequence[ClaimId]) -> dict[ClaimId, list[Source]]:
        """Where each of these claims is said, in order of arrival."""
        question = (
            select(DocumentRow, col(MentionRow.body), col(ClaimSourceRow.claim_id))
            .join(MentionRow, col(MentionRow.document_id) == col(DocumentRow.id))
            .join(ClaimSourceRow, col(ClaimSourceRow.mention_id) == col(MentionRow.id))
            .where(col(ClaimSourceRow.claim_id).in_(claims))
            .order_by(col(ClaimSourceRow.id))
        )
        told: dict[ClaimId, list[Source]] = defaultdict(list)
        for row in self.db.execute(question):
            told[ClaimId(row.claim_id)].append(source_of_row(row))
        return told
