"""The bot ends before and after every commit and every call, starts again, and comes to the same end."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path
from random import Random
from time import monotonic

import pytest
import sqlalchemy as sql
from sqlmodel import col

from bot.claims.consensus import Stance
from bot.claims.events import Linked, VoteCast
from bot.claims.history import fold
from bot.claims.model import ClaimId
from bot.claims.status import Status
from bot.sandbox import Person, Sandbox
from bot.sandbox.clock import WallClock
from bot.sandbox.presses import Press
from storage.records import Records
from storage.states import PostingState
from storage.store import Store
from storage.tables import ClaimRow, DigestRow, PostingRow
from tests.faults.invariants import broken, unfinished, without_card
from tests.faults.nursery import Nursery, Place
from tests.journeys.office import deaths, plain
from tests.postgres import Server
from tests.scoreboard import count

MOST = 120  # points of one piece of work
pytestmark = pytest.mark.proof


@pytest.fixture(scope="module")
def nursery() -> Iterator[Nursery]:
    nursery = Nursery()
    yield nursery
    nursery.close()


@dataclass(frozen=True, slots=True)
class Scenario:
    """Something to do, for the n-th time, and how to see that it was done; `again` is for who got no answer."""

    prepare: Callable[[Place], Awaitable[None]]
    begin: Callable[[Place, int], Awaitable[Callable[[], object]]]
    check: Callable[[Place, int], None]
    check_at_death: Callable[[Place], None] = lambda _: None
    by_the_clock: bool = False


async def nothing(_: Place) -> None:
    """Needs no preparation."""


async def hands_in(place: Place, number: int) -> Callable[[], object]:
    before = len(place.cards())
    await place.amal.says(place.group, f"/add {deaths(100 + 2 * number, 101 + 2 * number)}")
    return lambda: len(place.cards()) >= before + 2


def check_texts(place: Place, times: int) -> None:
    claims = place.reads(lambda records: records.history.db.execute(sql.select(col(ClaimRow.number))).scalars().all())
    assert sorted(claims) == list(range(1, 2 * times + 1))
    assert len(place.cards()) == 2 * times


class Votes:
    """Four answers on one claim, one of them a dispute, that lead to a decision by way of a dispute."""

    presses: Mapping[Person, Press] = {}
    stances = (Stance.VERIFY, Stance.VERIFY, Stance.DISPUTE, Stance.VERIFY)

    async def prepare(self, place: Place) -> None:
        """Enough claims, and a private chat for the reason of the dispute."""
        await place.others[1].says(place.others[1].private, "/start")
        for start in range(100, 100 + MOST, 12):  # a text has twelve cards
            before = len(place.cards())
            await place.amal.says(place.group, f"/add {deaths(*range(start, start + 12))}")
            await place.rests(lambda: len(place.cards()) == before + 12)  # noqa: B023  asked at once

    async def begin(self, place: Place, number: int) -> Callable[[], object]:
        card = place.cards()[number]
        presses = self.presses = dict[Person, Press]()
        for person, stance in zip(place.people, self.stances, strict=True):
            presses[person] = await person.presses(card, stance.value.capitalize())

        def seen() -> bool:
            """Who sees no answer presses again: as soon as the bot is back, and has handled what it knew."""
            waiting = [who for who, press in presses.items() if not press.answered]
            if waiting and not place.telegram.world.busy() and not place.reads(unfinished) and not place.nursery.gone:
                for who in waiting:
                    presses[who] = self._again(presses[who])
            return not waiting and " · verified" in card.text

        return seen

    def _again(self, press: Press) -> Press:
        coroutine = press.person.replays(press.message, press.data)
        with suppress(StopIteration):
            coroutine.send(None)
        return next(reversed(press.person.world.presses.values()))

    def check_receipts(self, place: Place) -> None:
        """Who was told that the answer is recorded finds it recorded, whatever happened since."""
        told = sum(press.answered is not None for press in self.presses.values())
        label = next(iter(self.presses.values())).message.text.split(" · ")[1]
        claim = ClaimId(int(label.removeprefix("C-")))
        votes = len(fold(place.reads(lambda records: records.history.of(claim))).votes)
        count("presses", len(self.presses))
        assert count("votes_lost", max(0, told - votes)) == 0, f"{told} receipts, {votes} votes on {label}"

    def check(self, place: Place, times: int) -> None:
        """Each claim is verified by four votes, each cast once."""
        for claim in range(1, times + 1):
            entries = place.reads(lambda records: records.history.of(ClaimId(claim)))  # noqa: B023  asked at once
            cast = sum(isinstance(entry.event, VoteCast) for entry in entries)
            assert count("double_votes", cast - 4) == 0
            standing = fold(entries)
            assert (standing.status, standing.tally.verify, standing.tally.dispute) == (Status.VERIFIED, 3, 1)


async def links(place: Place, number: int) -> Callable[[], object]:
    """A claim gives way to the next one; it is seen on its card, and the desk is told."""
    older = place.cards()[number]
    told = f"C-{number + 2} updates C-{number + 1}"
    await place.amal.says(place.group, f"/link {told}")
    return lambda: " · superseded" in older.text and any(told in plain(text) for text in place.group.texts)


def check_links(place: Place, times: int) -> None:
    """Each link was made once, and stands in both histories."""
    for claim in range(1, times + 1):
        entries = place.reads(lambda records: records.history.of(ClaimId(claim)))  # noqa: B023  asked at once
        others = [entry.event.other for entry in entries if isinstance(entry.event, Linked)]
        assert others == [claim - 1, claim + 1][claim == 1 :]
        assert fold(entries).status is Status.SUPERSEDED


async def a_day_passes(place: Place, _: int) -> Callable[[], object]:
    return lambda: len(place.reads(digest_days)) == place.days + 1  # and the day of the set-up


def digest_days(records: Records) -> list[date]:
    return sorted(records.history.db.execute(sql.select(col(DigestRow.day))).scalars())


def check_digests(place: Place, times: int) -> None:
    days = place.reads(digest_days)
    assert [(b - a).days for a, b in pairwise(days)] == [1] * times


VOTES = Votes()
SCENARIOS = {
    "a text": Scenario(nothing, hands_in, check_texts),
    "votes": Scenario(VOTES.prepare, VOTES.begin, VOTES.check, VOTES.check_receipts),
    "links": Scenario(VOTES.prepare, links, check_links),
    "a digest": Scenario(nothing, a_day_passes, check_digests, by_the_clock=True),
}


@asynccontextmanager
async def a_place(nursery: Nursery, database_url: str, folder: Path, scenario: Scenario) -> AsyncIterator[Place]:
    clock, store = WallClock(), Store(database_url)
    async with Sandbox(clock=clock) as telegram:
        place = Place(nursery, telegram, clock, store, folder)
        try:
            await place.starts()
            await place.group.add_bot()
            await place.amal.says(place.group, "/setup")
            assert await place.rests(lambda: any("is now a desk" in text for text in place.group.texts))
            await scenario.prepare(place)
            assert await place.rests(lambda: True)
            yield place
        finally:
            nursery.kill()
            store.close()


async def ends_at_each_point(place: Place, scenario: Scenario, random: Random | None = None) -> int:
    """Does the work again and again, and ends at the next point each time; how many points there are.

    With `random`, the life after that ends as well, at some point of its recovery.
    """
    place.stops()
    for number in range(1, MOST):
        if scenario.by_the_clock:
            place.stops()
            place.passes_a_day()
        if number == 1 or scenario.by_the_clock:
            await place.starts(number, from_the_start=scenario.by_the_clock)
        if not await ends(place, scenario, number, random):
            scenario.check(place, number)
            return number - 1
    raise AssertionError("there is no end of points")


async def ends(place: Place, scenario: Scenario, number: int, random: Random | None) -> bool:
    """One piece of work that is cut off at its n-th point, and done in the next life; False when there is no such."""
    repeated, cut_off = place.repeated(), 0
    place.nursery.arm()
    seen = await scenario.begin(place, number - 1)
    if await place.rests(seen):
        return False
    where = [place.ended()]
    scenario.check_at_death(place)
    cut_off += place.reads(being_sent)
    if random and await ends_again(place, seen, random):
        where.append(place.ended())
        cut_off += place.reads(being_sent)
    await place.starts(0 if scenario.by_the_clock else number + 1)
    assert await place.rests(seen), where
    assert place.reads(broken) == place.reads(without_card) == [], where
    again = count("repeats", place.repeated() - repeated)
    count("crashes", len(where))
    count("cut_sends", cut_off)
    assert again <= cut_off <= len(where), f"{again} repeated after {where}"
    return True


async def ends_again(place: Place, seen: Callable[[], object], random: Random) -> bool:
    """A life that ends while it makes good what the one before left undone, if it comes by so many points."""
    await place.starts(random.randrange(1, 25), from_the_start=True)
    if not await place.rests(seen):
        return True
    place.stops()
    return False


def being_sent(records: Records) -> int:
    """How many messages were on their way when the bot ended."""
    which = (col(PostingRow.state) == PostingState.SENDING, col(PostingRow.message_id).is_(None))
    question = sql.select(sql.func.count()).select_from(PostingRow).where(*which)
    return int(records.history.db.execute(question).scalar_one())


async def through_all_points(
    name: str, nursery: Nursery, url: str, folder: Path, random: Random | None = None
) -> int:  # fmt: skip
    async with a_place(nursery, url, folder, SCENARIOS[name]) as place:
        return await ends_at_each_point(place, SCENARIOS[name], random)


@pytest.mark.parametrize("name", SCENARIOS)
async def test_whatever_commit_or_call_is_its_last_it_comes_to_the_same_end(
    name: str, nursery: Nursery, tmp_path: Path, migrated_file: Path
):
    url = f"sqlite:///{shutil.copy(migrated_file, tmp_path / 'claimdesk.db')}"

    assert await through_all_points(name, nursery, url, tmp_path) > 12


async def test_on_postgresql_too_it_comes_to_the_same_end(
    nursery: Nursery, tmp_path: Path, postgresql: Server, migrated_database: str
):
    url = postgresql.create(template=migrated_database)

    assert await through_all_points("a digest", nursery, url, tmp_path) > 12


@pytest.mark.soak
@pytest.mark.parametrize("name", SCENARIOS)
async def test_for_as_long_as_one_likes_also_during_recovery_it_comes_to_the_same_end(
    name: str, nursery: Nursery, tmp_path_factory: pytest.TempPathFactory, postgresql: Server,
    migrated_file: Path, migrated_database: str, soak_minutes: float,
):  # fmt: skip
    end, seed = monotonic() + 60 * soak_minutes, 0
    while monotonic() < end:
        seed += 1
        folder = tmp_path_factory.mktemp("points")
        sqlite = f"sqlite:///{shutil.copy(migrated_file, folder / 'claimdesk.db')}"
        url = sqlite if seed % 2 else postgresql.create(template=migrated_database)
        try:
            await through_all_points(name, nursery, url, folder, Random(seed))
        except Exception as error:
            error.add_note(f"seed {seed} of {name} on {url}")
            raise
        finally:
            if not seed % 2:
                postgresql.drop(url)
