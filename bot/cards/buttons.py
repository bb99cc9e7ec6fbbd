"""Buttons: words that fit, and a signed press."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from bot.cards.card import Button, Rows
from bot.cards.fit import Page
from bot.cards.presses import Press, Signer
from bot.cards.wording import say
from bot.claims.model import DeskId


class PressAtPage(Protocol):
    """Makes the press that opens a page."""

    def __call__(self, page: int, /) -> Press: ...


def button(key: str, press: Press, desk: DeskId | int, signer: Signer, **facts: object) -> Button:
    """A button with the words of this key."""
    return Button(say(f"button.{key}", **facts), signer.encode(press, desk))


def in_rows(buttons: Sequence[Button], width: int) -> Rows:
    """Buttons side by side, so many a row."""
    return tuple(tuple(buttons[start : start + width]) for start in range(0, len(buttons), width))


def page_buttons(
    page: Page[Any], press: PressAtPage, desk: DeskId, signer: Signer, words: tuple[str, str] = ("back", "next")
) -> Rows:
    """One row to turn pages, or none when there is one page only."""
    turns = []
    if page.number > 0:
        turns.append(button(words[0], press(page.number - 1), desk, signer))
    if page.number + 1 < page.of:
        turns.append(button(words[1], press(page.number + 1), desk, signer))
    return (tuple(turns),) if turns else ()
