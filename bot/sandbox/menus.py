"""What a bot says of itself: its commands in each scope and language, and its descriptions."""

from __future__ import annotations

import json
import re
from typing import Any

from bot.sandbox.limits import (
    BOT_DESCRIPTION,
    BOT_SHORT_DESCRIPTION,
    COMMAND_DESCRIPTION,
    COMMANDS_IN_A_MENU,
)
from bot.sandbox.refusals import (
    BAD_COMMAND,
    BAD_COMMAND_DESCRIPTION,
    BAD_SCOPE,
    DESCRIPTION_TOO_LONG,
    TOO_MANY_COMMANDS,
    Refusal,
)

_COMMAND = re.compile(r"/?[a-z0-9_]{1,32}")
_SCOPES = frozenset(
    [
        "default",
        "all_private_chats",
        "all_group_chats",
        "all_chat_administrators",
        "chat",
        "chat_administrators",
        "chat_member",
    ]
)
Commands = list[dict[str, str]]


class Menus:
    """Commands by (scope, language), descriptions by (which, language)."""

    def __init__(self) -> None:
        self._commands: dict[tuple[str, str], Commands] = {}
        self._words: dict[tuple[str, str], str] = {}

    def set_commands(self, commands: Any, scope: Any, language: str) -> None:
        """Keeps the commands of a scope. Raises Refusal."""
        if not isinstance(commands, list) or len(commands) > COMMANDS_IN_A_MENU:
            raise Refusal(TOO_MANY_COMMANDS)
        self._commands[_key(scope), language] = [_command(each) for each in commands]

    def commands(self, scope: Any = None, language: str = "") -> Commands:
        """The commands of exactly this scope and language."""
        return self._commands.get((_key(scope), language), [])

    def delete_commands(self, scope: Any, language: str) -> None:
        """Forgets the commands of a scope."""
        self._commands.pop((_key(scope), language), None)

    def describe(self, which: str, words: str, language: str) -> None:
        """Keeps a description: `which` is “description” or “short_description”."""
        if len(words) > (BOT_DESCRIPTION if which == "description" else BOT_SHORT_DESCRIPTION):
            raise Refusal(DESCRIPTION_TOO_LONG)
        self._words[which, language] = words

    def description(self, which: str, language: str = "") -> str:
        """What the bot says of itself."""
        return self._words.get((which, language), self._words.get((which, ""), ""))


def _key(scope: Any) -> str:
    scope = scope or {"type": "default"}
    if not isinstance(scope, dict) or scope.get("type") not in _SCOPES:
        raise Refusal(BAD_SCOPE)
    return json.dumps(scope, sort_keys=True)


def _command(given: Any) -> dict[str, str]:
    name, words = str(given.get("command", "")), str(given.get("description", "")).strip()
    if not _COMMAND.fullmatch(name):
        raise Refusal(BAD_COMMAND)
    if not 0 < len(words) <= COMMAND_DESCRIPTION:
        raise Refusal(BAD_COMMAND_DESCRIPTION)
    return {"command": name.removeprefix("/"), "description": words}
