"""A message as it stands in a chat now, and what it said before."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from bot.sandbox.entities import CLICKABLE, Formatted
from bot.sandbox.files import StoredFile
from bot.sandbox.keyboards import NOTHING, Button, Markup

if TYPE_CHECKING:
    from bot.sandbox.chats import Chat
    from bot.sandbox.people import Person


@dataclass(frozen=True, slots=True)
class Version:
    """What a message said until it was edited `at` this moment."""

    content: Formatted
    markup: Markup
    at: datetime

    @property
    def text(self) -> str:
        """The text or caption of then."""
        return self.content.text

    @property
    def keyboard(self) -> list[list[str]]:
        """The labels of then."""
        return self.markup.labels


@dataclass(eq=False, slots=True)
class Message:
    """A message. It changes with its chat: whoever keeps one sees the edits.

    `sender` is None for the bot. `service` is what happened, for messages that nobody wrote, as the Bot
    API names it. `origin` is where a forward came from. `options` are what the call asked for besides
    (protect_content, link_preview_options, disable_notification).
    """

    chat: Chat
    id: int
    sender: Person | None
    at: datetime
    content: Formatted = field(default_factory=Formatted)
    markup: Markup = NOTHING
    file: StoredFile | None = None
    topic: int | None = None
    thread: int | None = None
    reply_to: Message | None = None
    quote: str | None = None
    origin: dict[str, Any] | None = None
    service: dict[str, Any] | None = None
    anonymous: bool = False
    deleted: bool = False
    pinned: bool = False
    options: dict[str, Any] = field(default_factory=dict)
    history: list[Version] = field(default_factory=list)

    def __repr__(self) -> str:
        return f"<Message {self.id} in {self.chat.title!r} by {self.author}: {self.text!r} {self.keyboard or ''}>"

    @property
    def text(self) -> str:
        """What it says, as text or as caption."""
        return self.content.text

    @property
    def author(self) -> str:
        """The name that members see above it."""
        if self.anonymous:
            return self.chat.title
        return self.sender.name if self.sender else self.chat.world.bot.name

    @property
    def by_bot(self) -> bool:
        """Whether the bot wrote it."""
        return self.sender is None

    @property
    def keyboard(self) -> list[list[str]]:
        """The labels of its inline buttons, row by row."""
        return self.markup.labels

    @property
    def buttons(self) -> list[Button]:
        """Its inline buttons, in order."""
        return [button for row in self.markup.rows for button in row]

    @property
    def edited(self) -> bool:
        """Whether it says or shows something else than at first."""
        return bool(self.history)

    @property
    def clickable(self) -> list[tuple[str, str]]:
        """Everything in it that a finger can follow, as (type, words)."""
        return [(e.type, e.of(self.text)) for e in self.content.entities if e.type in CLICKABLE]

    def marked(self, kind: str) -> list[str]:
        """The words that carry this type of entity."""
        return [entity.of(self.text) for entity in self.content.entities if entity.type == kind]

    def button(self, wanted: str) -> Button:
        """The button with this callback data, this label, or this in its label. Raises LookupError."""
        tests = (
            lambda button: button.data == wanted,
            lambda button: button.text == wanted,
            lambda button: wanted.casefold() in button.text.casefold(),
        )
        for test in tests:
            if found := [button for button in self.buttons if test(button)]:
                return found[0]
        raise LookupError(f"no button {wanted!r} under {self!r}")

    def change(self, content: Formatted, markup: Markup, at: datetime) -> None:
        """Edits it, and remembers what it said."""
        self.history.append(Version(self.content, self.markup, at))
        self.content, self.markup = content, markup
        self.chat.world.changes.ring()
