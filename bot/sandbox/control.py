"""Driving the sandbox from outside with JSON, under /control/…

Each route does one thing that the in-process surface does, and calls the same methods. People are named by
their id or name, chats by id or title (“@Alice” is Alice's private chat), messages by chat and id.
"""

from __future__ import annotations

import base64
from collections.abc import Awaitable, Callable
from inspect import isawaitable
from typing import TYPE_CHECKING, Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.sandbox.clock import HandClock, WallClock
from bot.sandbox.control_views import call_view, chat_view, message_view, person_view, press_view
from bot.sandbox.faults import Fault
from bot.sandbox.groups import Group, NotThere
from bot.sandbox.origins import Origin, from_channel, from_hidden, from_person

if TYPE_CHECKING:
    from bot.sandbox.chats import Chat
    from bot.sandbox.messages import Message
    from bot.sandbox.people import Person
    from bot.sandbox.sandbox import Sandbox

Asked = dict[str, Any]
Duty = Callable[["Control", Asked], Any | Awaitable[Any]]


class Control:
    """Finds what a request names, and does it on the sandbox."""

    def __init__(self, sandbox: Sandbox) -> None:
        self.sandbox = sandbox
        self.world = sandbox.world

    def person(self, name: Any) -> Person:
        """Somebody, by id or name. Raises LookupError."""
        for person in self.world.people.values():
            if name in (person.id, person.name) or str(name) == str(person.id):
                return person
        raise LookupError(f"there is nobody called {name!r}")

    def chat(self, name: Any) -> Chat:
        """A chat, by id, title, or “@” and the name of a person. Raises LookupError."""
        if isinstance(name, str) and name.startswith("@"):
            return self.person(name[1:]).private
        for chat in reversed(self.world.chats.values()):
            if str(name) == str(chat.id) or (isinstance(chat, Group) and name == chat.title):
                return chat
        raise LookupError(f"there is no chat {name!r}")

    def group(self, name: Any) -> Group:
        """A group. Raises LookupError."""
        chat = self.chat(name)
        if not isinstance(chat, Group):
            raise LookupError(f"{name!r} is not a group")
        return chat

    def message(self, asked: Asked, field: str = "message") -> Message:
        """A message of the chat asked for: by id, or the newest that holds these words. Raises LookupError."""
        chat, wanted = self.chat(asked["chat"]), asked[field]
        if isinstance(wanted, str) and not wanted.isdigit():
            return chat.find(wanted)
        found = chat.message(int(wanted))
        if found is None:
            raise LookupError(f"there is no message {wanted} in {chat.title!r}")
        return found

    def reply_to(self, asked: Asked) -> Message | None:
        """The message that is replied to, if one is named."""
        return self.message(asked, "reply_to") if asked.get("reply_to") else None

    def origin(self, given: Asked) -> Origin:
        """Where a forward comes from: {"channel": title, …}, {"person": name} or {"hidden": name}."""
        if "channel" in given:
            more = {name: given[name] for name in ("id", "username", "post", "signature") if name in given}
            return from_channel(given["channel"], **more)
        return from_person(self.person(given["person"])) if "person" in given else from_hidden(given["hidden"])


def _new_person(control: Control, asked: Asked) -> Any:
    return person_view(control.sandbox.person(asked["name"], asked.get("username"), asked.get("language", "en")))


async def _new_group(control: Control, asked: Asked) -> Any:
    group = control.sandbox.group(
        asked["title"],
        creator=control.person(asked["creator"]),
        kind=asked.get("kind", "supergroup"),
        members=[control.person(name) for name in asked.get("members", ())],
        admins=[control.person(name) for name in asked.get("admins", ())],
        username=asked.get("username"),
        forum=bool(asked.get("forum")),
    )
    if asked.get("bot"):
        await group.add_bot(admin=asked["bot"] == "admin")
    return chat_view(group)


async def _say(control: Control, asked: Asked) -> Any:
    person, chat = control.person(asked["person"]), control.chat(asked["chat"])
    reply_to, topic = control.reply_to(asked), asked.get("topic")
    if asked.get("anonymously"):
        group = control.group(asked["chat"])
        return message_view(await person.says_anonymously(group, asked["text"], reply_to=reply_to, topic=topic))
    return message_view(await person.says(chat, asked["text"], reply_to=reply_to, topic=topic))


async def _forward(control: Control, asked: Asked) -> Any:
    person, chat = control.person(asked["person"]), control.chat(asked["chat"])
    return message_view(await person.forwards(chat, asked["text"], origin=control.origin(asked["origin"])))


async def _send_file(control: Control, asked: Asked) -> Any:
    person, chat = control.person(asked["person"]), control.chat(asked["chat"])
    data = base64.b64decode(asked["base64"]) if "base64" in asked else asked.get("data", "").encode()
    caption = asked.get("caption")
    if asked.get("photo"):
        return message_view(await person.sends_photo(chat, data, caption=caption))
    return message_view(await person.sends_file(chat, asked["name"], data, caption=caption))


async def _edit(control: Control, asked: Asked) -> Any:
    message = control.message(asked)
    await control.person(asked["person"]).edits(message, asked["text"])
    return message_view(message)


async def _press(control: Control, asked: Asked) -> Any:
    press = await control.person(asked["person"]).presses(control.message(asked), asked["button"])
    if asked.get("wait"):
        await press.answer(float(asked["wait"]))
    return press_view(press)


def _move(control: Control, asked: Asked) -> Any:
    """Somebody comes, goes, rises or falls in a group; without a person it is the bot."""
    group, move = control.group(asked["chat"]), asked["move"]
    if asked.get("person"):
        _MOVES[move](group, control.person(asked["person"]))
    else:
        _BOT_MOVES[move](group)
    return chat_view(group)


async def _add_bot(control: Control, asked: Asked) -> Any:
    await control.group(asked["chat"]).add_bot(admin=bool(asked.get("admin")))
    return chat_view(control.group(asked["chat"]))


async def _block(control: Control, asked: Asked) -> Any:
    person = control.person(asked["person"])
    await (person.unblocks_bot() if asked.get("undo") else person.blocks_bot())
    return person_view(person)


def _migrate(control: Control, asked: Asked) -> Any:
    return chat_view(control.group(asked["chat"]).migrate())


def _topic(control: Control, asked: Asked) -> Any:
    group = control.group(asked["chat"])
    if "name" in asked:
        return {"id": group.create_topic(asked["name"]).id}
    (group.reopen_topic if asked.get("reopen") else group.close_topic)(int(asked["topic"]))
    return {"id": asked["topic"]}


def _messages(control: Control, asked: Asked) -> Any:
    return [message_view(message) for message in control.chat(asked["chat"]).messages]


def _chats(control: Control, asked: Asked) -> Any:
    return [chat_view(chat) for chat in control.world.chats.values()]


def _calls(control: Control, asked: Asked) -> Any:
    calls = control.sandbox.calls_of(asked["method"]) if asked.get("method") else control.sandbox.calls
    return [call_view(call) for call in calls[int(asked.get("from", 0)) :]]


def _fault(control: Control, asked: Asked) -> Any:
    control.sandbox.next_call(asked["method"], *(Fault(name) if name else None for name in asked["faults"]))
    return True


def _clock(control: Control, asked: Asked) -> Any:
    """Puts the clock forward."""
    clock = control.world.clock
    if not isinstance(clock, HandClock | WallClock):
        raise ValueError("this clock cannot be moved")
    clock.forward(**{name: float(value) for name, value in asked.items()})
    return clock().isoformat()


async def _settle(control: Control, asked: Asked) -> Any:
    await control.sandbox.settled(float(asked.get("quiet", 0.3)), float(asked.get("timeout", 10)))
    return True


async def _wait_for(control: Control, asked: Asked) -> Any:
    """Waits for a message that holds these words."""
    chat, words = control.chat(asked["chat"]), asked["words"]

    def found() -> list[Message]:
        return [message for message in chat.messages if words in message.text and message.by_bot]

    await control.sandbox.until(found, float(asked.get("timeout", 5)), f"{words!r} in {chat.title!r}")
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


def control_routes(sandbox: Sandbox) -> list[Route]:
    """The routes of the control API: POST with JSON, or GET with a query."""
    control = Control(sandbox)

    async def serve(request: Request) -> Response:
        asked = dict(request.query_params)
        duty = DUTIES.get(request.path_params["duty"])
        if duty is None:
            return _wrong(404, f"there are: {', '.join(DUTIES)}")
        try:
            asked |= await request.json() if request.method == "POST" else {}
            done = duty(control, asked)
            return JSONResponse(await done if isawaitable(done) else done)
        except KeyError as error:
            return _wrong(400, f"{error.args[0]!r} is missing, or is nothing that can be asked for")
        except (LookupError, NotThere, ValueError, TypeError) as error:
            return _wrong(400, str(error))
        except TimeoutError as error:
            return _wrong(408, str(error))

    return [Route("/control/{duty}", serve, methods=["GET", "POST"])]


def _wrong(code: int, why: str) -> Response:
    return JSONResponse({"error": why}, status_code=code)
