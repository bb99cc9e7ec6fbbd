"""Asking about chats and the people in them."""

from __future__ import annotations

from typing import Any

from bot.sandbox.chats import Chat, PrivateChat
from bot.sandbox.groups import Group
from bot.sandbox.membership import Standing, member_shape
from bot.sandbox.methods.addressing import the_chat, the_person
from bot.sandbox.parameters import Parameters
from bot.sandbox.refusals import CANNOT_LEAVE, NO_ADMINISTRATORS, NO_SUCH_MEMBER, Refusal
from bot.sandbox.world import World

_GIFTS = dict.fromkeys(
    ["unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"], False
)


def get_chat(world: World, asked: Parameters) -> dict[str, Any]:
    """What there is to know of a chat."""
    chat = the_chat(world, asked)
    more = {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": _GIFTS}
    pinned = [message for message in chat.messages if message.pinned]
    return {**chat.shape(), **more, **({"pinned_message": _short(pinned[-1].id, chat)} if pinned else {})}


def _short(number: int, chat: Chat) -> dict[str, Any]:
    return {"message_id": number, "chat": chat.shape(), "date": 0}


def get_chat_member(world: World, asked: Parameters) -> dict[str, Any]:
    """What somebody is in a chat. Somebody the server never saw there is no participant."""
    chat = the_chat(world, asked)
    if asked.number("user_id") == world.bot.id:
        standing = chat.bot_standing if isinstance(chat, Group) else Standing.MEMBER
        return member_shape(world.bot.shape(), standing)
    person = the_person(world, asked)
    if isinstance(chat, Group):
        return member_shape(person.shape(), chat.standing(person))
    if isinstance(chat, PrivateChat) and chat.person is not person:
        raise Refusal(NO_SUCH_MEMBER)
    return member_shape(person.shape(), Standing.MEMBER)


def get_chat_administrators(world: World, asked: Parameters) -> list[dict[str, Any]]:
    """The creator and the administrators, the bot among them if it is one."""
    chat = the_chat(world, asked)
    if not isinstance(chat, Group):
        raise Refusal(NO_ADMINISTRATORS)
    people = [(person.shape(), chat.standing(person)) for person in chat.members]
    everybody = [*people, (world.bot.shape(), chat.bot_standing)]
    return [member_shape(user, standing) for user, standing in everybody if standing.runs_it]


def get_chat_member_count(world: World, asked: Parameters) -> int:
    """How many are in a chat, the bot counted."""
    chat = the_chat(world, asked)
    if not isinstance(chat, Group):
        return 2
    return len(chat.members) + chat.bot_standing.is_in


def leave_chat(world: World, asked: Parameters) -> bool:
    """The bot goes."""
    chat = the_chat(world, asked)
    if not isinstance(chat, Group):
        raise Refusal(CANNOT_LEAVE)
    chat.check_bot_may_write()
    chat.bot_leaves()
    return True
