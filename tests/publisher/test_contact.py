"""While Telegram does not answer it is left alone, longer each time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.publisher.carry_out import Done
from bot.publisher.contact import FIRST_PAUSE, LONGEST_PAUSE, Contact
from bot.publisher.refusals import No, Refusal

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
LOST = No(Refusal.NOT_ARRIVED)


def failing(contact: Contact, times: int) -> list[timedelta]:
    """The pauses after so many failures, each try made as early as it may be."""
    at, pauses = NOON, []
    for _ in range(times):
        until = contact.heard(LOST, at)
        assert until is not None
        pauses.append(until - at)
        at = until
    return pauses


def test_the_pauses_grow_up_to_half_a_minute():
    pauses = failing(Contact(), 10)

    assert pauses == sorted(pauses)
    assert (pauses[0], pauses[1], pauses[-1]) == (FIRST_PAUSE, 2 * FIRST_PAUSE, LONGEST_PAUSE)


def test_calls_that_fail_together_count_once():
    contact = Contact()
    first = contact.heard(LOST, NOON)

    assert contact.heard(LOST, NOON + FIRST_PAUSE / 2) == first


@pytest.mark.parametrize("answer", [Done(7), No(Refusal.CHAT_GONE), No(Refusal.SLOW_DOWN)])
def test_any_answer_ends_it(answer):
    contact = Contact()
    failing(contact, 5)

    assert contact.heard(answer, NOON) is None
    assert failing(contact, 1) == [FIRST_PAUSE]
