"""What becomes clickable in a text that somebody else wrote."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sandbox.clickable import clickable
from bot.sandbox.entities import utf16_length


def found(text: str) -> list[tuple[str, str]]:
    return [(entity.type, entity.of(text)) for entity in clickable(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("/help", [("bot_command", "/help")]),
        ("/vote@desk_bot now", [("bot_command", "/vote@desk_bot")]),
        ("ask @alice_m.", [("mention", "@alice_m")]),
        ("#Herat and #2021 and #день1", [("hashtag", "#Herat"), ("hashtag", "#день1")]),
        ("$USD up", [("cashtag", "$USD")]),
        ("call +93 70 123 4567", [("phone_number", "+93 70 123 4567")]),
        ("desk@example.org", [("email", "desk@example.org")]),
        ("https://t.me/alice_m", [("url", "https://t.me/alice_m")]),
        ("see example.com/#tag @alice_m", [("url", "example.com/#tag"), ("mention", "@alice_m")]),
    ],
)
def test_telegram_finds(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "and/or",
        "km/h",
        "</b>",
        "//x",
        "/\u2060help",
        "@\u2060alice",
        "#\u2060tag",
        "@abc",
        "a@alice",
        "#12",
        "a#tag",
        "$usd",
        "12 + 30",
        "/задача",
    ],
)
def test_telegram_leaves_alone(text: str) -> None:
    assert found(text) == []


def test_offsets_count_utf_16_units() -> None:
    (entity,) = clickable("🔴🔴 @alice")

    assert (entity.offset, entity.length) == (5, 6)


@given(st.text(alphabet="/@#$+aB1. \n🔴_-:", max_size=50))
def test_entities_are_in_order_apart_and_within_the_text(text: str) -> None:
    entities = clickable(text)

    assert all(one.end <= other.offset for one, other in pairwise(entities))
    assert all(entity.end <= utf16_length(text) for entity in entities)
