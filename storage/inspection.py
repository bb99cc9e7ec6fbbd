"""What a database at rest holds, read in short stretches, for those who look whether it contradicts itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, func, select
from sqlmodel import col

from bot.claims.claim import Claim
from bot.claims.consensus import Stance
from bot.claims.events import Entry
from bot.claims.model import ClaimId, DeskId, Kind, Voter
from bot.claims.pseudonyms import voter
from bot.claims.status import OPEN
from storage.claims import CLAIM_AND_MENTION, claim_of_row
from storage.history import entry_of_row
from storage.inbox import SAME_UPDATE
from storage.kept_links import NO_LINKS, KeptLinks, LinksAtRest
from storage.room import Room
from storage.states import PostingState
from storage.tables import (
    BallotRow,
    ClaimRow,
    DeskChatRow,
    DeskRow,
    DocumentRow,
    EventKeyRow,
    EventRow,
    InboxItem,
    PersonRow,
    PostingRow,
)

Word = tuple[Voter | None, Stance]
"""A ballot: the voter's name on this claim, None once the reviewer was forgotten, and the stance."""


@dataclass(frozen=True, slots=True)
class KeptClaim:
    """A claim as its row tells it, its whole history, and the ballots of its present round.

    `mention`, `document` and `kind` are what the row says of the source that the claim was opened from. `known` are the
    names that the desk's people have on this claim: whoever was forgotten is not among them. `filed` tells whether
    later claims about its event find it.
    """

    claim: Claim
    round: int
    mention: int
    document: int
    kind: Kind
    entries: tuple[Entry, ...]
    ballots: tuple[Word, ...]
    known: frozenset[Voter]
    links: KeptLinks
    filed: bool


@dataclass(frozen=True, slots=True)
class Numbering:
    """The numbers that a desk has given to claims."""

    desk: DeskId
    last: int
    count: int
    highest: int


@dataclass(frozen=True, slots=True)
class OwnCard:
    """What is known of an open claim's own card in its desk's chat; `state` is None when nothing was ever wanted."""

    claim: ClaimId
    desk: DeskId
    number: int
    state: PostingState | None
    message_id: int | None
    why: str | None
    made: datetime | None
    not_before: datetime | None


class Inspection(Room):
    """Reads what is there; nothing here changes anything."""

    def claims_after(self, claim: int, limit: int) -> list[KeptClaim]:
        """The next claims by their id, with all that is kept of them."""
        question = CLAIM_AND_MENTION.where(col(ClaimRow.id) > claim).order_by(col(ClaimRow.id)).limit(limit)
        rows = self.db.execute(question.add_columns(col(ClaimRow.round))).all()
        entries, ballots = self._entries(row.id for row in rows), self._ballots(row.id for row in rows)
        secrets, links = self._secrets(), LinksAtRest(self.db).of([row.id for row in rows])
        filed = self._filed(row.id for row in rows)
        return [
            KeptClaim(
                claim_of_row(row), row.round, row.mention_id, row.document_id, row.kind, tuple(entries[row.id]),
                tuple(ballots[row.id, row.round]),
                frozenset(voter(secret, row.desk_id, row.number) for secret in secrets[row.desk_id]),
                links.get(row.id, NO_LINKS), row.id in filed,
            )
            for row in rows
        ]  # fmt: skip

    def _secrets(self) -> dict[int, list[bytes]]:
        """The secrets behind the names of each desk's people."""
        found: dict[int, list[bytes]] = defaultdict(list)
        for desk, secret in self.db.execute(select(col(PersonRow.desk_id), col(PersonRow.secret))):
            found[desk].append(secret)
        return found

    def _filed(self, claims: Iterable[int]) -> frozenset[int]:
        """Those of the claims that are filed under any key."""
        claim = col(EventKeyRow.claim_id)
        return frozenset(self.db.execute(select(claim).where(claim.in_(tuple(claims))).distinct()).scalars())

    def _entries(self, claims: Iterable[int]) -> dict[int, list[Entry]]:
        question = select(EventRow).where(col(EventRow.claim_id).in_(tuple(claims)))
        found: dict[int, list[Entry]] = defaultdict(list)
        for row in self.db.execute(question.order_by(col(EventRow.claim_id), col(EventRow.sequence))):
            found[row.claim_id].append(entry_of_row(row, row.sequence, row.at))
        return found

    def _ballots(self, claims: Iterable[int]) -> dict[tuple[int, int], list[Word]]:
        question = (
            select(BallotRow, col(PersonRow.secret), col(ClaimRow.desk_id), col(ClaimRow.number))
            .join(ClaimRow, col(ClaimRow.id) == col(BallotRow.claim_id))
            .outerjoin(PersonRow, col(PersonRow.reviewer_id) == col(BallotRow.reviewer_id))
            .where(col(BallotRow.claim_id).in_(tuple(claims)))
        )
        found: dict[tuple[int, int], list[Word]] = defaultdict(list)
        for row in self.db.execute(question):
            name = voter(row.secret, row.desk_id, row.number) if row.secret else None
            found[row.claim_id, row.round].append((name, row.stance))
        return found

    def texts_after(self, document: int, limit: int) -> list[tuple[int, DeskId, str, str | None]]:
        """The next texts by their document's id, with their desk and the hash that is kept of them."""
        row = DocumentRow
        question = select(col(row.id), col(row.desk_id), col(row.text), col(row.sha256))
        here = question.where(col(row.id) > document, col(row.text).is_not(None)).order_by(col(row.id)).limit(limit)
        return [(found[0] or 0, DeskId(found[1]), found[2] or "", found[3]) for found in self.db.execute(here)]

    def numberings(self) -> list[Numbering]:
        """How the desks have numbered their claims."""
        question = (
            select(
                col(DeskRow.id), col(DeskRow.last_number), func.count(col(ClaimRow.id)), func.max(col(ClaimRow.number))
            )
            .outerjoin(ClaimRow, col(ClaimRow.desk_id) == col(DeskRow.id))
            .group_by(col(DeskRow.id), col(DeskRow.last_number))
            .order_by(col(DeskRow.id))
        )
        return [Numbering(DeskId(row[0] or 0), row[1], row[2], row[3] or 0) for row in self.db.execute(question)]

    def own_cards(self, after: int, limit: int) -> list[OwnCard]:
        """The next claims before open desks that still wait for answers, by their id, with their own cards."""
        posting = PostingRow
        own = and_(
            col(posting.claim_id) == col(ClaimRow.id), col(posting.chat) == col(DeskRow.chat),
            col(posting.key).startswith("claim:"),
        )  # fmt: skip
        question = (
            select(
                col(ClaimRow.id), col(ClaimRow.desk_id), col(ClaimRow.number), col(posting.state),
                col(posting.message_id), col(posting.why), col(posting.made), col(posting.not_before),
            )
            .join(DeskRow, col(DeskRow.id) == col(ClaimRow.desk_id))
            .outerjoin(posting, own)
            .where(col(ClaimRow.id) > after, col(ClaimRow.status).in_(OPEN), col(ClaimRow.round) > 0, col(DeskRow.open))
            .order_by(col(ClaimRow.id))
            .limit(limit)
        )  # fmt: skip
        return [
            OwnCard(
                ClaimId(row.id), DeskId(row.desk_id), row.number, row.state, row.message_id, row.why, row.made,
                row.not_before,
            )
            for row in self.db.execute(question)
        ]  # fmt: skip

    def updates_kept_twice(self) -> list[int]:
        """The numbers of updates that were kept twice although they came within 48 hours."""
        when = col(InboxItem.arrived)
        question = (
            select(col(InboxItem.update_id), func.min(when), func.max(when))
            .where(col(InboxItem.payload).is_not(None))
            .group_by(col(InboxItem.update_id), col(InboxItem.payload))
            .having(func.count() > 1)
        )
        return [number for number, first, last in self.db.execute(question) if last - first < SAME_UPDATE]

    def updates_given_up_and_open(self) -> list[int]:
        """The numbers of updates that were set aside and yet wait to be handled."""
        which = (col(InboxItem.set_aside), col(InboxItem.handled).is_(None))
        return list(self.db.execute(select(col(InboxItem.update_id)).where(*which)).scalars())

    def digests_shown_twice(self) -> list[tuple[DeskId, str]]:
        """The digests of a day that hang more than once with a desk, wherever it has lived."""
        question = (
            select(col(DeskChatRow.desk_id), col(PostingRow.key))
            .join(PostingRow, col(PostingRow.chat) == col(DeskChatRow.chat))
            .where(col(PostingRow.key).startswith("digest:"), col(PostingRow.state) == PostingState.SHOWN)
            .group_by(col(DeskChatRow.desk_id), col(PostingRow.key))
            .having(func.count() > 1)
        )
        return [(DeskId(desk), key.removeprefix("digest:")) for desk, key in self.db.execute(question)]

    def messages_of_two_postings(self) -> list[tuple[int, int]]:
        """Messages, as chat and number, of which two postings say that they hang there."""
        question = (
            select(col(PostingRow.chat), col(PostingRow.message_id))
            .where(col(PostingRow.message_id).is_not(None))
            .group_by(col(PostingRow.chat), col(PostingRow.message_id))
            .having(func.count() > 1)
        )
        return [(chat, message or 0) for chat, message in self.db.execute(question)]
