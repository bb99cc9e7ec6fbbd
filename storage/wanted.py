"""What makes postings differ from what hangs: a changed claim or document, a chat that moved or came back."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Connection, case, exists, or_, select, update
from sqlalchemy.orm import aliased
from sqlmodel import col

from bot.claims.links import LinkState
from bot.claims.model import ClaimId, DocumentId
from bot.claims.status import OPEN
from storage.states import PostingState
from storage.tables import ClaimRow, LinkRow, PostingRow

FINISHED = (PostingState.GONE, PostingState.STOPPED)


def claim_changed(db: Connection, claim: ClaimId) -> None:
    """Every posting of the claim should show something newer."""
    _changed(db, col(PostingRow.claim_id) == claim)


def relatives_changed(db: Connection, claim: ClaimId) -> None:
    """Every posting of a claim that relates to this one should show how it stands with it now."""
    held = col(LinkRow.state) != LinkState.DISMISSED
    newer = select(col(LinkRow.newer_id)).where(col(LinkRow.older_id) == claim, held)
    older = select(col(LinkRow.older_id)).where(col(LinkRow.newer_id) == claim, held)
    _changed(db, or_(col(PostingRow.claim_id).in_(newer), col(PostingRow.claim_id).in_(older)))


def document_changed(db: Connection, document: DocumentId) -> None:
    """Every posting about the document should show something newer."""
    _changed(db, col(PostingRow.document_id) == document)


def _changed(db: Connection, which: ColumnElement[bool]) -> None:
    newer = col(PostingRow.wanted_version) + 1
    db.execute(update(PostingRow).where(which, _unfinished()).values(wanted_version=newer))


def _unfinished() -> ColumnElement[bool]:
    return col(PostingRow.state).not_in(FINISHED)


def revive(db: Connection, chat: int) -> None:
    """The chat can be written to again: what was stopped there for an open claim is wanted again.

    A message that hung there is brought up to date; if it is gone, that will show.
    """
    state = case((col(PostingRow.message_id).is_(None), PostingState.WANTED.value), else_=PostingState.SHOWN.value)
    stopped = (col(PostingRow.chat) == chat, col(PostingRow.state) == PostingState.STOPPED, _of_open_claim())
    db.execute(
        update(PostingRow)
        .where(*stopped)
        .values(state=state, wanted_version=col(PostingRow.wanted_version) + 1, not_before=None, attempts=0, why=None)
    )


def move(db: Connection, old_chat: int, new_chat: int) -> None:
    """The chat has a new id and its messages stay behind: what is still of use is wanted anew, the rest is over."""
    here = (col(PostingRow.chat) == old_chat, _unfinished())
    shown = (PostingState.SHOWN, PostingState.UNCERTAIN, PostingState.SENDING)
    use = or_(col(PostingRow.state) == PostingState.WANTED, _of_open_claim())
    values = {
        "chat": new_chat, "state": PostingState.WANTED, "message_id": None, "imprint": None, "reply_to": None,
        "wanted_version": col(PostingRow.wanted_version) + 1, "not_before": None, "attempts": 0,
    }  # fmt: skip
    db.execute(update(PostingRow).where(*here, use, ~_has_twin(new_chat)).values(**values))
    over = {"state": PostingState.STOPPED, "why": "the chat has moved"}
    db.execute(update(PostingRow).where(*here, col(PostingRow.state).in_(shown)).values(**over))


def _of_open_claim() -> ColumnElement[bool]:
    claim = exists().where(col(ClaimRow.id) == col(PostingRow.claim_id), col(ClaimRow.status).in_(OPEN))
    return claim.correlate(PostingRow)


def _has_twin(chat: int) -> ColumnElement[bool]:
    """Whether the chat has a posting of the same key already."""
    twin = aliased(PostingRow)
    return exists().where(col(twin.chat) == chat, col(twin.key) == col(PostingRow.key))
