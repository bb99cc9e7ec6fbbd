"""The real library on the other end of the line."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from telegram import Bot, ForceReply, InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TimedOut,
)
from telegram.ext import Application, CallbackQueryHandler, CommandHandler, ContextTypes, MessageHandler, filters

from bot.sandbox import Fault, Group, Person, Sandbox, from_channel, from_hidden, from_person

Context = ContextTypes.DEFAULT_TYPE
KEYS = InlineKeyboardMarkup([[InlineKeyboardButton("✅ Verify", callback_data="v")]])


async def on_claim(update: Update, context: Context) -> None:
    await update.effective_message.reply_text("<b>C-1</b> pending", parse_mode="HTML", reply_markup=KEYS)


async def on_press(update: Update, context: Context) -> None:
    await update.callback_query.answer("Recorded", show_alert=True)
    await update.callback_query.edit_message_text("C-1 verified")


async def on_file(update: Update, context: Context) -> None:
    file = await update.effective_message.document.get_file()
    data = await file.download_as_bytearray()
    await update.effective_message.reply_document(bytes(data).upper(), filename="loud.txt", caption="here")


@pytest.fixture
async def running(telegram: Sandbox) -> AsyncIterator[Application[Any, Any, Any, Any, Any, Any]]:
    builder = Application.builder().token(telegram.token)
    app = builder.base_url(telegram.base_url).base_file_url(telegram.base_file_url).job_queue(None).build()
    app.add_handlers(
        [
            CommandHandler("claim", on_claim),
            CallbackQueryHandler(on_press),
            MessageHandler(filters.Document.ALL, on_file),
        ]
    )
    async with app:
        await app.start()
        await app.updater.start_polling()
        yield app
        await app.updater.stop()
        await app.stop()


@pytest.fixture(autouse=True)
def seconds_as_the_library_will_give_them(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else retry_after comes with a warning, and warnings are errors."""
    monkeypatch.setenv("PTB_TIMEDELTA", "true")


@pytest.fixture
async def bot(telegram: Sandbox) -> AsyncIterator[Bot]:
    async with Bot(telegram.token, base_url=telegram.base_url, base_file_url=telegram.base_file_url) as bot:
        yield bot


async def test_a_card_is_asked_for_pressed_and_changed(running, telegram: Sandbox, desk: Group, bob: Person) -> None:
    await bob.says(desk, "/claim")
    await telegram.until(lambda: desk.last.by_bot)
    card = desk.last
    assert (card.text, card.marked("bold"), card.keyboard) == ("C-1 pending", ["C-1"], [["✅ Verify"]])

    press = await bob.presses(card, "Verify")
    answer = await press.answer()
    await telegram.settled(quiet=0.05)
    assert (answer.text, answer.show_alert) == ("Recorded", True)
    assert (card.text, card.keyboard, card.edited) == ("C-1 verified", [], True)


async def test_a_file_goes_there_and_back(running, telegram: Sandbox, bob: Person) -> None:
    await bob.sends_file(bob.private, "quiet.txt", b"twelve")
    await telegram.until(lambda: bob.private.last.by_bot)

    assert bob.private.last.file
    assert (bob.private.last.file.name, bob.private.last.file.data) == ("loud.txt", b"TWELVE")


async def test_everything_that_is_asked_can_be_read(bot: Bot, desk: Group, alice: Person, bob: Person) -> None:
    desk.promote(bob)
    desk.promote_bot()

    assert (await bot.get_chat(desk.id)).title == "Desk"
    assert len(await bot.get_chat_administrators(desk.id)) == 3
    assert (await bot.get_chat_member(desk.id, alice.id)).status == "creator"
    assert (await bot.get_webhook_info()).pending_update_count == 1
    assert [update.my_chat_member.new_chat_member.status for update in await bot.get_updates()] == ["administrator"]
    sent = await bot.send_message(desk.id, "Why?", reply_markup=ForceReply())
    assert sent.text == "Why?"
    assert desk.last.markup.asks


async def test_forwards_and_members_are_read(bot: Bot, desk: Group, telegram: Sandbox, bob: Person) -> None:
    for origin in (from_channel("News", signature="Ed"), from_person(bob), from_hidden("Somebody")):
        await bob.forwards(bob.private, "12 killed", origin=origin)
    desk.restrict_bot()

    updates = await bot.get_updates()
    assert [update.message.forward_origin.type for update in updates[:3]] == ["channel", "user", "hidden_user"]
    assert updates[3].my_chat_member.new_chat_member.status == "restricted"


async def test_refusals_become_the_librarys_errors(bot: Bot, telegram: Sandbox, desk: Group, alice: Person) -> None:
    old = telegram.group("Old", creator=alice, kind="group")
    await old.add_bot()
    new = old.migrate()

    with pytest.raises(ChatMigrated) as moved:
        await bot.send_message(old.id, "x")
    assert moved.value.new_chat_id == new.id
    with pytest.raises(Forbidden, match="initiate conversation"):
        await bot.send_message(alice.id, "x")
    with pytest.raises(BadRequest, match="Message text is empty"):
        await bot.send_message(desk.id, "")
    with pytest.raises(InvalidToken):
        async with Bot("1:x", base_url=telegram.base_url):
            pass


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        (Fault.TOO_MANY_REQUESTS, RetryAfter),
        (Fault.SERVER_ERROR, NetworkError),
        (Fault.BAD_GATEWAY, NetworkError),
        (Fault.RESET_BEFORE, NetworkError),
        (Fault.RESET_AFTER, NetworkError),
        (Fault.TIMEOUT_AFTER_DELIVERY, TimedOut),
    ],
)
async def test_faults_become_the_librarys_errors(
    bot: Bot, telegram: Sandbox, desk: Group, fault: Fault, error: type[Exception]
) -> None:
    telegram.next_call("sendMessage", fault)

    with pytest.raises(error):
        await bot.send_message(desk.id, "x", read_timeout=0.1)


async def test_two_pollers_are_in_conflict(telegram: Sandbox, bot: Bot, ask) -> None:
    older = asyncio.create_task(bot.get_updates(timeout=5))
    await telegram.until(lambda: telegram.world.poller.is_waited_on)
    newer = asyncio.create_task(ask("getUpdates", timeout=5))

    with pytest.raises(Conflict, match="make sure that only one bot instance is running"):
        await older
    newer.cancel()
