"""Changing and taking away what was said."""

from __future__ import annotations

import pytest

from bot.sandbox import Group, HandClock, Message, Person

BAD = "Bad Request: "
KEYS = {"inline_keyboard": [[{"text": "✅ Verify", "callback_data": "v"}]]}


@pytest.fixture
async def card(ask, desk: Group) -> Message:
    await ask("sendMessage", chat_id=desk.id, text="pending", reply_markup=KEYS)
    return desk.last


async def test_an_edit_shows_and_what_stood_before_is_remembered(ask, card: Message) -> None:
    answer = await ask("editMessageText", chat_id=card.chat.id, message_id=card.id, text="verified", reply_markup=KEYS)

    assert answer["result"]["edit_date"]
    assert (card.text, card.edited, card.keyboard) == ("verified", True, [["✅ Verify"]])
    assert [version.text for version in card.history] == ["pending"]


async def test_a_text_edited_without_its_keyboard_loses_it(ask, card: Message) -> None:
    await ask("editMessageText", chat_id=card.chat.id, message_id=card.id, text="verified")

    assert card.keyboard == []
    assert card.history[0].keyboard == [["✅ Verify"]]


async def test_the_keyboard_alone_can_be_replaced_and_taken_away(ask, card: Message) -> None:
    other = {"inline_keyboard": [[{"text": "Undo", "callback_data": "u"}]]}
    await ask("editMessageReplyMarkup", chat_id=card.chat.id, message_id=card.id, reply_markup=other)
    assert (card.text, card.keyboard) == ("pending", [["Undo"]])

    await ask("editMessageReplyMarkup", chat_id=card.chat.id, message_id=card.id)
    assert (card.text, card.keyboard) == ("pending", [])


async def test_an_edit_that_changes_nothing_is_refused(refused, card: Message) -> None:
    words = await refused(
        "editMessageText", chat_id=card.chat.id, message_id=card.id, text=" pending ", reply_markup=KEYS
    )

    assert words == BAD + (
        "message is not modified: specified new message content and reply markup are exactly the same"
        " as a current content and reply markup of the message"
    )
    assert not card.edited


async def test_a_mark_is_a_change(ask, card: Message) -> None:
    asked = {"text": "<b>pending</b>", "parse_mode": "HTML", "reply_markup": KEYS}

    assert (await ask("editMessageText", chat_id=card.chat.id, message_id=card.id, **asked))["ok"]


async def test_too_long_has_another_name_on_an_edit(refused, card: Message) -> None:
    words = await refused("editMessageText", chat_id=card.chat.id, message_id=card.id, text="x" * 4097)

    assert words == BAD + "MESSAGE_TOO_LONG"


async def test_a_message_that_is_not_there_cannot_be_edited(refused, ask, card: Message) -> None:
    await ask("deleteMessage", chat_id=card.chat.id, message_id=card.id)

    gone = await refused("editMessageText", chat_id=card.chat.id, message_id=card.id, text="x")
    never = await refused("editMessageReplyMarkup", chat_id=card.chat.id, message_id=999)

    assert gone == never == BAD + "message to edit not found"


async def test_the_bot_edits_only_what_it_wrote(refused, desk: Group, bob: Person) -> None:
    message = await bob.says(desk, "/add")

    assert await refused("editMessageText", chat_id=desk.id, message_id=message.id, text="x") == (
        BAD + "message can't be edited"
    )


async def test_a_text_has_no_caption(refused, card: Message) -> None:
    words = await refused("editMessageCaption", chat_id=card.chat.id, message_id=card.id, caption="x")

    assert words == BAD + "there is no caption in the message to edit"


async def test_a_deleted_message_is_gone_for_everybody(ask, refused, card: Message) -> None:
    assert (await ask("deleteMessage", chat_id=card.chat.id, message_id=card.id))["result"] is True

    assert card not in card.chat.messages
    assert card.deleted
    assert await refused("deleteMessage", chat_id=card.chat.id, message_id=card.id) == (
        BAD + "message to delete not found"
    )


async def test_messages_can_be_deleted_for_48_hours(refused, card: Message, clock: HandClock) -> None:
    clock.forward(hours=48, seconds=1)

    assert await refused("deleteMessage", chat_id=card.chat.id, message_id=card.id) == (
        BAD + "message can't be deleted"
    )


async def test_others_messages_are_an_administrators_to_delete(ask, refused, desk: Group, bob: Person) -> None:
    message = await bob.says(desk, "/add")
    assert "can't be deleted" in await refused("deleteMessage", chat_id=desk.id, message_id=message.id)

    desk.promote_bot()
    assert (await ask("deleteMessage", chat_id=desk.id, message_id=message.id))["ok"]


async def test_pinning_needs_an_administrator_and_leaves_a_note(ask, refused, card: Message) -> None:
    asked = {"chat_id": card.chat.id, "message_id": card.id}
    assert "not enough rights to manage pinned messages" in await refused("pinChatMessage", **asked)

    card.chat.promote_bot()
    await ask("pinChatMessage", **asked)
    assert card.pinned
    assert card.chat.last.service["pinned_message"]["message_id"] == card.id

    await ask("unpinChatMessage", chat_id=card.chat.id)
    assert not card.pinned
