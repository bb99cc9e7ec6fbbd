"""Extraction as data: own sentences in every register, what they claim, and whether the rules find it yet.

A case is `expect = "pass"` unless it says `expect = "fail"`. A failing case that begins to pass must be marked so:
that is how progress is kept.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.extraction.extract import extract
from tests.gold.cases import Case, cases, core, outcome


def missed(case: Case) -> str:
    """What is missing or too much, in words; empty when the text says exactly what it should."""
    found = outcome(case)
    if found.missed:
        return f"not found: {found.missed[0]}; found: {told(case)}"
    return f"too much: {[core(one) for one in found.extra]}" if found.extra else ""


def told(case: Case) -> list[str]:
    """Everything that is read in the text."""
    mentions = extract(case.text, case.published)
    return [
        f"{core(one)} @ {one.place and one.place.name} by {one.attribution and one.attribution.source}"
        for one in mentions
    ]


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case.register}: {case.text[:50]}")
def test_a_sentence_says_what_it_claims(case: Case) -> None:
    problem = missed(case)
    if case.passes:
        assert not problem, problem
    else:
        assert problem, "this case passes now: take away its expect = fail"


def test_there_are_cases_of_every_register_and_most_pass() -> None:
    known = cases()

    assert {case.register for case in known} >= {
        "wire",
        "live_blog",
        "communique",
        "situation_report",
        "radio",
        "notes",
    }
    assert sum(case.passes for case in known) > len(known) / 2


@pytest.mark.parametrize(
    "written", [str.upper, str.lower, str.title, str.swapcase], ids=lambda written: written.__name__
)
def test_whoever_writes_in_capitals_is_read_without_a_fall(written: Callable[[str], str]):
    for case in cases():
        text = written(case.text)
        assert all(text[one.start : one.end] == one.quote for one in extract(text, case.published))
