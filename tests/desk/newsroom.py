"""A desk to which outlets hand in their texts: intake and reading as in the bot, without Telegram."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from bot.claims import events as e
from bot.claims.claim import Claim
from bot.claims.consensus import Rule
from bot.claims.desk import Desk
from bot.claims.model import DocumentId, Kind, Origin
from bot.claims.relations import Relation
from bot.desk.copies_of_texts import note_copy
from bot.desk.enquiries import dossier
from bot.desk.intake import HandIn, document_of, put_before_the_desk, receive, take_in
from bot.desk.reading import dated
from bot.extraction.extract import extract
from bot.matching.likeness import sketch
from storage.records import Records

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
TODAY = date(2026, 11, 25)


class Newsroom:
    """A desk to which outlets hand in their texts, one after the other."""

    def __init__(self, records: Records, chat: int = -7) -> None:
        self.records, self.now = records, NOON
        self.desk: Desk = records.desks.open(chat, "Herat desk", None, Rule(), "UTC", time(8), False, NOON)
        self.reviewer = records.reviewers.of(self.desk.id, 5, NOON)

    def hears(self, text: str, outlet: str | None = None) -> DocumentId:
        self.now += timedelta(minutes=1)
        handed = HandIn(
            self.desk,
            self.reviewer.id,
            self.desk.chat,
            None,
            1,
            Origin.FORWARDED,
            text,
            source=outlet,
            published=self.now,
        )
        document = receive(self.records, handed, self.now)
        note_copy(self.records, document_of(self.records, document), sketch(text))
        intake, mentions = dated(document_of(self.records, document), text), extract(text, self.now.date())
        while take_in(self.records, intake, mentions, self.now):
            pass
        put_before_the_desk(self.records, intake, len(mentions), self.now)
        return document

    def claims(self, kind: Kind | None = None) -> list[Claim]:
        found, _ = self.records.claims.page(self.desk.id, limit=200, kind=kind)
        return found[::-1]

    def relations(self, claim: Claim) -> dict[str, tuple[Relation, e.Side]]:
        related = dossier(self.records, claim.id).related
        return {one.link.label: (one.link.relation, one.link.side) for one in related}
