"""A failure before and after each kind of transaction that a piece of work takes: it is done all the same, and once."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from sqlmodel import col

from bot.claims.events import VoteCast, VoteChanged
from bot.claims.model import ClaimId
from bot.sandbox import Sandbox
from bot.sandbox.clock import WallClock
from storage.records import Records
from storage.store import Store
from storage.tables import ClaimRow
from tests.faults.invariants import broken, copies, unfinished, without_card
from tests.journeys.office import Office, deaths

Seen = Callable[[], object]
Work = Callable[[int], Awaitable[Seen]]
BEFORE, AFTER = "before", "after"
pytestmark = pytest.mark.usefixtures("nobody_waits_long")


class Struck(Exception):
    """What a test makes of a commit."""


BY_CHANCE = ("bot.chat.lane._still",)  # runs only where an update happens to be in hand at its tick


class Brittle(Store):
    """A store that fails once, before or after the next commit of one verb. It keeps the names of all verbs it ran."""

    strikes: tuple[str, str] | None = None
    ran: dict[str, None]

    def _once(self, verb: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        name = f"{verb.__module__}.{verb.__qualname__}"
        self.ran = {**getattr(self, "ran", {}), name: None}
        with self.transaction() as records:
            result = verb(records, *args, **kwargs)
            self._strike(name, BEFORE)
        self._strike(name, AFTER)
        return result

    def _strike(self, name: str, when: str) -> None:
        if self.strikes == (name, when):
            self.strikes = None
            raise Struck(f"{when} the commit of {name}")


@pytest.fixture
async def office(database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Office]:
    monkeypatch.setattr("tests.journeys.office.Store", Brittle)
    clock = WallClock()
    async with Sandbox(clock=clock) as telegram:
        office = Office(telegram, database_url, tmp_path, clock)
        await office.open()
        await office.set_up()
        yield office
        await office.close()


def store_of(office: Office) -> Brittle:
    assert isinstance(office._store, Brittle)
    return office._store


async def at_rest(office: Office, seen: Callable[[], object]) -> None:
    """Waits, with the clock for what was put off, until it is seen and nothing is left to do or half done."""
    left: list[str] = []
    for _ in range(200):
        left = await office.reads(unfinished)
        if seen() and not left and not office.telegram.world.busy():
            break
        await asyncio.sleep(0.05)
        if not office.telegram.world.busy() and not any(what.startswith("update") for what in left):
            office.clock.forward(seconds=3)  # presses that wait do not grow old by it
    assert left == []
    assert seen(), "what was asked for never came"
    assert await office.reads(broken) == []
    assert await office.reads(without_card) == []


async def struck_at_each_commit(office: Office, work: Work) -> int:
    """Does the work once in peace, to learn its transactions, then once for each failure; how many those were."""
    store = store_of(office)
    store.ran = {}
    await at_rest(office, await work(0))
    verbs = [verb for verb in store.ran if not verb.startswith("tests.") and verb not in BY_CHANCE]
    points = [(verb, when) for verb in verbs for when in (BEFORE, AFTER)]
    for number, (verb, when) in enumerate(points, start=1):
        store.strikes = verb, when
        seen = await work(number)
        try:
            await at_rest(office, partial(_struck_and_seen, store, seen))
        except AssertionError as error:
            error.add_note(f"struck {when} the commit of {verb}" + ("" if store.strikes is None else ", or not at all"))
            raise
    return len(points)


def count_of_votes(records: Records) -> int:
    claims: Any = records.history.db.execute(select(col(ClaimRow.id))).scalars().all()
    entries = [entry for claim in claims for entry in records.history.of(ClaimId(claim))]
    return sum(isinstance(entry.event, (VoteCast, VoteChanged)) for entry in entries)


def _struck_and_seen(store: Brittle, seen: Seen) -> bool:
    return store.strikes is None and bool(seen())


async def test_a_vote_is_recorded_once_though_any_commit_of_it_fails(office: Office):
    cards = []  # one for each commit that is struck
    for first in (100, 200, 300):
        cards += await office.hands_in_deaths(*range(first, first + 12))
    await at_rest(office, lambda: True)

    presses = []

    async def votes(number: int) -> Seen:
        presses.append(await office.bosco.presses(cards[number], "Verify"))
        return lambda: "1 answered" in cards[number].text

    points = await struck_at_each_commit(office, votes)
    assert points >= 10
    for press in presses:
        if not press.answered:  # whoever has no receipt presses again
            assert "already" in await office.presses(office.bosco, press.message, "Verify")
    assert await office.reads(count_of_votes) == points + 1
    assert len(office.cards()) == len(cards)


async def test_a_text_is_taken_in_once_though_any_commit_of_it_fails(office: Office):
    async def hands_in(number: int) -> Seen:
        cards = len(office.cards())
        await office.amal.says(office.group, f"/add {deaths(100 + 2 * number, 101 + 2 * number)}")
        return lambda: len(office.cards()) >= cards + 2

    points = await struck_at_each_commit(office, hands_in)
    assert points >= 16
    assert len(office.cards()) == 2 * (points + 1)


async def test_a_digest_goes_out_once_though_any_commit_of_it_fails(office: Office):
    def digests() -> int:
        return sum("Digest of" in message.text for message in office.group.from_bot)

    async def a_day_passes(number: int) -> Seen:
        office.clock.forward(days=1)
        return lambda: digests() > number

    points = await struck_at_each_commit(office, a_day_passes)
    assert points >= 6
    assert digests() == points + 1
    assert await office.reads(lambda records: copies(records, office.group)) == 0
