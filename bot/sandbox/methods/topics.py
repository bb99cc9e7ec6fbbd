"""Topics of a forum, where the bot is an administrator."""

from __future__ import annotations

from typing import Any

from bot.sandbox.groups import Group
from bot.sandbox.methods.addressing import the_chat
from bot.sandbox.parameters import Parameters
from bot.sandbox.refusals import MAY_NOT_CREATE_TOPICS, NO_FORUM, NO_SUCH_TOPIC, Refusal
from bot.sandbox.topics import GENERAL, Topic
from bot.sandbox.world import World


def create_forum_topic(world: World, asked: Parameters) -> dict[str, Any]:
    """Opens a topic."""
    topic = _forum(world, asked).create_topic(asked.text("name"), by_bot=True)
    return {"message_thread_id": topic.id, "name": topic.name, "icon_color": 7322096}


def close_forum_topic(world: World, asked: Parameters) -> bool:
    """Closes a topic."""
    _topic(_forum(world, asked), asked).closed = True
    return True


def reopen_forum_topic(world: World, asked: Parameters) -> bool:
    """Opens a closed topic."""
    _topic(_forum(world, asked), asked).closed = False
    return True


def _forum(world: World, asked: Parameters) -> Group:
    chat = the_chat(world, asked)
    if not isinstance(chat, Group) or not chat.forum:
        raise Refusal(NO_FORUM)
    chat.check_bot_may_edit()
    if not chat.bot_standing.runs_it:
        raise Refusal(MAY_NOT_CREATE_TOPICS)
    return chat


def _topic(group: Group, asked: Parameters) -> Topic:
    number = asked.number("message_thread_id")
    if number is None or number == GENERAL or number not in group.topics:
        raise Refusal(NO_SUCH_TOPIC)
    return group.topics[number]
