"""What hangs under a message: buttons, or the wish for a written answer."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from bot.sandbox.addresses import is_web_address
from bot.sandbox.limits import BUTTON_URL, CALLBACK_DATA_BYTES, KEYBOARD_BUTTONS, KEYBOARD_BYTES
from bot.sandbox.refusals import (
    BUTTON_DATA_INVALID,
    BUTTON_URL_INVALID,
    BUTTON_WITHOUT_DUTY,
    BUTTON_WITHOUT_TEXT,
    KEYBOARD_TOO_LONG,
    NOT_A_KEYBOARD,
    Refusal,
)
from bot.sandbox.tidy import tidied_line


@dataclass(frozen=True, slots=True)
class Button:
    """An inline button: its label, and what it sends or where it leads."""

    text: str
    data: str | None = None
    url: str | None = None

    def to_json(self) -> dict[str, Any]:
        """The button as the Bot API writes it."""
        duty = {"callback_data": self.data} if self.data is not None else {"url": self.url}
        return {"text": self.text, **duty}


@dataclass(frozen=True, slots=True)
class Markup:
    """`rows` of inline buttons; `asks` for a force-reply field; `choices` are labels of a reply keyboard."""

    rows: tuple[tuple[Button, ...], ...] = ()
    asks: bool = False
    choices: tuple[tuple[str, ...], ...] = ()

    @property
    def labels(self) -> list[list[str]]:
        """The labels of the inline buttons, row by row."""
        return [[button.text for button in row] for row in self.rows]

    def to_json(self) -> dict[str, Any] | None:
        """What a message shows of it in the Bot API: inline buttons only."""
        rows = [[button.to_json() for button in row] for row in self.rows]
        return {"inline_keyboard": rows} if rows else None


NOTHING = Markup()


def read_markup(given: object) -> Markup:
    """The reply_markup of a call. Raises Refusal where the server would."""
    if given is None:
        return NOTHING
    if not isinstance(given, dict):
        raise Refusal(NOT_A_KEYBOARD)
    if "inline_keyboard" in given:
        return _inline(given["inline_keyboard"])
    choices = tuple(tuple(_label(choice) for choice in row) for row in given.get("keyboard", ()))
    return Markup(asks=bool(given.get("force_reply")), choices=choices)


def _inline(given: object) -> Markup:
    if not isinstance(given, list) or not all(isinstance(row, list) for row in given):
        raise Refusal(NOT_A_KEYBOARD)
    rows = [tuple(button for each in row if (button := _button(each))) for row in given]
    markup = Markup(tuple(row for row in rows if row))
    size = len(json.dumps(markup.to_json(), ensure_ascii=False).encode())
    if sum(len(row) for row in markup.rows) > KEYBOARD_BUTTONS or size > KEYBOARD_BYTES:
        raise Refusal(KEYBOARD_TOO_LONG)
    return markup


def _button(given: object) -> Button | None:
    """A button, or None for one without a label: Telegram lets those vanish without a word."""
    if not isinstance(given, dict) or not isinstance(given.get("text"), str):
        raise Refusal(BUTTON_WITHOUT_TEXT)
    label, data, url = tidied_line(given["text"]), given.get("callback_data"), given.get("url")
    if data is None and url is None:
        raise Refusal(BUTTON_WITHOUT_DUTY)
    if data is not None and not 0 < len(str(data).encode()) <= CALLBACK_DATA_BYTES:
        raise Refusal(BUTTON_DATA_INVALID)
    if url is not None and not _may_lead_to(str(url)):
        raise Refusal(BUTTON_URL_INVALID, url=url, why="Wrong HTTP URL")
    return Button(label, None if data is None else str(data), None if url is None else str(url)) if label else None


def _may_lead_to(url: str) -> bool:
    return len(url) <= BUTTON_URL and (url.startswith("tg://") or is_web_address(url))


def _label(given: object) -> str:
    return str(given["text"] if isinstance(given, dict) else given)
