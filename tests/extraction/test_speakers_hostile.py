"""Text made to exhaust or confuse the readers of speakers and dates: they end, and stay within the text."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.extraction.dates import find_dates
from bot.extraction.speakers import Speakers

PIECES = [
    "said ", "he said ", "“a ", '"', "X, a spokesman, said ", "according to ", "told ", ", ", "(", "[", ": ", "— ",
    "\n", "quoted as saying ", "May 3 ", "Monday ", "two days ago ", "since ", "A. ", "the group said. ", "‘a ",
    "citing ", "''",
]  # fmt: skip


@pytest.mark.parametrize("piece", PIECES)
def test_one_piece_repeated_without_end_is_read_to_its_end(piece: str) -> None:
    text = piece * (120_000 // len(piece))

    who = Speakers(text)
    spans = find_dates(text, date(2021, 7, 8))
    middle = who.of(len(text) // 2, len(text) // 2 + 5)

    assert middle is None or middle.source
    assert all(0 <= span.start < span.end <= len(text) for span in spans)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from([*PIECES, "Ada Oru ", "the mayor ", "that nine died", ". ", "” ", "on 3-4 May 2021 "]),
        max_size=40,
    )
)
def test_any_mixture_of_the_pieces_is_read(pieces: list[str]) -> None:
    text = "".join(pieces)

    who = Speakers(text, holding=True)
    found = [who.of_statement(at, at + 4) for at in range(0, len(text), 7)]

    assert all(one is None or one.source for one in found)
    assert all(text[span.start : span.end] == span.words for span in find_dates(text, date(2021, 7, 8)))


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300))
def test_any_text_at_all_is_read(text: str) -> None:
    Speakers(text, holding=True).of_statement(0, len(text))

    assert all(text[span.start : span.end] == span.words for span in find_dates(text))
