"""Shows a chat on a terminal as it unfolds: bubbles, buttons, edits, and what only the presser is told."""

from __future__ import annotations

import time
from collections.abc import Iterable

from rich.align import Align
from rich.console import Console, Group
from rich.panel import Panel
from rich.rule import Rule
from rich.text import Text

from bot.sandbox.chats import Chat
from bot.sandbox.entities import utf16_offsets
from bot.sandbox.messages import Message
from bot.sandbox.presses import Press

STYLES = {
    "bold": "bold",
    "italic": "italic",
    "code": "cyan",
    "pre": "cyan",
    "blockquote": "italic cyan",
    "expandable_blockquote": "italic cyan",
}
WIDTH = 78


class Stage:
    """Prints what is new in the chats each time it looks."""

    def __init__(self, console: Console, pause: float) -> None:
        self._console, self._pause = console, pause
        self._seen: dict[tuple[int, int], int] = {}

    def act(self, title: str) -> None:
        """A new act begins."""
        self._console.print()
        self._console.print(Rule(f"[bold]{title}[/]", style="green"))

    def tell(self, words: str) -> None:
        """The narrator explains."""
        self._console.print(Text(words, style="dim"), width=WIDTH + 10)
        self._rest()

    def look(self, chat: Chat, *, in_full: int = 100) -> None:
        """Shows every message that is new or has changed; after `in_full` of them, one line each."""
        for number, message in enumerate(self._news(chat)):
            if number < in_full:
                self._console.print(_bubble(message))
            else:
                self._console.print(_in_a_line(message))
            self._rest()

    def hide(self, chat: Chat) -> None:
        """Takes note of a chat without showing it."""
        list(self._news(chat))

    def whispered(self, press: Press, label: str) -> None:
        """What only the presser reads."""
        answer = press.answered.text if press.answered else ""
        self._console.print(f"   [bold]{press.person.name}[/] presses [reverse] {label} [/]", highlight=False)
        if answer:
            self._console.print(Text(f"      only {press.person.name} reads: {answer}", style="yellow"))
        self._rest()

    def _news(self, chat: Chat) -> Iterable[Message]:
        for message in chat.messages:
            key, versions = (chat.id, message.id), len(message.history) + 1
            if self._seen.get(key, 0) < versions and (message.text or message.file):
                self._seen[key] = versions
                yield message

    def _rest(self) -> None:
        time.sleep(self._pause)


def _bubble(message: Message) -> Align:
    style = "blue" if message.by_bot else "green"
    title = f"{message.author}{' · edited' if message.edited else ''}"
    panel = Panel(_content(message), title=title, title_align="left", border_style=style, width=WIDTH, padding=(0, 1))
    return Align(panel, "left" if message.by_bot else "right", width=WIDTH + 10)


def _content(message: Message) -> Group:
    keyboard = [Text("  ".join(f"[ {label} ]" for label in row), style="bold magenta") for row in message.keyboard]
    file = [Text(f"📄 {message.file.name}", style="bold")] if message.file else []
    return Group(*file, _styled(message), *([Text(), *keyboard] if keyboard else []))


def _styled(message: Message) -> Text:
    text = Text(message.text)
    stands_at = {units: points for points, units in enumerate(utf16_offsets(message.text))}
    for entity in message.content.entities:
        if entity.type in STYLES:
            text.stylize(STYLES[entity.type], stands_at[entity.offset], stands_at[entity.end])
    return text


def _in_a_line(message: Message) -> Text:
    return Text(
        f"   {message.text.splitlines()[0]}   {_statement(message)}", style="blue", overflow="ellipsis", no_wrap=True
    )


def _statement(message: Message) -> str:
    lines = message.text.splitlines()
    return lines[1] if len(lines) > 1 else ""
