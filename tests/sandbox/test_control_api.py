"""Driving the sandbox from outside, and running it by itself."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable
from typing import Any

import httpx
import pytest

from bot.sandbox import Sandbox

Drive = Callable[..., Awaitable[Any]]


@pytest.fixture
def drive(telegram: Sandbox, client: httpx.AsyncClient) -> Drive:
    async def do(duty: str, **asked: Any) -> Any:
        return (await client.post(f"{telegram.url}/control/{duty}", json=asked)).json()

    return do


@pytest.fixture
async def cast(drive: Drive) -> None:
    for name in ("Alice", "Bob"):
        await drive("person", name=name)
    await drive("group", title="Desk", creator="Alice", members=["Bob"], bot=True)


async def test_a_whole_story_can_be_told_from_outside(drive: Drive, ask, cast: None, telegram: Sandbox) -> None:
    said = await drive("say", person="Bob", chat="Desk", text="/queue")
    keys = {"inline_keyboard": [[{"text": "✅ Verify", "callback_data": "v"}]]}
    await ask("sendMessage", chat_id=said["chat"], text="C-1", reply_markup=keys)
    press = await drive("press", person="Bob", chat="Desk", message="C-1", button="Verify")
    await ask("answerCallbackQuery", callback_query_id=press["id"], text="Recorded")

    messages = await drive("messages", chat="Desk")
    assert [(message["author"], message["text"]) for message in messages[1:]] == [
        ("Bob", "/queue"),
        ("Sandbox Bot", "C-1"),
    ]
    assert messages[-1]["keyboard"] == [["✅ Verify"]]
    assert press["data"] == "v"
    assert telegram.world.presses[press["id"]].answered
    assert [call["method"] for call in await drive("calls")] == ["sendMessage", "answerCallbackQuery"]


async def test_private_chats_forwards_files_and_edits(drive: Drive, cast: None) -> None:
    said = await drive("say", person="Bob", chat="@Bob", text="12 killed")
    await drive("edit", person="Bob", chat="@Bob", message=said["id"], text="21 killed")
    await drive("forward", person="Bob", chat="@Bob", text="x", origin={"channel": "News", "post": 3})
    await drive("file", person="Bob", chat="@Bob", name="a.txt", data="12 killed")

    messages = await drive("messages", chat="@Bob")
    assert [(message["text"], message["file"]) for message in messages] == [
        ("21 killed", None),
        ("x", None),
        ("", "a.txt"),
    ]


async def test_people_and_bots_move(drive: Drive, cast: None) -> None:
    await drive("move", chat="Desk", person="Bob", move="promote")
    desk = await drive("move", chat="Desk", move="kick")

    assert (desk["members"]["Bob"], desk["bot"]) == ("administrator", "kicked")


async def test_the_clock_can_be_put_forward(drive: Drive, telegram: Sandbox) -> None:
    before = telegram.world.clock()
    await drive("clock", seconds=151)

    assert (telegram.world.clock() - before).total_seconds() == 151


async def test_mistakes_are_explained(drive: Drive, cast: None) -> None:
    assert await drive("say", person="Zoe", chat="Desk", text="x") == {"error": "there is nobody called 'Zoe'"}
    assert "'person' is missing" in (await drive("say"))["error"]
    assert "there are: person, group" in (await drive("dance"))["error"]
    assert "waited 0.01 s" in (await drive("wait_for", chat="Desk", words="x", timeout=0.01))["error"]


async def test_it_runs_by_itself_and_says_where(client: httpx.AsyncClient) -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot.sandbox", "--port", "0", "--token", "1:x", stdout=asyncio.subprocess.PIPE
    )
    try:
        assert process.stdout
        url = (await process.stdout.readline()).decode().strip()
        me = (await client.get(f"{url}/bot1:x/getMe")).json()
    finally:
        process.terminate()
        await process.wait()

    assert me["result"]["is_bot"] is True
