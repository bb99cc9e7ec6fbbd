"""The menus that Telegram shows beside the text field, by scope, from the one table of commands."""

from __future__ import annotations

from telegram import (
    Bot,
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
)

from bot.chat.commands import COMMANDS, Where

SCOPES: tuple[tuple[BotCommandScope, Where, bool], ...] = (
    (BotCommandScopeAllPrivateChats(), Where.PRIVATE, False),
    (BotCommandScopeAllGroupChats(), Where.GROUP, False),
    (BotCommandScopeAllChatAdministrators(), Where.GROUP, True),
)


def menu(where: Where, *, leads: bool) -> list[BotCommand]:
    """The commands that mean something there, for those who may use them."""
    return [BotCommand(c.name, c.line) for c in COMMANDS if where in c.where and (leads or not c.leads)]


async def set_menus(bot: Bot) -> None:
    """Sets the menu of every scope."""
    for scope, where, leads in SCOPES:
        await bot.set_my_commands(menu(where, leads=leads), scope=scope)
