"""Whatever a model answers: no error, and nothing that does not stand in the text."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot.claims.checkability import checkability
from bot.claims.model import Action, AttackType, ControlAction, Effect, Kind, Polarity
from bot.claims.statement import statement
from bot.extraction.extract import extract
from bot.extraction.jsonl import as_json
from bot.matching.sameness import content_key
from bot.second_reader.answer import MOST_CLAIMS, Unreadable, read_answer
from bot.second_reader.findings import mentions_of, place
from bot.second_reader.merging import additions
from storage.mentions import all_from_json, all_to_json

TEXT = (
    "KABUL, July 8 2021 — At least 1,205 villagers and a child died in Karukh on Wednesday, the mayor said.\n"
    "Rebels took the town; between 5 and 8 tanks burnt. Dozens fled to Herat. “Nobody was hurt,” he added.\n"
)
RULES = extract(TEXT)
WORDS = TEXT.split(" ")
pieces = st.builds(lambda at, length: " ".join(WORDS[at : at + length]), st.integers(0, len(WORDS)), st.integers(0, 9))
slices = st.builds(lambda at, length: TEXT[at : at + length], st.integers(0, len(TEXT)), st.integers(0, 60))
words = st.one_of(pieces, slices, st.text(max_size=20), st.none())
numbers = st.one_of(st.none(), st.sampled_from([0, 1, 5, 8, 24, 205, 1205]), st.integers(-5, 10**12))
scraps = st.recursive(st.one_of(st.none(), st.booleans(), st.floats(), st.text(max_size=5)), st.lists, max_leaves=4)


def one_of(kind: Any) -> st.SearchStrategy[Any]:
    return st.one_of(st.sampled_from([member.value for member in kind]), st.none(), st.text(max_size=4))


told = st.fixed_dictionaries(
    {"kind": one_of(Kind), "quote": words},
    optional={
        "context": words, "polarity": one_of(Polarity), "effect": one_of(Effect), "action": one_of(Action),
        "low": numbers, "high": numbers, "who": words, "control": one_of(ControlAction), "attack": one_of(AttackType),
        "actor": words, "object": words,
    },
)  # fmt: skip


@given(st.lists(st.one_of(told, scraps), max_size=6))
def test_every_mention_stands_in_the_text_and_can_be_told_and_kept(claims: list[Any]) -> None:
    placed = place(TEXT, 0, read_answer(json.dumps({"claims": claims})))
    found = additions(RULES, mentions_of(TEXT, None, placed, RULES))
    for mention in found:
        assert TEXT[mention.start : mention.end] == mention.quote
        assert statement(mention)
        assert content_key(mention)
        assert checkability(mention) >= 0
        assert json.dumps(as_json(mention, "text.txt"))
        for names in (mention.control, mention.attack):
            assert names is None or names.actor is None or names.actor in TEXT
    assert tuple(all_from_json(all_to_json(found))) == found


@given(st.one_of(st.text(), scraps.map(json.dumps), scraps.map(lambda one: json.dumps({"claims": one}))))
def test_any_content_is_read_or_said_to_be_unreadable(content: str) -> None:
    with suppress(Unreadable):
        assert len(read_answer(content)) <= MOST_CLAIMS
