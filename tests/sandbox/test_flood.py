"""Telegram's flood limits, when they are switched on."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.sandbox import HandClock
from bot.sandbox.flood import FloodGate
from bot.sandbox.refusals import Refusal

GROUP, PERSON = -1001, 77


@pytest.fixture
def clock() -> HandClock:
    return HandClock(datetime(2026, 3, 1, 12, tzinfo=UTC))


@pytest.fixture
def gate(clock: HandClock) -> FloodGate:
    return FloodGate(clock)


def seconds_to_wait(gate: FloodGate, chat: int) -> int:
    with pytest.raises(Refusal) as refusal:
        gate.pass_through(chat)
    assert refusal.value.code == 429
    assert refusal.value.parameters
    return int(refusal.value.parameters["retry_after"])


def test_a_group_takes_twenty_messages_a_minute(gate: FloodGate, clock: HandClock) -> None:
    for _ in range(20):
        gate.pass_through(GROUP)
    clock.forward(seconds=15)
    assert seconds_to_wait(gate, GROUP) == 45

    clock.forward(seconds=45)
    gate.pass_through(GROUP)


def test_one_group_does_not_hold_up_another(gate: FloodGate, clock: HandClock) -> None:
    for _ in range(20):
        gate.pass_through(GROUP)
    clock.forward(seconds=1)

    gate.pass_through(GROUP - 1)


def test_a_person_takes_one_message_a_second_and_a_short_burst(gate: FloodGate, clock: HandClock) -> None:
    for _ in range(5):
        gate.pass_through(PERSON)
    assert seconds_to_wait(gate, PERSON) == 5

    clock.forward(seconds=5)
    gate.pass_through(PERSON)


def test_thirty_a_second_are_all_there_is(gate: FloodGate, clock: HandClock) -> None:
    for chat in range(30):
        gate.pass_through(-1000 - chat)
    assert seconds_to_wait(gate, -5000) == 1

    clock.forward(seconds=1)
    gate.pass_through(-5000)
