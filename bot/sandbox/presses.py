"""A press of a button, and what the presser was told."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from bot.sandbox.limits import PRESS_LIFETIME

if TYPE_CHECKING:
    from bot.sandbox.messages import Message
    from bot.sandbox.people import Person


@dataclass(frozen=True, slots=True)
class Answer:
    """What answerCallbackQuery said: nothing at all is an answer too, it only ends the spinning."""

    text: str = ""
    show_alert: bool = False
    url: str | None = None


@dataclass(eq=False, slots=True)
class Press:
    """Somebody pressed a button. `answered` is what they were told, None as long as the button spins."""

    id: str
    person: Person
    message: Message
    data: str
    at: datetime
    answered: Answer | None = None
    answers: list[Answer] = field(default_factory=list)

    def is_stale(self, at: datetime) -> bool:
        """Whether it is too late to answer."""
        return at - self.at > PRESS_LIFETIME

    def take(self, answer: Answer) -> None:
        """The bot answers."""
        self.answered = answer
        self.answers.append(answer)
        self.person.world.changes.ring()

    async def answer(self, timeout: float = 5) -> Answer:  # noqa: ASYNC109
        """Waits for what the bot says to it. Raises TimeoutError after `timeout` seconds."""
        await self.person.world.until(lambda: self.answered is not None, timeout, f"an answer to {self.data!r}")
        return self.answered or Answer()
