"""A made-up history of any size, written past the verbs: for measuring, and never into a database that is in use."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import Any

from sqlalchemy import insert

from bot.claims.chain import GENESIS, Salt, body_of, link
from bot.claims.consensus import Rule, Stance
from bot.claims.events import ClaimOpened, Event, Posted, RoundOpened, VoteCast, payload
from bot.claims.model import Attack, AttackType, DeskId, Kind, Mention, Origin, Voter
from bot.claims.status import Status
from storage.desks import Desks
from storage.documents import Documents
from storage.mentions import to_json
from storage.room import Room
from storage.tables import ClaimRow, ClaimSourceRow, EventRow, MentionRow

A_CLAIM = 10  # events
AT_ONCE = 1_000  # claims
BEGAN = datetime(2026, 1, 1, tzinfo=UTC)
QUOTE = "Shells fell on the market of the town."
MENTION = Mention(Kind.ATTACK, QUOTE, 0, len(QUOTE), "attack.shelling", attack=Attack(AttackType.SHELLING))


class Rehearsal(Room):
    """Writes in bulk what the verbs would write one by one."""

    def history(self, events: int) -> DeskId:
        """A desk whose claims have so many events in all, rounded up to whole claims; nothing is in its log yet."""
        desk = Desks(self.db).open(-1, "Rehearsal", None, Rule(), "UTC", None, False, BEGAN)
        text = Documents(self.db).receive(
            desk=desk.id, origin=Origin.PASTED, text=QUOTE, chat=desk.chat, at=BEGAN
        )  # fmt: skip
        numbers = iter(range(1, -(-events // A_CLAIM) + 1))
        while some := list(islice(numbers, AT_ONCE)):
            self._claims(desk.id, text, some)
        return desk.id

    def _claims(self, desk: DeskId, text: int, numbers: list[int]) -> None:
        """Ids are the claims' numbers: the database is new."""
        body = to_json(MENTION)
        mentions = [
            {"id": n, "document_id": text, "kind": Kind.ATTACK, "start": 0, "stop": len(QUOTE), "body": body}
            for n in numbers
        ]  # fmt: skip
        self.db.execute(insert(MentionRow), mentions)
        self.db.execute(insert(ClaimRow), [_claim(desk, text, n) for n in numbers])
        self.db.execute(insert(ClaimSourceRow), [_source(n) for n in numbers])
        self.db.execute(insert(EventRow), [row for n in numbers for row in _chained(desk, n, text)])


def _claim(desk: DeskId, text: int, number: int) -> dict[str, Any]:
    return {
        "id": number, "desk_id": desk, "number": number, "content_key": f"rehearsal {number}", "mention_id": number,
        "document_id": text, "statement": "The market was shelled.", "checkability": 1, "kind": Kind.ATTACK,
        "place_words": "", "opened": BEGAN, "status": Status.PENDING, "sequence": A_CLAIM, "logged": 0, "round": 1,
        "answered": 0, "needed": 3,
    }  # fmt: skip


def _source(number: int) -> dict[str, Any]:
    return {"claim_id": number, "mention_id": number, "salt": random.randbytes(16)}


def _chained(desk: DeskId, claim: int, text: int) -> Iterator[dict[str, Any]]:
    previous = GENESIS
    for sequence, event in enumerate(_events(claim, text), start=1):
        at = BEGAN + timedelta(seconds=97.003001 * (claim * A_CLAIM + sequence))
        salt, said = Salt(random.randbytes(16), random.randbytes(16)), payload(event)
        previous = link(desk, claim, sequence, at, salt, body_of(event.NAME, said), previous).hash()
        yield {
            "desk_id": desk, "claim_id": claim, "sequence": sequence, "name": event.NAME, "payload": said, "at": at,
            "salt": bytes(salt), "hash": previous,
        }  # fmt: skip


def _events(claim: int, text: int) -> Iterator[Event]:
    yield ClaimOpened(text, claim)
    yield RoundOpened(1, 30, 2, 24, 1)
    yield Posted(1)
    for _ in range(A_CLAIM - 3):
        yield VoteCast(1, Voter(random.randbytes(8).hex()), random.choice(list(Stance)))
