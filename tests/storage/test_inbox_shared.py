"""The inbox of several replicas: each line in its order, in one pair of hands at a time."""

from __future__ import annotations

from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

from storage.inbox import STRETCH, Arrival
from storage.records import Records
from storage.store import Store
from tests.storage.scene import NOON

RACERS = 8


def at(seconds: float):
    return NOON + timedelta(seconds=seconds)


def store_lines(records: Records, *lines: str) -> None:
    """One update for each, numbered from 1; its words are its line and its number."""
    arrivals = [Arrival(number, f"{line} {number}", line) for number, line in enumerate(lines, start=1)]
    records.inbox.store(arrivals, NOON)


def taken(records: Records, who: str, seconds: float = 0, lines: int = 10, besides: tuple[str, ...] = ()) -> list[str]:
    """What somebody takes for ten seconds."""
    found = records.inbox.take(who, at(seconds), at(seconds + 10), lines=lines, besides=besides)
    return [row.payload for stretch in found for row in stretch.rows]


def test_whole_lines_are_taken_the_one_that_waits_longest_first(records: Records) -> None:
    store_lines(records, "x", "y", "x", "z")
    assert taken(records, "a", lines=2) == ["x 1", "x 3", "y 2"]
    assert taken(records, "b") == ["z 4"]
    assert taken(records, "b") == ["z 4"]  # lost and found: b does not have it in hand
    assert taken(records, "c") == []


def test_the_updates_of_a_line_are_handled_in_the_order_in_which_they_arrived(records: Records) -> None:
    records.inbox.store([Arrival(9, "first", "x"), Arrival(3, "second", "x"), Arrival(5, "third", "x")], NOON)
    assert taken(records, "a") == ["first", "second", "third"]


def test_what_comes_to_a_line_that_somebody_works_on_waits_for_its_turn(records: Records) -> None:
    store_lines(records, "x")
    taken(records, "a")
    records.inbox.store([Arrival(9, "x 9", "x")], NOON)
    assert taken(records, "b") == []
    assert taken(records, "a", besides=("x",)) == []
    records.inbox.done(1, NOON)
    assert taken(records, "b") == ["x 9"]


def test_a_long_line_is_taken_piece_by_piece(records: Records) -> None:
    store_lines(records, *["x"] * (STRETCH + 1))
    assert len(taken(records, "a")) == STRETCH


def test_what_a_dead_replica_took_is_free_when_its_time_is_over(records: Records) -> None:
    store_lines(records, "x", "x")
    taken(records, "dead")
    assert taken(records, "b", 9.9) == []
    assert taken(records, "b", 10) == ["x 1", "x 2"]
    assert taken(records, "dead", 11) == []


def test_what_is_held_on_to_stays_taken(records: Records) -> None:
    store_lines(records, "x")
    taken(records, "a")
    records.inbox.hold("b", [1], at(99))
    records.inbox.hold("a", [1], at(20))
    assert taken(records, "b", 19.9) == []
    assert taken(records, "b", 20) == ["x 1"]


def test_what_is_given_back_is_anybodys_at_once(records: Records) -> None:
    store_lines(records, "x")
    taken(records, "a")
    records.inbox.give_back("b")
    assert taken(records, "b") == []
    records.inbox.give_back("a")
    assert taken(records, "b") == ["x 1"]


def test_a_failed_update_rests_with_its_line_and_with_no_other(records: Records) -> None:
    store_lines(records, "x", "x", "y")
    taken(records, "a")
    assert not records.inbox.failed(1, NOON, "1", again=at(1))
    records.inbox.give_back("a")
    assert taken(records, "b") == ["y 3"]
    assert taken(records, "b", 1, besides=("y",)) == ["x 1", "x 2"]


def test_the_third_failure_is_told_once_and_the_line_goes_on(records: Records) -> None:
    store_lines(records, "x", "x")
    assert [records.inbox.failed(1, NOON, "1", again=at(9)) for _ in range(4)] == [False, False, True, False]
    assert taken(records, "a") == ["x 2"]


def test_updates_from_before_there_were_lines_are_one_line(records: Records) -> None:
    records.inbox.store([(1, "first"), (2, "second")], NOON)
    assert taken(records, "a") == ["first", "second"]
    assert taken(records, "b") == []


def test_replicas_that_take_at_once_never_have_the_same_line_and_keep_its_order(store: Store) -> None:
    with store.transaction() as records:
        store_lines(records, *[f"line {number % 7}" for number in range(140)])
    start, handled = Barrier(RACERS), defaultdict(list)

    def replica(number: int) -> None:
        start.wait(timeout=30)
        while True:
            with store.transaction() as records:
                found = records.inbox.take(f"replica {number}", NOON, at(10), lines=2)
            if not found:
                break
            for stretch in found:
                for row in stretch.rows:
                    handled[stretch.line].append(row.id)
                    with store.transaction() as records:
                        assert not records.inbox.is_done(row.id)
                        records.inbox.done(row.id, NOON)

    with ThreadPoolExecutor(RACERS) as replicas:
        list(replicas.map(replica, range(RACERS)))
    while True:  # what one found taken, another has left by now
        with store.transaction() as records:
            if not taken(records, "the last"):
                break
            records.inbox.db.exec_driver_sql("UPDATE inbox SET handled = arrived WHERE handled IS NULL")
    assert all(ids == sorted(set(ids)) for ids in handled.values())
    assert sum(map(len, handled.values())) == 140
