"""The story of the demo: a report whose sources contradict each other comes to a desk of four people."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from importlib.resources import files

from bot.demo.stage import Stage
from bot.desk.intake import CARDS_A_DOCUMENT
from bot.sandbox import Sandbox
from bot.sandbox.chats import Chat
from bot.sandbox.messages import Message
from bot.sandbox.people import Person

THURSDAY = 3
QUIET = 0.25  # seconds without a call after which the bot has said what it had to say
LONGEST = 30.0  # seconds to wait for anything, on a machine that is busy with something else
CARDS_IN_FULL = 3


class Story:
    """Amal leads the desk; Bosco, Chiara and Dawit review."""

    def __init__(self, telegram: Sandbox, stage: Stage) -> None:
        self.telegram, self.stage = telegram, stage
        self.amal, self.bosco, self.chiara, self.dawit = (
            telegram.person(name) for name in ("Amal", "Bosco", "Chiara", "Dawit")
        )
        self.desk = telegram.group(
            "Fezzan desk", kind="supergroup", creator=self.amal, members=[self.bosco, self.chiara, self.dawit]
        )

    async def play(self) -> None:
        """All acts."""
        await self.setting_up()
        await self.handing_in()
        await self.voting()
        await self.disagreeing()
        await self.a_later_report()
        await self.looking_back()

    async def setting_up(self) -> None:
        """The group becomes a desk."""
        self.stage.act("1 · A group becomes a desk")
        await self.desk.add_bot()
        await self._says(self.amal, self.desk, "/setup quorum=3 margin=2 zone=Africa/Tripoli digest=08:00")

    async def handing_in(self) -> None:
        """A report comes in and its claims are posted."""
        self.stage.act("2 · Amal hands in a report. Its sources contradict each other")
        await self.amal.says(self.desk, f"/add {_report('ubari')}")
        await self._until(lambda: len(self._cards()) >= CARDS_A_DOCUMENT, "a dozen cards")
        await self._look(self.desk, in_full=2 + CARDS_IN_FULL)

    async def voting(self) -> None:
        """Three reviewers agree on one claim; nobody sees how the others voted until it is decided."""
        self.stage.act("3 · Three reviewers answer. Votes are blind until the claim is decided")
        card = self._card("at least 14")
        await self._presses(self.bosco, card, "Verify")
        await self._presses(self.chiara, card, "Verify")
        await self._shows(card, "2 answered")
        self.stage.tell("The card counts answers and shows no stance. Dawit is the third.")
        await self._presses(self.dawit, card, "Verify")
        await self._shows(card, "3 verify")

    async def disagreeing(self) -> None:
        """A claim of one side is disputed, and a reviewer changes her mind."""
        self.stage.act("4 · A claim that reviewers do not agree on")
        card = self._card("nine")
        await self._says(self.chiara, self.chiara.private, "/start")
        await self._presses(self.bosco, card, "Verify")
        await self._presses(self.chiara, card, "Verify")
        self.stage.tell("Chiara reads the hospital’s figures and changes her mind. She is asked why, in private.")
        await self._presses(self.chiara, card, "Dispute")
        await self._look(self.chiara.private)
        await self._presses(self.chiara, self.chiara.private.last, "Wrong figure")
        await self._presses(self.dawit, card, "Dispute")
        await self._shows(card, "contested")

    async def a_later_report(self) -> None:
        """Another figure for the same event is another claim; the old one keeps its history."""
        self.stage.act("5 · A day later: another figure, another claim")
        await self._says(self.dawit, self.dawit.private, "/start", hidden=True)
        known = len(self._cards())
        await self.dawit.says(self.dawit.private, _report("hospital"))
        await self._until(lambda: len(self._cards()) > known, "another card")
        await self._look(self.dawit.private)
        await self._look(self.desk)
        self.stage.tell("The hospital’s new figure stands beside its old one. Dawit says with one tap what it is.")
        newer = self._card("claim: 21 people")
        await self._presses(self.dawit, newer, "An update")
        await self._shows(newer, "pdates C-")

    async def looking_back(self) -> None:
        """The history, what waits, what is known of the place, the digest."""
        self.stage.act("6 · What happened to this claim, what waits, what is known of Ubari, and the digest")
        label = _label(self._card("nine"))
        await self._says(self.amal, self.desk, f"/history {label}")
        await self._says(self.bosco, self.desk, "/queue")
        await self._says(self.dawit, self.desk, "/toll Ubari 14")
        await self._says(self.dawit, self.desk, "/control Ubari")
        await self._says(self.amal, self.desk, "/digest now")

    async def _says(self, person: Person, chat: Chat, text: str, *, hidden: bool = False) -> None:
        """Somebody writes, and the bot has answered."""
        said = len(chat.from_bot)
        await person.says(chat, text)
        await self._until(lambda: len(chat.from_bot) > said, f"an answer to {text[:20]!r}")
        await self.telegram.settled(quiet=QUIET, timeout=LONGEST)
        if hidden:
            self.stage.hide(chat)
        else:
            self.stage.look(chat)

    async def _presses(self, person: Person, message: Message, label: str) -> None:
        button = message.button(label)
        press = await person.presses(message, button.text)
        await press.answer()
        self.stage.whispered(press, button.text)

    async def _look(self, chat: Chat, in_full: int = 100) -> None:
        await self.telegram.settled(quiet=QUIET, timeout=LONGEST)
        self.stage.look(chat, in_full=in_full)

    async def _shows(self, card: Message, words: str) -> None:
        await self._until(lambda: words in card.text, words)
        self.stage.look(self.desk)

    async def _until(self, holds: Callable[[], bool], what: str) -> None:
        await self.telegram.until(holds, timeout=LONGEST, what=what)

    def _cards(self) -> list[Message]:
        """The claims' cards that hang in the group: those that can be answered."""
        return [message for message in self.desk.from_bot if _can_be_answered(message)]

    def _card(self, words: str) -> Message:
        """The first claim's card whose text holds these words. Raises LookupError."""
        for card in self._cards():
            if words in card.text.lower():
                return card
        raise LookupError(f"no card says {words!r}")


def _can_be_answered(message: Message) -> bool:
    return any("Verify" in button.text for button in message.buttons)


def _label(card: Message) -> str:
    return card.text.split("·")[1].strip()


def _report(name: str) -> str:
    """A report of the last week's Wednesday or Thursday: what is old is in no toll of these days."""
    thursday = _last_thursday(datetime.now(UTC).date())
    days = {"thursday": thursday, "wednesday": thursday - timedelta(days=1)}
    text = files("bot.demo").joinpath("reports", f"{name}.txt").read_text(encoding="utf-8").strip()
    return text.format(**{name: f"{day:%B} {day.day} {day.year}" for name, day in days.items()})


def _last_thursday(day: date) -> date:
    return day - timedelta(days=(day.weekday() - THURSDAY) % 7)
