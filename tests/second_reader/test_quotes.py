from __future__ import annotations

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.second_reader import chunks as chunking
from bot.second_reader import quotes
from bot.second_reader.chunks import chunks
from bot.second_reader.quotes import find_quote


@pytest.mark.parametrize("module", [chunking, quotes])
def test_the_examples_are_true(module: object) -> None:
    assert doctest.testmod(module).failed == 0  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("fifteen killed", "teen killed"),
        ("15 killed", "5 killed"),
        ("1,205 killed", "205 killed"),
        ("twenty-five killed", "five killed"),
        ("killed 1,205", "killed 1"),
        ("killed 12.5", "killed 12"),
        ("killed fifty-two", "killed fifty"),
        ("killed", "kille"),
    ],
)
def test_a_quote_may_not_cut_a_word_or_a_number(text: str, quote: str) -> None:
    assert find_quote(text, quote) is None


def test_a_quote_may_end_before_a_full_stop_and_stand_in_quotation_marks() -> None:
    assert find_quote("He said: “We killed 12.”", "We killed 12") == 10
    assert find_quote("Killed: 12, wounded: 4", "Killed: 12") == 0


def test_every_place_may_be_taken_and_the_first_is_then_taken_again() -> None:
    assert find_quote("one fled, one fled", "one fled", taken={0}) == 10
    assert find_quote("one fled, one fled", "one fled", taken={0, 10}) == 0


@given(st.text(alphabet="ab .\n", max_size=300), st.integers(2, 40))
def test_the_parts_of_a_text_are_short_enough_and_lose_no_letter(text: str, size: int) -> None:
    parts = list(chunks(text, size))
    assert all(0 < len(part.text) <= size for part in parts)
    assert all(text[part.start : part.start + len(part.text)] == part.text for part in parts)
    assert sum(sum(map(str.isalpha, part.text)) for part in parts) == sum(map(str.isalpha, text))
