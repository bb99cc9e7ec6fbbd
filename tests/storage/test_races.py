"""Many at once: nothing is lost, nothing is double, and no number is left out."""

from __future__ import annotations

import asyncio
import multiprocessing
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import date
from threading import Barrier
from time import monotonic

import pytest

from bot.claims.consensus import Stance
from bot.claims.events import VoteCast, WindowEnded
from bot.claims.model import ClaimId, Voter
from storage.history import Overtaken
from storage.records import Records
from storage.store import Store
from tests.storage import racing
from tests.storage.scene import ALICE, NOON, Scene, a_desk

RACERS = 8


def released_claim(store: Store) -> ClaimId:
    with store.transaction() as records:
        return Scene(records, a_desk(records)).released().id


def at_once(run: Callable[[int], object]) -> list[object]:
    """Runs it in eight threads that start together."""
    start = Barrier(RACERS)

    def racer(number: int) -> object:
        start.wait(timeout=30)
        return run(number)

    with ThreadPoolExecutor(RACERS) as racers:
        return list(racers.map(racer, range(RACERS)))


def test_threads_that_vote_on_one_claim_lose_no_vote(store: Store) -> None:
    claim = released_claim(store)

    def run(number: int) -> None:
        for _ in range(10):
            with store.transaction() as records:
                racing.vote(records, claim, Voter(f"voter-{number}"))

    at_once(run)
    with store.transaction() as records:
        entries = records.history.of(claim)
    voters = Counter(entry.event.reviewer for entry in entries if isinstance(entry.event, VoteCast))
    assert voters == {f"voter-{number}": 10 for number in range(RACERS)}
    assert [entry.sequence for entry in entries] == list(range(1, len(entries) + 1))


def test_processes_that_vote_on_one_claim_lose_no_vote(store: Store, database_url: str) -> None:
    claim = released_claim(store)
    spawn = multiprocessing.get_context("spawn")
    voters = [spawn.Process(target=racing.votes, args=(database_url, claim, number, 25)) for number in (1, 2)]
    for voter in voters:
        voter.start()
    for voter in voters:
        voter.join(timeout=60)
    assert [voter.exitcode for voter in voters] == [0, 0]
    with store.transaction() as records:
        assert [entry.sequence for entry in records.history.of(claim)] == list(range(1, 2 + 50 + 1))


def test_of_two_who_take_the_same_place_in_a_history_one_is_told(store: Store) -> None:
    claim = released_claim(store)

    def run(number: int) -> str:
        try:
            with store.transaction() as records:
                records.history.append(claim, 3, VoteCast(1, Voter(f"voter-{number}"), Stance.DISPUTE), NOON)
        except Overtaken:
            return "overtaken"
        return "written"

    assert Counter(at_once(run)) == {"written": 1, "overtaken": RACERS - 1}
    with store.transaction() as records:
        assert len(records.history.of(claim)) == 3


def test_claims_are_numbered_without_gaps_though_some_are_given_up(store: Store) -> None:
    with store.transaction() as records:
        desk = a_desk(records).id

    def run(number: int) -> list[int]:
        numbers = []
        for turn in range(5):
            with suppress(RuntimeError), store.transaction() as records:
                made = racing.make_claim(records, desk)
                if turn == number % 5:
                    raise RuntimeError
                numbers.append(made)
        return numbers

    numbers = [number for each in at_once(run) for number in each]  # type: ignore[attr-defined]
    assert sorted(numbers) == list(range(1, RACERS * 4 + 1))


def test_one_caller_among_many_sends_the_digest_of_a_day(store: Store) -> None:
    with store.transaction() as records:
        desk = a_desk(records).id

    def run(_: int) -> bool:
        with store.transaction() as records:
            return records.digests.claim_day(desk, date(2026, 11, 25), NOON)

    assert Counter(at_once(run)) == {True: 1, False: RACERS - 1}


def test_an_update_that_comes_to_many_replicas_is_kept_once(store: Store) -> None:
    def run(_: int) -> int:
        with store.transaction() as records:
            return records.inbox.store([(5, "press"), (6, "press")], NOON)

    assert sum(at_once(run)) == 2  # type: ignore[arg-type]


def test_one_person_who_comes_many_times_at_once_has_one_codename(store: Store) -> None:
    with store.transaction() as records:
        desk = a_desk(records).id

    def run(number: int) -> tuple[str, str]:
        with store.transaction() as records:
            same, other = records.reviewers.of(desk, ALICE, NOON), records.reviewers.of(desk, 100 + number, NOON)
            return same.codename, other.codename

    pairs = at_once(run)
    assert len({pair[0] for pair in pairs}) == 1  # type: ignore[index]
    assert len({pair[1] for pair in pairs}) == RACERS  # type: ignore[index]


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_two_who_wait_for_each_other_both_get_through(store: Store) -> None:
    with store.transaction() as records:
        scene = Scene(records, a_desk(records))
        claims = [scene.released().id, scene.released().id]
    both_hold_one = Barrier(2)
    tries: list[int] = []

    def verb(records: Records, first: ClaimId, second: ClaimId) -> None:
        tries.append(first)
        records.claims.get(first, lock=True)
        if len(tries) <= 2:
            both_hold_one.wait(timeout=30)
        racing.vote(records, second, Voter(f"voter-{first}"))

    await asyncio.gather(store.run(verb, *claims), store.run(verb, *reversed(claims)))
    assert len(tries) == 3
    with store.transaction() as records:
        assert [len(records.history.of(claim)) for claim in claims] == [3, 3]


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_showing_a_card_and_voting_on_it_do_not_wait_for_each_other_for_ever(store: Store) -> None:
    with store.transaction() as records:
        scene = Scene(records, a_desk(records))
        claim = scene.released()
        posting = scene.hangs(claim, message_id=5)

    def run(number: int) -> None:
        for turn in range(10):
            with store.transaction() as records:
                if number % 2:
                    racing.vote(records, claim.id, Voter(f"voter-{number}"))
                else:
                    records.postings.shown(posting.id, 5, f"imprint {turn}", turn, NOON)
                    racing.vote(records, claim.id, Voter(f"voter-{number}"))

    at_once(run)
    with store.transaction() as records:
        records.history.append(claim.id, len(records.history.of(claim.id)) + 1, WindowEnded(1), NOON)


@pytest.mark.soak
def test_no_vote_is_lost_however_long_the_race_goes_on(store: Store, soak_minutes: float) -> None:
    end = monotonic() + 60 * soak_minutes
    with store.transaction() as records:
        scene = Scene(records, a_desk(records))
        claims = [scene.released().id for _ in range(3)]

    def run(number: int) -> int:
        votes = 0
        while monotonic() < end:
            with store.transaction() as records:
                racing.vote(records, claims[votes % len(claims)], Voter(f"voter-{number}"))
            votes += 1
        return votes

    votes = sum(at_once(run))  # type: ignore[arg-type]
    with store.transaction() as records:
        histories = [[entry.sequence for entry in records.history.of(claim)] for claim in claims]
    assert sum(map(len, histories)) == votes + 2 * len(claims)
    assert all(places == list(range(1, len(places) + 1)) for places in histories)
