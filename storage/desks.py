"""Desks, and the chats they live and have lived in."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

from sqlalchemy import Row, insert, select, update
from sqlmodel import col

from bot.claims.consensus import Rule
from bot.claims.desk import Desk
from bot.claims.errors import ClaimdeskError
from bot.claims.model import DeskId
from storage import wanted
from storage.room import Room
from storage.tables import DeskChatRow, DeskRow


class NoSuchDesk(ClaimdeskError):
    """There is no desk with the number {desk}."""


class Desks(Room):
    """The desks."""

    def open(
        self, chat: int, title: str, topic: int | None, rule: Rule, zone: str, digest_at: time | None, public: bool,
        at: datetime,
    ) -> Desk:  # fmt: skip
        """A new desk that lives in this chat."""
        values = {
            "chat": chat, "title": title, "topic": topic, "zone": zone, "digest_at": digest_at, "public": public,
            "open": True, "opened": at, "last_number": 0, **_rule_columns(rule),
        }  # fmt: skip
        desk = DeskId(self.write(DeskRow, **values))
        self.db.execute(insert(DeskChatRow).values(chat=chat, desk_id=desk, since=at))
        return self.get(desk)

    def get(self, desk: DeskId, *, lock: bool = False) -> Desk:
        """The desk; `lock` keeps other transactions from giving numbers or codenames there. Raises NoSuchDesk."""
        question = select(DeskRow).where(col(DeskRow.id) == desk)
        # Weaker than FOR UPDATE on purpose: rows that only refer to the desk can still be written by others.
        row = self.db.execute(question.with_for_update(key_share=True) if lock else question).one_or_none()
        if row is None:
            raise NoSuchDesk(desk=desk)
        return desk_of_row(row)

    def of_chat(self, chat: int) -> Desk | None:
        """The desk that lives, or once lived, in this chat; it may be closed."""
        question = select(DeskRow).join(DeskChatRow, col(DeskChatRow.desk_id) == col(DeskRow.id))
        row = self.db.execute(question.where(col(DeskChatRow.chat) == chat)).one_or_none()
        return desk_of_row(row) if row else None

    def all(self) -> list[Desk]:
        """Every desk, closed ones too, oldest first."""
        return [desk_of_row(row) for row in self.db.execute(select(DeskRow).order_by(col(DeskRow.id)))]

    def all_open(self) -> list[Desk]:
        """Every desk whose chat the bot is in, oldest first."""
        rows = self.db.execute(select(DeskRow).where(col(DeskRow.open)).order_by(col(DeskRow.id)))
        return [desk_of_row(row) for row in rows]

    def change(self, desk: Desk) -> None:
        """Keeps a desk's settings. A desk that was closed and is open again gets its cards back."""
        was = self.get(desk.id, lock=True)
        values = {
            "title": desk.title, "topic": desk.topic, "zone": desk.zone, "digest_at": desk.digest_at,
            "public": desk.public, "open": desk.open, **_rule_columns(desk.rule),
        }  # fmt: skip
        self.db.execute(update(DeskRow).where(col(DeskRow.id) == desk.id).values(**values))
        if desk.open and not was.open:
            wanted.revive(self.db, was.chat)

    def close(self, chat: int) -> None:
        """The bot is no longer in this chat: nothing more is shown there."""
        self.db.execute(update(DeskRow).where(col(DeskRow.chat) == chat).values(open=False))

    def reopen(self, chat: int) -> Desk | None:
        """The bot is back in this chat: its open claims get their cards back. None when it is no desk."""
        desk = self.of_chat(chat)
        if desk is None or desk.open:
            return desk
        self.db.execute(update(DeskRow).where(col(DeskRow.id) == desk.id).values(open=True))
        wanted.revive(self.db, desk.chat)
        return self.get(desk.id)

    def move(self, old_chat: int, new_chat: int, at: datetime) -> Desk | None:
        """The chat has a new id. The desk moves with it, and the cards of its open claims are wanted there anew.

        Doing it again changes nothing. None when the old chat is no desk; when the new chat is a
        desk of its own already, that one, and the old desk is closed.
        """
        known = self.of_chat(old_chat)
        desk = self.get(known.id, lock=True) if known else None  # both its messages, and the publisher, tell of a move
        if desk is None or desk.chat == new_chat:
            return desk
        if other := self.of_chat(new_chat):
            if other.id != desk.id:
                self.close(desk.chat)
            return other
        self.db.execute(insert(DeskChatRow).values(chat=new_chat, desk_id=desk.id, since=at))
        self.db.execute(update(DeskRow).where(col(DeskRow.id) == desk.id).values(chat=new_chat, open=True))
        wanted.move(self.db, desk.chat, new_chat)
        return self.get(desk.id)


def _rule_columns(rule: Rule) -> dict[str, int]:
    return {
        "quorum": rule.quorum, "margin": rule.margin, "window": rule.window, "rule_version": rule.version,
        "perspectives": rule.perspectives,
    }  # fmt: skip


def desk_of_row(row: Row[Any]) -> Desk:
    """The noun that a row of the table stands for."""
    return Desk(
        id=DeskId(row.id), chat=row.chat, title=row.title, topic=row.topic, zone=row.zone, digest_at=row.digest_at,
        rule=Rule(row.quorum, row.margin, row.window, row.rule_version, row.perspectives),
        public=row.public, open=row.open,
    )  # fmt: skip
