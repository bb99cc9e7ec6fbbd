"""Taking updates by long polling."""

from __future__ import annotations

import asyncio
from typing import Any

import httpx
import pytest

from bot.sandbox import HandClock, Person, Sandbox


def ids(answer: dict[str, Any]) -> list[int]:
    return [update["update_id"] for update in answer["result"]]


async def test_updates_stay_until_they_are_confirmed(ask, bob: Person) -> None:
    for text in "abc":
        await bob.says(bob.private, text)

    first, second, third = ids(await ask("getUpdates"))
    assert ids(await ask("getUpdates")) == [first, second, third]
    assert ids(await ask("getUpdates", offset=third)) == [third]
    assert ids(await ask("getUpdates")) == [third]


async def test_limit_and_a_negative_offset_take_a_part(ask, bob: Person) -> None:
    for text in "abc":
        await bob.says(bob.private, text)

    first, _, third = ids(await ask("getUpdates"))
    assert ids(await ask("getUpdates", limit=1)) == [first]
    assert ids(await ask("getUpdates", offset=-1)) == [third]


async def test_a_poll_waits_for_what_happens_next(ask, telegram: Sandbox, bob: Person) -> None:
    poll = asyncio.create_task(ask("getUpdates", timeout=5))
    await telegram.until(lambda: telegram.world.poller.is_waited_on)
    assert not poll.done()

    await bob.says(bob.private, "hello")
    assert len(ids(await poll)) == 1


async def test_a_poll_without_news_ends_empty(ask) -> None:
    assert ids(await ask("getUpdates", timeout=0)) == []


async def test_the_older_of_two_pollers_is_cut_off(ask, telegram: Sandbox, bob: Person) -> None:
    older = asyncio.create_task(ask("getUpdates", timeout=5))
    await telegram.until(lambda: telegram.world.poller.is_waited_on)
    newer = asyncio.create_task(ask("getUpdates", timeout=5))

    answer = await older
    assert (answer["error_code"], answer["description"]) == (
        409,
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
    )
    await bob.says(bob.private, "hello")
    assert len(ids(await newer)) == 1


async def test_a_poller_that_hung_up_does_not_count(
    telegram: Sandbox, client: httpx.AsyncClient, ask, bob: Person
) -> None:
    with pytest.raises(httpx.ReadTimeout):
        await client.post(
            f"{telegram.base_url}{telegram.token}/getUpdates", json={"timeout": 5}, timeout=httpx.Timeout(5, read=0.1)
        )
    await bob.says(bob.private, "hello")

    assert len(ids(await ask("getUpdates", timeout=5))) == 1


async def test_only_the_kinds_asked_for_arrive_from_then_on(ask, bob: Person) -> None:
    await ask("getUpdates", allowed_updates=["callback_query"])
    await bob.says(bob.private, "unheard")
    assert ids(await ask("getUpdates")) == []

    await ask("getUpdates", allowed_updates=[])
    await bob.says(bob.private, "heard")
    assert len(ids(await ask("getUpdates"))) == 1


async def test_updates_are_kept_for_a_day(ask, bob: Person, clock: HandClock) -> None:
    await bob.says(bob.private, "old")
    clock.forward(hours=24)

    assert ids(await ask("getUpdates")) == []


async def test_numbers_may_start_lower_and_an_offset_from_before_confirms_nothing(
    ask, telegram: Sandbox, bob: Person
) -> None:
    telegram.world.updates.restart_from(7)
    await bob.says(bob.private, "hello")

    assert ids(await ask("getUpdates", offset=100_000_002)) == [7]
