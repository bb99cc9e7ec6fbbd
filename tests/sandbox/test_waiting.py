"""Waiting until something is so, and until all is quiet."""

from __future__ import annotations

import asyncio

import httpx
import pytest

from bot.sandbox import Fault, Group, Person, Sandbox


async def test_until_wakes_when_something_changes(ask, telegram: Sandbox, desk: Group) -> None:
    waiting = asyncio.create_task(telegram.until(lambda: desk.last.text == "hello"))
    await asyncio.sleep(0)
    assert not waiting.done()

    await ask("sendMessage", chat_id=desk.id, text="hello")
    await waiting


async def test_until_gives_up(telegram: Sandbox) -> None:
    with pytest.raises(TimeoutError, match=r"waited 0\.01 s for the moon"):
        await telegram.until(lambda: False, timeout=0.01, what="the moon")


async def test_there_is_no_rest_while_an_update_is_not_confirmed(ask, telegram: Sandbox, bob: Person) -> None:
    await bob.says(bob.private, "hello")
    with pytest.raises(TimeoutError, match="unconfirmed updates: \\['message'\\]"):
        await telegram.settled(quiet=0, timeout=0.02)

    (update,) = (await ask("getUpdates"))["result"]
    await ask("getUpdates", offset=update["update_id"] + 1)
    await telegram.settled(quiet=0)


async def test_whoever_still_waits_at_the_end_is_hung_up_on(
    client: httpx.AsyncClient, caplog: pytest.LogCaptureFixture
) -> None:
    async with Sandbox() as telegram:
        telegram.next_call("getMe", Fault.TIMEOUT_AFTER_DELIVERY)
        urls = [f"{telegram.base_url}{telegram.token}/{method}" for method in ("getMe", "getUpdates?timeout=30")]
        waiting = [asyncio.create_task(client.get(url)) for url in urls]
        await telegram.until(lambda: telegram.calls)

    ends = await asyncio.gather(*waiting, return_exceptions=True)
    assert all(isinstance(end, httpx.TransportError) for end in ends)
    assert not caplog.records


async def test_rest_comes_only_after_the_quiet(ask, telegram: Sandbox) -> None:
    await ask("getMe")
    with pytest.raises(TimeoutError, match="0 calls under way"):
        await telegram.settled(quiet=5, timeout=0.02)
