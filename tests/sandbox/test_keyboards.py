"""Buttons: what they may carry, and what becomes of those that say nothing."""

from __future__ import annotations

from typing import Any

import pytest

from bot.sandbox import Group
from bot.sandbox.keyboards import Button, read_markup
from bot.sandbox.refusals import Refusal


def keyboard(*rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {"inline_keyboard": list(rows)}


def press(label: str, data: str = "x") -> dict[str, Any]:
    return {"text": label, "callback_data": data}


def refusal_of(given: object) -> str:
    with pytest.raises(Refusal) as refusal:
        read_markup(given)
    return refusal.value.description.removeprefix("Bad Request: ")


def test_rows_and_labels_are_kept() -> None:
    markup = read_markup(keyboard([press("A"), press("B")], [{"text": "C", "url": "https://example.com"}]))

    assert markup.labels == [["A", "B"], ["C"]]
    assert markup.rows[1] == (Button("C", url="https://example.com"),)


def test_buttons_without_a_label_vanish_and_so_do_rows_without_buttons() -> None:
    assert read_markup(keyboard([press(" "), press("B")], [press("\n")])).labels == [["B"]]


def test_callback_data_has_64_bytes() -> None:
    assert read_markup(keyboard([press("A", "é" * 32)])).rows
    assert refusal_of(keyboard([press("A", "é" * 32 + "x")])) == "BUTTON_DATA_INVALID"
    assert refusal_of(keyboard([press("A", "")])) == "BUTTON_DATA_INVALID"


def test_a_hundred_buttons_pass_and_one_more_does_not() -> None:
    assert read_markup(keyboard(*[[press("A")] * 5] * 20)).rows
    assert refusal_of(keyboard(*[[press("A")] * 5] * 20, [press("A")])) == "reply markup is too long"


def test_ten_kilobytes_are_too_much_even_with_few_buttons() -> None:
    assert refusal_of(keyboard(*[[press("x" * 200, "y" * 64)]] * 40)) == "reply markup is too long"


@pytest.mark.parametrize(
    ("button", "words"),
    [
        ({"text": "A"}, "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"),
        ({"callback_data": "x"}, "can't parse inline keyboard button: Can't find field \"text\""),
        ({"text": "A", "url": "localhost"}, "inline keyboard button URL 'localhost' is invalid: Wrong HTTP URL"),
    ],
)
def test_a_button_needs_a_label_and_a_duty(button: dict[str, Any], words: str) -> None:
    assert refusal_of(keyboard([button])) == words


def test_a_wish_for_a_written_answer_is_seen() -> None:
    assert read_markup({"force_reply": True}).asks


async def test_members_see_the_labels(ask, desk: Group) -> None:
    await ask(
        "sendMessage", chat_id=desk.id, text="C-1", reply_markup=keyboard([press("✅ Verify"), press("❌ Dispute")])
    )

    assert desk.last.keyboard == [["✅ Verify", "❌ Dispute"]]


async def test_the_bot_gets_its_keyboard_back(ask, desk: Group) -> None:
    markup = keyboard([press("✅ Verify", "v")])
    answer = await ask("sendMessage", chat_id=desk.id, text="C-1", reply_markup=markup)

    assert answer["result"]["reply_markup"] == markup
