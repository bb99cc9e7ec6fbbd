"""People: what they say, send, forward and press."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from bot.sandbox.chats import Chat, PrivateChat
from bot.sandbox.entities import Formatted, utf16_offsets
from bot.sandbox.files import picture_size
from bot.sandbox.groups import Group, NotThere
from bot.sandbox.limits import MESSAGE_TEXT, PRESS_LIFETIME
from bot.sandbox.membership import Standing, member_shape
from bot.sandbox.message_shape import gone_shape, message_shape
from bot.sandbox.messages import Message
from bot.sandbox.origins import Origin
from bot.sandbox.presses import Press
from bot.sandbox.tidy import tidied
from bot.sandbox.topics import GENERAL, Topic

if TYPE_CHECKING:
    from bot.sandbox.world import World


class Person:
    """Somebody with an account. Everything they do is seen by the bot as it would be in Telegram."""

    def __init__(self, world: World, id: int, name: str, username: str | None, language: str | None) -> None:
        self.world = world
        self.id = id
        self.name = name
        self.username = username
        self.language = language
        self.deactivated = False

    def __repr__(self) -> str:
        return f"<{self.name} {self.id}>"

    def shape(self) -> dict[str, Any]:
        """The User as the Bot API writes it."""
        more = {"username": self.username, "language_code": self.language}
        shape: dict[str, Any] = {"id": self.id, "is_bot": False, "first_name": self.name}
        return shape | {name: value for name, value in more.items() if value is not None}

    @property
    def private(self) -> PrivateChat:
        """Their chat with the bot."""
        return self.world.private(self)

    # saying

    async def says(
        self, chat: Chat, text: str, *, reply_to: Message | None = None, topic: Topic | int | None = None
    ) -> Message:
        """Writes a message. What is over 4,096 units the client splits, as real ones do; the last part is returned."""
        for part in _as_clients_split(text):
            message = self._writes(chat, Formatted(part), reply_to=reply_to, topic=topic)
        await asyncio.sleep(0)
        return message

    async def says_anonymously(
        self, group: Group, text: str, *, reply_to: Message | None = None, topic: Topic | int | None = None
    ) -> Message:
        """Writes in the name of the group, as administrators may."""
        if not group.standing(self).runs_it:
            raise NotThere(f"{self.name} is no administrator of {group.title}, and cannot hide")
        message = self._writes(group, Formatted(text), reply_to=reply_to, topic=topic, anonymous=True)
        await asyncio.sleep(0)
        return message

    async def forwards(self, chat: Chat, text: str, *, origin: Origin, topic: Topic | int | None = None) -> Message:
        """Forwards a text that stood elsewhere."""
        message = self._writes(chat, Formatted(text), topic=topic, origin=origin.shape(self.world.clock()))
        await asyncio.sleep(0)
        return message

    async def sends_file(
        self,
        chat: Chat,
        name: str,
        data: bytes,
        *,
        caption: str | None = None,
        topic: Topic | int | None = None,
        reply_to: Message | None = None,
    ) -> Message:
        """Sends a document."""
        file = self.world.files.keep(name, data)
        message = self._writes(chat, Formatted(caption or ""), file=file, topic=topic, reply_to=reply_to)
        await asyncio.sleep(0)
        return message

    async def sends_photo(
        self,
        chat: Chat,
        data: bytes = b"",
        *,
        caption: str | None = None,
        topic: Topic | int | None = None,
        reply_to: Message | None = None,
    ) -> Message:
        """Sends a picture."""
        file = self.world.files.keep("photo.jpg", data, picture_size(data) or (320, 240))
        message = self._writes(chat, Formatted(caption or ""), file=file, topic=topic, reply_to=reply_to)
        await asyncio.sleep(0)
        return message

    async def edits(self, message: Message, text: str) -> None:
        """Changes what they wrote."""
        if message.sender is not self:
            raise NotThere(f"{self.name} did not write that")
        message.change(tidied(Formatted(text)), message.markup, self.world.clock())
        if message.chat.bot_sees(message):
            self.world.updates.put("edited_message", message_shape(message), message.chat.line)
        await asyncio.sleep(0)

    async def deletes(self, message: Message) -> None:
        """Takes a message away. No bot is ever told."""
        message.deleted = True
        self.world.changes.ring()
        await asyncio.sleep(0)

    def _writes(self, chat: Chat, content: Formatted, topic: Topic | int | None = None, **details: Any) -> Message:
        thread = self._thread(chat, topic, details.get("reply_to"))
        in_topic = thread if isinstance(chat, Group) and chat.forum else None
        self._check_may_write(chat, in_topic)
        return chat.add(self, tidied(content), topic=in_topic, thread=thread, **details)

    def _thread(self, chat: Chat, topic: Topic | int | None, reply_to: Message | None) -> int | None:
        if isinstance(chat, Group) and chat.forum:
            number = topic.id if isinstance(topic, Topic) else topic
            number = number or (reply_to.topic if reply_to else None)
            return number if number != GENERAL else None
        # In an ordinary supergroup a reply carries the number of the message its thread began with.
        return thread_of_reply(chat, reply_to)

    def _check_may_write(self, chat: Chat, topic: int | None) -> None:
        if self.deactivated:
            raise NotThere(f"{self.name} has no account any more")
        if isinstance(chat, PrivateChat):
            if chat.person is not self:
                raise NotThere(f"{self.name} cannot write in a private chat of {chat.person.name}")
            chat.started, chat.blocked = True, False
        if isinstance(chat, Group):
            self._check_is_in(chat)
            if chat.forum and chat.topics[topic or GENERAL].closed and not chat.standing(self).runs_it:
                raise NotThere(f"the topic is closed, and {self.name} is no administrator")

    def _check_is_in(self, group: Group) -> None:
        if not group.standing(self).is_in or group.migrated_to or group.deleted:
            raise NotThere(f"{self.name} is not in {group.title}, or it is not there any more")

    # pressing

    async def presses(self, message: Message, wanted: str) -> Press:
        """Presses the button with this callback data or label (a part of it is enough)."""
        button = message.button(wanted)
        if button.data is None:
            raise LookupError(f"{button.text!r} is a link: pressing it tells the bot nothing")
        press = await self.replays(message, button.data)
        await asyncio.sleep(0)
        return press

    async def replays(self, message: Message, data: str) -> Press:
        """Sends a press with any callback data, as an old screen or a hostile client may."""
        if isinstance(message.chat, Group) and not message.chat.standing(self).is_in and not message.chat.username:
            raise NotThere(f"{self.name} does not see {message.chat.title}")
        press = self.world.new_press(self, message, data)
        shape = gone_shape(message) if message.deleted else message_shape(message)
        what = {"id": press.id, "from": self.shape(), "message": shape, "data": data}
        what["chat_instance"] = str(self.world.seed_of(message.chat.id))
        self.world.updates.put("callback_query", what, f"user {self.id}", PRESS_LIFETIME)
        return press

    # the account

    async def blocks_bot(self) -> None:
        """Stops the bot: it is told so, and cannot write any more."""
        self._turns_bot(blocked=True)
        await asyncio.sleep(0)

    async def unblocks_bot(self) -> None:
        """Lets the bot write again."""
        self._turns_bot(blocked=False)
        await asyncio.sleep(0)

    def _turns_bot(self, *, blocked: bool) -> None:
        chat, bot = self.private, self.world.bot.shape()
        before, after = (Standing.KICKED if stopped else Standing.MEMBER for stopped in (chat.blocked, blocked))
        chat.blocked = blocked
        change = {"old_chat_member": member_shape(bot, before), "new_chat_member": member_shape(bot, after)}
        date = int(self.world.clock().timestamp())
        what = {"chat": chat.shape(), "from": self.shape(), "date": date, **change}
        self.world.updates.put("my_chat_member", what, chat.line)

    def deactivates(self) -> None:
        """Gives the account up."""
        self.deactivated = True
        self.world.changes.ring()


def thread_of_reply(chat: Chat, reply_to: Message | None) -> int | None:
    """The thread of a reply in an ordinary supergroup: the number of the message it began with."""
    if reply_to is None or not isinstance(chat, Group) or not chat.supergroup or chat.forum:
        return None
    return reply_to.thread or reply_to.id


def _as_clients_split(text: str) -> list[str]:
    """Parts of at most 4,096 units, cut at the last line end or space before."""
    parts = []
    while utf16_offsets(text)[-1] > MESSAGE_TEXT:
        units = utf16_offsets(text)
        most = max(at for at, unit in enumerate(units) if unit <= MESSAGE_TEXT)
        cut = max(text.rfind("\n", 1, most), text.rfind(" ", most - 200, most))
        cut = cut if cut > most // 2 else most
        parts.append(text[:cut])
        text = text[cut:].lstrip(" \n")
    return [*parts, text]
