"""Claims: given a number, projected from their history, and asked for."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, exists, func, or_, select, update
from sqlmodel import col

from bot.claims.chain import SALT_BYTES, says_of, seal
from bot.claims.claim import Claim, Source
from bot.claims.history import Standing
from bot.claims.model import ClaimId, ClaimNumber, DeskId, DocumentId, Kind, Mention, ReviewerId
from bot.claims.status import CLOSED, OPEN, Status
from storage.desks import NoSuchDesk
from storage.mentions import from_json
from storage.places import folded, place_words
from storage.room import Room
from storage.tables import BallotRow, ClaimRow, ClaimSourceRow, DeskRow, DocumentRow, MentionRow

CLAIM_AND_MENTION = select(ClaimRow, col(MentionRow.body)).join(
    MentionRow, col(MentionRow.id) == col(ClaimRow.mention_id)
)


class Claims(Room):
    """The claims of all desks."""

    def add(
        self, desk: DeskId, mention: Mention, mention_id: int, statement: str, *, key: str, checkability: int,
        opened: datetime,
    ) -> Claim:  # fmt: skip
        """A new claim with the desk's next number. `key` is unique within the desk."""
        document = select(col(MentionRow.document_id)).where(col(MentionRow.id) == mention_id).scalar_subquery()
        number = self._next_number(desk)
        values = {
            "desk_id": desk, "number": number, "content_key": key, "mention_id": mention_id, "document_id": document,
            "statement": statement, "checkability": checkability, "kind": mention.kind,
            "place_words": place_words(mention.place), "opened": opened, "status": Status.PENDING, "sequence": 0,
            "round": 0, "answered": 0, "needed": 0,
        }  # fmt: skip
        claim = ClaimId(self.write(ClaimRow, **values))
        return Claim(claim, desk, number, statement, mention, Status.PENDING, 0, opened, released=False)

    def _next_number(self, desk: DeskId) -> ClaimNumber:
        """Under the lock of the desk's row, and given back when the transaction fails: no gaps."""
        following = col(DeskRow.last_number) + 1
        row = update(DeskRow).where(col(DeskRow.id) == desk).values(last_number=following)
        number = self.db.execute(row.returning(col(DeskRow.last_number))).scalar_one_or_none()
        if number is None:
            raise NoSuchDesk(desk=desk)
        return ClaimNumber(number)

    def add_source(self, claim: ClaimId, mention_id: int) -> str:
        """A mention makes this claim; returns the commitment to what it says, in hex."""
        salt = secrets.token_bytes(SALT_BYTES)
        self.write(ClaimSourceRow, claim_id=claim, mention_id=mention_id, salt=salt)
        question = (
            select(col(ClaimRow.statement), col(MentionRow.body), col(DocumentRow.sha256))
            .select_from(ClaimSourceRow)
            .join(ClaimRow, col(ClaimRow.id) == col(ClaimSourceRow.claim_id))
            .join(MentionRow, col(MentionRow.id) == col(ClaimSourceRow.mention_id))
            .join(DocumentRow, col(DocumentRow.id) == col(MentionRow.document_id))
            .where(col(ClaimSourceRow.mention_id) == mention_id)
        )
        return seal(salt, says_of(*self.db.execute(question).one())).hex()

    def get(self, claim: ClaimId, *, lock: bool = False) -> Claim | None:
        """The claim; `lock` keeps everybody else from changing it until the transaction ends."""
        return self._one(col(ClaimRow.id) == claim, lock=lock)

    def by_number(self, desk: DeskId, number: ClaimNumber, *, lock: bool = False) -> Claim | None:
        """The desk's claim that people call by this number."""
        return self._one(col(ClaimRow.desk_id) == desk, col(ClaimRow.number) == number, lock=lock)

    def numbered(self, desk: DeskId, numbers: Iterable[ClaimNumber]) -> list[Claim]:
        """The desk's claims of these numbers, in order of them."""
        which = (col(ClaimRow.desk_id) == desk, col(ClaimRow.number).in_(list(numbers)))
        return self._all(CLAIM_AND_MENTION.where(*which).order_by(col(ClaimRow.number)))

    def by_key(self, desk: DeskId, key: str) -> Claim | None:
        """The desk's claim that says the same to the letter."""
        return self._one(col(ClaimRow.desk_id) == desk, col(ClaimRow.content_key) == key)

    def _one(self, *which: ColumnElement[bool], lock: bool = False) -> Claim | None:
        question = CLAIM_AND_MENTION.where(*which)
        locked = question.with_for_update(of=ClaimRow, key_share=True) if lock else question
        row = self.db.execute(locked).one_or_none()
        return claim_of_row(row) if row else None

    def sources(self, claim: ClaimId) -> tuple[Source, ...]:
        """Where it is said, in order of arrival."""
        question = (
            select(DocumentRow, col(MentionRow.body))
            .join(MentionRow, col(MentionRow.document_id) == col(DocumentRow.id))
            .join(ClaimSourceRow, col(ClaimSourceRow.mention_id) == col(MentionRow.id))
            .where(col(ClaimSourceRow.claim_id) == claim)
            .order_by(col(ClaimSourceRow.id))
        )
        return tuple(source_of_row(row) for row in self.db.execute(question))

    def project(self, claim: ClaimId, standing: Standing) -> None:
        """Repeats in the claim's row what the history now says, for lists and queues."""
        rule = standing.rule
        values = {
            "status": standing.status, "sequence": standing.sequence, "round": standing.round,
            "answered": standing.tally.answered, "window_ends": standing.window_ends,
            "needed": max(rule.quorum, rule.margin + standing.lost) if standing.round else 0,
        }  # fmt: skip
        if standing.round_opened:
            values["released_at"] = func.coalesce(col(ClaimRow.released_at), standing.round_opened)
        self.db.execute(update(ClaimRow).where(col(ClaimRow.id) == claim).values(**values))

    def page(
        self, desk: DeskId, *, limit: int, status: Status | None = None, kind: Kind | None = None,
        place: str | None = None, skip: int = 0,
    ) -> tuple[list[Claim], int]:  # fmt: skip
        """The newest claims, newest first, after `skip` of them, and how many there are on all pages.

        `place` is found in the names of towns and provinces, whatever its case and accents; two capitals are a country.
        """
        which = [col(ClaimRow.desk_id) == desk]
        if status:
            which.append(col(ClaimRow.status) == status)
        if kind:
            which.append(col(ClaimRow.kind) == kind)
        if place:
            which.append(at_place(place))
        total = self.db.execute(select(func.count()).select_from(ClaimRow).where(*which)).scalar_one()
        newest = CLAIM_AND_MENTION.where(*which).order_by(col(ClaimRow.number).desc()).offset(skip).limit(limit)
        return self._all(newest), total

    def waiting(
        self, desk: DeskId, reviewer: ReviewerId | None, *, limit: int, skip: int = 0
    ) -> tuple[list[Claim], int]:
        """The released, open claims that this reviewer (the desk when None) has not answered, and how many there are.

        Most pressing first: pending before undetermined, then by the end of the review window, then the oldest.
        """
        which = [*_before_the_desk(desk), *([_not_answered_by(reviewer)] if reviewer else [])]
        total = self.db.execute(select(func.count()).select_from(ClaimRow).where(*which)).scalar_one()
        pressing = (col(ClaimRow.status) != Status.PENDING, col(ClaimRow.window_ends), col(ClaimRow.number))
        return self._all(CLAIM_AND_MENTION.where(*which).order_by(*pressing).offset(skip).limit(limit)), total

    def of_document(self, document: DocumentId) -> list[Claim]:
        """The claims that mentions of this document make or support, in order of their numbers."""
        here = (
            select(col(ClaimSourceRow.claim_id))
            .join(MentionRow, col(MentionRow.id) == col(ClaimSourceRow.mention_id))
            .where(col(MentionRow.document_id) == document)
        )
        return self._all(CLAIM_AND_MENTION.where(col(ClaimRow.id).in_(here)).order_by(col(ClaimRow.number)))

    def of_versions(self, first: DocumentId) -> list[Claim]:
        """The claims that any version of this text makes, in order of their numbers."""
        here = (
            select(col(ClaimSourceRow.claim_id))
            .join(MentionRow, col(MentionRow.id) == col(ClaimSourceRow.mention_id))
            .join(DocumentRow, col(DocumentRow.id) == col(MentionRow.document_id))
            .where(or_(col(DocumentRow.id) == first, col(DocumentRow.version_of) == first))
        )
        return self._all(CLAIM_AND_MENTION.where(col(ClaimRow.id).in_(here)).order_by(col(ClaimRow.number)))

    def longest_waiting(self, desk: DeskId, limit: int) -> list[Claim]:
        """The open claims that have been before the desk longest."""
        question = CLAIM_AND_MENTION.where(*_before_the_desk(desk))
        return self._all(question.order_by(col(ClaimRow.released_at), col(ClaimRow.number)).limit(limit))

    def held_back(self, document: DocumentId, limit: int) -> list[Claim]:
        """The claims of a document that are not before the desk yet, the most checkable first."""
        which = (col(ClaimRow.document_id) == document, col(ClaimRow.released_at).is_(None))
        order = (col(ClaimRow.checkability).desc(), col(ClaimRow.number))
        return self._all(CLAIM_AND_MENTION.where(*which).order_by(*order).limit(limit))

    def count_of(self, document: DocumentId) -> int:
        """How many claims were first made by this document."""
        question = select(func.count()).select_from(ClaimRow).where(col(ClaimRow.document_id) == document)
        return self.db.execute(question).scalar_one()

    def casualties_since(self, desk: DeskId, since: datetime) -> list[Claim]:
        """The casualty claims put before the desk since then, without those that no longer count."""
        which = (
            col(ClaimRow.desk_id) == desk, col(ClaimRow.kind) == Kind.CASUALTIES,
            col(ClaimRow.released_at) > since, col(ClaimRow.status).not_in(CLOSED),
        )  # fmt: skip
        return self._all(CLAIM_AND_MENTION.where(*which).order_by(col(ClaimRow.number)))

    def windows_ended(self, at: datetime, limit: int) -> list[ClaimId]:
        """Pending claims of all desks whose review window is over."""
        which = (col(ClaimRow.status) == Status.PENDING, col(ClaimRow.window_ends) <= at)
        question = select(col(ClaimRow.id)).where(*which).order_by(col(ClaimRow.window_ends), col(ClaimRow.id))
        return [ClaimId(claim) for claim in self.db.execute(question.limit(limit)).scalars() if claim is not None]

    def counts(self, desk: DeskId) -> dict[Status, int]:
        """How many claims before the desk have which status; those that none has are left out."""
        status = col(ClaimRow.status)
        which = (col(ClaimRow.desk_id) == desk, col(ClaimRow.released_at).is_not(None))
        question = select(status, func.count()).where(*which).group_by(status)
        return {row[0]: row[1] for row in self.db.execute(question)}

    def _all(self, question: Select[Any, Any]) -> list[Claim]:
        return claims_of_rows(self.db.execute(question))


def at_place(place: str) -> ColumnElement[bool]:
    """Whether a claim is at this place; two capitals are a country."""
    words = col(ClaimRow.place_words)
    if len(place) == 2 and place.isupper():
        return or_(words == folded(place), words.endswith(f"|{folded(place)}", autoescape=True))
    return words.contains(folded(place) or place, autoescape=True)


def _before_the_desk(desk: DeskId) -> tuple[ColumnElement[bool], ...]:
    return (col(ClaimRow.desk_id) == desk, col(ClaimRow.status).in_(OPEN), col(ClaimRow.released_at).is_not(None))


def _not_answered_by(reviewer: ReviewerId) -> ColumnElement[bool]:
    theirs = (col(BallotRow.claim_id) == col(ClaimRow.id), col(BallotRow.round) == col(ClaimRow.round))
    return ~exists().where(*theirs, col(BallotRow.reviewer_id) == reviewer)


def claims_of_rows(rows: Iterable[Row[Any, Any]]) -> list[Claim]:
    """The nouns of several rows."""
    return [claim_of_row(row) for row in rows]


def claim_of_row(row: Row[Any, Any]) -> Claim:
    """The noun that a row of `CLAIM_AND_MENTION` stands for."""
    return Claim(
        id=ClaimId(row.id), desk=DeskId(row.desk_id), number=ClaimNumber(row.number), statement=row.statement,
        mention=from_json(row.body), status=row.status, sequence=row.sequence, opened=row.opened,
        released=row.released_at is not None, answered=row.answered, needed=row.needed, window_ends=row.window_ends,
    )  # fmt: skip


def source_of_row(row: Row[Any, Any] | Row[Any, Any, Any]) -> Source:
    """The noun that a document with the body of its mention stands for."""
    first, copied = (None if one is None else DocumentId(one) for one in (row.version_of, row.copy_of))
    mention = from_json(row.body)
    return Source(
        DocumentId(row.id), row.title, row.source, row.origin, row.published, row.received, mention, first, copied
    )
