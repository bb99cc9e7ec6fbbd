"""The flood budget is never overspent, and what waits is served in the right order."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.publisher.pace import BURST, EVERYWHERE, GROUP_MINUTE, Haste, Pace, Window

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
GROUP, OTHER_GROUP, ALICE = -1001, -1002, 11


def seconds(n: float) -> timedelta:
    return timedelta(seconds=n)


def spend(pace: Pace, chat: int, times: int, at: datetime = NOON, haste: Haste = Haste.REPLY) -> list[datetime]:
    """When so many calls are made, each as early as it may."""
    made = []
    for _ in range(times):
        at = pace.next_at(chat, at, haste)
        pace.spend(chat, at)
        made.append(at)
    return made


def fits(made: list[datetime], window: Window) -> bool:
    made = sorted(made)
    return all(later - first >= window.span for first, later in zip(made, made[window.calls :], strict=False))


def test_a_few_messages_go_out_at_once():
    assert spend(Pace(), GROUP, 3) == [NOON] * 3


def test_the_twenty_first_message_of_a_minute_waits_for_the_first_to_leave_it():
    made = spend(Pace(), GROUP, 21)

    assert made[19] < NOON + seconds(60)
    assert made[20] == NOON + seconds(60)


def test_a_person_gets_one_message_a_second_in_the_long_run():
    made = spend(Pace(), ALICE, 63)

    assert made[-1] == NOON + seconds(60)


def test_thirty_chats_are_served_in_one_second_and_the_next_one_after_it():
    pace = Pace()
    for chat in range(1, 31):
        spend(pace, chat, 1)

    assert pace.next_at(99, NOON) == NOON + seconds(1)


def test_a_flood_of_edits_leaves_room_for_an_answer():
    pace = Pace()
    edits = spend(pace, GROUP, 17, haste=Haste.EDIT)
    now = edits[-1] + seconds(3)

    assert pace.next_at(GROUP, now, Haste.EDIT) == NOON + seconds(60)
    assert pace.next_at(GROUP, now, Haste.CARD) == now
    assert pace.next_at(GROUP, now, Haste.REPLY) == now


@pytest.mark.parametrize("hastier, slower", [(a, b) for a in Haste for b in Haste if a < b])
def test_the_hastier_never_waits_longer(hastier, slower):
    pace = Pace()
    for _ in range(25):
        now = pace.next_at(GROUP, NOON, Haste.REPLY)
        assert pace.next_at(GROUP, now, hastier) <= pace.next_at(GROUP, now, slower)
        pace.spend(GROUP, now)


def test_a_call_counts_from_when_it_was_answered():
    pace = Pace()
    spend(pace, GROUP, 3)
    pace.answered(GROUP, NOON + seconds(9))

    assert pace.next_at(GROUP, NOON + seconds(9)) == NOON + seconds(9)
    spend(pace, GROUP, 2, NOON + seconds(9))
    assert pace.next_at(GROUP, NOON + seconds(9)) == NOON + seconds(12)


def test_a_chat_told_to_wait_waits_to_the_end_and_the_others_go_on():
    pace = Pace()
    pace.halt(GROUP, NOON, seconds(35))

    assert pace.next_at(GROUP, NOON + seconds(1)) == NOON + seconds(35)
    assert pace.next_at(OTHER_GROUP, NOON + seconds(1)) == NOON + seconds(1)


def test_a_shorter_wait_does_not_end_a_longer_one():
    pace = Pace()
    pace.halt(GROUP, NOON, seconds(35))
    pace.halt(GROUP, NOON + seconds(1), seconds(2))

    assert pace.next_at(GROUP, NOON + seconds(4)) == NOON + seconds(35)


def test_two_chats_told_to_wait_at_a_time_halt_every_chat():
    pace = Pace()
    pace.halt(GROUP, NOON, seconds(9))
    pace.halt(ALICE, NOON + seconds(1), seconds(4))

    assert pace.next_at(OTHER_GROUP, NOON + seconds(1)) == NOON + seconds(5)
    assert pace.next_at(GROUP, NOON + seconds(1)) == NOON + seconds(9)


def test_two_chats_told_to_wait_a_while_apart_halt_only_themselves():
    pace = Pace()
    pace.halt(GROUP, NOON, seconds(9))
    pace.halt(ALICE, NOON + seconds(5), seconds(9))

    assert pace.next_at(OTHER_GROUP, NOON + seconds(6)) == NOON + seconds(6)


def test_a_restart_does_not_renew_the_budget():
    before = spend(Pace(), GROUP, 20)
    pace = Pace()
    pace.remember((GROUP, when) for when in reversed(before))

    assert pace.next_at(GROUP, before[-1] + seconds(1)) == NOON + seconds(60)


def test_idle_chats_are_forgotten_and_busy_ones_kept():
    pace = Pace()
    for chat in range(1, 1_002):
        pace.spend(chat, NOON)
    spend(pace, GROUP, 20, NOON + seconds(90))
    for chat in range(1, 1_002):
        pace.spend(chat, NOON + seconds(130))

    assert pace.next_at(GROUP, NOON + seconds(130)) == NOON + seconds(150)


wishes = st.lists(
    st.tuples(
        st.sampled_from([GROUP, GROUP, GROUP, OTHER_GROUP, ALICE, 12, 13]),
        st.sampled_from(Haste),
        st.floats(0, 4),
        st.floats(0, 3),
        st.integers(0, 30),
    ),
    max_size=150,
)


@given(wishes)
def test_no_window_is_ever_overspent(wishes):
    pace, at = Pace(), NOON
    began: dict[int, list[datetime]] = {}
    for chat, haste, idle, answer_takes, refused in wishes:
        at = pace.next_at(chat, at + seconds(idle), haste)
        pace.spend(chat, at)
        began.setdefault(chat, []).append(at)
        at += seconds(answer_takes)
        pace.answered(chat, at)
        if refused > 28:
            pace.halt(chat, at, seconds(refused))

    assert fits([at for times in began.values() for at in times], EVERYWHERE)
    assert all(fits(times, BURST) for times in began.values())
    assert all(fits(times, GROUP_MINUTE) for chat, times in began.items() if chat < 0)


@given(st.lists(st.sampled_from(range(1, 60)), min_size=30, max_size=200))
def test_many_chats_side_by_side_stay_below_thirty_a_second(chats):
    pace, at, made = Pace(), NOON, []
    for chat in chats:
        at = max(at, pace.next_at(chat, at))
        pace.spend(chat, at)
        made.append(at)

    assert fits(made, EVERYWHERE)


@given(st.floats(0, 60), st.floats(0.1, 40), st.integers(0, 30))
def test_a_halt_is_never_cut_short(later, wait, calls):
    pace = Pace()
    spend(pace, GROUP, calls)
    pace.halt(GROUP, NOON + seconds(later), seconds(wait))
    pace.answered(GROUP, NOON + seconds(later))

    assert pace.next_at(GROUP, NOON + seconds(later)) >= NOON + seconds(later) + seconds(wait)
