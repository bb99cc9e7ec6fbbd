"""Three replicas on one PostgreSQL: nothing is lost, nothing is done twice, and nothing stays undone."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from functools import partial
from random import Random
from threading import Barrier
from time import monotonic
from typing import Any

import pytest
from sqlalchemy import select
from sqlmodel import col
from telegram import Update

from bot.chat import lane
from bot.claims.consensus import Stance
from bot.claims.events import StatusChanged, WindowEnded
from bot.claims.history import fold
from bot.claims.model import ClaimId, DeskId, Origin
from bot.claims.status import Status
from bot.desk.digesting import send_if_due
from bot.desk.housekeeping import join_ripe_drafts
from bot.desk.reading import ReadingRoom
from bot.desk.voting import Ballot, cast_vote
from bot.desk.windows import end_windows
from bot.signing import Notary
from storage.records import Records
from storage.store import Store
from storage.tables import BallotRow, ClaimRow, DocumentRow, InboxItem, PersonRow
from tests.faults.invariants import broken
from tests.faults.replicas import a_press, deliver, now, read, replicas
from tests.journeys.office import deaths
from tests.postgres import Server
from tests.scoreboard import count as scoreboard
from tests.storage.scene import GROUP, NOON, Scene, a_desk

VOTERS = range(7_000_000_001, 7_000_000_007)
CLAIMS, REPLICAS = 100, 3
LastWords = dict[tuple[int, int], Stance]
pytestmark = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)

NOTARY = Notary(bytes(32))


def claims_before_a_desk(store: Store, many: int) -> tuple[DeskId, list[ClaimId]]:
    with store.transaction() as records:
        scene = Scene(records, a_desk(records))
        return scene.desk.id, [scene.released().id for _ in range(many)]


def verify(records: Records, desk: DeskId, claim: ClaimId, person: int) -> None:
    reviewer = records.reviewers.of(desk, person, now())
    cast_vote(records, Ballot(claim, 1, reviewer.id, Stance.VERIFY), now())


async def six_at_once(stores: list[Store], desk: DeskId, claim: ClaimId) -> None:
    """Six people verify a claim at the same moment, two through each replica."""
    start, tried = Barrier(len(VOTERS)), set()

    def votes(records: Records, person: int) -> None:
        if person not in tried:  # a transaction that was undone for another's sake does not wait again
            tried.add(person)
            start.wait(timeout=30)
        verify(records, desk, claim, person)

    await asyncio.gather(*(stores[number % REPLICAS].run(votes, person) for number, person in enumerate(VOTERS)))


def decisions(records: Records, claim: ClaimId) -> list[Status]:
    return [entry.event.now for entry in records.history.of(claim) if isinstance(entry.event, StatusChanged)]


async def raced(store: Store, url: str, many: int) -> list[ClaimId]:
    """New claims that six people verify at once, one claim after the other."""
    desk, claims = claims_before_a_desk(store, many)
    stores = [Store(url) for _ in range(REPLICAS)]
    for claim in claims:
        await six_at_once(stores, desk, claim)
    for each in stores:
        each.close()
    return claims


def check_each_is_verified_once(store: Store, claims: list[ClaimId]) -> None:
    with store.transaction() as records:
        told = [(decisions(records, claim), len(fold(records.history.of(claim)).votes)) for claim in claims]
        found = broken(records)
    scoreboard("raced_claims", len(claims))
    scoreboard("stuck", sum(decided != [Status.VERIFIED] for decided, _ in told))
    assert told == [([Status.VERIFIED], len(VOTERS))] * len(claims)
    assert found == []


async def test_of_a_hundred_claims_that_six_verify_at_once_none_is_stuck_and_none_decided_twice(
    store: Store, database_url: str
):
    check_each_is_verified_once(store, await raced(store, database_url, CLAIMS))


def presses_of_all(random: Random, claims: list[ClaimId]) -> tuple[list[tuple[int, ClaimId, Stance]], LastWords]:
    """Everybody answers on every claim, every third person twice; and who says what in the end."""
    both = [(person, claim) for person in VOTERS for claim in claims]
    both += random.sample(both, len(both) // 3)
    random.shuffle(both)
    presses = [(person, claim, random.choice(list(Stance))) for person, claim in both]
    return presses, {(person, claim): stance for person, claim, stance in presses}


def last_words(records: Records) -> LastWords:
    people = select(col(BallotRow.claim_id), col(PersonRow.telegram_id), col(BallotRow.stance)).join(
        PersonRow, col(PersonRow.reviewer_id) == col(BallotRow.reviewer_id)
    )
    return {(person, claim): stance for claim, person, stance in records.history.db.execute(people)}


def left(records: Records) -> int:
    return len(records.inbox.next(10_000))


def store_left(store: Store) -> int:
    with store.transaction() as records:
        return left(records)


async def all_handled(store: Store, seconds: float) -> None:
    end = monotonic() + seconds
    while waiting := await store.run(left):
        assert monotonic() < end, f"{waiting} updates are left"
        await asyncio.sleep(0.1)


def check_the_inbox(records: Records, many: int) -> None:
    rows: Any = records.history.db.execute(select(InboxItem)).all()
    assert len(rows) == many
    assert not any(row.set_aside for row in rows)


async def test_three_replicas_share_an_inbox_and_every_last_word_counts_though_one_dies(
    store: Store, database_url: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(lane, "TAKEN", timedelta(seconds=2))
    monkeypatch.setattr(lane, "HOLD", 0.5)
    random = Random(1)
    desk, claims = claims_before_a_desk(store, 40)
    presses, said = presses_of_all(random, claims)
    async with replicas(database_url, REPLICAS) as running:
        for replica in running:
            replica.works()
        for number in range(0, len(presses), 20):
            deliver(store, [a_press(*press, desk) for press in presses[number : number + 20]])
            await asyncio.sleep(0.01)
        async with asyncio.timeout(30):
            while not all(replica.telegram.answered for replica in running):  # noqa: ASYNC110  nobody tells
                await asyncio.sleep(0.01)
        assert store_left(store) > 100
        running[0].dies()
        await all_handled(store, 60)
    with store.transaction() as records:
        assert last_words(records) == {(person, int(claim)): stance for (person, claim), stance in said.items()}
        assert broken(records) == []
        check_the_inbox(records, len(presses))


async def test_an_update_that_three_replicas_handle_at_once_has_one_effect_and_one_answer(
    store: Store, database_url: str
):
    desk, claims = claims_before_a_desk(store, 10)
    deliver(store, [a_press(VOTERS[0], claim, Stance.DISPUTE, desk) for claim in claims])
    with store.transaction() as records:
        rows = records.inbox.next(100)
    async with replicas(database_url, REPLICAS) as running:
        for row in rows:
            await asyncio.gather(
                *(r.talk.handle(Update.de_json(read(row.payload), r.telegram), row) for r in running)  # type: ignore[arg-type]
            )
        answered = Counter(number for replica in running for number in replica.telegram.answered)
    assert answered == {str(row.update_id): 1 for row in rows}
    with store.transaction() as records:
        assert left(records) == 0
        assert [len(fold(records.history.of(claim)).votes) for claim in claims] == [1] * len(claims)
        assert [fold(records.history.of(claim)).sequence for claim in claims] == [3] * len(claims)


def at_once(url: str, run: Callable[[Records], object], times: int = 6) -> list[object]:
    """The same in so many transactions of three replicas that begin together."""
    stores, start = [Store(url) for _ in range(REPLICAS)], Barrier(times)

    def replica(number: int) -> object:
        start.wait(timeout=30)
        return stores[number % REPLICAS]._patiently(run)

    with ThreadPoolExecutor(times) as racers:
        found = list(racers.map(replica, range(times)))
    for store in stores:
        store.close()
    return found


def test_when_all_replicas_tick_at_once_each_window_ends_once_and_each_digest_goes_out_once(
    store: Store, database_url: str
):
    desk, claims = claims_before_a_desk(store, 12)
    with store.transaction() as records:
        records.history.db.exec_driver_sql("UPDATE desk SET digest_at = '08:00'")
    at = NOON + timedelta(days=3)
    for moment in (at, at + timedelta(days=1)):
        at_once(database_url, partial(end_windows, at=moment))
        at_once(database_url, partial(send_if_due, desk=desk, at=moment, notary=NOTARY))

    with store.transaction() as records:
        for claim in claims:
            entries = records.history.of(claim)
            assert sum(isinstance(entry.event, WindowEnded) for entry in entries) == 1
            assert decisions(records, claim) == [Status.UNDETERMINED]
        digests = [p for p in records.postings.differing(at + timedelta(days=9), 999) if p.key.startswith("digest:")]
        assert sorted(p.key for p in digests) == ["digest:2026-11-28", "digest:2026-11-29"]
        assert broken(records) == []


def test_when_all_replicas_tick_at_once_a_pasted_text_is_handed_in_once(store: Store, database_url: str):
    with store.transaction() as records:
        desk = a_desk(records).id
        people = [records.reviewers.of(desk, person, NOON).id for person in VOTERS]
        for person, reviewer in zip(VOTERS, people, strict=True):
            for part in (1, 2):
                records.drafts.add(person, person, desk, reviewer, f"Part {part} of {person}.", part, NOON)
    at_once(database_url, lambda records: join_ripe_drafts(records, NOON + timedelta(minutes=1)))

    with store.transaction() as records:
        texts = records.history.db.execute(select(col(DocumentRow.text))).scalars().all()
        assert sorted(texts) == [f"Part 1 of {person}.\nPart 2 of {person}." for person in VOTERS]


def test_a_group_that_moves_is_moved_once_though_everybody_tells_of_it(store: Store, database_url: str):
    with store.transaction() as records:
        desk = a_desk(records).id
    moved = at_once(database_url, lambda records: records.desks.move(GROUP, GROUP - 1, NOON))

    assert {found.chat for found in moved} == {GROUP - 1}  # type: ignore[attr-defined]
    with store.transaction() as records:
        assert records.desks.get(desk).chat == GROUP - 1


async def test_a_text_that_two_replicas_read_at_once_is_taken_in_once(store: Store, database_url: str):
    with store.transaction() as records:
        desk = a_desk(records)
        for first in (100, 300):
            text = deaths(*range(first, first + 60))
            records.documents.receive(desk=desk.id, origin=Origin.PASTED, text=text, chat=GROUP, at=NOON)
    stores = [Store(database_url) for _ in range(2)]
    rooms = [ReadingRoom(each, None, now, lambda: None) for each in stores]  # type: ignore[arg-type]
    while any(await asyncio.gather(*(room.once() for room in rooms))):
        pass
    for each in stores:
        each.close()

    with store.transaction() as records:
        counted: Any = records.history.db.execute(select(col(ClaimRow.released_at))).scalars().all()
        assert len(counted) == 120
        assert sum(released is not None for released in counted) == 2 * 12
        assert {row.found for row in records.history.db.execute(select(DocumentRow))} == {60}
        assert broken(records) == []


@pytest.mark.soak
async def test_of_thirty_thousand_claims_none_is_stuck_and_none_decided_twice(
    postgresql: Server, migrated_database: str, database_url: str, soak_minutes: float
):
    end, many = monotonic() + 60 * soak_minutes, 0
    while monotonic() < end and many < 30_000:
        url = postgresql.create(template=migrated_database)
        store = Store(url)
        check_each_is_verified_once(store, await raced(store, url, CLAIMS))
        store.close()
        postgresql.drop(url)
        many += CLAIMS
    print(f"{many} claims, six voters at once on each: every one was decided once")
