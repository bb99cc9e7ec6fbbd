"""What every chat is: a place with messages in order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.sandbox.entities import Formatted
from bot.sandbox.limits import UPDATE_LIFETIME
from bot.sandbox.message_shape import message_shape
from bot.sandbox.messages import Message
from bot.sandbox.refusals import BLOCKED, DEACTIVATED, NEVER_STARTED, NO_SUCH_TOPIC, Refusal

if TYPE_CHECKING:
    from bot.sandbox.people import Person
    from bot.sandbox.world import World


class Chat:
    """A chat: `id` is the Bot API's, `everything` also holds what was deleted."""

    def __init__(self, world: World, id: int, title: str) -> None:
        self.world = world
        self.id = id
        self.title = title
        self.everything: list[Message] = []

    @property
    def messages(self) -> list[Message]:
        """What a member sees now, in order."""
        return [message for message in self.everything if not message.deleted]

    @property
    def texts(self) -> list[str]:
        """What the messages say now, in order; notes of what happened left out."""
        return [message.text for message in self.messages if not message.service]

    @property
    def from_bot(self) -> list[Message]:
        """What the bot has written here and not taken away, in order."""
        return [message for message in self.messages if message.by_bot and not message.service]

    @property
    def last(self) -> Message:
        """The message at the bottom. Raises LookupError in an empty chat."""
        if not self.messages:
            raise LookupError(f"nobody has said anything in {self.title!r}")
        return self.messages[-1]

    def find(self, words: str, *, by_bot: bool | None = None) -> Message:
        """The newest message that holds these words. Raises LookupError."""
        for message in reversed(self.messages):
            if words in message.text and by_bot in (None, message.by_bot):
                return message
        raise LookupError(f"nothing in {self.title!r} says {words!r}; it says: {self.texts}")

    def message(self, number: int) -> Message | None:
        """The message with this id, unless it was deleted."""
        return next((message for message in reversed(self.messages) if message.id == number), None)

    def shape(self) -> dict[str, Any]:
        """The Chat as the Bot API writes it."""
        raise NotImplementedError

    def check_bot_may_look(self) -> None:
        """Raises Refusal when the bot may not even ask about the chat."""

    def check_bot_may_edit(self) -> None:
        """Raises Refusal when the bot may not change what it said here."""
        raise NotImplementedError

    def check_bot_may_write(self, thread: int | None = None) -> None:
        """Raises Refusal when the bot may not write here."""
        raise NotImplementedError

    def bot_sees(self, message: Message) -> bool:
        """Whether the bot is told of a message."""
        raise NotImplementedError

    def next_id(self) -> int:
        """The id of the next message."""
        return self.world.next_message_id()

    def add(self, sender: Person | None, content: Formatted = Formatted(), **details: Any) -> Message:  # noqa: B008
        """Puts a message into the chat and tells the bot of it, if it is to hear of it and did not write it."""
        message = Message(self, self.next_id(), sender, self.world.clock(), content, **details)
        self.everything.append(message)
        if not message.by_bot and self.bot_sees(message):
            self.world.updates.put("message", message_shape(message), self.line, UPDATE_LIFETIME)
        self.world.changes.ring()
        return message

    @property
    def line(self) -> str:
        """Updates of one chat keep their order."""
        return f"chat {self.id}"


class PrivateChat(Chat):
    """One person and the bot. The bot may write only after the person did."""

    def __init__(self, world: World, person: Person) -> None:
        super().__init__(world, person.id, person.name)
        self.person = person
        self.started = False
        self.blocked = False

    def shape(self) -> dict[str, Any]:
        """The Chat as the Bot API writes it."""
        name = {"first_name": self.person.name}
        return {"id": self.id, "type": "private", **name} | (
            {"username": self.person.username} if self.person.username else {}
        )

    def check_bot_may_edit(self) -> None:
        """Raises Refusal when the account is gone or the person stopped the bot."""
        if self.person.deactivated:
            raise Refusal(DEACTIVATED)
        if self.blocked:
            raise Refusal(BLOCKED)

    def check_bot_may_write(self, thread: int | None = None) -> None:
        """Raises Refusal when the bot may not write here."""
        self.check_bot_may_edit()
        if not self.started:
            raise Refusal(NEVER_STARTED)
        if thread is not None:
            raise Refusal(NO_SUCH_TOPIC)

    def bot_sees(self, message: Message) -> bool:
        """The bot hears everything that is said to it."""
        return True
