"""The day of a clause among several that its sentence names; the report is of Friday 28 April 2023."""

from __future__ import annotations

from datetime import date

import pytest

from bot.extraction.dating import Calendar


@pytest.mark.parametrize(
    ("sentence", "clause", "day"),
    [
        (
            "On the 21st, at midnight, an outpost that the enemy left last week was burnt.",
            "an outpost that the enemy left last week was burnt",
            "2023-04-21",
        ),
        (
            "Two pilots whose aircraft came down in May were freed on Thursday.",
            "Two pilots whose aircraft came down in May were freed",
            "2023-04-27",
        ),
        ("Two men who were hurt on Monday died.", "Two men who were hurt on Monday died", "2023-04-24"),
    ],
)
def test_the_day_of_a_relative_clause_is_that_of_the_claim_only_for_want_of_another(
    sentence: str, clause: str, day: str
) -> None:
    start = sentence.index(clause)
    when = Calendar(sentence, date(2023, 4, 28)).of(start, start + len(clause), (0, len(sentence)))

    assert when is not None
    assert when.start.isoformat() == day
