"""A desk with reviewers, texts and claims, written straight into the records."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count

from bot.claims import events as e
from bot.claims.claim import Claim
from bot.claims.consensus import Rule
from bot.claims.desk import Desk
from bot.claims.history import Standing, after, fold, status_change
from bot.claims.model import (
    Attack,
    AttackType,
    Casualties,
    ClaimId,
    DocumentId,
    Effect,
    Interval,
    Kind,
    Mention,
    Origin,
    Place,
)  # fmt: skip
from bot.claims.status import Status
from storage.postings import Posting
from storage.records import Records

NOON = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
GROUP = -1001234567890123
ALICE, BOSCO, CHIARA = 7_000_000_001, 7_000_000_002, 7_000_000_003


def a_mention(quote: str = "Shells fell on the market of Tarn", *, place: Place | None = None) -> Mention:
    return Mention(Kind.ATTACK, quote, 0, len(quote), "shelling", place=place, attack=Attack(AttackType.SHELLING))


def a_toll(low: int, quote: str = "At least 4 people were killed") -> Mention:
    return Mention(
        Kind.CASUALTIES, quote, 0, len(quote), "killed", casualties=Casualties(Effect.KILLED, Interval(low, None))
    )


def a_desk(records: Records, chat: int = GROUP, title: str = "Night desk") -> Desk:
    return records.desks.open(chat, title, None, Rule(), "UTC", None, False, NOON)


@dataclass
class Scene:
    """One desk in one transaction. Times run a minute a step."""

    records: Records
    desk: Desk
    now: datetime = NOON
    _numbers: count[int] = field(default_factory=count)

    def hears(self, text: str | None = None) -> DocumentId:
        return self.records.documents.receive(
            desk=self.desk.id, origin=Origin.PASTED, text=text or f"Text number {next(self._numbers)}.",
            chat=self.desk.chat, at=self.later(),
        )  # fmt: skip

    def claims(
        self, mention: Mention | None = None, document: DocumentId | None = None, checkability: int = 1
    ) -> Claim:
        """A new claim that is not before the desk yet."""
        mention = mention or a_mention()
        document = document or self.hears()
        kept = self.records.documents.add_mention(document, mention)
        claim = self.records.claims.add(
            self.desk.id,
            mention,
            kept,
            "Shells fell.",
            key=f"key {kept}",
            checkability=checkability,
            opened=self.later(),
        )
        self.happens(claim.id, e.ClaimOpened(document, kept, self.records.claims.add_source(claim.id, kept)))
        return claim

    def released(self, mention: Mention | None = None, window: int = 24) -> Claim:
        """A new claim that is before the desk."""
        claim = self.claims(mention)
        self.happens(claim.id, e.RoundOpened(1, 3, 2, window, 1))
        return self.look(claim)

    def happens(self, claim: ClaimId, *events: e.Event) -> Standing:
        """Events, each with the change of status that follows from it."""
        standing = fold(self.records.history.of(claim))
        for event in events:
            before, standing = standing, self._append(claim, standing, event)
            if change := status_change(before, standing):
                standing = self._append(claim, standing, change)
        self.records.claims.project(claim, standing)
        return standing

    def is_now(self, claim: Claim, status: Status) -> None:
        """Puts a status into the claim's row, past all rules."""
        held = fold(self.records.history.of(claim.id))
        self.records.claims.project(claim.id, Standing(status, round=held.round, round_opened=held.round_opened))

    def hangs(self, claim: Claim, message_id: int) -> Posting:
        """A posting of the claim that is shown in the desk's chat."""
        postings = self.records.postings
        posting = postings.want(self.desk.chat, f"claim:{claim.id}", claim=claim.id, priority=1, at=self.now)
        postings.shown(posting.id, message_id, "imprint", posting.wanted_version, self.now)
        return postings.get(posting.id)

    def look(self, claim: Claim) -> Claim:
        found = self.records.claims.get(claim.id)
        assert found is not None
        return found

    def later(self, minutes: int = 1) -> datetime:
        self.now += timedelta(minutes=minutes)
        return self.now

    def _append(self, claim: ClaimId, standing: Standing, event: e.Event) -> Standing:
        return after(standing, self.records.history.append(claim, standing.sequence + 1, event, self.later()))
