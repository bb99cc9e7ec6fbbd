"""A Telegram on loopback and python-telegram-bot talking to it."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from telegram import Bot
from telegram.request import HTTPXRequest

from bot.cards.card import Card
from bot.claims import events as e
from bot.claims.claim import Claim
from bot.claims.model import Casualties, Effect, Interval, Kind, Mention, Origin
from bot.desk import audiences
from bot.desk.ledger import open_ledger
from bot.desk.publishing import Priority, card_key, first_shown, want_card, want_message
from bot.publisher.errand import Verbs
from bot.publisher.rounds import Publisher
from bot.sandbox.clock import HandClock
from bot.sandbox.faults import Faults
from bot.sandbox.groups import Group
from bot.sandbox.people import Person
from bot.sandbox.sandbox import Sandbox
from storage.postings import Posting
from storage.records import Records
from storage.store import Store
from storage.wanted import claim_changed


@pytest.fixture
def clock() -> HandClock:
    return HandClock(datetime(2026, 11, 25, 12, tzinfo=UTC))


@pytest.fixture
def faults() -> Faults:
    """What goes wrong by chance: nothing, unless a test says otherwise."""
    return Faults()


@pytest.fixture
async def sandbox(clock: HandClock, faults: Faults) -> AsyncIterator[Sandbox]:
    async with Sandbox(clock=clock, faults=faults, flood=True) as sandbox:
        yield sandbox


@pytest.fixture
async def telegram(sandbox: Sandbox) -> AsyncIterator[Bot]:
    request = HTTPXRequest(read_timeout=0.3, connection_pool_size=16)
    async with Bot(sandbox.token, sandbox.base_url, sandbox.base_file_url, request=request) as bot:
        yield bot


@pytest.fixture
def alice(sandbox: Sandbox) -> Person:
    return sandbox.person("Alice")


@pytest.fixture
async def group(sandbox: Sandbox, alice: Person) -> Group:
    group = sandbox.group("Night desk", creator=alice)
    await group.add_bot()
    return group


class Room:
    """A desk's publisher on a real store, with hands to want, change and wait."""

    def __init__(self, store: Store, telegram: Bot, clock: HandClock) -> None:
        self.store, self.telegram, self.clock = store, telegram, clock
        self.verbs = Verbs(self.card, first_shown, audiences.moved, audiences.left)
        self.standing = "0 answered"
        self.publisher = self.starts_anew()

    def card(self, records: Records, posting: Posting) -> Card | None:
        """What a desk would show, in fewer words."""
        if posting.content is not None:
            return Card.from_json(posting.content)
        assert posting.claim is not None
        claim = records.claims.get(posting.claim)
        return Card(f"{claim.label}: {claim.statement} {self.standing}") if claim else None

    def changes(self, claim: Claim, standing: str) -> None:
        """Something happens to a claim: its card should say so."""
        self.standing = standing
        with self.store.transaction() as records:
            claim_changed(records.postings.db, claim.id)

    def starts_anew(self) -> Publisher:
        """The program was ended and starts again: nothing is left but the store."""
        self.publisher = Publisher(self.store, self.telegram, self.verbs, self.clock)
        return self.publisher

    def wants(self, chat: int, key: str, text: str, priority: Priority = Priority.REPLY, **more: Any) -> Posting:
        """A message should hang in a chat."""
        with self.store.transaction() as records:
            return want_message(records, chat, key, Card(text), self.clock(), priority=priority, **more)

    def rewrites(self, posting: Posting, text: str) -> None:
        """It should say something else."""
        with self.store.transaction() as records:
            records.postings.rewrite(posting.id, Card(text).to_json())

    def now(self, posting: Posting) -> Posting:
        """What is remembered of it."""
        with self.store.transaction() as records:
            return records.postings.get(posting.id)

    async def passes(self, seconds: float, step: float = 1) -> None:
        """Time goes by in steps, and the publisher does what it may."""
        await self.publisher.catch_up()
        for _ in range(round(seconds / step)):
            self.clock.forward(seconds=step)
            await self.publisher.catch_up()

    def claim_in(self, chat: int) -> Claim:
        """A desk in this chat with one claim that wants its card."""
        text, at = "At least 10 civilians were injured in Herat on Friday.", self.clock()
        count = Casualties(Effect.INJURED, Interval(10, None, "at least"), "civilians")
        injured = Mention(Kind.CASUALTIES, text, 0, len(text), "a rule", casualties=count)
        with self.store.transaction() as records:
            desk, _ = audiences.set_up(records, audiences.Room(chat, "Night desk", None, False), "", at)
            document = records.documents.receive(
                desk=desk.id, origin=Origin.PASTED, text=text, asked_by=None, chat=chat, topic=None, reply_to=None,
                at=at, file_id=None, file_name=None, source=None, published=None,
            )  # fmt: skip
            kept = records.documents.add_mention(document, injured)
            claim = records.claims.add(desk.id, injured, kept, "10 or more civilians were injured.", key="a key",
                                       checkability=1, opened=at)  # fmt: skip
            ledger, rule = open_ledger(records, claim.id, at), desk.rule
            ledger.enter(e.ClaimOpened(document, kept))
            ledger.enter(e.RoundOpened(1, rule.quorum, rule.margin, rule.window, rule.version))
            want_card(records, desk, claim, at)
            return claim

    def card_of(self, claim: Claim) -> Posting:
        """The posting of the claim's own card."""
        with self.store.transaction() as records:
            return next(posting for posting in records.postings.of_claim(claim.id) if posting.key == card_key(claim.id))


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Made once: every test begins with a copy."""
    path = tmp_path_factory.mktemp("store") / "empty.db"
    store = Store(f"sqlite:///{path}")
    store.migrate()
    store.close()
    return path


@pytest.fixture
def store(tmp_path: Path, empty_database: Path) -> Iterator[Store]:
    shutil.copy(empty_database, tmp_path / "desk.db")
    store = Store(f"sqlite:///{tmp_path / 'desk.db'}")
    yield store
    store.close()


@pytest.fixture
async def room(store: Store, telegram: Bot, clock: HandClock) -> AsyncIterator[Room]:
    room = Room(store, telegram, clock)
    yield room
    await room.publisher.drain(2)
