"""What the server makes of a text before it keeps it."""

from __future__ import annotations

import pytest

from bot.sandbox.entities import Entity, Formatted
from bot.sandbox.tidy import tidied, tidied_line


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("  hello \n", "hello"),
        ("a\tb\x00c", "a b c"),
        ("a\r\nb", "a\nb"),
        ("left\u202eright\u202c", "leftright"),
        ("line\u2028end", "lineend"),
        ("a\u2067b\u2069", "a\u2067b\u2069"),
        (" \n\t ", ""),
    ],
)
def test_controls_go_and_ends_are_trimmed(raw: str, kept: str) -> None:
    assert tidied(Formatted(raw)).text == kept


def test_entities_move_along_with_the_text() -> None:
    raw = "  \u202e🔴 bold\r\n end  "
    tidy = tidied(Formatted(raw, (Entity("bold", raw.index("bold") + 1, 4),)))

    assert [entity.of(tidy.text) for entity in tidy.entities] == ["bold"]


def test_marked_space_at_the_front_stays_and_at_the_end_goes() -> None:
    tidy = tidied(Formatted("  a  ", (Entity("code", 1, 4),)))

    assert tidy == Formatted(" a", (Entity("code", 0, 2),))


def test_an_entity_over_nothing_visible_goes() -> None:
    assert tidied(Formatted("a   b", (Entity("bold", 1, 3),))).entities == ()


def test_nothing_is_clickable_in_code_or_in_a_link() -> None:
    text = "example.com @alice /help"
    inside = tidied(Formatted(text, (Entity("code", 0, 11), Entity("text_link", 12, 6, url="http://x.com/"))))

    assert [entity.type for entity in inside.entities] == ["code", "text_link", "bot_command"]


def test_bold_and_quotes_keep_their_links() -> None:
    tidy = tidied(Formatted("see example.com", (Entity("blockquote", 0, 15),)))

    assert [entity.type for entity in tidy.entities] == ["blockquote", "url"]


def test_a_label_is_one_line() -> None:
    assert tidied_line(" ✅\n Verify ") == "✅ Verify"
