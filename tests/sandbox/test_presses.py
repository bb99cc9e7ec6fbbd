"""Pressing buttons, and answering who pressed."""

from __future__ import annotations

import pytest

from bot.sandbox import Answer, Group, HandClock, Message, Person, Sandbox
from bot.sandbox.groups import NotThere

BAD = "Bad Request: "
TOO_OLD = BAD + "query is too old and response timeout expired or query ID is invalid"
KEYS = {
    "inline_keyboard": [
        [{"text": "✅ Verify", "callback_data": "v"}, {"text": "❌ Dispute", "callback_data": "d"}],
        [{"text": "Source", "url": "https://example.com"}],
    ]
}


@pytest.fixture
async def card(ask, desk: Group) -> Message:
    await ask("sendMessage", chat_id=desk.id, text="C-1", reply_markup=KEYS)
    return desk.last


async def test_a_press_reaches_the_bot_with_the_message_it_hangs_under(ask, card: Message, bob: Person) -> None:
    press = await bob.presses(card, "Verify")

    (update,) = (await ask("getUpdates"))["result"]
    query = update["callback_query"]
    assert (query["id"], query["from"]["id"], query["data"]) == (press.id, bob.id, "v")
    assert query["message"]["message_id"] == card.id
    assert query["message"]["reply_markup"] == KEYS


async def test_the_presser_is_told_what_the_bot_answers(ask, card: Message, bob: Person) -> None:
    press = await bob.presses(card, "d")
    await ask("answerCallbackQuery", callback_query_id=press.id, text="Recorded", show_alert=True)

    assert await press.answer() == Answer("Recorded", show_alert=True)


async def test_waiting_for_an_answer_that_never_comes_ends(card: Message, bob: Person) -> None:
    press = await bob.presses(card, "Verify")

    with pytest.raises(TimeoutError, match="an answer to 'v'"):
        await press.answer(timeout=0.01)


async def test_a_press_is_answered_once(ask, refused, card: Message, bob: Person) -> None:
    press = await bob.presses(card, "Verify")
    await ask("answerCallbackQuery", callback_query_id=press.id)

    assert press.answered == Answer()
    assert await refused("answerCallbackQuery", callback_query_id=press.id) == TOO_OLD


async def test_a_press_of_151_seconds_ago_is_too_old(refused, card: Message, bob: Person, clock: HandClock) -> None:
    press = await bob.presses(card, "Verify")
    clock.forward(seconds=151)

    assert await refused("answerCallbackQuery", callback_query_id=press.id) == TOO_OLD
    assert await refused("answerCallbackQuery", callback_query_id="12345") == TOO_OLD


async def test_a_press_not_fetched_within_150_seconds_never_arrives(
    ask, telegram: Sandbox, card: Message, bob: Person, clock: HandClock
) -> None:
    await bob.presses(card, "Verify")
    await bob.says(card.chat, "/queue")
    clock.forward(seconds=150)

    assert [list(update)[1] for update in (await ask("getUpdates"))["result"]] == ["message"]


async def test_an_answer_has_200_units(ask, refused, card: Message, bob: Person) -> None:
    press = await bob.presses(card, "Verify")

    assert await refused("answerCallbackQuery", callback_query_id=press.id, text="x" * 201) == BAD + "MESSAGE_TOO_LONG"
    assert (await ask("answerCallbackQuery", callback_query_id=press.id, text="x" * 200))["ok"]


async def test_only_a_button_that_is_there_can_be_pressed(card: Message, bob: Person) -> None:
    with pytest.raises(LookupError, match="no button 'Delete'"):
        await bob.presses(card, "Delete")
    with pytest.raises(LookupError, match="is a link"):
        await bob.presses(card, "Source")


async def test_an_old_screen_can_press_what_is_no_longer_there(ask, card: Message, bob: Person) -> None:
    await ask("deleteMessage", chat_id=card.chat.id, message_id=card.id)
    await bob.replays(card, "v")

    (update,) = (await ask("getUpdates"))["result"]
    assert update["callback_query"]["message"] == {
        "chat": card.chat.shape(),
        "message_id": card.id,
        "date": 0,
    }


async def test_strangers_see_no_buttons_of_a_private_group(telegram: Sandbox, card: Message) -> None:
    with pytest.raises(NotThere):
        await telegram.person("Mallory").presses(card, "Verify")


async def test_the_press_shows_who_an_anonymous_administrator_is(ask, card: Message, alice: Person) -> None:
    message = await alice.says_anonymously(card.chat, "/setup")
    await alice.presses(card, "Verify")

    said, pressed = (await ask("getUpdates"))["result"]
    assert message.author == "Desk"
    assert said["message"]["from"]["id"] == 1087968824
    assert said["message"]["sender_chat"]["id"] == card.chat.id
    assert pressed["callback_query"]["from"]["id"] == alice.id
