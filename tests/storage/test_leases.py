"""Leases: one holder at a time, whoever asks at once, and no act under a lease that was lost."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier, Event

import pytest

from storage.records import Records
from storage.store import Store
from tests.storage.scene import NOON

LASTS = timedelta(seconds=12)
RACERS = 8


def take(records: Records, holder: str, seconds: float = 0) -> int | None:
    return records.leases.take("publish", holder, NOON + timedelta(seconds=seconds), LASTS)


def test_a_lease_is_one_holders_until_it_lapses(records: Records) -> None:
    assert take(records, "a") == 1
    assert take(records, "b", 11.9) is None
    assert take(records, "b", 12) == 2
    assert take(records, "a", 13) is None


def test_who_renews_in_time_keeps_it_in_the_same_term(records: Records) -> None:
    assert [take(records, "a", seconds) for seconds in (0, 10, 20, 31)] == [1, 1, 1, 1]
    assert take(records, "b", 42) is None


def test_who_comes_back_to_a_lapsed_lease_that_nobody_took_goes_on_in_the_same_term(records: Records) -> None:
    assert take(records, "a") == 1
    assert records.leases.holds("publish", "a", 1)
    assert take(records, "a", 60) == 1


def test_a_lease_that_was_given_up_is_free_at_once_and_begins_a_new_term(records: Records) -> None:
    take(records, "a")
    records.leases.release("publish", "b", NOON)
    assert take(records, "b", 1) is None
    records.leases.release("publish", "a", NOON)
    assert not records.leases.holds("publish", "a", 1)
    assert take(records, "a", 1) == 2


def test_a_term_that_is_over_is_not_held_though_its_holder_has_the_next_but_one(records: Records) -> None:
    assert (take(records, "a"), take(records, "b", 12), take(records, "a", 24)) == (1, 2, 3)
    assert [records.leases.holds("publish", "a", term) for term in (1, 2, 3)] == [False, False, True]


def test_leases_of_different_names_have_nothing_to_do_with_each_other(records: Records) -> None:
    assert records.leases.take("poll", "a", NOON, LASTS) == 1
    assert records.leases.take("publish", "b", NOON, LASTS) == 1


def test_of_many_who_want_a_lease_at_once_one_gets_it(store: Store) -> None:
    start = Barrier(RACERS)

    def racer(number: int) -> list[int | None]:
        terms = []
        for turn in range(5):
            start.wait(timeout=30)
            with store.transaction() as records:
                terms.append(take(records, f"racer {number}", 12 * turn))
        return terms

    with ThreadPoolExecutor(RACERS) as racers:
        turns = list(zip(*racers.map(racer, range(RACERS)), strict=True))
    assert [sum(term is not None for term in terms) for terms in turns] == [1] * 5


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_nobody_takes_a_lease_while_its_holder_acts_under_it(store: Store) -> None:
    with store.transaction() as records:
        take(records, "a")
    acting, order = Event(), []

    def other() -> None:
        acting.wait(timeout=30)
        with store.transaction() as records:
            assert take(records, "b", 60) == 2
            order.append("taken by b")

    with ThreadPoolExecutor(1) as racers:
        waiting = racers.submit(other)
        with store.transaction() as records:
            assert records.leases.holds("publish", "a", 1)
            acting.set()
            assert not waiting.done()
            take(records, "a")
            order.append("acted by a")
        waiting.result(timeout=30)
    assert order == ["acted by a", "taken by b"]
