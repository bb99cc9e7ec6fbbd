"""Postings: our memory of what should hang in chats, and of what does."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, case, delete, exists, func, insert, or_, select, update
from sqlmodel import col

from bot.claims.errors import ClaimdeskError
from bot.claims.model import ClaimId, DocumentId
from storage import wanted
from storage.room import Room
from storage.states import PostingState
from storage.tables import CallRow, ClaimRow, DeskRow, PostingRow

REMEMBER_CALLS = timedelta(minutes=2)  # no limit on the pace looks further back than one minute
SHOWABLE = (PostingState.WANTED, PostingState.UNCERTAIN, PostingState.SHOWN)


class NoSuchPosting(ClaimdeskError):
    """There is no posting with the number {posting}."""


@dataclass(frozen=True, slots=True)
class Posting:
    """What hangs, or should hang, in a chat, once under its `key`.

    `content` is the JSON of a finished card, None when the card is made of the claim or document each
    time. The posting differs while `wanted_version` is above `shown_version`. `attempts` counts the
    calls since it was last shown, `repeats` the answers that were lost: so many copies may hang besides.
    `priority` is below 0 while the posting is in a hurry.
    """

    id: int
    chat: int
    key: str
    priority: int
    state: PostingState
    made: datetime
    topic: int | None = None
    claim: ClaimId | None = None
    document: DocumentId | None = None
    content: str | None = None
    reply_to: int | None = None
    message_id: int | None = None
    imprint: str | None = None
    wanted_version: int = 1
    shown_version: int = 0
    attempts: int = 0
    repeats: int = 0
    not_before: datetime | None = None
    tried: datetime | None = None
    shown: datetime | None = None
    why: str | None = None

    @property
    def hurried(self) -> bool:
        """Whether its next change is news that people wait for."""
        return self.priority < 0


class Postings(Room):
    """The postings of all chats."""

    def want(
        self, chat: int, key: str, *, priority: int, at: datetime, topic: int | None = None,
        claim: ClaimId | None = None, document: DocumentId | None = None, content: str | None = None,
        reply_to: int | None = None,
    ) -> Posting:  # fmt: skip
        """This should hang in the chat. One that is there under the key already is left as it is."""
        posting = self.insert(
            PostingRow, chat=chat, key=key, topic=topic, claim_id=claim, document_id=document, content=content,
            reply_to=reply_to, priority=priority, state=PostingState.WANTED, wanted_version=1, shown_version=0,
            attempts=0, repeats=0, made=at,
        )  # fmt: skip
        self.db.execute(posting.on_conflict_do_nothing(index_elements=["chat", "key"]))
        kept = self.get_by_key(chat, key)
        assert kept is not None
        return kept

    def hurry(self, claim: ClaimId) -> None:
        """The next change of what hangs for this claim is news that people wait for, until it is shown."""
        hangs = (col(PostingRow.claim_id) == claim, col(PostingRow.message_id).is_not(None))
        self.db.execute(update(PostingRow).where(*hangs).values(priority=-func.abs(col(PostingRow.priority))))

    def relatives_changed(self, claim: ClaimId) -> None:
        """What hangs for the claims that relate to this one tells of it, and no longer holds."""
        wanted.relatives_changed(self.db, claim)

    def rewrite(self, posting: int, content: str) -> None:
        """It should now show this finished card."""
        self._change(posting, content=content, wanted_version=col(PostingRow.wanted_version) + 1)

    def get(self, posting: int) -> Posting:
        """The posting of this number. Raises NoSuchPosting."""
        found = self._all(col(PostingRow.id) == posting)
        if not found:
            raise NoSuchPosting(posting=posting)
        return found[0]

    def get_by_key(self, chat: int, key: str) -> Posting | None:
        """What should hang in the chat under this key."""
        return next(iter(self._all(col(PostingRow.chat) == chat, col(PostingRow.key) == key)), None)

    def at_message(self, chat: int, message_id: int) -> Posting | None:
        """What hangs in this message."""
        return next(iter(self._all(col(PostingRow.chat) == chat, col(PostingRow.message_id) == message_id)), None)

    def newest(self, chat: int) -> Posting | None:
        """What hangs in the newest message of ours in this chat."""
        last = select(func.max(col(PostingRow.message_id))).where(col(PostingRow.chat) == chat).scalar_subquery()
        return next(iter(self._all(col(PostingRow.chat) == chat, col(PostingRow.message_id) == last)), None)

    def reaches(self, chat: int) -> bool:
        """Whether something of ours hangs in this chat: then the bot may write there."""
        shown = exists().where(col(PostingRow.chat) == chat, col(PostingRow.state) == PostingState.SHOWN)
        return bool(self.db.execute(select(shown)).scalar_one())

    def of_claim(self, claim: ClaimId) -> list[Posting]:
        """Every posting of a claim, finished ones included."""
        return self._all(col(PostingRow.claim_id) == claim)

    def interrupted(self) -> list[Posting]:
        """What was being sent when the program ended: nobody knows whether it arrived."""
        return self._all(col(PostingRow.state) == PostingState.SENDING)

    def differing(self, at: datetime, limit: int) -> list[Posting]:
        """What does not hang as it should and may be tried now, by chat, priority and age.

        Each chat gets its share of the limit, so that one flooded chat does not hide the others.
        Chats of closed desks are left alone.
        """
        hangs = col(PostingRow.message_id).is_not(None)  # what is new comes before what only changed
        turn = func.row_number().over(
            partition_by=col(PostingRow.chat), order_by=(hangs, col(PostingRow.priority), col(PostingRow.id))
        )
        due = select(col(PostingRow.id), turn.label("turn")).where(*_differs(at)).subquery()
        first = select(due.c.id).order_by(due.c.turn, due.c.id).limit(limit)
        return self._all(col(PostingRow.id).in_(first))

    def sending(self, posting: int, at: datetime) -> None:
        """A call begins that may or may not arrive."""
        attempts = col(PostingRow.attempts) + 1
        self._change(posting, state=PostingState.SENDING, attempts=attempts, tried=at)

    def shown(
        self, posting: int, message_id: int, imprint: str, version: int, at: datetime, *, chat: int | None = None
    ) -> None:  # fmt: skip
        """It hangs in this message and shows what was wanted at `version`.

        `chat` is where the message is: a posting that has moved to another chat meanwhile does not hang there.
        """
        self._lock_claim_first(posting)
        still_there = () if chat is None else (col(PostingRow.chat) == chat,)
        self._change(
            posting, *still_there, state=PostingState.SHOWN, message_id=message_id, imprint=imprint,
            shown_version=version, shown=at, attempts=0, not_before=None, why=None,
            priority=func.abs(col(PostingRow.priority)),
        )  # fmt: skip

    def uncertain(self, posting: int, not_before: datetime) -> None:
        """The answer to a call was lost: it may hang already. Tried again at `not_before`, if at all."""
        repeats = col(PostingRow.repeats) + 1
        self._change(posting, state=PostingState.UNCERTAIN, repeats=repeats, not_before=not_before)

    def postpone(self, posting: int, not_before: datetime) -> None:
        """The call surely did not arrive: to be tried again at `not_before`."""
        self._change(posting, state=_as_before_the_call(), not_before=not_before)

    def stop(self, posting: int, why: str) -> None:
        """It cannot be shown, and why; nothing more is tried."""
        self._change(posting, state=PostingState.STOPPED, why=why)

    def stop_chat(self, chat: int, why: str) -> None:
        """Nothing can be shown in this chat any more, and why."""
        unfinished = (col(PostingRow.chat) == chat, col(PostingRow.state).not_in(wanted.FINISHED))
        self.db.execute(update(PostingRow).where(*unfinished).values(state=PostingState.STOPPED, why=why))

    def revive(self, chat: int) -> None:
        """The chat can be written to again: what was stopped there for an open claim is wanted again."""
        wanted.revive(self.db, chat)

    def gone(self, posting: int) -> None:
        """Its message was deleted by somebody: it is wanted anew."""
        self._change(
            posting, state=PostingState.WANTED, message_id=None, imprint=None, not_before=None,
            wanted_version=col(PostingRow.wanted_version) + 1,
        )  # fmt: skip

    def taken_down(self, posting: int) -> None:
        """It should hang no more and does not."""
        self._change(posting, state=PostingState.GONE, message_id=None, imprint=None)

    def record_call(self, chat: int, at: datetime) -> None:
        """A call counted against the chat's pace; calls too old to matter are forgotten."""
        self.db.execute(insert(CallRow).values(chat=chat, at=at))
        self.db.execute(delete(CallRow).where(col(CallRow.at) < at - REMEMBER_CALLS))

    def calls_since(self, at: datetime) -> list[tuple[int, datetime]]:
        """The calls since then, as chat and time, oldest first."""
        question = select(col(CallRow.chat), col(CallRow.at)).where(col(CallRow.at) >= at)
        return [(chat, when) for chat, when in self.db.execute(question.order_by(col(CallRow.at), col(CallRow.id)))]

    def _lock_claim_first(self, posting: int) -> None:
        """Votes lock the claim, then its postings; the other way round, two could wait for each other for ever."""
        claim = select(col(PostingRow.claim_id)).where(col(PostingRow.id) == posting).scalar_subquery()
        row = select(col(ClaimRow.id)).where(col(ClaimRow.id) == claim)
        self.db.execute(row.with_for_update(key_share=True))

    def _change(self, posting: int, *only_if: ColumnElement[bool], **values: Any) -> None:
        self.db.execute(update(PostingRow).where(col(PostingRow.id) == posting, *only_if).values(**values))

    def _all(self, *which: ColumnElement[bool]) -> list[Posting]:
        order = (col(PostingRow.chat), col(PostingRow.priority), col(PostingRow.id))
        return [_posting(row) for row in self.db.execute(select(PostingRow).where(*which).order_by(*order))]


def _newer() -> ColumnElement[bool]:
    return col(PostingRow.wanted_version) > col(PostingRow.shown_version)


def _differs(at: datetime) -> tuple[ColumnElement[bool], ...]:
    closed = select(col(DeskRow.chat)).where(~col(DeskRow.open))
    due = or_(col(PostingRow.not_before).is_(None), col(PostingRow.not_before) <= at)
    return _newer(), col(PostingRow.state).in_(SHOWABLE), due, col(PostingRow.chat).not_in(closed)


def _as_before_the_call() -> ColumnElement[str]:
    hangs = and_(col(PostingRow.state) == PostingState.SENDING, col(PostingRow.message_id).is_not(None))
    sent = col(PostingRow.state) == PostingState.SENDING
    return case((hangs, PostingState.SHOWN.value), (sent, PostingState.WANTED.value), else_=col(PostingRow.state))


def _posting(row: Row[Any]) -> Posting:
    return Posting(
        id=row.id, chat=row.chat, key=row.key, priority=row.priority, state=row.state, made=row.made, topic=row.topic,
        claim=None if row.claim_id is None else ClaimId(row.claim_id),
        document=None if row.document_id is None else DocumentId(row.document_id),
        content=row.content, reply_to=row.reply_to, message_id=row.message_id, imprint=row.imprint,
        wanted_version=row.wanted_version, shown_version=row.shown_version, attempts=row.attempts,
        repeats=row.repeats, not_before=row.not_before, tried=row.tried, shown=row.shown, why=row.why,
    )  # fmt: skip
