"""Documents on their way in, and the mentions found in them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, func, or_, select, update
from sqlmodel import col

from bot.claims.model import DeskId, Document, DocumentId, Mention, Origin, ReviewerId
from bot.claims.second_reading import SecondReading
from storage import wanted
from storage.columns import storable
from storage.mentions import all_from_json, all_to_json, from_json, to_json
from storage.room import Room
from storage.states import IntakeState
from storage.tables import DocumentRow, MentionRow

WAITING = (IntakeState.FETCHING, IntakeState.RECEIVED)


@dataclass(frozen=True, slots=True)
class Intake:
    """A document and how far it has come. `text` and `sha256` are None while only its file is known.

    Of the mentions `found`, some `joined` claims that were there, some new claims were `posted`.
    `repeats` is the earlier document with the same text; `sentence` says why reading failed. `second` is None until a
    second reader was asked. `copy_of` is the first of the texts of which it is a near-copy.
    """

    id: DocumentId
    desk: DeskId
    origin: Origin
    state: IntakeState
    received: datetime
    chat: int
    topic: int | None = None
    reply_to: int | None = None
    asked_by: ReviewerId | None = None
    text: str | None = None
    sha256: str | None = None
    title: str | None = None
    source: str | None = None
    published: date | None = None
    file_id: str | None = None
    file_name: str | None = None
    attempts: int = 0
    not_before: datetime | None = None
    found: int = 0
    posted: int = 0
    joined: int = 0
    sentence: str | None = None
    repeats: DocumentId | None = None
    version_of: DocumentId | None = None
    source_message: int | None = None
    copy_of: DocumentId | None = None
    second: SecondReading | None = None

    @property
    def day(self) -> date:
        """The day on which it was published, or came."""
        return self.published or self.received.date()

    @property
    def held_back(self) -> int:
        """New claims that are not before the desk yet."""
        return self.found - self.joined - self.posted

    @property
    def document(self) -> Document | None:
        """The document as a noun, once its text is here."""
        if self.text is None or self.sha256 is None:
            return None
        return Document(
            self.text, self.origin, self.sha256, self.received, self.title, self.source, self.published
        )  # fmt: skip


def text_sha256(text: str) -> str:
    """SHA-256 (hex) over the UTF-8 bytes of a text that can be stored."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


class Documents(Room):
    """The documents. Whatever happens to one makes its report in the chat differ."""

    def receive(
        self, *, desk: DeskId, origin: Origin, chat: int, at: datetime, text: str | None = None,
        file_id: str | None = None, file_name: str | None = None, title: str | None = None, source: str | None = None,
        published: date | None = None, asked_by: ReviewerId | None = None, topic: int | None = None,
        reply_to: int | None = None, source_message: int | None = None, version_of: DocumentId | None = None,
    ) -> DocumentId:  # fmt: skip
        """Keeps a text, or the file to fetch it from; `chat`, `topic` and `reply_to` are where the answer goes.

        `source_message` is the message in the chat that holds the text, `version_of` the first version of this text.
        """
        values = {
            "desk_id": desk, "origin": origin, "received": at, "title": title, "source": source,
            "published": published, "asked_by": asked_by, "chat": chat, "topic": topic, "reply_to": reply_to,
            "file_id": file_id, "file_name": file_name, "attempts": 0, "found": 0, "posted": 0, "joined": 0,
            "source_message": source_message, "version_of": version_of, **_text_columns(text),
        }  # fmt: skip
        return DocumentId(self.write(DocumentRow, **values))

    def get(self, document: DocumentId) -> Intake | None:
        """The document of this number."""
        return self._one(col(DocumentRow.id) == document)

    def to_read(self, at: datetime) -> Intake | None:
        """The oldest document that waits for being fetched or read and may be tried now."""
        due = or_(col(DocumentRow.not_before).is_(None), col(DocumentRow.not_before) <= at)
        return self._one(col(DocumentRow.state).in_(WAITING), due)

    def count_waiting(self, desk: DeskId) -> int:
        """How many documents of the desk wait for being fetched or read."""
        which = (col(DocumentRow.desk_id) == desk, col(DocumentRow.state).in_(WAITING))
        return self.db.execute(select(func.count()).select_from(DocumentRow).where(*which)).scalar_one()

    def by_sha(self, desk: DeskId, sha256: str | None) -> Intake | None:
        """The document with this very text that the desk has read."""
        read = col(DocumentRow.state) == IntakeState.READ
        return self._one(col(DocumentRow.desk_id) == desk, col(DocumentRow.sha256) == sha256, read)

    def from_message(self, chat: int, message: int) -> Intake | None:
        """The newest version of the text that this message held when it was handed in."""
        here = select(DocumentRow).where(col(DocumentRow.chat) == chat, col(DocumentRow.source_message) == message)
        row = self.db.execute(here.order_by(col(DocumentRow.id).desc()).limit(1)).one_or_none()
        return _intake(row) if row else None

    def version_before(self, intake: Intake) -> Intake | None:
        """The version of a text that this one replaces; None for the first."""
        if intake.version_of is None:
            return None
        question = select(DocumentRow).where(_lineage(intake.version_of), col(DocumentRow.id) < intake.id)
        row = self.db.execute(question.order_by(col(DocumentRow.id).desc()).limit(1)).one_or_none()
        return _intake(row) if row else None

    def _one(self, *which: ColumnElement[bool]) -> Intake | None:
        oldest = select(DocumentRow).where(*which).order_by(col(DocumentRow.id)).limit(1)
        row = self.db.execute(oldest).one_or_none()
        return _intake(row) if row else None

    def with_text(self, document: DocumentId, text: str) -> Intake | None:
        """The file was fetched: this is its text. Returns the document with it."""
        self._update(document, **_text_columns(text), attempts=0, not_before=None)
        return self.get(document)

    def second_read(self, document: DocumentId, reading: SecondReading) -> None:
        """What the second reader made of it: kept before it is taken in, for the next answer may be another."""
        found = all_to_json(reading.mentions)
        self._update(document, second_found=found, second_answered=reading.answered)

    def done(
        self, document: DocumentId, *, found: int, posted: int, joined: int = 0, published: date | None = None
    ) -> None:
        """It was read: so many mentions were found, claims posted, and mentions joined to known claims.

        `published` is the day that the text itself bears, where it does.
        """
        dated = {"published": published} if published else {}
        self._update(document, state=IntakeState.READ, found=found, posted=posted, joined=joined, **dated)

    def repeats(self, document: DocumentId, earlier: DocumentId) -> None:
        """The desk has read this text before. Nothing happens when it is that very document."""
        if document != earlier:
            self._update(document, state=IntakeState.REPEATED, repeats=earlier)

    def failed(self, document: DocumentId, sentence: str) -> None:
        """It cannot be read, and why."""
        self._update(document, state=IntakeState.FAILED, sentence=sentence)

    def postpone(self, document: DocumentId, not_before: datetime) -> None:
        """An attempt failed; the next one comes at `not_before`."""
        self._update(document, attempts=col(DocumentRow.attempts) + 1, not_before=not_before)

    def posted_more(self, document: DocumentId, count: int) -> None:
        """So many more of its claims were put before the desk."""
        more = col(DocumentRow.posted) + count
        self.db.execute(update(DocumentRow).where(col(DocumentRow.id) == document).values(posted=more))
        wanted.document_changed(self.db, document)

    def _update(self, document: DocumentId, **values: Any) -> None:
        """Changes a document that still waits; what is final stays."""
        waiting = (col(DocumentRow.id) == document, col(DocumentRow.state).in_(WAITING))
        self.db.execute(update(DocumentRow).where(*waiting).values(**values))
        wanted.document_changed(self.db, document)

    def add_mention(self, document: DocumentId, mention: Mention, *, muted: bool = False) -> int:
        """Keeps a mention; returns its number."""
        values = {
            "document_id": document, "kind": mention.kind, "place": mention.place.name if mention.place else None,
            "start": mention.start, "stop": mention.end, "body": to_json(mention),
            "rule": mention.rule, "muted": muted,
        }  # fmt: skip
        return self.write(MentionRow, **values)

    def count_mentions(self, document: DocumentId) -> int:
        """How many mentions of a document are kept."""
        question = select(func.count()).select_from(MentionRow).where(col(MentionRow.document_id) == document)
        return self.db.execute(question).scalar_one()

    def mentions_of(self, document: DocumentId) -> list[Mention]:
        """The mentions of a document, in the order in which they were kept."""
        question = select(col(MentionRow.body)).where(col(MentionRow.document_id) == document)
        return [from_json(body) for body in self.db.execute(question.order_by(col(MentionRow.id))).scalars()]


def _lineage(first: DocumentId) -> ColumnElement[bool]:
    """All versions of a text."""
    return or_(col(DocumentRow.id) == first, col(DocumentRow.version_of) == first)


def _text_columns(text: str | None) -> dict[str, Any]:
    if text is None:
        return {"state": IntakeState.FETCHING, "text": None, "sha256": None}
    kept = storable(text)
    return {"state": IntakeState.RECEIVED, "text": kept, "sha256": text_sha256(kept)}


def _intake(row: Row[Any]) -> Intake:
    return Intake(
        id=DocumentId(row.id), desk=DeskId(row.desk_id), origin=row.origin, state=row.state, received=row.received,
        chat=row.chat, topic=row.topic, reply_to=row.reply_to, text=row.text, sha256=row.sha256, title=row.title,
        source=row.source, published=row.published, file_id=row.file_id, file_name=row.file_name,
        attempts=row.attempts, not_before=row.not_before, found=row.found, posted=row.posted, joined=row.joined,
        sentence=row.sentence, asked_by=None if row.asked_by is None else ReviewerId(row.asked_by),
        repeats=None if row.repeats is None else DocumentId(row.repeats),
        version_of=None if row.version_of is None else DocumentId(row.version_of),
        copy_of=None if row.copy_of is None else DocumentId(row.copy_of),
        source_message=row.source_message, second=_second(row),
    )  # fmt: skip


def _second(row: Row[Any]) -> SecondReading | None:
    if row.second_answered is None:
        return None
    return SecondReading(tuple(all_from_json(row.second_found or "[]")), row.second_answered)
