"""What befalls a chat just before a call reaches it."""

from __future__ import annotations

from bot.sandbox.chats import PrivateChat
from bot.sandbox.faults import Fault
from bot.sandbox.groups import Group
from bot.sandbox.parameters import Parameters
from bot.sandbox.topics import GENERAL
from bot.sandbox.world import World

NOT_CARRIED_OUT = frozenset({Fault.TOO_MANY_REQUESTS, Fault.SERVER_ERROR, Fault.BAD_GATEWAY, Fault.RESET_BEFORE})


def befall(world: World, asked: Parameters, fault: Fault) -> None:
    """Lets it happen to the chat of the call, where it can happen there; else nothing does."""
    given = asked.text("chat_id")
    chat = world.chats.get(int(given)) if given.lstrip("-").isdigit() else None
    match fault, chat:
        case Fault.MIGRATES, Group(supergroup=False, migrated_to=None):
            chat.migrate()
        case Fault.TOPIC_CLOSES, Group(forum=True):
            thread = asked.number("message_thread_id") or GENERAL
            if thread in chat.topics:
                chat.close_topic(thread)
        case Fault.BLOCKS, PrivateChat():
            chat.blocked = True
