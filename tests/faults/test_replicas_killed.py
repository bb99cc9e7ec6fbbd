"""Three processes behind a webhook, killed at random moments under a load of votes: the others carry on."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from functools import partial
from itertools import groupby
from pathlib import Path
from random import Random
from time import monotonic
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlmodel import col

from bot.cards.presses import Signer
from bot.claims.events import VoteCast, VoteChanged
from bot.claims.model import ClaimId
from bot.sandbox import Group, Sandbox
from bot.signing import press_key, signing_key
from storage.records import Records
from storage.store import Store
from storage.tables import BallotRow, ClaimRow, DigestRow, PersonRow
from tests.faults.fleet import Fleet
from tests.faults.invariants import broken, copies, unfinished, without_card, wrongly_shown
from tests.journeys.office import deaths, label

DESKS, VOTERS = 2, 6
LABELS = {"Verify": "verify", "Dispute": "dispute", "Unsure": "unsure"}
pytestmark = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)


class Crowd:
    """Two desks with the same voters, who press all the time; `pressed` is what each said on each card, in order."""

    def __init__(self, telegram: Sandbox, fleet: Fleet, store: Store, random: Random) -> None:
        self.telegram, self.fleet, self.store, self.random = telegram, fleet, store, random
        self.amal = telegram.person("Amal")
        self.voters = [telegram.person(f"Voter {number}") for number in range(VOTERS)]
        self.groups = [telegram.group(f"Desk {n}", creator=self.amal, members=self.voters) for n in range(DESKS)]
        self.cards: list[tuple[Group, Any]] = []
        self.pressed: dict[tuple[int, int, str], list[str]] = defaultdict(list)
        self.kills = 0

    async def sets_out(self) -> None:
        """The groups become desks, and two cards hang in each."""
        for number, group in enumerate(self.groups):
            await group.add_bot()
            await self.amal.says(group, "/setup")
            await self.telegram.until(partial(self.shown, group, "is now a desk"), 30, self.fleet.said())
            await self.amal.says(group, f"/add {deaths(100 + 2 * number, 101 + 2 * number)}")
        for group in self.groups:
            await self.telegram.until(lambda group=group: len(cards_in(group)) == 2, 30, self.fleet.said())
            self.cards += [(group, card) for card in cards_in(group)]

    async def presses(self, seconds: float) -> None:
        """Somebody presses something, again and again, for so long."""
        end = monotonic() + seconds
        while monotonic() < end:
            voter, (group, card) = self.random.choice(self.voters), self.random.choice(self.cards)
            said = self.random.choice(list(LABELS))
            await voter.presses(card, said)
            self.pressed[voter.id, group.id, label(card)].append(LABELS[said])
            await asyncio.sleep(self.random.uniform(0, 0.08))

    async def lives_through(self, kills: int) -> None:
        """One replica after the other is killed under load, and starts again when the others have gone on for a bit."""
        for victim in (self.fleet.replicas[number % len(self.fleet.replicas)] for number in range(kills)):
            await self.presses(self.random.uniform(0.3, 1))
            victim.kill()
            self.kills += 1
            assert self.reads(broken) == []
            await self.presses(self.random.uniform(0.3, 1))
            victim.start()
        await self.presses(0.5)

    async def rests(self, seconds: float) -> None:
        """Waits until nothing is left to handle or to show, however long the pace of two groups takes."""
        end = monotonic() + seconds
        while left := [*self.reads(unfinished), *self.telegram.world.updates.waiting]:
            assert monotonic() < end, f"{left}: {self.fleet.said()}"
            await asyncio.sleep(0.2)

    def digest_is_due(self) -> None:
        """From now on every tick of every replica finds that today's digest has not gone out."""
        with self.store.transaction() as records:
            records.history.db.exec_driver_sql("DELETE FROM digest")
            records.history.db.exec_driver_sql("UPDATE desk SET digest_at = '00:00'")

    def shown(self, group: Group, words: str) -> int:
        return sum(words in message.text for message in group.from_bot)

    def reads(self, question: Any) -> Any:
        with self.store.transaction() as records:
            return question(records)

    def check(self, signer: Signer) -> None:
        """No vote is lost and none counted twice; every card hangs once and shows what the database says."""
        assert self.reads(broken) == []
        assert self.reads(without_card) == []
        assert self.reads(counted) == Counted.of(self.pressed)
        for group in self.groups:
            assert self.reads(partial(wrongly_shown, chat=group, signer=signer)) == []
        assert sum(self.reads(partial(copies, chat=group)) for group in self.groups) <= self.kills
        assert self.reads(lambda records: records.inbox.set_aside()) == 0


class Counted(dict[tuple[int, str], tuple[int, dict[int, str]]]):
    """For each claim, by its chat and number: how many votes its history tells, and who says what in the end."""

    @classmethod
    def of(cls, pressed: dict[tuple[int, int, str], list[str]]) -> Counted:
        """As it should be. The same press again changes nothing, and leaves no trace."""
        found = cls()
        for (person, chat, number), words in pressed.items():
            votes, last = found.get((chat, number), (0, {}))
            found[chat, number] = votes + len(list(groupby(words))), {**last, person: words[-1]}
        return found


def counted(records: Records) -> Counted:
    found, db = Counted(), records.history.db
    homes = {desk.id: desk.chat for desk in records.desks.all()}
    for claim in db.execute(select(ClaimRow)).all():
        entries = [entry.event for entry in records.history.of(ClaimId(claim.id))]
        people = select(col(PersonRow.telegram_id), col(BallotRow.stance)).join(
            BallotRow, col(BallotRow.reviewer_id) == col(PersonRow.reviewer_id)
        )
        last = {person: str(stance) for person, stance in db.execute(people.where(col(BallotRow.claim_id) == claim.id))}
        votes = sum(isinstance(event, (VoteCast, VoteChanged)) for event in entries)
        found[homes[claim.desk_id], f"C-{claim.number}"] = votes, last
    return found


def cards_in(group: Group) -> list[Any]:
    return [m for m in group.messages if m.by_bot and any("Not a claim" in b.text for b in m.buttons)]


def digest_rows(records: Records) -> int:
    return int(records.history.db.execute(select(func.count()).select_from(DigestRow)).scalar_one())


async def a_fleet_under_fire(folder: Path, url: str, seed: int, kills: int) -> Crowd:
    """Three replicas through so many kills, to the end."""
    signer = Signer(press_key(signing_key(folder / "claimdesk.key")))
    store, random = Store(url), Random(seed)
    async with Sandbox() as telegram:
        fleet = Fleet(telegram, folder, url, random)
        crowd = Crowd(telegram, fleet, store, random)
        try:
            await fleet.start()
            await crowd.sets_out()
            crowd.digest_is_due()
            await crowd.lives_through(kills)
            for group in crowd.groups:
                await telegram.until(partial(crowd.shown, group, "Digest of"), 60, fleet.said())
            await crowd.rests(120)
            crowd.check(signer)
            assert crowd.reads(digest_rows) == DESKS
            assert sum(crowd.shown(group, "Digest of") for group in crowd.groups) <= DESKS + crowd.kills
        finally:
            await fleet.close()
            store.close()
    return crowd


async def test_three_replicas_lose_no_vote_and_repeat_nothing_though_each_is_killed(tmp_path: Path, database_url: str):
    crowd = await a_fleet_under_fire(tmp_path, database_url, seed=1, kills=3)

    assert sum(map(len, crowd.pressed.values())) > 30
