"""What can be done from outside: each duty calls the same methods that the in-process surface has."""

from __future__ import annotations

import base64
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from bot.sandbox.clock import HandClock, WallClock
from bot.sandbox.control.directory import Asked, Directory
from bot.sandbox.control.views import call_view, chat_view, message_view, person_view, press_view
from bot.sandbox.faults import Fault
from bot.sandbox.groups import Group

if TYPE_CHECKING:
    from bot.sandbox.messages import Message
    from bot.sandbox.people import Person

Duty = Callable[[Directory, Asked], Any | Awaitable[Any]]


def _new_person(at: Directory, asked: Asked) -> Any:
    return person_view(at.sandbox.person(asked["name"], asked.get("username"), asked.get("language", "en")))


async def _new_group(at: Directory, asked: Asked) -> Any:
    group = at.sandbox.group(
        asked["title"],
        creator=at.person(asked["creator"]),
        kind=asked.get("kind", "supergroup"),
        members=[at.person(name) for name in asked.get("members", ())],
        admins=[at.person(name) for name in asked.get("admins", ())],
        username=asked.get("username"),
        forum=bool(asked.get("forum")),
    )
    if asked.get("bot"):
        await group.add_bot(admin=asked["bot"] == "admin")
    return chat_view(group)


async def _say(at: Directory, asked: Asked) -> Any:
    person, chat = at.person(asked["person"]), at.chat(asked["chat"])
    reply_to, topic = at.reply_to(asked), asked.get("topic")
    if asked.get("anonymously"):
        group = at.group(asked["chat"])
        return message_view(await person.says_anonymously(group, asked["text"], reply_to=reply_to, topic=topic))
    return message_view(await person.says(chat, asked["text"], reply_to=reply_to, topic=topic))


async def _forward(at: Directory, asked: Asked) -> Any:
    person, chat = at.person(asked["person"]), at.chat(asked["chat"])
    return message_view(await person.forwards(chat, asked["text"], origin=at.origin(asked["origin"])))


async def _send_file(at: Directory, asked: Asked) -> Any:
    person, chat = at.person(asked["person"]), at.chat(asked["chat"])
    data = base64.b64decode(asked["base64"]) if "base64" in asked else asked.get("data", "").encode()
    caption = asked.get("caption")
    if asked.get("photo"):
        return message_view(await person.sends_photo(chat, data, caption=caption))
    return message_view(await person.sends_file(chat, asked["name"], data, caption=caption))


async def _edit(at: Directory, asked: Asked) -> Any:
    message = at.message(asked)
    await at.person(asked["person"]).edits(message, asked["text"])
    return message_view(message)


async def _press(at: Directory, asked: Asked) -> Any:
    press = await at.person(asked["person"]).presses(at.message(asked), asked["button"])
    if asked.get("wait"):
        await press.answer(float(asked["wait"]))
    return press_view(press)


def _move(at: Directory, asked: Asked) -> Any:
    """Somebody comes, goes, rises or falls in a group; without a person it is the bot."""
    group, move = at.group(asked["chat"]), asked["move"]
    if asked.get("person"):
        _MOVES[move](group, at.person(asked["person"]))
    else:
        _BOT_MOVES[move](group)
    return chat_view(group)


async def _add_bot(at: Directory, asked: Asked) -> Any:
    await at.group(asked["chat"]).add_bot(admin=bool(asked.get("admin")))
    return chat_view(at.group(asked["chat"]))


async def _block(at: Directory, asked: Asked) -> Any:
    person = at.person(asked["person"])
    await (person.unblocks_bot() if asked.get("undo") else person.blocks_bot())
    return person_view(person)


def _migrate(at: Directory, asked: Asked) -> Any:
    return chat_view(at.group(asked["chat"]).migrate())


def _topic(at: Directory, asked: Asked) -> Any:
    group = at.group(asked["chat"])
    if "name" in asked:
        return {"id": group.create_topic(asked["name"]).id}
    (group.reopen_topic if asked.get("reopen") else group.close_topic)(int(asked["topic"]))
    return {"id": asked["topic"]}


def _messages(at: Directory, asked: Asked) -> Any:
    return [message_view(message) for message in at.chat(asked["chat"]).messages]


def _chats(at: Directory, asked: Asked) -> Any:
    return [chat_view(chat) for chat in at.world.chats.values()]


def _calls(at: Directory, asked: Asked) -> Any:
    calls = at.sandbox.calls_of(asked["method"]) if asked.get("method") else at.sandbox.calls
    return [call_view(call) for call in calls[int(asked.get("from", 0)) :]]


def _fault(at: Directory, asked: Asked) -> Any:
    at.sandbox.next_call(asked["method"], *(Fault(name) if name else None for name in asked["faults"]))
    return True


def _clock(at: Directory, asked: Asked) -> Any:
    """Puts the clock forward."""
    clock = at.world.clock
    if not isinstance(clock, HandClock | WallClock):
        raise ValueError("this clock cannot be moved")
    clock.forward(**{name: float(value) for name, value in asked.items()})
    return clock().isoformat()


async def _settle(at: Directory, asked: Asked) -> Any:
    await at.sandbox.settled(float(asked.get("quiet", 0.3)), float(asked.get("timeout", 10)))
    return True


async def _wait_for(at: Directory, asked: Asked) -> Any:
    """Waits for a message that holds these words."""
    chat, words = at.chat(asked["chat"]), asked["words"]

    def found() -> list[Message]:
        return [message for message in chat.messages if words in message.text and message.by_bot]

    await at.sandbox.until(found, float(asked.get("timeout", 5)), f"{words!r} in {chat.title!r}")
    return message_view(found()[-1])


_MOVES: dict[str, Callable[[Group, Person], None]] = {
    "join": Group.join,
    "leave": Group.leave,
    "kick": Group.kick,
    "ban": Group.ban,
    "promote": Group.promote,
    "demote": Group.demote,
}
_BOT_MOVES: dict[str, Callable[[Group], None]] = {
    "kick": Group.kick_bot,
    "promote": Group.promote_bot,
    "demote": Group.demote_bot,
    "restrict": Group.restrict_bot,
}
DUTIES: dict[str, Duty] = {
    "person": _new_person,
    "group": _new_group,
    "say": _say,
    "forward": _forward,
    "file": _send_file,
    "edit": _edit,
    "press": _press,
    "add_bot": _add_bot,
    "move": _move,
    "block": _block,
    "migrate": _migrate,
    "topic": _topic,
    "messages": _messages,
    "chats": _chats,
    "calls": _calls,
    "fault": _fault,
    "clock": _clock,
    "settle": _settle,
    "wait_for": _wait_for,
}
