"""A card in Telegram's terms."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram import ForceReply, InlineKeyboardMarkup

from bot.cards.card import Button, Card, Mark, Style, Writer
from bot.cards.hostile import utf16
from bot.publisher.markup import below, entities, keyboard, shortened, thread


def words_of(card: Card) -> list[tuple[str, str]]:
    """What Telegram will see under each mark, cut out of the text as UTF-16 like a client does."""
    units = card.text.encode("utf-16-le")
    return [(e.type, units[2 * e.offset : 2 * (e.offset + e.length)].decode("utf-16-le")) for e in entities(card)]


def test_a_mark_behind_emoji_still_covers_its_words():
    card = Writer().say("🔴🏳️‍🌈 ").say("Casualties", Style.BOLD).say(" 👩‍👩‍👧 ").say("𝔘𝔫", Style.ITALIC).card()

    assert words_of(card) == [("bold", "Casualties"), ("italic", "𝔘𝔫")]


@pytest.mark.parametrize("style", Style)
def test_every_style_has_a_name_that_telegram_knows(style):
    assert words_of(Card("quoted", (Mark(style, 0, 6),))) == [(style.value, "quoted")]


def test_an_empty_mark_is_left_out():
    assert entities(Card("text", (Mark(Style.BOLD, 2, 2), Mark(Style.BOLD, 4, 9)))) == []


def test_buttons_keep_their_rows():
    rows = ((Button("✅ Verify", "v.1"), Button("❌ Dispute", "d.1")), (Button("🕘 History", "h.1"),))
    shown = keyboard(rows)

    assert shown is not None
    assert [[(b.text, b.callback_data) for b in row] for row in shown.inline_keyboard] == [
        [("✅ Verify", "v.1"), ("❌ Dispute", "d.1")],
        [("🕘 History", "h.1")],
    ]


def test_a_card_without_buttons_has_no_keyboard():
    assert below(Card("text")) is None


def test_a_question_opens_the_field_for_the_answer():
    assert isinstance(below(Card("Why?", asks=True)), ForceReply)
    assert isinstance(below(Card("Why?", rows=((Button("No reason", "n"),),))), InlineKeyboardMarkup)


@pytest.mark.parametrize(("topic", "sent"), [(None, None), (1, None), (42, 42)])
def test_the_general_topic_is_never_named(topic, sent):
    assert thread(topic) == sent


def test_a_card_that_fits_is_not_touched():
    card = Card("🔴" * 5)

    assert shortened(card, 10) is card


@given(st.text(alphabet="ab 🔴é\n", min_size=1, max_size=60), st.integers(2, 80))
def test_a_shortened_card_fits_and_its_marks_stay_inside(text, units):
    card = Card(text, (Mark(Style.BOLD, 0, len(text)), Mark(Style.CODE, len(text) - 1, len(text))))
    short = shortened(card, units)

    assert utf16(short.text) <= units
    assert all(e.offset + e.length <= utf16(short.text) for e in entities(short))
