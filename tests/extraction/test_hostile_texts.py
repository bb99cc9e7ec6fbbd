"""Texts made to exhaust or break the whole cascade: it answers, whatever it is given."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.extraction.extract import extract
from bot.extraction.jsonl import as_json
from bot.extraction.limits import MOST_WORDS, reading_limit

LENGTH = 12_000
DAY = date(2024, 5, 10)
PIECES = [
    "\n",
    " \n ",
    " ",
    "\u00a0",
    "“",
    '"',
    "” ",
    "'s ",
    "(",
    ") ",
    "[",
    "1",
    "1,",
    "1/",
    "1:",
    "12 ",
    ",",
    ".",
    "a. ",
    "A. ",
    "… ",
    "; ",
    "- ",
    "— ",
    "a-",
    "A",
    "Ab ",
    "AB ",
    "x",
    "killed ",
    "and ",
    "of the ",
    "the death of ",
    "no ",
    "not ",
    "by ",
    "to ",
    "who were ",
    "would be ",
    "May 3 ",
    "3 May 2024, ",
    "2024-05-03 ",
    "since Monday ",
    "two days ago ",
    "in Herat, ",
    "Rostov-on-Don and ",
    "Gen. Abdul Latif Rostaee said that ",
    "he said ",
    "“x,” he said. ",
    "Police: ",
    "according to ",
    "twenty ",
    "between 5 and ",
    "at least ",
    "dozens of ",
    "12 people were killed, ",
    "Two men died in Herat on Monday, police said.\n",
    "- item\n",
    "12:00 entry\n",
    "LVIV, May 3 — ",
    "date: ",
    "🙂",
    "中",
    "ا ",
    "e\u0301",
    "\u200b",
    "\x00",
    "\ud800",
    "\u2028",
]
WORDS = st.sampled_from(
    [*PIECES, "five ", "soldiers ", "were ", "had ", "it ", "at ", "on Friday ", "him ", "both ", "."]
)


def holds(text: str) -> None:
    """Every claim stands in the text to the letter and can be written down."""
    for one in extract(text, DAY):
        assert text[one.start : one.end] == one.quote
        assert as_json(one, "a.txt")["kind"] == one.kind


@pytest.mark.parametrize("piece", PIECES)
def test_a_piece_repeated_without_end_is_read(piece: str) -> None:
    holds(piece * (LENGTH // len(piece)))


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=60))
def test_words_of_reports_in_any_order_are_read(words: list[str]) -> None:
    holds("".join(words))


@settings(max_examples=150, deadline=None)
@given(st.text(st.characters(), max_size=200))
def test_any_characters_are_read(text: str) -> None:
    holds(text)


@pytest.mark.parametrize("own", ["081430Z JUL 0001", "081430Z JUL 9999", "31 Feb 2024", "2024-13-45", "0/0/2024"])
def test_a_report_from_beyond_the_calendar_is_read(own: str) -> None:
    holds(f"Date: {own}\n\nTwo men died last Monday, a decade ago, next week and in 300 years.")


def test_any_report_is_read_whole() -> None:
    assert reading_limit("Two men died in Herat. " * 5_000) == 23 * 5_000


def test_a_text_of_more_words_than_any_report_is_read_up_to_there() -> None:
    assert reading_limit("12, " * MOST_WORDS) == 4 * (MOST_WORDS // 2)
    assert reading_limit("x" * (2 * MOST_WORDS)) == 2 * MOST_WORDS
