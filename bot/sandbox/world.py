"""Everything a Telegram knows, in one place: the bot, people, chats, messages, files, updates, calls."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from random import Random
from typing import Any

from bot.sandbox.changes import Changes
from bot.sandbox.chats import Chat, PrivateChat
from bot.sandbox.clock import Clock
from bot.sandbox.faults import Fate, Faults
from bot.sandbox.files import Files
from bot.sandbox.flood import FloodGate
from bot.sandbox.groups import Group
from bot.sandbox.menus import Menus
from bot.sandbox.messages import Message
from bot.sandbox.people import Person
from bot.sandbox.poller import Poller
from bot.sandbox.presses import Press
from bot.sandbox.updates import Updates
from bot.sandbox.webhook import Webhook

FIRST_PERSON = 5_000_000_001
FIRST_GROUP = 4_000_000_001
FIRST_SUPERGROUP = 1_000_000_001


@dataclass(slots=True)
class Bot:
    """The one bot there is. With `privacy` on it does not hear everything in groups."""

    id: int
    name: str
    username: str
    privacy: bool = True

    def shape(self) -> dict[str, Any]:
        """The User as the Bot API writes it."""
        return {"id": self.id, "is_bot": True, "first_name": self.name, "username": self.username}

    def about_itself(self) -> dict[str, Any]:
        """What getMe says besides."""
        return {
            **self.shape(),
            "can_join_groups": True,
            "can_read_all_group_messages": not self.privacy,
            "supports_inline_queries": False,
            "can_connect_to_business": False,
            "has_main_web_app": False,
        }


@dataclass(slots=True)
class Call:
    """One call of the bot: what it asked, and what it was told. `fault` is what went wrong on the way."""

    method: str
    parameters: dict[str, Any]
    at: datetime
    answer: dict[str, Any] | None = None
    fault: str | None = None

    @property
    def ok(self) -> bool:
        """Whether it was carried out."""
        return bool(self.answer and self.answer["ok"])

    @property
    def result(self) -> Any:
        """What came back, None for a refusal."""
        return self.answer.get("result") if self.answer else None

    @property
    def error(self) -> str | None:
        """The description of a refusal."""
        return self.answer.get("description") if self.answer else None


@dataclass(slots=True)
class Activity:
    """What is under way, for telling when everything has come to rest."""

    calls: int = 0
    last: float = field(default_factory=time.monotonic)


class World:
    """The state of the sandbox, and the waiting for it to change."""

    def __init__(self, token: str, clock: Clock, faults: Faults, *, flood: bool, bot: Bot) -> None:
        self.token = token
        self.clock = clock
        self.bot = bot
        self.changes = Changes()
        self.updates = Updates(clock, self.changes)
        self.poller = Poller(self)
        self.webhook = Webhook(self)
        self.fate = Fate(faults)
        self.gate = FloodGate(clock) if flood else None
        self.files = Files()
        self.menus = Menus()
        self.people: dict[int, Person] = {}
        self.chats: dict[int, Chat] = {}
        self.presses: dict[str, Press] = {}
        self.calls: list[Call] = []
        self.activity = Activity()
        self._numbers = {"person": count(FIRST_PERSON), "group": count(FIRST_GROUP), "super": count(FIRST_SUPERGROUP)}
        self._message_ids = count(1)
        self._press_ids = Random(f"{faults.seed} presses")

    # people and chats

    def new_person(self, name: str, username: str | None = None, language: str | None = "en") -> Person:
        """Somebody new, with the next free id."""
        person = Person(self, next(self._numbers["person"]), name, username, language)
        self.people[person.id] = person
        self.chats[person.id] = PrivateChat(self, person)
        return person

    def new_group(
        self,
        title: str,
        creator: Person,
        *,
        supergroup: bool,
        username: str | None = None,
        forum: bool = False,
    ) -> Group:
        """A new group with its creator in it."""
        number = next(self._numbers["super" if supergroup else "group"])
        chat_id = -1_000_000_000_000 - number if supergroup else -number
        group = Group(self, chat_id, title, creator, supergroup=supergroup, username=username, forum=forum)
        self.chats[group.id] = group
        return group

    def private(self, person: Person) -> PrivateChat:
        """The chat of a person with the bot."""
        chat = self.chats[person.id]
        if not isinstance(chat, PrivateChat):
            raise LookupError(f"{chat.title} is not a private chat")
        return chat

    def named(self, username: str) -> Chat | None:
        """The public group of this username."""
        groups = (chat for chat in self.chats.values() if isinstance(chat, Group) and chat.username)
        return next((chat for chat in groups if (chat.username or "").lower() == username.lower()), None)

    def bot_knows(self, person: Person) -> bool:
        """Whether the bot ever met somebody: in private, or in a group where it was."""
        groups = (chat for chat in self.chats.values() if isinstance(chat, Group) and chat.bot_was_here)
        return self.private(person).started or any(person.id in group.standings for group in groups)

    # messages and presses

    def next_message_id(self) -> int:
        """Private chats and basic groups share one row of numbers."""
        return next(self._message_ids)

    def new_press(self, person: Person, message: Message, data: str) -> Press:
        """A press under an id that nobody can guess from the last one."""
        press = Press(str(self._press_ids.getrandbits(62)), person, message, data, self.clock())
        self.presses[press.id] = press
        return press

    def seed_of(self, chat: int) -> int:
        """A number that stands for a chat in presses."""
        return Random(chat).getrandbits(62)

    # waiting

    def busy(self) -> bool:
        """Whether the bot has a call under way or an update not confirmed."""
        return self.activity.calls > 0 or bool(self.updates.waiting)

    def stir(self) -> None:
        """Something was done: the quiet begins anew."""
        self.activity.last = time.monotonic()
        self.changes.ring()

    async def until(self, holds: Callable[[], Any], timeout: float, what: str = "") -> None:  # noqa: ASYNC109
        """Waits until something holds, looking only when anything changed. Raises TimeoutError."""
        end = time.monotonic() + timeout
        while not holds():
            if not await self.changes.next(max(0.0, end - time.monotonic())) and not holds():
                raise TimeoutError(f"waited {timeout} s for {what or 'something that never came'}")

    async def settled(self, quiet: float, timeout: float) -> None:  # noqa: ASYNC109
        """Waits until nothing has been going on for `quiet` seconds. Raises TimeoutError."""
        end, was_busy = time.monotonic() + timeout, False
        while True:
            now, busy = time.monotonic(), self.busy()
            if busy or was_busy:
                self.activity.last = now  # the quiet begins when the last update is confirmed
            was_busy, rest = busy, self.activity.last + quiet - now
            if not busy and rest <= 0:
                return
            if now >= end:
                raise TimeoutError(f"not at rest after {timeout} s: {self._what_goes_on()}")
            await self.changes.next(end - now if busy else min(end - now, rest))

    def _what_goes_on(self) -> str:
        waiting = [update.kind for update in self.updates.waiting]
        return f"{self.activity.calls} calls under way, unconfirmed updates: {waiting}"
