"""The story of the demo: a report whose sources contradict each other comes to a desk of four people."""

from __future__ import annotations

from importlib.resources import files

from bot.demo.stage import Stage
from bot.sandbox import Sandbox
from bot.sandbox.chats import Chat
from bot.sandbox.messages import Message
from bot.sandbox.people import Person

QUIET = 0.25  # seconds without a call after which the bot has said what it had to say
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
        await self._says(self.amal, self.desk, f"/add {_report('ubari')}", in_full=2 + CARDS_IN_FULL)

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
        await self._says(self.dawit, self.dawit.private, _report("hospital"), patience=4.0)
        await self._look(self.desk)

    async def looking_back(self) -> None:
        """The history, what waits, the digest."""
        self.stage.act("6 · What happened to this claim, what waits, and the digest")
        label = _label(self._card("nine"))
        await self._says(self.amal, self.desk, f"/history {label}")
        await self._says(self.bosco, self.desk, "/queue")
        await self._says(self.amal, self.desk, "/digest now")

    async def _says(
        self,
        person: Person,
        chat: Chat,
        text: str,
        *,
        in_full: int = 100,
        hidden: bool = False,
        patience: float = QUIET,
    ) -> None:
        await person.says(chat, text)
        await self.telegram.settled(quiet=patience, timeout=20)
        if hidden:
            self.stage.hide(chat)
        else:
            self.stage.look(chat, in_full=in_full)

    async def _presses(self, person: Person, message: Message, label: str) -> None:
        button = message.button(label)
        press = await person.presses(message, button.text)
        await press.answer()
        self.stage.whispered(press, button.text)

    async def _look(self, chat: Chat) -> None:
        await self.telegram.settled(quiet=QUIET, timeout=20)
        self.stage.look(chat)

    async def _shows(self, card: Message, words: str) -> None:
        await self.telegram.until(lambda: words in card.text, timeout=20, what=words)
        self.stage.look(self.desk)

    def _card(self, words: str) -> Message:
        """The first claim's card whose text holds these words. Raises LookupError."""
        cards = [m for m in self.desk.messages if m.by_bot and words in m.text.lower() and len(m.buttons) >= 5]
        if not cards:
            raise LookupError(f"no card says {words!r}")
        return cards[0]


def _label(card: Message) -> str:
    return card.text.split("·")[1].strip()


def _report(name: str) -> str:
    return files("bot.demo").joinpath("reports", f"{name}.txt").read_text(encoding="utf-8").strip()
