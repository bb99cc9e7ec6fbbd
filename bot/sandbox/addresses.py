"""Where Telegram sees a web or e-mail address in a plain text.

The rules follow the server's: an address grows to both sides of a dot, and is then tried for whether it
could be one. A word joiner or a zero-width space stops it; a letter of any script does not.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from bot.sandbox.domains import is_top_level

_DASHES_AND_JOINERS = frozenset("\u200c\u200d\u2010\u2011\u2012\u2013\u2014\u2015")
_NEVER_IN_A_PATH = frozenset('\n<>"«»')
_NEVER_BEFORE_AN_AT = frozenset("\n/[]{}()'`<>\"@«»")
_NEVER_LAST = frozenset(".:;,('?!`")
_OPENS = {")": "(", "]": "[", "}": "{"}
_BEFORE = re.compile(r"([a-z]+)://\Z", re.IGNORECASE)
_PORT = re.compile(r":(\d{1,5})")
_SCHEME = re.compile(r"(?:https?|ftp|tonsite)://", re.IGNORECASE)
_EMAIL = re.compile(
    r"(?:[a-z0-9_-]{0,26}[.+]){0,10}[a-z0-9_-]{1,35}@(?:(?:[a-z0-9][a-z0-9_-]{0,28})?[a-z0-9]\.){1,6}[a-z]{2,8}",
    re.IGNORECASE,
)
_TG_LINK = re.compile(r"(?:tg|ton)://[a-z0-9_-]{1,253}(?:[/?#][^\s\u2000-\u206f<>«»\"]*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Address:
    """A `url` or `email` found in a text, in code points."""

    type: str
    start: int
    end: int


def addresses(text: str) -> Iterator[Address]:
    """Every address in a text.

    >>> [(a.type, "see example.com/a, or ask@example.org"[a.start : a.end])
    ...  for a in addresses("see example.com/a, or ask@example.org")]
    [('url', 'example.com/a'), ('email', 'ask@example.org')]
    """
    for link in _TG_LINK.finditer(text):
        yield Address("url", link.start(), _without_punctuation(text, link.start() + 5, link.end()))
    at = 0
    while (dot := text.find(".", at)) >= 0:
        start, end, at = _grown(text, dot)
        if start is not None:
            yield from _address(text, start, end)


def _grown(text: str, dot: int) -> tuple[int | None, int, int]:
    """The stretch around a dot that may be an address (start None when it cannot), and where to look on."""
    begin, end = dot, dot
    while end < len(text) and _in_a_domain(text[end]):
        end += 1
    while begin > 0 and _in_a_domain(text[begin - 1]):
        begin -= 1
    end = _with_path(text, _with_port(text, end))
    while end > dot + 1 and text[end - 1] == ".":
        end -= 1
    start = _with_scheme(text, _with_user(text, begin))
    if end <= dot + 1:
        return None, end, dot + 1
    return start, end, max(end, dot + 1) if start is not None else dot + 1


def _with_port(text: str, end: int) -> int:
    port = _PORT.match(text, end)
    return port.end() if port and int(port[1]) <= 65535 else end


def _with_path(text: str, end: int) -> int:
    if text[end : end + 1] not in {"/", "?", "#"}:
        return end
    last = end + 1
    while last < len(text) and _in_a_path(text[last]):
        last += 1
    last = _without_punctuation(text, end + 1, last)
    return last if text[end] == "/" or last > end + 1 else end


def _without_punctuation(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in _NEVER_LAST:
        end -= 1
    return end


def _with_user(text: str, begin: int) -> int | None:
    if text[begin - 1 : begin] != "@" or begin == 0:
        return begin
    user = begin - 1
    while user > 0 and text[user - 1] not in _NEVER_BEFORE_AN_AT and _in_an_address(text[user - 1]):
        user -= 1
    return user if user < begin - 1 else None


def _with_scheme(text: str, start: int | None) -> int | None:
    if not start:
        return start
    if scheme := _BEFORE.search(text, max(0, start - 32), start):
        name = scheme[1].lower()
        known = next((known for known in ("https", "http", "ftp", "tonsite") if name.endswith(known)), None)
        return start - len(known) - 3 if known and name not in {"shttp", "sftp", "tftp"} else None
    before = text[start - 1]
    return None if before.isalnum() or before in "_/#@" else start


def _address(text: str, start: int, end: int) -> Iterator[Address]:
    if _EMAIL.fullmatch(text, start, end):
        yield Address("email", start, end)
    elif length := _plausible(text[start:end]):
        yield Address("url", start, start + length)


def is_web_address(text: str) -> bool:
    """Whether the whole of a text could stand behind a link."""
    return bool(text) and _plausible(text) == len(text)


def _plausible(url: str) -> int:
    """How much of it is a web address; 0 when it cannot be one."""
    scheme = _SCHEME.match(url)
    begin = scheme.end() if scheme else 0
    path = min((at for mark in "/?#" if (at := url.find(mark, begin)) >= 0), default=len(url))
    domain = url[begin:path].rpartition("@")[2]
    if ":" in domain:
        domain = domain.rpartition(":")[0]
    return path + _balanced(url[path:]) if _is_a_domain(domain, known_ending=not scheme) else 0


def _balanced(path: str) -> int:
    """A path ends before a bracket that was not opened in it."""
    open_ones: dict[str, int] = dict.fromkeys("([{", 0)
    end = len(path)
    for at, character in enumerate(path):
        if character in open_ones:
            open_ones[character] += 1
        elif character in _OPENS:
            open_ones[_OPENS[character]] -= 1
            if open_ones[_OPENS[character]] < 0:
                end = at
                break
    return _without_punctuation(path, 0, end) if end else 0


def _is_a_domain(domain: str, *, known_ending: bool) -> bool:
    parts = domain.split(".")
    if len(parts) < 2 or any(not part or len(part) > 63 or part.endswith("-") for part in parts):
        return False
    if all(part.isdigit() for part in parts):
        return len(parts) == 4 and all(len(part) <= 3 and int(part) <= 255 and str(int(part)) == part for part in parts)
    ending = parts[-1]
    if len(ending) < 2 or "_" in parts[-2]:
        return False
    if ending.lower().startswith("xn--"):
        return len(ending) > 5 and ending[4:].isalnum()
    return not set("_-") & set(ending) and (not known_ending or is_top_level(ending))


def _in_an_address(character: str) -> bool:
    if "\u2000" <= character <= "\u206f":
        return character in _DASHES_AND_JOINERS
    return character != "\u30fb" and unicodedata.category(character) not in {"Zs", "Zl", "Zp", "Cc"}


def _in_a_domain(character: str) -> bool:
    if character < "\u00c0":
        return character in ".-_" or (character.isascii() and character.isalnum())
    return _in_an_address(character)


def _in_a_path(character: str) -> bool:
    return character not in _NEVER_IN_A_PATH and _in_an_address(character)
