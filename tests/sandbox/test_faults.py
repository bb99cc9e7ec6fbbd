"""What goes wrong: the same for the same seed, and exactly where a test says."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from bot.sandbox import Fault, Faults, Group, HandClock, Person, Sandbox
from bot.sandbox.faults import Fate


@pytest.fixture
def send(telegram: Sandbox, client: httpx.AsyncClient, desk: Group):
    async def call(**more: Any) -> httpx.Response:
        url = f"{telegram.base_url}{telegram.token}/sendMessage"
        return await client.post(url, json={"chat_id": desk.id, "text": "x"}, **more)

    return call


def posted(desk: Group) -> int:
    return len([message for message in desk.messages if message.by_bot])


async def test_too_many_requests_names_the_seconds_to_wait(telegram: Sandbox, send, desk: Group) -> None:
    telegram.next_call("sendMessage", Fault.TOO_MANY_REQUESTS)
    response = await send()

    assert response.status_code == 429
    assert response.json() == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 1",
        "parameters": {"retry_after": 1},
    }
    assert posted(desk) == 0


@pytest.mark.parametrize(
    ("fault", "code", "carried_out"),
    [
        (Fault.SERVER_ERROR, 500, False),
        (Fault.BAD_GATEWAY, 502, False),
        (Fault.BAD_GATEWAY_AFTER, 502, True),
        (Fault.SLOW, 200, True),
    ],
)
async def test_an_error_of_the_server_may_come_before_or_after_the_deed(
    telegram: Sandbox, send, desk: Group, fault: Fault, code: int, carried_out: bool
) -> None:
    telegram.next_call("sendMessage", fault)

    assert (await send()).status_code == code
    assert posted(desk) == carried_out
    assert telegram.calls[-1].fault == fault


@pytest.mark.parametrize(("fault", "carried_out"), [(Fault.RESET_BEFORE, False), (Fault.RESET_AFTER, True)])
async def test_a_connection_may_break_before_or_after_the_deed(
    telegram: Sandbox, send, desk: Group, fault: Fault, carried_out: bool
) -> None:
    telegram.next_call("sendMessage", fault)

    with pytest.raises((httpx.ReadError, httpx.RemoteProtocolError)):
        await send()
    assert posted(desk) == carried_out
    assert (await send()).status_code == 200


async def test_a_message_may_arrive_and_its_answer_not(telegram: Sandbox, send, desk: Group) -> None:
    telegram.next_call("sendMessage", Fault.TIMEOUT_AFTER_DELIVERY)

    with pytest.raises(httpx.ReadTimeout):
        await send(timeout=httpx.Timeout(5, read=0.3))
    assert posted(desk) == 1
    await telegram.settled(quiet=0)


async def test_an_answer_may_come_very_late(clock: HandClock, client: httpx.AsyncClient) -> None:
    async with Sandbox(
        clock=clock, faults=Faults(timeout_after_delivery=1, late_seconds=0.01, spared=frozenset())
    ) as late:
        assert (await client.get(f"{late.base_url}{late.token}/getMe")).status_code == 200
        assert late.faults_met == {Fault.TIMEOUT_AFTER_DELIVERY: 1}


async def test_a_fault_for_a_method_that_is_not_there_is_a_mistake(telegram: Sandbox) -> None:
    with pytest.raises(LookupError, match="sendMesage"):
        telegram.next_call("sendMesage", Fault.SLOW)


async def test_scripted_faults_come_in_order_and_none_lets_one_pass(telegram: Sandbox, send) -> None:
    telegram.next_call("sendMessage", Fault.SERVER_ERROR, None, Fault.BAD_GATEWAY)

    assert [(await send()).status_code for _ in range(4)] == [500, 200, 502, 200]


async def test_a_group_may_move_under_the_bots_feet(ask, telegram: Sandbox, alice: Person) -> None:
    desk = telegram.group("Desk", creator=alice, kind="group")
    await desk.add_bot()
    telegram.next_call("sendMessage", Fault.MIGRATES)
    answer = await ask("sendMessage", chat_id=desk.id, text="x")

    assert desk.migrated_to
    assert answer["parameters"] == {"migrate_to_chat_id": desk.migrated_to.id}


async def test_a_topic_may_close_and_a_person_may_block(ask, refused, telegram: Sandbox, alice: Person) -> None:
    forum = telegram.group("Forum", creator=alice, forum=True)
    await forum.add_bot()
    await alice.says(alice.private, "/start")

    telegram.next_call("sendMessage", Fault.TOPIC_CLOSES, Fault.BLOCKS)
    assert await refused("sendMessage", chat_id=forum.id, text="x") == "Bad Request: TOPIC_CLOSED"
    assert await refused("sendMessage", chat_id=alice.id, text="x") == "Forbidden: bot was blocked by the user"


def drawn(seed: int, calls: list[str]) -> list[Fault | None]:
    fate = Fate(Faults(seed=seed, server_error=0.3, reset_after=0.3))
    return [fate.of(method) for method in calls]


def test_the_same_seed_brings_the_same_faults() -> None:
    calls = ["sendMessage"] * 50

    assert drawn(1, calls) == drawn(1, calls)
    assert drawn(1, calls) != drawn(2, calls)
    assert {*drawn(1, calls)} == {None, Fault.SERVER_ERROR, Fault.RESET_AFTER}


def test_what_befalls_a_method_does_not_hang_on_the_others() -> None:
    alone = drawn(1, ["sendMessage"] * 10)
    mixed = drawn(1, ["sendMessage", "editMessageText"] * 10)

    assert mixed[::2] == alone


def test_spared_methods_are_left_alone() -> None:
    assert drawn(1, ["getMe"] * 50) == [None] * 50


async def test_updates_may_come_twice_and_out_of_order(clock: HandClock, client: httpx.AsyncClient) -> None:
    async with Sandbox(clock=clock, faults=Faults(seed=3, duplicate=0.5, reorder=0.5)) as telegram:
        bob = telegram.person("Bob")
        for number in range(20):
            await bob.says(bob.private, str(number))
        url = f"{telegram.base_url}{telegram.token}/getUpdates"
        ids = [update["update_id"] for update in (await client.get(url)).json()["result"]]

    assert len(ids) > 20
    assert len(set(ids)) == 20
    assert ids != sorted(ids)
