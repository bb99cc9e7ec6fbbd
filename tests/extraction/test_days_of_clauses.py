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


@pytest.mark.parametrize(
    ("head", "day"),
    [("HERAT, 19 November 2026 - ", None), ("KABUL, November 19, 2026 (Wire) — ", None),
     ("INCIDENTS ON 19 NOVEMBER 2026\n\n", date(2026, 11, 19))],
)  # fmt: skip
def test_the_day_of_a_wire_is_no_day_of_an_event_and_that_over_a_list_is(head: str, day: date | None) -> None:
    text = f"{head}Forty-five people were killed in Herat."
    when = Calendar(text, None).of(len(head), len(text), (len(head), len(text)))

    assert (when and when.start) == day
