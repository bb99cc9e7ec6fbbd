"""parse_mode MarkdownV2."""

from __future__ import annotations

import pytest

from bot.sandbox.markdown_marks import read_markdown
from bot.sandbox.refusals import Refusal


@pytest.mark.parametrize(
    ("markup", "text", "marks"),
    [
        ("*a* _b_ __c__ ~d~", "a b c d", [("bold", "a"), ("italic", "b"), ("underline", "c"), ("strikethrough", "d")]),
        ("*a _b_*", "a b", [("bold", "a b"), ("italic", "b")]),
        ("||a|| `x.y`", "a x.y", [("spoiler", "a"), ("code", "x.y")]),
        (r"1\.5 \*", "1.5 *", []),
        ("```py\nx = 1\n```", "x = 1\n", [("pre", "x = 1\n")]),
        (">a *b*\n>c\nd", "a b\nc\nd", [("blockquote", "a b\nc"), ("bold", "b")]),
        ("[a](http://example.com/b_c)", "a", [("text_link", "a")]),
    ],
)
def test_marks_become_entities(markup: str, text: str, marks: list[tuple[str, str]]) -> None:
    read = read_markdown(markup)

    assert read.text == text
    assert [(entity.type, entity.of(text)) for entity in read.entities] == marks


@pytest.mark.parametrize(
    ("markup", "complaint"),
    [
        ("a.", "Character '.' is reserved and must be escaped with the preceding '\\'"),
        ("a *b", "Can't find end of bold entity at byte offset 2"),
        ("é `b", "Can't find end of code entity at byte offset 3"),
    ],
)
def test_the_server_says_what_is_wrong(markup: str, complaint: str) -> None:
    with pytest.raises(Refusal) as refusal:
        read_markdown(markup)

    assert refusal.value.description == f"Bad Request: can't parse entities: {complaint}"
