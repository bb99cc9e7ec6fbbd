"""The histories of claims: written once, never changed."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, insert, select
from sqlalchemy.exc import IntegrityError
from sqlmodel import col

from bot.claims.chain import GENESIS, Salt, body_of, link
from bot.claims.claim import Claim
from bot.claims.errors import ClaimdeskError
from bot.claims.events import Entry, Event, Linked, LinkProposed, StatusChanged, Unlinked, payload, revive
from bot.claims.model import ClaimId, DeskId
from storage import wanted
from storage.claims import CLAIM_AND_MENTION, claim_of_row
from storage.room import Room
from storage.tables import ClaimRow, EventRow, LeafRow

TOLD = (StatusChanged.NAME, LinkProposed.NAME, Linked.NAME, Unlinked.NAME)  # what digests tell of


class Overtaken(ClaimdeskError):
    """Somebody else was faster: the claim has moved on meanwhile. Please try again."""


class NoClaimForEvent(ClaimdeskError):
    """There is no claim with the id {claim} that something could have happened to."""


class History(Room):
    """What happened to claims."""

    def append(self, claim: ClaimId, sequence: int, event: Event, at: datetime) -> Entry:
        """Writes one event, and makes every posting of the claim differ. Raises Overtaken when the place is taken.

        After Overtaken the transaction can only be given up.
        """
        desk, number, previous = self._end_of_chain(claim, sequence)
        salt, said = Salt.fresh(), payload(event)
        made = link(desk, number, sequence, at, salt, body_of(event.NAME, said), previous)
        values = {
            "desk_id": desk, "claim_id": claim, "sequence": sequence, "name": event.NAME, "payload": said, "at": at,
            "salt": bytes(salt), "hash": made.hash(),
        }  # fmt: skip
        try:
            self.db.execute(insert(EventRow).values(**values))
        except IntegrityError as error:
            raise Overtaken from error
        wanted.claim_changed(self.db, claim)
        return Entry(claim, sequence, at.astimezone(UTC), event)

    def _end_of_chain(self, claim: ClaimId, sequence: int) -> tuple[int, int, bytes]:
        """The desk, the claim's number, and the hash that the event of this sequence follows on."""
        before = and_(col(EventRow.claim_id) == col(ClaimRow.id), col(EventRow.sequence) == sequence - 1)
        question = select(col(ClaimRow.desk_id), col(ClaimRow.number), col(EventRow.hash)).select_from(ClaimRow)
        row = self.db.execute(question.outerjoin(EventRow, before).where(col(ClaimRow.id) == claim)).one_or_none()
        if row is None:
            raise NoClaimForEvent(claim=claim)
        if row.hash is None and sequence > 1:
            raise Overtaken
        return row.desk_id, row.number, row.hash or GENESIS

    def of(self, claim: ClaimId) -> list[Entry]:
        """The history of a claim, from its first event on."""
        question = select(EventRow).where(col(EventRow.claim_id) == claim).order_by(col(EventRow.sequence))
        return [entry_of_row(row, row.sequence, row.at) for row in self.db.execute(question)]

    def changes(self, desk: DeskId, since: datetime, until: datetime) -> list[tuple[Claim, Entry]]:
        """The changes of status and links of a desk after `since` and up to `until`, in the order they happened in."""
        return self._changes(desk, col(EventRow.at) > since, col(EventRow.at) <= until)

    def changes_logged(self, desk: DeskId, first: int, size: int) -> list[tuple[Claim, Entry]]:
        """The changes of status and links at these places of the desk's log, from `first` to before `size`.

        Unlike a stretch of time this misses nothing that was written while the last digest was made.
        """
        place = col(LeafRow.position)
        logged = select(col(LeafRow.event_id)).where(col(LeafRow.desk_id) == desk, place >= first, place < size)
        return self._changes(desk, col(EventRow.id).in_(logged))

    def _changes(self, desk: DeskId, *which: ColumnElement[bool]) -> list[tuple[Claim, Entry]]:
        at = col(EventRow.at)
        question = (
            CLAIM_AND_MENTION.join(EventRow, col(EventRow.claim_id) == col(ClaimRow.id))
            .add_columns(
                col(EventRow.claim_id), col(EventRow.name), col(EventRow.payload),
                col(EventRow.sequence).label("place"), at.label("happened"),
            )
            .where(col(EventRow.desk_id) == desk, col(EventRow.name).in_(TOLD), *which)
            .order_by(at, col(EventRow.id))
        )  # fmt: skip
        return [(claim_of_row(row), entry_of_row(row, row.place, row.happened)) for row in self.db.execute(question)]


def entry_of_row(row: Row[Any], sequence: int, at: datetime) -> Entry:
    """The noun that a row of events stands for."""
    return Entry(ClaimId(row.claim_id), sequence, at, revive(row.name, row.payload))
