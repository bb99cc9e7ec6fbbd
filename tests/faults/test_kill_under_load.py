"""The running bot is killed at random moments while many people press: every press counts once, in its order."""

from __future__ import annotations

import asyncio
import shutil
from collections import Counter, defaultdict
from itertools import groupby
from pathlib import Path
from random import Random
from time import monotonic
from typing import Any

import pytest
from sqlalchemy import select
from sqlmodel import col

from bot.claims.events import VoteCast, VoteChanged
from bot.claims.model import ClaimId, ReviewerId
from bot.sandbox import Sandbox
from storage.records import Records
from storage.store import Store
from storage.tables import InboxItem, PersonRow
from tests.faults.invariants import broken
from tests.faults.process import BotProcess
from tests.journeys.office import deaths
from tests.scoreboard import count

VOTERS, CLAIMS, KILLS = 12, 4, 5
PATIENCE = 120  # seconds until the last press is handled, on a busy machine
LABELS = {"Verify": "verify", "Dispute": "dispute", "Unsure": "unsure"}
Words = dict[tuple[int, int], list[str]]
pytestmark = pytest.mark.proof


class Crowd:
    """A desk with many voters who press all the time; `pressed` is what each said on each claim, in order."""

    def __init__(self, telegram: Sandbox, process: BotProcess, store: Store, random: Random) -> None:
        self.telegram, self.process, self.store, self.random = telegram, process, store, random
        self.amal = telegram.person("Amal")
        self.voters = [telegram.person(f"Voter {number}") for number in range(VOTERS)]
        self.group = telegram.group("Herat desk", creator=self.amal, members=self.voters)
        self.cards: list[Any] = []
        self.pressed: Words = defaultdict(list)

    async def set_out(self) -> None:
        """The bot starts, the group becomes a desk, and the cards hang."""
        self.process.start()
        await self.process.ready()
        await self.group.add_bot()
        await self.amal.says(self.group, "/setup")
        await self.amal.says(self.group, f"/add {deaths(*range(12, 12 + CLAIMS))}")
        await self.telegram.until(lambda: len(self._cards()) == CLAIMS, 60, f"cards: {self.process.said()}")
        self.cards = self._cards()

    async def presses(self, seconds: float) -> None:
        """Somebody presses something, again and again, for so long."""
        end = monotonic() + seconds
        while monotonic() < end:
            voter, number = self.random.choice(self.voters), self.random.randrange(CLAIMS)
            label = self.random.choice(list(LABELS))
            await voter.presses(self.cards[number], label)
            self.pressed[voter.id, number + 1].append(LABELS[label])
            await asyncio.sleep(self.random.uniform(0, 0.05))

    async def goes_through(self, kills: int) -> None:
        """Killed at random moments, of its start as well."""
        for _ in range(kills):
            await self.presses(self.random.uniform(0.1, 1.8))
            self.process.kill()
            found = self.reads(broken)
            count("kills")
            count("contradictions_after_kill", len(found))
            assert found == []
            self.process.start()
        await self.presses(0.5)
        await self._settles()

    async def _settles(self) -> None:
        """Waits until every press has been handled; how the cards come after, the pace decides."""
        await self.process.ready()
        end = monotonic() + PATIENCE
        while left := self.reads(waiting):
            assert monotonic() < end, f"{left} presses are left: {self.process.said()}"
            await asyncio.sleep(0.05)

    def reads(self, question: Any) -> Any:
        """What the database says."""
        with self.store.transaction() as records:
            return question(records)

    def _cards(self) -> list[Any]:
        return [m for m in self.group.from_bot if any("Verify" in button.text for button in m.buttons)]


def waiting(records: Records) -> int:
    return len(records.inbox.next(10_000))


def recorded(records: Records) -> Words:
    """What each person said on each claim, as the history tells it."""
    people: Any = records.history.db.execute(select(PersonRow.reviewer_id, PersonRow.telegram_id)).all()
    told: Words = defaultdict(list)
    for number in range(1, CLAIMS + 1):
        claim = records.claims.get(ClaimId(number))
        assert claim is not None
        known = {records.reviewers.voter(ReviewerId(reviewer), claim): person for reviewer, person in people}
        for entry in records.history.of(claim.id):
            if isinstance(entry.event, (VoteCast, VoteChanged)):
                told[known[entry.event.reviewer], number].append(entry.event.stance.value)
    return told


def without_repeats(words: list[str]) -> list[str]:
    """The same press again changes nothing, and leaves no trace."""
    return [word for word, _ in groupby(words)]


def set_aside(records: Records) -> int:
    question = select(col(InboxItem.id)).where(col(InboxItem.set_aside))
    return len(records.history.db.execute(question).all())


def many(words: Words) -> Counter[tuple[int, int]]:
    """How many words each had to each claim."""
    return Counter({key: len(said) for key, said in words.items()})


async def a_load(folder: Path, template: Path, seed: int, kills: int) -> int:
    """One desk under load and under fire; how many presses there were."""
    database = Path(shutil.copy(template, folder / "claimdesk.db"))
    store = Store(f"sqlite:///{database}")
    async with Sandbox() as telegram:
        crowd = Crowd(telegram, BotProcess(telegram, folder, database), store, Random(seed))
        try:
            await crowd.set_out()
            await crowd.goes_through(kills)
        finally:
            crowd.process.close()
        assert crowd.reads(broken) == []
        assert crowd.reads(set_aside) == 0
        expected = {key: without_repeats(words) for key, words in crowd.pressed.items()}
        told = crowd.reads(recorded)
        count("votes_lost", sum((many(expected) - many(told)).values()))
        count("double_votes", sum((many(told) - many(expected)).values()))
        assert told == expected
        store.close()
        return count("presses", sum(len(words) for words in crowd.pressed.values()))


async def test_killed_under_a_load_of_votes_it_counts_every_press_once_and_in_order(
    tmp_path: Path, migrated_file: Path
):
    assert await a_load(tmp_path, migrated_file, seed=1, kills=KILLS) > 50


@pytest.mark.soak
async def test_killed_under_load_for_as_long_as_one_likes_it_counts_every_press_once(
    tmp_path_factory: pytest.TempPathFactory, migrated_file: Path, soak_minutes: float
):
    end, seed = monotonic() + 60 * soak_minutes, 0
    while monotonic() < end:
        seed += 1
        await a_load(tmp_path_factory.mktemp("load"), migrated_file, seed, kills=20)
