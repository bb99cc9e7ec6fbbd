"""Every table, as shapes only: rows do not validate, so no rule rests on a row."""

from __future__ import annotations

from datetime import date, datetime, time

from sqlalchemy import Index, UniqueConstraint, text
from sqlmodel import Field

from bot.claims.consensus import Stance
from bot.claims.links import LinkState
from bot.claims.model import Kind, Origin
from bot.claims.relations import Relation
from bot.claims.second_reading import Answered
from bot.claims.status import Status
from storage.columns import big, flag, hashed, one_of, own_id, words
from storage.shape import Shape
from storage.states import IntakeState
from storage.traffic import CallRow, DraftRow, InboxItem, LeaseRow, PostingRow

__all__ = [
    "BallotRow",
    "CallRow",
    "CheckpointRow",
    "ChoiceRow",
    "ClaimRow",
    "ClaimSourceRow",
    "DeskChatRow",
    "DeskRow",
    "DigestRow",
    "DocumentRow",
    "DraftRow",
    "EventKeyRow",
    "EventRow",
    "InboxItem",
    "LeafRow",
    "LeaseRow",
    "LinkRow",
    "MentionRow",
    "MutedRuleRow",
    "NoteRow",
    "PartyRow",
    "PersonRow",
    "PostingRow",
    "ReviewerRow",
    "SettingRow",
    "Shape",
    "SketchRow",
    "StemRow",
]


class DeskRow(Shape, table=True):
    """A desk. `last_number` is the number of its latest claim; the row is the lock under which numbers are given."""

    __tablename__ = "desk"
    id: int | None = own_id()
    chat: int = big(index=True)
    title: str = words()
    topic: int | None = big(None)
    quorum: int
    margin: int
    window: int
    rule_version: int
    perspectives: bool = flag(False)
    zone: str = words()
    digest_at: time | None = None
    public: bool
    open: bool
    opened: datetime
    last_number: int = 0


class DeskChatRow(Shape, table=True):
    """Every chat that a desk lives or has lived in."""

    __tablename__ = "desk_chat"
    chat: int = big(primary_key=True)
    desk_id: int = big(foreign_key="desk.id", index=True)
    since: datetime


class ReviewerRow(Shape, table=True):
    """A reviewer as others know them."""

    __tablename__ = "reviewer"
    __table_args__ = (UniqueConstraint("desk_id", "codename"),)
    id: int | None = own_id()
    desk_id: int = big(foreign_key="desk.id")
    codename: str = words()
    listed: bool
    frozen: bool = flag(False)
    perspective: str | None = words(None)
    since: datetime


class PersonRow(Shape, table=True):
    """Who a reviewer is on Telegram, and the secret behind the pseudonyms: apart, so that it can be erased alone."""

    __tablename__ = "person"
    telegram_id: int = big(primary_key=True)
    desk_id: int = big(primary_key=True, foreign_key="desk.id")
    reviewer_id: int = big(foreign_key="reviewer.id", unique=True)
    secret: bytes = hashed()


class ChoiceRow(Shape, table=True):
    """The desk that a person works for in private."""

    __tablename__ = "choice"
    telegram_id: int = big(primary_key=True)
    desk_id: int = big(foreign_key="desk.id")


class DocumentRow(Shape, table=True):
    """A text that was handed in, and how far it has come.

    `source_message` is the message in `chat` that holds the text; when that is edited, a new row is a version of the
    first one. `copy_of` is the text of which it is a near-copy. `second_found` are the mentions that the second reader
    added, a JSON list, kept before they are taken in.
    """

    __tablename__ = "document"
    __table_args__ = (
        Index(
            "uq_document_read_once", "desk_id", "sha256", unique=True,
            sqlite_where=text("state = 'read'"), postgresql_where=text("state = 'read'"),
        ),
        Index("ix_document_state_id", "state", "id"),
        Index("ix_document_chat_source_message", "chat", "source_message"),
    )  # fmt: skip
    id: int | None = own_id()
    desk_id: int = big(foreign_key="desk.id")
    origin: Origin = one_of(Origin)
    state: IntakeState = one_of(IntakeState)
    text: str | None = words(None)
    sha256: str | None = words(None)
    title: str | None = words(None)
    source: str | None = words(None)
    published: date | None = None
    received: datetime
    asked_by: int | None = big(None, foreign_key="reviewer.id")
    chat: int = big()
    topic: int | None = big(None)
    reply_to: int | None = big(None)
    file_id: str | None = words(None)
    file_name: str | None = words(None)
    attempts: int = 0
    not_before: datetime | None = None
    found: int = 0
    posted: int = 0
    joined: int = 0
    sentence: str | None = words(None)
    repeats: int | None = big(None, foreign_key="document.id")
    source_message: int | None = big(None)
    version_of: int | None = big(None, foreign_key="document.id", index=True)
    copy_of: int | None = big(None, foreign_key="document.id", index=True)
    second_found: str | None = words(None)
    second_answered: Answered | None = one_of(Answered, default=None)


class MentionRow(Shape, table=True):
    """One place in a document where something checkable is said; `body` is the whole of it as JSON.

    A `muted` mention makes no claim: its rule was muted at the desk when the text was taken in.
    """

    __tablename__ = "mention"
    id: int | None = own_id()
    document_id: int = big(foreign_key="document.id", index=True)
    kind: Kind = one_of(Kind)
    place: str | None = words(None)
    start: int
    stop: int
    body: str = words()
    rule: str = words("", sa_column_kwargs={"server_default": text("''")})
    muted: bool = flag(False)


class MutedRuleRow(Shape, table=True):
    """A rule, or a family of rules, of which a desk wants to hear no more."""

    __tablename__ = "muted_rule"
    desk_id: int = big(primary_key=True, foreign_key="desk.id")
    rule: str = words(primary_key=True)
    since: datetime


class ClaimRow(Shape, table=True):
    """A claim. From `status` on, the columns repeat what the history says, for lists and queues."""

    __tablename__ = "claim"
    __table_args__ = (
        UniqueConstraint("desk_id", "number"),
        UniqueConstraint("desk_id", "content_key"),
        Index("ix_claim_desk_id_status_window_ends", "desk_id", "status", "window_ends"),
        Index("ix_claim_status_window_ends", "status", "window_ends"),
        Index("ix_claim_desk_id_kind_released_at", "desk_id", "kind", "released_at"),
        Index(
            "ix_claim_unlogged", "desk_id",
            sqlite_where=text("sequence > logged"), postgresql_where=text("sequence > logged"),
        ),
    )  # fmt: skip
    id: int | None = own_id()
    desk_id: int = big(foreign_key="desk.id")
    number: int
    content_key: str = words()
    mention_id: int = big(foreign_key="mention.id", unique=True)
    document_id: int = big(foreign_key="document.id", index=True)
    statement: str = words()
    checkability: int
    kind: Kind = one_of(Kind)
    place_words: str = words()
    opened: datetime
    status: Status = one_of(Status)
    sequence: int
    logged: int = Field(default=0, sa_column_kwargs={"server_default": "0"})
    round: int
    answered: int
    needed: int
    window_ends: datetime | None = None
    released_at: datetime | None = None


class ClaimSourceRow(Shape, table=True):
    """A mention that makes a claim; the row's number gives the order of arrival.

    `salt` opens the history's commitment to what the mention says.
    """

    __tablename__ = "claim_source"
    id: int | None = own_id()
    claim_id: int = big(foreign_key="claim.id", index=True)
    mention_id: int = big(foreign_key="mention.id", unique=True)
    salt: bytes = hashed()


class EventKeyRow(Shape, table=True):
    """Under which keys a claim is looked for when another could be about the same event: place, kind and day."""

    __tablename__ = "event_key"
    desk_id: int = big(primary_key=True, foreign_key="desk.id")
    key: str = words(primary_key=True)
    kind: Kind = one_of(Kind, primary_key=True)
    day: date = Field(primary_key=True)
    claim_id: int = big(primary_key=True, foreign_key="claim.id", index=True)


class LinkRow(Shape, table=True):
    """How a newer claim relates to an older one; it repeats the two histories, for lists.

    `opened` is when the relation was first seen, `decided` when a reviewer last spoke about it.
    """

    __tablename__ = "link"
    newer_id: int = big(primary_key=True, foreign_key="claim.id")
    older_id: int = big(primary_key=True, foreign_key="claim.id", index=True)
    desk_id: int = big(foreign_key="desk.id", index=True)
    relation: Relation = one_of(Relation)
    state: LinkState = one_of(LinkState)
    reasons: str = words()
    opened: datetime
    decided: datetime | None = None


class PartyRow(Shape, table=True):
    """Who is a party to the fight that a desk follows, and on which side, in the desk's own words."""

    __tablename__ = "party"
    desk_id: int = big(primary_key=True, foreign_key="desk.id")
    name: str = words(primary_key=True)
    side: str = words()


class SketchRow(Shape, table=True):
    """One band of a text's sketch: texts that share one may be near-copies of each other."""

    __tablename__ = "sketch"
    desk_id: int = big(primary_key=True, foreign_key="desk.id")
    band: int = big(primary_key=True)
    document_id: int = big(primary_key=True, foreign_key="document.id", index=True)


class EventRow(Shape, table=True):
    """One entry of a claim's history. The database refuses to change or delete it: see `append_only`.

    `salt` holds the two salts of the entry, `hash` the link that it makes in the claim's chain: see `bot.claims.chain`.
    """

    __tablename__ = "event"
    __table_args__ = (UniqueConstraint("claim_id", "sequence"), Index("ix_event_desk_id_at", "desk_id", "at"))
    id: int | None = own_id()
    desk_id: int = big(foreign_key="desk.id")
    claim_id: int = big(foreign_key="claim.id")
    sequence: int
    name: str = words()
    payload: str = words()
    at: datetime
    salt: bytes = hashed()
    hash: bytes = hashed()


class LeafRow(Shape, table=True):
    """An event's place in its desk's log, from 0 without gaps. The database refuses to change or delete it."""

    __tablename__ = "leaf"
    desk_id: int = big(primary_key=True, foreign_key="desk.id")
    position: int = big(primary_key=True)
    event_id: int = big(foreign_key="event.id", unique=True)


class StemRow(Shape, table=True):
    """The hash over a complete subtree of a desk's log: `place` counts the subtrees of that `level` from the left.

    It repeats what the leaves say, so that a proof need not read them all.
    """

    __tablename__ = "stem"
    desk_id: int = big(primary_key=True, foreign_key="desk.id")
    level: int = Field(primary_key=True)
    place: int = big(primary_key=True)
    hash: bytes = hashed()


class CheckpointRow(Shape, table=True):
    """A signed statement of a desk's log at some size; `note` is its text. The database refuses to change it."""

    __tablename__ = "checkpoint"
    id: int | None = own_id()
    desk_id: int = big(foreign_key="desk.id", index=True)
    size: int = big()
    root: bytes = hashed()
    note: str = words()
    at: datetime


class BallotRow(Shape, table=True):
    """A reviewer's last word in a round; it repeats the history, for queues.

    `counted` is False once the history says that it does not count because the reviewer was frozen.
    """

    __tablename__ = "ballot"
    __table_args__ = (
        Index(
            "ix_ballot_set_aside", "claim_id", sqlite_where=text("counted = 0"), postgresql_where=text("NOT counted")
        ),
    )
    claim_id: int = big(primary_key=True, foreign_key="claim.id")
    round: int = Field(primary_key=True)
    reviewer_id: int = big(primary_key=True, foreign_key="reviewer.id", index=True)
    stance: Stance = one_of(Stance)
    counted: bool = flag(True)


class DigestRow(Shape, table=True):
    """The digest of a desk's local date: the row decides that it goes out, once.

    `size` is how far the desk's log went then; None where none could be signed.
    """

    __tablename__ = "digest"
    desk_id: int = big(primary_key=True, foreign_key="desk.id")
    day: date = Field(primary_key=True)
    at: datetime
    size: int | None = big(None)


class NoteRow(Shape, table=True):
    """Free text that an event commits to: beside the history, so that it can be erased with its salt."""

    __tablename__ = "note"
    id: int | None = own_id()
    claim_id: int = big(foreign_key="claim.id", index=True)
    reviewer_id: int = big(foreign_key="reviewer.id")
    text: str = words()
    salt: bytes = hashed()
    commitment: str = words(unique=True)


class SettingRow(Shape, table=True):
    """One value under a name, such as the last contact with Telegram."""

    __tablename__ = "setting"
    key: str = words(primary_key=True)
    value: str = words()
