"""Whom a call is about: the chat, the message, the person it names."""

from __future__ import annotations

from bot.sandbox.chats import Chat, PrivateChat
from bot.sandbox.messages import Message
from bot.sandbox.parameters import Parameters
from bot.sandbox.people import Person
from bot.sandbox.refusals import (
    BAD_USER_ID,
    CHAT_NOT_FOUND,
    NO_CHAT_ID,
    NO_MESSAGE_ID,
    NO_SUCH_MEMBER,
    Refusal,
    Words,
)
from bot.sandbox.world import World


def the_chat(world: World, asked: Parameters) -> Chat:
    """The chat that chat_id names, by number or @username, as far as the bot may know of it."""
    given = asked.text("chat_id").strip()
    if not given:
        raise Refusal(NO_CHAT_ID)
    chat = world.named(given[1:]) if given.startswith("@") else world.chats.get(_number(given))
    if chat is None or (isinstance(chat, PrivateChat) and not world.bot_knows(chat.person)):
        raise Refusal(CHAT_NOT_FOUND)
    chat.check_bot_may_look()
    return chat


def a_place_to_write(world: World, asked: Parameters) -> tuple[Chat, int | None]:
    """The chat and thread that a message goes to, where the bot may write."""
    chat, thread = the_chat(world, asked), asked.number("message_thread_id")
    chat.check_bot_may_write(thread)
    return chat, thread


def the_message(world: World, asked: Parameters, missing: Words) -> Message:
    """The message that is to be changed; `missing` are the words when it is not there."""
    number = asked.number("message_id")
    if not number and not asked.text("chat_id"):
        raise Refusal(NO_MESSAGE_ID)
    chat = the_chat(world, asked)
    chat.check_bot_may_edit()
    message = chat.message(number) if number else None
    if message is None:
        raise Refusal(missing)
    return message


def the_person(world: World, asked: Parameters) -> Person:
    """The person that user_id names."""
    number = asked.number("user_id")
    if not number or number < 0:
        raise Refusal(BAD_USER_ID)
    if number not in world.people:
        raise Refusal(NO_SUCH_MEMBER)
    return world.people[number]


def _number(given: str) -> int:
    try:
        return int(given)
    except ValueError as error:
        raise Refusal(CHAT_NOT_FOUND) from error
