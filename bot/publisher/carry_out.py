"""Carries one step out against Telegram, and says what came of it."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import Protocol

from telegram import Bot, InputFile, ReplyParameters
from telegram.error import TelegramError

from bot.cards.card import Card
from bot.publisher.manner import AS_PLANNED, Manner
from bot.publisher.markup import NO_PREVIEW, below, entities, keyboard, shortened, thread
from bot.publisher.plan import Edit, Post, TakeDown
from bot.publisher.refusals import No, Refusal, understand

log = logging.getLogger(__name__)

CAPTION_UNITS = 1024

Call = Post | Edit | TakeDown


class Address(Protocol):
    """Where a posting hangs: its chat, forum topic, and the message it answers."""

    @property
    def chat(self) -> int: ...

    @property
    def topic(self) -> int | None: ...

    @property
    def reply_to(self) -> int | None: ...


@dataclass(frozen=True, slots=True)
class Done:
    """The chat shows it now, in this message; None after taking one down."""

    message: int | None


async def carry_out(bot: Bot, to: Address, step: Call, manner: Manner = AS_PLANNED) -> Done | No:
    """Makes the one call of this step. Repeating an edit or a deletion is harmless, and “already so” is success."""
    try:
        return await _call(bot, to, step, manner)
    except TelegramError as error:
        return _outcome(step, understand(error))
    except Exception as error:
        # An answer that the library cannot read: the call has been carried out, as far as anybody can tell.
        log.warning("the answer to a call could not be read: %s", type(error).__name__)
        return No(Refusal.UNCERTAIN)


async def _call(bot: Bot, to: Address, step: Call, manner: Manner) -> Done:
    match step:
        case Post(card):
            return await _post(bot, to, card, manner)
        case Edit(message, card):
            return await _edit(bot, to, message, card, manner)
        case TakeDown(message):
            await bot.delete_message(to.chat, message)
            return Done(None)


async def _post(bot: Bot, to: Address, card: Card, manner: Manner) -> Done:
    if card.file:
        return await _post_file(bot, to, card, InputFile(card.file.text.encode(), card.file.name), manner)
    card = shortened(card, manner.units)
    sent = await bot.send_message(
        to.chat,
        card.text,
        entities=entities(card) if manner.styled else None,
        reply_markup=below(card),
        message_thread_id=thread(to.topic) if manner.in_topic else None,
        reply_parameters=_reply(to) if manner.as_reply else None,
        link_preview_options=NO_PREVIEW,
    )
    return Done(sent.message_id)


async def _post_file(bot: Bot, to: Address, card: Card, file: InputFile, manner: Manner) -> Done:
    card = shortened(card, min(manner.units, CAPTION_UNITS))
    sent = await bot.send_document(
        to.chat,
        file,
        caption=card.text,
        caption_entities=entities(card) if manner.styled else None,
        reply_markup=below(card),
        message_thread_id=thread(to.topic) if manner.in_topic else None,
        reply_parameters=_reply(to) if manner.as_reply else None,
    )
    return Done(sent.message_id)


async def _edit(bot: Bot, to: Address, message: int, card: Card, manner: Manner) -> Done:
    if card.file:
        return await _edit_caption(bot, to, message, card, manner)
    card = shortened(card, manner.units)
    await bot.edit_message_text(
        card.text,
        chat_id=to.chat,
        message_id=message,
        entities=entities(card) if manner.styled else None,
        reply_markup=keyboard(card.rows),  # an edit without its keyboard removes it
        link_preview_options=NO_PREVIEW,
    )
    return Done(message)


async def _edit_caption(bot: Bot, to: Address, message: int, card: Card, manner: Manner) -> Done:
    card = shortened(card, min(manner.units, CAPTION_UNITS))
    await bot.edit_message_caption(
        to.chat,
        message,
        caption=card.text,
        caption_entities=entities(card) if manner.styled else None,
        reply_markup=keyboard(card.rows),
    )
    return Done(message)


def _reply(to: Address) -> ReplyParameters | None:
    return ReplyParameters(to.reply_to, allow_sending_without_reply=True) if to.reply_to else None


def _outcome(step: Call, no: No) -> Done | No:
    """A repeated call whose first answer was lost is told that there is nothing left to do."""
    match step, no.meaning:
        case Edit(message), Refusal.ALREADY_SO:
            return Done(message)
        case TakeDown(), Refusal.MESSAGE_GONE:
            return Done(None)
    return no
