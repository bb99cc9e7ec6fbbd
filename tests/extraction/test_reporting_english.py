"""Ordinary reporting English: what sentences of wires, live blogs, situation reports and bulletins claim."""

from __future__ import annotations

from datetime import date

import pytest

from bot.extraction.extract import extract
from tests.gold.cases import core

DAY = date(2023, 6, 8)


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Ubari is under the full control of our forces, the army said.", "our forces"),
        ("Ubari is under the army's full control.", "the army"),
        ("Ubari is now under the complete control of the rebels.", "the rebels"),
        ("The port remains under the firm control of the Houthis.", "the Houthis"),
        ("The town fell under the full control of the insurgents.", "the insurgents"),
        ("The town came under the control of the militia.", "the militia"),
        ("The airport is in the army's hands.", "the army"),
        ("The road is under Taliban control.", "Taliban"),
        ("The town is under full control.", None),
    ],
)
def test_control_belongs_to_whom_the_report_names_and_not_to_its_degree(text: str, actor: str | None) -> None:
    assert [one.control and one.control.actor for one in extract(text, DAY)] == [actor]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("The army lost nine men, its spokesman, Colonel Ahmed Musa, said.", ["casualties killed 9"]),
        (
            "The army lost three tanks and nine men, its spokesman said.",
            ["casualties killed 9", "damage destroyed 3"],
        ),
    ],
)
def test_the_claims_of_a_sentence_are_these(text: str, claims: list[str]) -> None:
    assert sorted(core(one) for one in extract(text, DAY) if one.kind != "attack") == claims
