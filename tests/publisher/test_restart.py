"""Ended at the worst moments, the publisher loses nothing, and says at most one thing twice."""

from __future__ import annotations

import pytest

from bot.publisher import rounds
from bot.publisher.carry_out import carry_out
from bot.sandbox.faults import Fault, Faults
from storage.states import PostingState


class Killed(BaseException):
    """The program ends here."""


def said_by_bot(chat) -> list[str]:
    return [message.text for message in chat.messages if message.by_bot]


@pytest.fixture
def dies(room, monkeypatch):
    """Lets the program end before or after the n-th call has reached Telegram."""

    def at(number: int, *, after: bool) -> None:
        made = 0

        async def call(*asked):
            nonlocal made
            made += 1
            if made == number and not after:
                await end()
            outcome = await carry_out(*asked)
            if made == number:
                await end()
            return outcome

        async def end():
            await room.publisher.drain(0)
            raise Killed

        monkeypatch.setattr(rounds, "carry_out", call)

    return at


async def restarted(room, monkeypatch) -> None:
    monkeypatch.setattr(rounds, "carry_out", carry_out)
    room.starts_anew()
    await room.publisher.recover()


@pytest.mark.parametrize("after", [False, True], ids=["before the call", "after the call"])
@pytest.mark.parametrize("number", range(1, 6))
async def test_killed_at_any_call_nothing_is_lost_and_at_most_one_thing_said_twice(
    room, group, dies, monkeypatch, number, after
):
    dies(number, after=after)
    card = room.wants(group.id, "card", "1 answered")
    for n in range(3):
        room.wants(group.id, f"reply {n}", f"Answer {n}")
    await room.passes(5)
    room.rewrites(card, "2 answered")
    await room.passes(5)
    await restarted(room, monkeypatch)
    await room.passes(120)

    said = said_by_bot(group)
    assert {"2 answered", "Answer 0", "Answer 1", "Answer 2"} <= set(said)
    assert len(said) - 4 == (1 if after and number < 5 else 0)
    assert room.now(card).shown_version == room.now(card).wanted_version


ROUGH = dict.fromkeys(
    ["too_many_requests", "server_error", "bad_gateway", "bad_gateway_after", "reset_before", "reset_after", "slow"],
    0.07,
)


@pytest.mark.parametrize(
    "faults", [Faults(seed, slow_seconds=0.01, **ROUGH) for seed in range(6)], ids=lambda faults: str(faults.seed)
)
async def test_whatever_goes_wrong_the_chats_show_in_the_end_what_they_should(alice, sandbox, room):
    group = sandbox.group("Night desk", creator=alice)
    await group.add_bot()
    await alice.says(alice.private, "/start")
    cards = [room.wants(group.id, f"card {n}", f"C-{n}: 0 answered") for n in range(6)]
    answers = [room.wants(alice.id, f"reply {n}", f"Answer {n}") for n in range(4)]
    for answered in range(1, 5):
        for n, card in enumerate(cards):
            room.rewrites(card, f"C-{n}: {answered} answered")
        await room.passes(10)
        if answered == 3:
            room.starts_anew()
            await room.publisher.recover()
    await room.passes(8_000, step=20)

    for n, card in enumerate(cards):
        hangs = group.message(room.now(card).message_id)
        assert hangs.text == f"C-{n}: 4 answered"
    assert {f"Answer {n}" for n in range(4)} <= set(said_by_bot(alice.private))
    copies = len(said_by_bot(group)) + len(said_by_bot(alice.private)) - len(cards) - len(answers)
    lost = sum(sandbox.world.fate.met[fault] for fault in (Fault.RESET_AFTER, Fault.BAD_GATEWAY_AFTER))
    assert copies <= lost
    assert all(room.now(posting).state is PostingState.SHOWN for posting in (*cards, *answers))
