"""parse_mode HTML."""

from __future__ import annotations

import pytest

from bot.sandbox.html_marks import read_html
from bot.sandbox.refusals import Refusal


@pytest.mark.parametrize(
    ("markup", "text", "marks"),
    [
        ("<b>a</b> <i>b</i>", "a b", [("bold", "a"), ("italic", "b")]),
        ("<b>a<i>b</i></b>", "ab", [("bold", "ab"), ("italic", "b")]),
        ("<STRONG>a</strong>", "a", [("bold", "a")]),
        ("<b>a</>", "a", [("bold", "a")]),
        ("<u>a</u><ins>b</ins>", "ab", [("underline", "a"), ("underline", "b")]),
        ("<s>a</s> <del>b</del>", "a b", [("strikethrough", "a"), ("strikethrough", "b")]),
        ('<span class="tg-spoiler">a</span>', "a", [("spoiler", "a")]),
        ("<blockquote expandable>a</blockquote>", "a", [("expandable_blockquote", "a")]),
        ("<blockquote>a</blockquote>", "a", [("blockquote", "a")]),
        ("<code>a&lt;b</code>", "a<b", [("code", "a<b")]),
        ("&amp;&quot;&#65;&#x42;&nbsp;&ge;", '&"AB&nbsp;&ge;', []),
        ("<b></b>a > b", "a > b", []),
        ("🔴 <b>x</b>", "🔴 x", [("bold", "x")]),
    ],
)
def test_tags_become_entities(markup: str, text: str, marks: list[tuple[str, str]]) -> None:
    read = read_html(markup)

    assert read.text == text
    assert [(entity.type, entity.of(text)) for entity in read.entities] == marks


def test_links_have_an_address_or_none_comes_of_them() -> None:
    read = read_html('<a href="example.com">a</a> <a href="tg://user?id=7">b</a> <a href="nonsense">c</a>')

    assert read.text == "a b c"
    assert [(entity.type, entity.url, entity.user) for entity in read.entities] == [
        ("text_link", "http://example.com/", None),
        ("text_mention", None, 7),
    ]


def test_code_in_pre_names_its_language() -> None:
    (entity,) = read_html('<pre><code class="language-python">x</code></pre>').entities

    assert (entity.type, entity.language) == ("pre", "python")


@pytest.mark.parametrize(
    ("markup", "complaint"),
    [
        ("<think>a", 'Unsupported start tag "think" at byte offset 0'),
        ("é < b", 'Unsupported start tag "" at byte offset 3'),
        ("<b", "Unclosed start tag at byte offset 0"),
        ("<b  ", 'Unclosed start tag "b" at byte offset 0'),
        ("<b =x>", 'Empty attribute name in the tag "b" at byte offset 0'),
        ("<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
        ("a</b>", "Unexpected end tag at byte offset 1"),
        ("<b>a</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("<b>a</b ", "Unclosed end tag at byte offset 4"),
        ('<a href="x>', "Unclosed start tag at byte offset 0"),
        ("<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
def test_the_server_says_what_is_wrong(markup: str, complaint: str) -> None:
    with pytest.raises(Refusal) as refusal:
        read_html(markup)

    assert refusal.value.description == f"Bad Request: can't parse entities: {complaint}"
