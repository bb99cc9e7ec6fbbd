"""Whatever people write where a setting, a number or a filter is expected is understood, or answered by a sentence."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.chat.commands import command_in
from bot.claims.consensus import Rule
from bot.claims.desk import Desk
from bot.claims.errors import ClaimdeskError
from bot.claims.model import DeskId
from bot.desk.enquiries import read_filter, read_number
from bot.desk.settings import read_hour, read_settings, with_settings

NAMES = [
    "quorum",
    "margin",
    "window",
    "zone",
    "digest",
    "perspectives",
    "quorom",
    "C-17",
    "#",
    "/",
    "=",
    ":",
    "08:00",
    "off",
]
words = st.one_of(st.sampled_from(NAMES), st.integers(-(10**12), 10**12).map(str), st.text(max_size=12))
lines = st.lists(words, max_size=8).flatmap(
    lambda some: st.sampled_from(["", " ", "=", "\n"]).map(lambda by: by.join(some))
)
DESK = Desk(DeskId(1), -7, "Night desk", rule=Rule(5, 3))


def understood(read: Callable[[str], Any], line: str) -> Any:
    """What was read; None when a sentence says why not, which quotes no more than a line of what was written."""
    try:
        return read(line)
    except ClaimdeskError as error:
        assert error.sentence
        assert len(error.sentence) < 400
        return None


@given(lines)
@example("quorum=٣")
@example("digest=８:00")
@example("zone=../../etc/passwd")
@example("window=1e3")
@example("quorum=3 quorum=50 margin=50")
def test_settings_are_understood_or_refused(line: str):
    desk = understood(lambda given: with_settings(DESK, read_settings(given)), line)
    if desk is not None:
        assert 1 <= desk.rule.margin <= desk.rule.quorum <= 50
        assert 1 <= desk.rule.window <= 720


@given(lines)
@example("C-" + "9" * 30)
@example("c１７")
def test_the_number_of_a_claim_is_understood_or_refused(line: str):
    number = understood(lambda given: read_number(given, "/claim C-17"), line)
    assert number is None or 0 <= number < 10**9


@given(lines)
def test_a_filter_loses_no_word(line: str):
    found = read_filter(line)
    taken = sum(part is not None for part in (found.status, found.kind))
    if len(found.place or "") != 2:  # a country became its code
        assert len((found.place or "").split()) + taken == len(line.split())


@pytest.mark.parametrize("hour", ["24:00", "8:60", "-1", "8:0", "08:00:00", "", "８", "noon", "8 :00"])
def test_what_is_no_hour_is_refused(hour: str):
    with pytest.raises(ClaimdeskError):
        read_hour(hour)


@given(lines)
def test_a_command_is_found_or_not_and_never_fails(line: str):
    said = command_in(line)
    assert said is None or (line.lstrip().startswith("/") and said.name)
