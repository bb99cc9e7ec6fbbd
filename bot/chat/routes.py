"""Which verb an update calls for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from telegram import Chat, Message, Update

from bot.chat.commands import BY_NAME, Command, Where, command_in
from bot.chat.handlers import handing_in, presses, private, service
from bot.chat.turn import Turn
from bot.claims.errors import ClaimdeskError

Verb = Callable[[Turn], None]


class NoSuchCommand(ClaimdeskError):
    """I do not know the command /{name}. /help tells what I can do."""


class OnlyInGroups(ClaimdeskError):
    """/{name} works in the group that is to be a desk, not here."""


@dataclass(frozen=True, slots=True)
class Route:
    """The verb, the words for it, and whether it wants to know of the chat's members, or of all desks of a person."""

    verb: Verb
    words: str = ""
    counts_members: bool = False
    everywhere: bool = False


def route(update: Update, bot_name: str) -> Route | None:
    """The verb for an update; None for what does not concern the bot."""
    if update.callback_query:
        return Route(presses.pressed)
    if update.my_chat_member:
        # A channel cannot be a desk, and a hello there would be read by all its subscribers.
        return None if update.my_chat_member.chat.type == Chat.CHANNEL else Route(service.bot_came_or_went)
    if update.edited_message:
        return Route(handing_in.source_edited)
    if update.message:
        return _for_message(update.message, bot_name)
    return None


def _for_message(message: Message, bot_name: str) -> Route | None:
    if message.migrate_to_chat_id or message.migrate_from_chat_id:
        return Route(service.migrated)
    said = command_in(message.text or message.caption or "")
    private_chat = message.chat.type == message.chat.PRIVATE
    if said and (said.addressed is None or said.addressed.lower() == bot_name.lower()):
        return _for_command(BY_NAME.get(said.name), said.name, said.words, private_chat, bool(said.addressed))
    if private_chat and not said:
        return Route(private.said)
    return None


def _for_command(command: Command | None, name: str, words: str, private_chat: bool, addressed: bool) -> Route | None:
    if command is None:
        # In a group the command may be meant for another bot.
        return Route(_raising(NoSuchCommand(name=name))) if private_chat or addressed else None
    if private_chat and Where.PRIVATE not in command.where:
        return Route(_raising(OnlyInGroups(name=name)))
    return Route(command.verb, words, counts_members=name == "setup", everywhere=name == "start")


def _raising(error: ClaimdeskError) -> Verb:
    def refuse(_: Turn) -> None:
        raise error

    return refuse
