from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.cards.hostile import JOINER, cleaned, cut, neutralised, outside, restored, utf16
from bot.sandbox.clickable import clickable
from tests.cards.pressable import hidden, pressable
from tests.scoreboard import count

TRICKY = "/@#$.:+-()0123456789 \n\u00a0\u200b\u200c\u200d\u202e\u2066\u2060\ufeff\u00ad\x00。＠＃👩🏽é\u0301قनA"
texts = st.text(st.one_of(st.sampled_from(TRICKY), st.characters(codec=None)), max_size=120)

BAIT = [
    "/start",
    "/vote@desk_bot now",
    "write to @newsroom_chief",
    "#breaking #Osterhal",
    "buy $BTC",
    "https://example.org/a?b=c#d",
    "HTTP://EXAMPLE.ORG",
    "http://localhost/secret",
    "www.example.org",
    "example.org",
    "t.me/joinchat/abc",
    "tg://resolve?domain=abc",
    "ton://transfer/x",
    "mailto:me@example.org",
    "me.and.you+tag@mail.example.org",
    "пример.рф",
    "例え。テスト",
    "192.168.0.1:8080",
    "[::1]:80",
    "+93 70 123 4567",
    "call (070) 123-4567",
    "070/1234567",
    "4111 1111 1111 1111",
    "4111-1111-1111-1111",
    "5105105105105100",
    "a/b /c/d",
    "@",
    "trailing@",
    "trailing/",
    "＠fullwidth ＃tag",
]


@pytest.mark.parametrize("bait", BAIT)
def test_bait_cannot_be_pressed_and_reads_the_same(bait: str) -> None:
    shown = outside(bait)
    assert pressable(shown) == []
    assert clickable(shown) == []
    assert restored(shown) == cleaned(bait)
    assert restored(shown).split() == unicodedata.normalize("NFC", bait).split()


def test_the_detectors_do_find_the_bait_as_it_came() -> None:
    missed = [bait for bait in BAIT if not pressable(bait)]
    assert missed == ["[::1]:80", "@", "trailing@", "trailing/"]


@pytest.mark.proof
@given(texts)
@example("a" + JOINER + "@b")
@example("\ud83d\ude00 \udfff /x")
def test_nothing_from_outside_can_be_pressed(text: str) -> None:
    shown = neutralised(text)
    count("hostile_texts")
    assert count("pressable", len(pressable(shown))) == 0
    assert clickable(shown) == []


@given(texts)
def test_a_reader_gets_the_words_back_to_the_letter(text: str) -> None:
    assert restored(neutralised(text)) == cleaned(text)


@given(texts)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert cleaned(cleaned(text)) == cleaned(text)


@given(texts)
def test_nothing_hidden_is_left(text: str) -> None:
    shown = neutralised(text)
    assert hidden(shown) == []
    assert "\n" not in shown
    shown.encode("utf-8")


@given(texts, st.integers(1, 60))
def test_a_cut_text_is_short_enough_and_says_that_it_was_cut(text: str, most: int) -> None:
    shown = restored(outside(text, most))
    assert len(shown) <= most
    if len(cleaned(text)) > most:
        assert shown.endswith("…")
    assert pressable(outside(text, most)) == []


@given(texts, texts)
def test_two_texts_side_by_side_make_nothing_pressable_either(one: str, other: str) -> None:
    assert clickable(f"{outside(one)}, {outside(other)} · “{outside(other)}”") == []


@given(texts)
def test_neutralising_at_most_doubles_what_telegram_counts(text: str) -> None:
    assert utf16(neutralised(text)) <= 2 * len(cleaned(text)) + sum(c > "\uffff" for c in text)


def test_words_are_left_as_they_are() -> None:
    words = "The mayor, 61, said: 12,000 people fled Osterhal on 7–8 July 2021 — “all of them” (about 90 per cent)."
    assert outside(words) == words


def test_persian_joiners_and_joined_emoji_stay_whole() -> None:
    assert cleaned("می\u200cرود 👩\u200d👩\u200d👧") == "می\u200cرود 👩\u200d👩\u200d👧"


def test_a_joiner_between_latin_letters_goes() -> None:
    assert cleaned("exam\u200dple") == "example"


def test_heaps_of_marks_are_cut_down() -> None:
    assert len(cleaned("Z" + "\u0336\u0337\u0338" * 40)) == 5


def test_a_cut_falls_between_words() -> None:
    assert cut("ten civilians were injured in the night", 20) == "ten civilians were…"


def test_a_single_long_word_is_cut_inside() -> None:
    assert cut("x" * 50, 10) == "x" * 9 + "…"


def test_telegram_counts_an_emoji_twice() -> None:
    assert utf16("a🔴é") == 4
