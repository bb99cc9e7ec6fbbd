"""The tables of what comes in and goes out, and of who does what at the moment: shapes only, as in `tables`."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index, UniqueConstraint, text

from storage.columns import big, one_of, own_id, words
from storage.shape import Shape
from storage.states import PostingState


class PostingRow(Shape, table=True):
    """What hangs, or should hang, in a chat."""

    __tablename__ = "posting"
    __table_args__ = (
        UniqueConstraint("chat", "key"),
        Index("ix_posting_chat_message_id", "chat", "message_id"),
        Index(
            "ix_posting_differing", "chat", "priority", "id",
            sqlite_where=text("wanted_version > shown_version"),
            postgresql_where=text("wanted_version > shown_version"),
        ),
    )  # fmt: skip
    id: int | None = own_id()
    chat: int = big()
    topic: int | None = big(None)
    key: str = words()
    claim_id: int | None = big(None, foreign_key="claim.id", index=True)
    document_id: int | None = big(None, foreign_key="document.id", index=True)
    content: str | None = words(None)
    reply_to: int | None = big(None)
    priority: int
    state: PostingState = one_of(PostingState)
    message_id: int | None = big(None)
    imprint: str | None = words(None)
    wanted_version: int
    shown_version: int
    attempts: int
    repeats: int
    not_before: datetime | None = None
    made: datetime
    tried: datetime | None = None
    shown: datetime | None = None
    why: str | None = words(None)


class CallRow(Shape, table=True):
    """A call that counted against a chat's pace."""

    __tablename__ = "call"
    __table_args__ = (Index("ix_call_at", "at"),)
    id: int | None = own_id()
    chat: int = big()
    at: datetime


class InboxItem(Shape, table=True):
    """An update as it came. `dedupe` is free again after 48 hours, `payload` is erased some days after handling.

    The updates of one `line` are handled in their order. Until `taken_until` an update is left alone: `taken_by`
    works on it, or nobody should, since it failed a moment ago.
    """

    __tablename__ = "inbox"
    __table_args__ = (
        Index(
            "ix_inbox_waiting", "line", "id",
            sqlite_where=text("handled IS NULL"), postgresql_where=text("handled IS NULL"),
        ),
        Index(
            "ix_inbox_payload_kept", "handled",
            sqlite_where=text("payload IS NOT NULL"), postgresql_where=text("payload IS NOT NULL"),
        ),
    )  # fmt: skip
    id: int | None = own_id()
    update_id: int = big()
    dedupe: str | None = words(None, unique=True)
    payload: str | None = words(None)
    line: str = words("", sa_column_kwargs={"server_default": text("''")})
    arrived: datetime
    taken_by: str | None = words(None)
    taken_until: datetime | None = None
    handled: datetime | None = None
    attempts: int
    set_aside: bool
    reference: str | None = words(None)


class DraftRow(Shape, table=True):
    """One part of a text that a client has cut up, waiting for the others."""

    __tablename__ = "draft"
    __table_args__ = (Index("ix_draft_chat_sender", "chat", "sender"),)
    id: int | None = own_id()
    chat: int = big()
    sender: int = big()
    desk_id: int = big(foreign_key="desk.id")
    reviewer_id: int = big(foreign_key="reviewer.id")
    text: str = words()
    message_id: int = big()
    at: datetime


class LeaseRow(Shape, table=True):
    """What one process at a time does. `term` grows with every change of hands."""

    __tablename__ = "lease"
    name: str = words(primary_key=True)
    holder: str = words()
    until: datetime
    term: int = big()
