"""What the bot says of itself."""

from __future__ import annotations

import pytest

from bot.sandbox import Sandbox

BAD = "Bad Request: "
MENU = [{"command": "queue", "description": "What waits for me"}]


async def test_each_scope_and_language_has_its_own_commands(ask, telegram: Sandbox) -> None:
    groups = {"type": "all_group_chats"}
    await ask("setMyCommands", commands=MENU, scope=groups, language_code="en")

    assert (await ask("getMyCommands", scope=groups, language_code="en"))["result"] == MENU
    assert (await ask("getMyCommands"))["result"] == []
    await ask("deleteMyCommands", scope=groups, language_code="en")
    assert telegram.world.menus.commands(groups, "en") == []


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"commands": [{"command": "Queue", "description": "x"}]}, "BOT_COMMAND_INVALID"),
        ({"commands": [{"command": "queue", "description": " "}]}, "BOT_COMMAND_DESCRIPTION_INVALID"),
        ({"commands": MENU * 101}, "BOT_COMMANDS_TOO_MUCH"),
        ({"commands": MENU, "scope": {"type": "moon"}}, "can't parse BotCommandScope: Unsupported type specified"),
    ],
)
async def test_what_the_server_refuses(refused, asked: dict[str, object], words: str) -> None:
    assert await refused("setMyCommands", **asked) == BAD + words


async def test_descriptions_are_kept(ask) -> None:
    await ask("setMyDescription", description="Long words")
    await ask("setMyShortDescription", short_description="Words")

    assert (await ask("getMyDescription"))["result"] == {"description": "Long words"}
    assert (await ask("getMyShortDescription"))["result"] == {"short_description": "Words"}


async def test_the_bot_learns_who_it_is(ask, telegram: Sandbox) -> None:
    me = (await ask("getMe"))["result"]

    assert (me["id"], me["username"], me["can_read_all_group_messages"]) == (7_000_000_001, "sandbox_bot", False)
    assert (await ask("logOut"))["ok"]
    assert (await ask("close"))["ok"]
