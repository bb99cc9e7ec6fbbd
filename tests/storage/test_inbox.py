"""The inbox: every update once, in order, until it is handled or set aside."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select
from sqlmodel import col

from storage.inbox import InboxRow
from storage.records import Records
from storage.tables import InboxItem
from tests.storage.scene import NOON

LATER = NOON + timedelta(minutes=1)


def waiting(records: Records) -> list[str]:
    return [row.payload for row in records.inbox.next(100)]


def test_updates_are_handled_in_the_order_in_which_they_arrived(records: Records) -> None:
    records.inbox.store([(9, "first"), (3, "second")], NOON)
    records.inbox.store([(1, "third")], LATER)
    assert records.inbox.next(2) == [InboxRow(1, 9, "first", NOON, 0), InboxRow(2, 3, "second", NOON, 0)]
    assert waiting(records) == ["first", "second", "third"]
    assert records.inbox.oldest_waiting() == NOON


def test_the_same_update_is_kept_once_within_48_hours(records: Records) -> None:
    assert records.inbox.store([(1, "press"), (1, "press")], NOON) == 1
    assert records.inbox.store([(1, "press"), (2, "press")], NOON + timedelta(hours=48)) == 1
    assert waiting(records) == ["press", "press"]


def test_after_48_hours_the_same_number_and_words_are_another_update(records: Records) -> None:
    records.inbox.store([(1, "press")], NOON)
    assert records.inbox.store([(1, "press")], NOON + timedelta(hours=48, seconds=1)) == 1
    assert records.inbox.store([(1, "press")], NOON + timedelta(hours=49)) == 0


def test_the_same_number_with_other_words_is_another_update(records: Records) -> None:
    assert records.inbox.store([(1, "press"), (1, "another press")], NOON) == 2


def test_a_handled_update_waits_no_more_but_is_still_known(records: Records) -> None:
    records.inbox.store([(1, "press"), (2, "press")], NOON)
    first, second = records.inbox.next(2)
    assert not records.inbox.is_done(first.id)
    records.inbox.done(first.id, LATER)
    assert records.inbox.is_done(first.id)
    assert records.inbox.next(2) == [second]
    assert records.inbox.store([(1, "press")], LATER) == 0


def test_an_update_that_fails_three_times_is_set_aside(records: Records) -> None:
    records.inbox.store([(1, "poison"), (2, "press")], NOON)
    poison, press = records.inbox.next(2)
    for attempts in (1, 2):
        records.inbox.failed(poison.id, LATER, "ref")
        assert [row.attempts for row in records.inbox.next(2)] == [attempts, 0]
    records.inbox.failed(poison.id, LATER, "ref")
    assert records.inbox.next(2) == [press]
    assert records.inbox.set_aside() == 1


def test_what_was_handled_cannot_fail_afterwards(records: Records) -> None:
    records.inbox.store([(1, "press")], NOON)
    records.inbox.done(1, NOON)
    for _ in range(3):
        records.inbox.failed(1, LATER, "ref")
    assert records.inbox.set_aside() == 0


def test_what_updates_said_is_erased_and_that_they_came_is_not(records: Records) -> None:
    records.inbox.store([(1, "secret"), (2, "unhandled")], NOON)
    records.inbox.done(1, NOON)
    records.inbox.done(2, LATER)
    assert records.inbox.forget_payloads(LATER) == 1
    assert records.inbox.forget_payloads(LATER) == 0
    rows = records.inbox.db.execute(select(InboxItem).order_by(col(InboxItem.id)))
    assert [row.payload for row in rows] == [None, "unhandled"]
    assert records.inbox.store([(1, "secret")], LATER) == 0


def test_an_update_that_waits_is_never_erased(records: Records) -> None:
    records.inbox.store([(1, "press")], NOON)
    assert records.inbox.forget_payloads(NOON + timedelta(days=365)) == 0
    assert waiting(records) == ["press"]


def test_an_empty_inbox_has_nothing_waiting(records: Records) -> None:
    assert records.inbox.store([], NOON) == 0
    assert records.inbox.next(5) == []
    assert records.inbox.oldest_waiting() is None
