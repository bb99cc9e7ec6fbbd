"""A card in the words of python-telegram-bot."""

from __future__ import annotations

from dataclasses import replace

from telegram import ForceReply, InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions, MessageEntity

from bot.cards.card import Card, Mark, Rows
from bot.cards.fit import within
from bot.cards.hostile import utf16

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
GENERAL_TOPIC = 1  # Telegram refuses it as a thread: a message without one hangs there


def entities(card: Card) -> list[MessageEntity]:
    """The marks as Telegram counts them: in UTF-16 units, where an emoji is two. Empty ones are left out."""
    return [_entity(card.text, mark) for mark in card.marks if card.text[mark.start : mark.end]]


def _entity(text: str, mark: Mark) -> MessageEntity:
    return MessageEntity(mark.style.value, utf16(text[: mark.start]), utf16(text[mark.start : mark.end]))


def keyboard(rows: Rows) -> InlineKeyboardMarkup | None:
    """The buttons under a card, or None when it has none."""
    if not rows:
        return None
    return InlineKeyboardMarkup([[InlineKeyboardButton(b.label, callback_data=b.press) for b in row] for row in rows])


def below(card: Card) -> InlineKeyboardMarkup | ForceReply | None:
    """What stands below a new message: buttons, or the field for an answer."""
    return ForceReply(selective=True) if card.asks else keyboard(card.rows)


def thread(topic: int | None) -> int | None:
    """The topic as a call may carry it."""
    return None if topic == GENERAL_TOPIC else topic


def shortened(card: Card, units: int) -> Card:
    """The card with at most so many UTF-16 units of text, ending on “…” where something was left out."""
    if utf16(card.text) <= units:
        return card
    text = within(card.text, units)
    marks = tuple(replace(m, end=min(m.end, len(text))) for m in card.marks if m.start < len(text))
    return replace(card, text=text, marks=marks)
