from __future__ import annotations

import pytest

from bot.cards.figures import interval_in_words
from bot.claims.model import Interval


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (Interval(12, 12), "12"),
        (Interval(10, None, "at least"), "10 or more"),
        (Interval(None, 10, "up to"), "up to 10"),
        (Interval(12, 15, "between"), "12–15"),
        (Interval(30, 30, "about"), "about 30"),
        (Interval(24, 36, "about"), "24–36 (“about”)"),
        (Interval(24, None, "dozens of"), "24 or more (“dozens of”)"),
        (Interval(200, None, "hundreds"), "200 or more (“hundreds”)"),
        (Interval(12000, 12000), "12,000"),
        (Interval(), "an unknown number"),
        (Interval(5, 5, "some t.me/x"), "some t.\u2060me/\u2060x 5"),
    ],
)
def test_a_figure_is_told_as_reported(count: Interval, words: str) -> None:
    assert interval_in_words(count) == words
