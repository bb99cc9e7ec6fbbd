"""Who and what a request from outside means."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.sandbox.groups import Group
from bot.sandbox.origins import Origin, from_channel, from_hidden, from_person

if TYPE_CHECKING:
    from bot.sandbox.chats import Chat
    from bot.sandbox.messages import Message
    from bot.sandbox.people import Person
    from bot.sandbox.sandbox import Sandbox

Asked = dict[str, Any]


class Directory:
    """Finds what a request names: people by id or name, chats by id or title, messages by chat and id."""

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
