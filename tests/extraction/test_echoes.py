"""A toll told again by the same voice is told once; another figure, voice, place or victim is a claim of its own."""

from __future__ import annotations

import pytest

from bot.claims.model import Kind
from bot.extraction.extract import extract


def tolls(text: str) -> list[int | None]:
    return [one.casualties.count.low for one in extract(text) if one.kind == Kind.CASUALTIES and one.casualties]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Five Guards Killed in Beni\n\nRaiders killed five guards in Beni on Monday, before dawn.", [5]),
        ("Raiders killed two guards in Beni. The post was burnt after both guards were killed.", [2]),
        ("Raiders killed seven guards in Beni. The burial of those killed follows the seven deaths.", [7]),
        ("Four guards killed, three hurt in Beni. 4 fatalities.", [4, 3]),
    ],
)
def test_an_echo_is_no_claim_of_its_own(text: str, figures: list[int]) -> None:
    assert tolls(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Five Guards Killed in Beni\n\nRaiders killed six guards in Beni on Monday, before dawn.", [5, 6]),
        ("Raiders killed two guards. Two herders were killed by a mine.", [2, 2]),
        ("Two guards were killed in Beni. Two guards were killed in Goma.", [2, 2]),
        ("Raiders killed two guards. “Both guards were killed,” a doctor in Beni said.", [2, 2]),
        ("A guard was killed by raiders. A guard was killed by a mine.", [1, 1]),
    ],
)
def test_what_differs_is_a_claim_of_its_own(text: str, figures: list[int]) -> None:
    assert tolls(text) == figures
