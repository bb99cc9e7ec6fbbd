"""The rules by their families: each has an example that it reads, and none fires that has none."""

from __future__ import annotations

import re
from datetime import date

import pytest

from bot.claims.model import Mention
from bot.extraction.extract import extract
from bot.extraction.rules import EXAMPLES, family_of

DAY = date(2023, 6, 8)
Told = tuple[str | None, int | None, int | None]


def told(mention: Mention) -> Told:
    """What was done, and the figure."""
    if mention.casualties:
        effect, count = mention.casualties.effect, mention.casualties.count
        return effect and effect.value, count.low, count.high
    if mention.count:
        action = mention.count.action
        return action and action.value, mention.count.count.low, mention.count.count.high
    return mention.control.action.value if mention.control else None, None, None


def read(text: str) -> list[Told]:
    return [told(mention) for mention in extract(text, DAY) if mention.kind != "attack"]


@pytest.mark.parametrize(("family", "example"), EXAMPLES.items())
def test_each_family_reads_its_example(family: str, example: str) -> None:
    text, quote = re.sub("[⟦⟧]", "", example), re.findall("⟦(.+)⟧", example)[0]

    assert (family, quote) in [(family_of(mention.rule), mention.quote) for mention in extract(text, DAY)]


def test_no_rule_fires_in_the_examples_without_an_example_of_its_own() -> None:
    fired = {family_of(one.rule) for text in EXAMPLES.values() for one in extract(re.sub("[⟦⟧]", "", text), DAY)}

    assert fired <= set(EXAMPLES)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The murder of four nuns Thursday shook the valley.", [("killed", 4, 4)]),
        ("Five drivers, including a woman and her cousin, were wounded.", [("injured", 5, 5)]),
        ("Two members of the council, members of the ruling party, were killed.", [("killed", 2, 2)]),
        ("Six monks, four of them Italians, were murdered.", [("killed", 6, 6)]),
        ("Ten passengers [names not given] were injured.", [("injured", 10, 10)]),
        ("The mayor was shot dead along with two of his guards.", [("killed", 1, 1), ("killed", 2, 2)]),
        ("He was attacked together with five clerks who were wounded.", [("injured", 5, 5)]),
        ("Seven bodies of miners were found by the road.", [("killed", 7, 7)]),
        ("The blast left 7 shoppers dead and 30 injured.", [("killed", 7, 7), ("injured", 30, 30)]),
        ("The raids began in Bor and two policemen died.", [("killed", 2, 2)]),
        ("None of the six sailors was hurt.", [("injured", 0, 0)]),
        ("He managed to kill one clerk and injure 12 others.", [("killed", 1, 1), ("injured", 12, 12)]),
        ("They planned to kill a clerk and injure 12 others.", []),
        ("The bombing resulted in the injury of six people.", [("injured", 6, 6)]),
    ],
)
def test_the_right_people_are_counted(text: str, expected: list[Told]) -> None:
    assert read(text) == expected


def test_a_list_is_counted_whole_and_each_of_its_groups_for_itself() -> None:
    assert set(read("Four priests and two cooks were killed.")) == {("killed", n, n) for n in (2, 4, 6)}
    assert set(read("Five drivers and a cook were killed.")) == {("killed", n, n) for n in (5, 6)}


def test_a_family_is_counted_as_one() -> None:
    assert read("A woman and her two sons were killed.") == [("killed", 3, 3)]


@pytest.mark.parametrize(
    "text",
    [
        "Over 300 people have died in ten years of war in the province over the past decade.",
        "The rebels have caused the death of 20,000 people.",
        "Some 60 teachers have been killed over the past four years.",
        "The inquiry into the 12 killings goes on.",
    ],
)
def test_totals_over_years_are_not_counted(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "figure"), [("Ana Ruiz, 34, was killed.", 1), ("The massacre of 3 June left nine dead.", 9)]
)
def test_ages_and_days_are_not_counted(text: str, figure: int) -> None:
    assert ("killed", figure, figure) in read(text)
    assert all(low not in (34, 3) for _, low, _ in read(text))
