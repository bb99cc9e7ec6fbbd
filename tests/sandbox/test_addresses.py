"""Which words of a text become links."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sandbox.addresses import addresses, is_web_address
from bot.sandbox.domains import is_top_level


def links(text: str) -> list[str]:
    return [text[address.start : address.end] for address in addresses(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("see example.com now", ["example.com"]),
        ("see https://example.com/a/b?c=d#e.", ["https://example.com/a/b?c=d#e"]),
        ("HTTP://EXAMPLE.COM", ["HTTP://EXAMPLE.COM"]),
        ("(example.org/list)", ["example.org/list"]),
        ("example.org/list_(1)", ["example.org/list_(1)"]),
        ("example.com, example.net; and ‘example.org’", ["example.com", "example.net", "example.org"]),
        ("10.0.0.1 and 300.1.1.1", ["10.0.0.1"]),
        ("http://intern.lan:8080/x", ["http://intern.lan:8080/x"]),
        ("новости.рф", ["новости.рф"]),
        ("write to desk@example.org or call", ["desk@example.org"]),
        ("ftp://example.com/file", ["ftp://example.com/file"]),
        ("tg://resolve?domain=example", ["tg://resolve?domain=example"]),
        ("“example.com/quoted”", ["example.com/quoted"]),
    ],
)
def test_addresses_are_found_whole(text: str, expected: list[str]) -> None:
    assert links(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "He left.The army came",
        "Version 1.2 of v3.14",
        "intern.lan without a scheme",
        "javascript://example",
        "sftp://example.com",
        "example\u2060.com",
        "example\u200b.com",
        "example[.]com",
        "hxxp example,com",
        "a..b",
        "...",
        "-.com",
        "x.y",
    ],
)
def test_what_cannot_be_an_address_stays_plain(text: str) -> None:
    assert links(text) == []


def test_a_scheme_makes_any_ending_good() -> None:
    assert links("http://some.thing") == ["http://some.thing"]
    assert links("some.thing") == []


def test_a_new_sentence_is_no_top_level_domain() -> None:
    assert is_top_level("com")
    assert not is_top_level("Com")


@pytest.mark.parametrize(("url", "good"), [("http://example.com", True), ("localhost", False), ("", False)])
def test_a_link_needs_a_web_address(url: str, good: bool) -> None:
    assert is_web_address(url) is good


@given(st.text(alphabet="ab.:/@-_ \n()[]?#’\u2060com1", max_size=60))
def test_any_text_is_read_to_its_end_and_links_lie_within_it(text: str) -> None:
    assert all(0 <= address.start < address.end <= len(text) for address in addresses(text))
