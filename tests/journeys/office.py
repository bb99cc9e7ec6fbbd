"""A desk at work: the whole bot in this process, against the sandbox, with a fixed cast."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Any

from pydantic import SecretStr

from bot.app import Claimdesk
from bot.config import Settings
from bot.publisher.pace import Pace, Window
from bot.sandbox import Fault, Group, Message, Person, Sandbox
from bot.sandbox.chats import Chat
from bot.sandbox.clock import WallClock
from storage.records import Records
from storage.store import Store

LOOKS = 10
QUICK = Window(1000, timedelta(seconds=1))
REPORT = (
    "HERAT (Afghanistan), July 8 2021 — At least 12 civilians were killed in Herat on Wednesday, police said. "
    "The army recaptured the town of Karukh on Wednesday, the governor said."
)


def deaths(*numbers: int) -> str:
    """A report with so many claims: one sentence for each number of people killed."""
    return " ".join(
        f"At least {number} civilians were killed in Herat on Wednesday, police said." for number in numbers
    )


def plain(text: str) -> str:
    """A text as people read it, without the joiners that keep phones from making links of it."""
    return text.replace("\u2060", "")


def label(card: Message) -> str:
    """The number of a card's claim, such as C-17."""
    return card.text.split(" · ")[1]


class Office:
    """The bot, a Telegram, and a desk led by `amal`; the others are members. `details` are those of the group."""

    def __init__(self, telegram: Sandbox, database_url: str, folder: Path, clock: WallClock, **details: Any) -> None:
        self.telegram, self.clock, self.database_url = telegram, clock, database_url
        self.settings = Settings(
            token=SecretStr(telegram.token), api_url=telegram.url, database_url=database_url,
            signing_key_file=folder / "claimdesk.key",
        )  # fmt: skip
        self.amal, self.bosco, self.chiara, self.dawit, self.stranger = (
            telegram.person(name) for name in ("Amal", "Bosco", "Chiara", "Dawit", "Stranger")
        )
        self.group: Group = telegram.group(
            "Herat desk", creator=self.amal, members=[self.bosco, self.chiara, self.dawit], **details
        )
        self._stop = asyncio.Event()
        self._running: asyncio.Task[None] | None = None
        self._store: Store | None = None

    async def open(self) -> None:
        """Starts the bot, as after a restart."""
        self._stop = asyncio.Event()
        self._store = Store(self.database_url)
        claimdesk = Claimdesk(self.settings, self._store, clock=self.clock, pace=Pace(QUICK, QUICK, QUICK))
        self._running = asyncio.create_task(claimdesk.run(self._stop))

    async def close(self) -> None:
        """Stops the bot in good order."""
        if self._running is None:
            return
        self._stop.set()
        with suppress(asyncio.CancelledError):
            await self._running
        assert self._store is not None
        self._store.close()
        self._running = None

    async def ended(self) -> None:
        """Waits for the bot to end by itself; raises what ended it."""
        assert self._running is not None
        assert self._store is not None
        running, self._running = self._running, None
        try:
            await asyncio.wait_for(running, 20)
        finally:
            self._store.close()

    async def set_up(self, words: str = "", **details: Any) -> None:
        """The group becomes a desk."""
        await self.group.add_bot()
        await self.says(self.amal, f"/setup {words}".strip(), **details)
        await self.shows("is now a desk")

    async def says(self, person: Person, text: str, chat: Chat | None = None, **details: Any) -> Message:
        """Somebody writes, in the group if no other chat is named; the bot has answered when this returns."""
        message = await person.says(chat or self.group, text, **details)
        await self.rests()
        return message

    async def asks(self, person: Person, text: str, words: str, chat: Chat | None = None) -> Message:
        """Somebody writes and is answered with a new message that has these words."""
        room = chat or self.group
        before = {message.id for message in room.messages}
        await person.says(room, text)

        def answer() -> Message | None:
            new = (m for m in room.messages if m.by_bot and m.id not in before and words in plain(m.text))
            return next(new, None)

        return await self.until(answer, f"{words!r} as a new answer in {room.title}: {room.texts}")

    async def rests(self, quiet: float = 0.15) -> None:
        """Waits until the bot has said what it had to say: nothing is heard of it, and it knows of nothing to do.

        On a busy machine a bot may be silent for longer than that in the middle of its work, so it is asked too; what
        cannot be done at all for now is not waited for long.
        """
        for _ in range(LOOKS):
            await self.telegram.settled(quiet=quiet, timeout=20)
            if self._running is None or not await self.reads(self._has_work):
                return

    def _has_work(self, records: Records) -> bool:
        at = self.clock()
        waits = (records.inbox.next(1), records.postings.differing(at, 1), records.documents.to_read(at))
        return any(waits)

    async def struck(self, fault: Fault) -> None:
        """Waits until this fault has struck, and the bot has come to terms with it."""
        await self.telegram.until(lambda: self.telegram.faults_met[fault], 20, fault)
        await self.rests()

    async def until(self, found: Callable[[], Any], what: str = "", timeout: float = 10) -> Any:  # noqa: ASYNC109
        """Waits until something is there, and gives it."""
        await self.telegram.until(found, timeout, what)
        return found()

    async def shows(self, words: str, chat: Chat | None = None, timeout: float = 10) -> Message:  # noqa: ASYNC109
        """Waits until a message of the bot shows these words, and gives the newest that does."""
        room = chat or self.group
        await self.telegram.until(lambda: self.shown(words, room), timeout, f"{words!r} in {room.title}: {room.texts}")
        found = self.shown(words, room)
        assert found is not None
        return found

    def shown(self, words: str, chat: Chat | None = None) -> Message | None:
        """The newest message of the bot that shows these words, if there is one."""
        room = chat or self.group
        return next((m for m in reversed(room.messages) if m.by_bot and words in plain(m.text)), None)

    async def presses(self, person: Person, card: Message, label: str) -> str:
        """Somebody presses a button; what they alone are told."""
        press = await person.presses(card, label)
        return (await press.answer()).text

    async def all_press(self, card: Message, label: str, *people: Person) -> None:
        """Several press the same button, one after the other."""
        for person in people:
            await self.presses(person, card, label)

    async def starts(self, *people: Person) -> None:
        """Opens the private chats of these people with the bot."""
        for person in people:
            await self.asks(person, "/start", "claimdesk", person.private)

    async def hands_in(self, text: str = REPORT) -> Message:
        """Amal hands in a text; the first card that it gave, when all of them hang."""
        before = len(self.cards())
        await self.asks(self.amal, f"/add {text}", "before the desk")
        await self.until(lambda: len(self.cards()) > before)
        await self.rests(quiet=0.3)
        return self.cards()[before]

    async def hands_in_deaths(self, *numbers: int) -> list[Message]:
        """Amal hands in a report with so many claims; their cards, in order."""
        before = len(self.cards())
        await self.amal.says(self.group, f"/add {deaths(*numbers)}")
        most = before + min(12, len(numbers))
        await self.until(lambda: len(self.cards()) == most, f"{most} cards: {self.group.texts}")
        return self.cards()[before:]

    def cards(self, chat: Chat | None = None) -> list[Message]:
        """The claim cards that hang in the group, or in another chat."""
        room = chat or self.group
        return [m for m in room.messages if m.by_bot and any("Not a claim" in b.text for b in m.buttons)]

    async def reads(self, question: Callable[[Records], Any]) -> Any:
        """What the database says."""
        assert self._store is not None
        return await self._store.run(question)
