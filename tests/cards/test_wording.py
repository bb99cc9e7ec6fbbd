from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest

import bot.cards
from bot.cards.wording import say
from bot.cards.wording.english import SENTENCES, TOPICS
from bot.cards.wording.english.countries import COUNTRIES
from bot.claims.consensus import Stance
from bot.claims.model import Kind, Origin
from bot.claims.reasons import Reason
from bot.claims.status import Status

CODE = "\n".join(file.read_text(encoding="utf-8") for file in Path(bot.cards.__file__).parent.glob("*.py"))


def test_one_is_singular_and_the_rest_plural() -> None:
    assert [say("count.answers_since", count=count) for count in (0, 1, 2)] == [
        "0 answers since",
        "1 answer since",
        "2 answers since",
    ]


def test_large_figures_get_a_comma() -> None:
    assert say("count.from", low=12_000) == "12,000 or more"


def test_braces_in_a_fact_are_only_text() -> None:
    assert say("claim.quote", quote="{label} {0}") == "“{label} {0}”"


@pytest.mark.parametrize("topic", ["kind", "emblem"])
def test_every_kind_has_its_words(topic: str) -> None:
    assert set(TOPICS[topic]) == {kind.value for kind in Kind}


def test_every_status_stance_reason_and_origin_has_its_words() -> None:
    assert set(TOPICS["status"]) == {status.value for status in Status}
    assert set(TOPICS["stance"]) == {stance.value for stance in Stance}
    assert set(TOPICS["reason"]) == {reason.value for reason in Reason}
    assert {origin.value for origin in Origin} <= set(TOPICS["source"])
    assert {reason.value for reason in Reason} | {stance.value for stance in Stance} <= set(TOPICS["button"])


@pytest.mark.parametrize("key", SENTENCES)
def test_every_sentence_can_be_said(key: str) -> None:
    facts = {name: 2 for _, name, _, _ in Formatter().parse(SENTENCES[key]) if name}
    assert "{" not in say(key, **facts)


def test_every_sentence_is_used() -> None:
    stems = re.findall(r'f"([a-z_]+\.[a-z_]*)\{', CODE)
    for key in SENTENCES:
        named = {key, key.split(".", 1)[1], re.sub("_(alone|somewhere)$", "", key)}
        assert any(key.startswith(stem) for stem in stems) or any(f'"{name}"' in CODE for name in named), key


def test_countries_are_named() -> None:
    assert len(COUNTRIES) == 250
    assert COUNTRIES["AF"] == "Afghanistan"
    assert all(re.fullmatch("[A-Z]{2}", code) and name for code, name in COUNTRIES.items())
