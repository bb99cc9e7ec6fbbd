from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.cards.card import Button, Style
from bot.cards.fit import (
    KEYBOARD_BYTES,
    Part,
    answer,
    fitted,
    fitting_rows,
    keyboard_bytes,
    page_of,
    part,
    within,
)
from bot.cards.hostile import utf16

ranked = st.builds(
    lambda word, count, rank: part(word * count, Style.BOLD, rank), st.text("ab 🔴", max_size=6), st.integers(0, 900),
    st.integers(1, 5),
)  # fmt: skip


@given(st.lists(ranked, max_size=12))
def test_whatever_its_parts_a_card_fits_a_message(parts: list[Part]) -> None:
    card = fitted([part("title"), *parts])
    assert utf16(card.text) <= 4096
    assert card.text.startswith("title")
    assert all(0 <= mark.start < mark.end <= len(card.text) for mark in card.marks)


def test_the_least_important_part_is_cut_first_and_says_so() -> None:
    card = fitted([part("what matters", rank=1), part("word " * 2000, rank=5), part("also " * 10, rank=2)])
    assert card.text.startswith("what matters\nword word")
    assert "word…\nalso also" in card.text


def test_what_has_rank_0_stays_whole() -> None:
    card = fitted([part("a" * 4000), part("b" * 4000, rank=1)])
    assert card.text.startswith("a" * 4000 + "\nb")


def test_a_part_of_which_little_would_be_left_becomes_an_ellipsis() -> None:
    assert fitted([part("a" * 4090), part("b" * 400, rank=1)]).text == "a" * 4090 + "\n…"


def test_a_part_may_be_cut_between_its_pieces() -> None:
    line = Part((("h" * 30, Style.BOLD), ("rest " * 9, None)), rank=1)
    assert fitted([part("a" * 4065), line]).text == "a" * 4065 + "\n" + "h" * 28 + "…"


@given(st.text(max_size=300), st.integers(-1, 250))
def test_within_keeps_to_the_units(text: str, units: int) -> None:
    assert utf16(within(text, units)) <= max(units, 0)


def test_an_answer_is_cut_at_200() -> None:
    assert utf16(answer("🔴 word " * 100)) <= 200


def test_an_empty_label_would_vanish_and_becomes_an_ellipsis() -> None:
    assert fitting_rows(((Button("  ", "x"),),)) == ((Button("…", "x"),),)


def test_a_keyboard_is_kept_below_its_limit() -> None:
    rows = tuple((Button("🔴" * 60, "x" * 64),) for _ in range(100))
    kept = fitting_rows(rows)
    assert 0 < len(kept) < 100
    assert keyboard_bytes(kept) <= KEYBOARD_BYTES + 200


@given(st.lists(st.integers(), max_size=40), st.integers(-3, 20), st.integers(1, 9))
def test_a_page_is_never_out_of_range(items: list[int], number: int, size: int) -> None:
    page = page_of(items, number, size)
    assert 0 <= page.number < page.of
    assert len(page.items) <= size
    assert bool(page.items) == bool(items)


@given(st.lists(st.integers(), max_size=40), st.integers(1, 9))
def test_the_pages_of_a_list_are_the_list(items: list[int], size: int) -> None:
    pages = [page_of(items, number, size) for number in range(page_of(items, 0, size).of)]
    assert [item for page in pages for item in page.items] == items
