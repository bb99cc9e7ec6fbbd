"""A mention as a line for other programs."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from bot.claims.model import Action, AttackType, Attribution, ControlAction, Effect, EventDate, Mention, Polarity
from bot.extraction.extract import extract
from bot.extraction.jsonl import as_json
from tests.extraction.saying import attack, casualties, control, counted

KEYS = (
    "document kind quote start end polarity place event_date attribution casualties count control attack statement rule"
).split()


def test_a_line_has_every_field_in_the_words_of_the_manual() -> None:
    mention = replace(
        casualties(Effect.INJURED, (10, None, "at least"), "civilians"),
        quote="at least 10 civilians were hurt",
        start=7,
        end=38,
        event_date=EventDate(date(2021, 7, 7), date(2021, 7, 8)),
        attribution=Attribution("Fatima Zidan", "director", "the hospital", False, ("the Fezzan Post", "Fatima Zidan")),
    )

    assert as_json(mention, "a.txt") == {
        "document": "a.txt",
        "kind": "casualties",
        "quote": "at least 10 civilians were hurt",
        "start": 7,
        "end": 38,
        "polarity": "asserted",
        "place": {"name": "Ubari", "admin1": "Wadi al-Hayat", "country": "LY", "lat": 26.59, "lon": 12.78},
        "event_date": {"start": "2021-07-07", "end": "2021-07-08", "precision": "day"},
        "attribution": {
            "source": "Fatima Zidan",
            "role": "director",
            "organisation": "the hospital",
            "party": False,
            "chain": ["the Fezzan Post", "Fatima Zidan"],
        },
        "casualties": {"effect": "injured", "low": 10, "high": None, "hedge": "at least", "victims": "civilians"},
        "count": None,
        "control": None,
        "attack": None,
        "statement": "10 or more civilians were injured in Ubari.",
        "rule": "a.rule",
    }


PARTS: tuple[tuple[Mention, str, Any], ...] = (
    (casualties(None, 3), "casualties", {"effect": None, "low": 3, "high": 3, "hedge": None, "victims": None}),
    (counted(Action.FREED, (200, None, "hundreds of")), "count",
     {"action": "freed", "low": 200, "high": None, "hedge": "hundreds of"}),
    (counted(Action.FORCED_OUT, (None, 9, "up to"), "families"), "count",
     {"action": "forced_out", "low": None, "high": 9, "hedge": "up to"}),
    (control("rebels", ControlAction.SEIZED, "the base"), "control",
     {"actor": "rebels", "action": "seized", "object": "the base"}),
    (control(None, ControlAction.WITHDREW), "control", {"actor": None, "action": "withdrew", "object": None}),
    (attack(AttackType.AIR_STRIKE, "the army", "a convoy"), "attack",
     {"type": "air_strike", "actor": "the army", "target": "a convoy"}),
)  # fmt: skip


@pytest.mark.parametrize(("mention", "part", "told"), PARTS)
def test_the_part_of_its_kind_is_told_and_no_other(mention: Mention, part: str, told: Any) -> None:
    line = as_json(mention, "a.txt")

    assert line[part] == told
    assert [key for key in ("casualties", "count", "control", "attack") if line[key] is not None] == [part]


def test_what_the_text_does_not_say_is_null() -> None:
    line = as_json(casualties(Effect.KILLED, None, None, None), "a.txt")

    assert (line["place"], line["event_date"], line["attribution"]) == (None, None, None)
    assert list(line) == KEYS


def test_a_denial_says_so() -> None:
    assert as_json(casualties(Effect.KILLED, denied=True), "a.txt")["polarity"] == Polarity.DENIED.value


def test_offsets_count_code_points_of_the_file_as_it_lies_on_disk() -> None:
    text = "\ufeff🙂 Tripoli\r\n\r\nNine soldiers were killed in Ubari on Tuesday.\r\n"
    lines = [as_json(mention, "a.txt") for mention in extract(text, date(2025, 3, 12))]

    assert lines
    for line in lines:
        assert text[line["start"] : line["end"]] == line["quote"]
        assert json.loads(json.dumps(line, ensure_ascii=False)) == line
