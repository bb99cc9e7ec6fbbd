"""parse_mode HTML: the few tags that the server takes, and its complaints about all others."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import NoReturn

from bot.sandbox.addresses import is_web_address
from bot.sandbox.entities import Entity, Formatted, utf16_length
from bot.sandbox.refusals import CANNOT_PARSE, Refusal

_TAGS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "code": "code", "pre": "pre",
    "tg-spoiler": "spoiler", "span": "spoiler", "a": "text_link", "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
}  # fmt: skip
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_REFERENCE = re.compile(r"&(?:(lt|gt|amp|quot)|#(?:x([0-9a-fA-F]{1,6})|(\d{1,7})));?")
_NAME = re.compile(r"[^\s>]*")
_SPACE = re.compile(r"\s*")
_ATTRIBUTE_NAME = re.compile(r"[^\s=>]*")
_BARE_VALUE = re.compile(r"[a-zA-Z0-9.-]*")


@dataclass(frozen=True, slots=True)
class _Open:
    tag: str
    attributes: dict[str, str]
    begins: int


class _Reader:
    """Goes through the markup once; `_at` counts code points, what is complained about counts bytes."""

    def __init__(self, markup: str) -> None:
        self._markup = markup
        self._at = 0
        self._text: list[str] = []
        self._length = 0
        self._open: list[_Open] = []
        self._entities: list[Entity] = []

    def read(self) -> Formatted:
        while self._at < len(self._markup):
            self._step()
        if self._open:
            _refuse(f'Can\'t find end tag corresponding to start tag "{self._open[-1].tag}"')
        return Formatted("".join(self._text), tuple(sorted(self._entities, key=lambda entity: entity.rank)))

    def _step(self) -> None:
        character = self._markup[self._at]
        if character == "<":
            (self._end_tag if self._markup.startswith("</", self._at) else self._start_tag)()
        elif character == "&" and (reference := _REFERENCE.match(self._markup, self._at)) and _meant(reference):
            self._say(_meant(reference))
            self._at = reference.end()
        else:
            self._say(character)
            self._at += 1

    def _say(self, text: str) -> None:
        self._text.append(text)
        self._length += utf16_length(text)

    def _start_tag(self) -> None:
        where = self._byte(self._at)
        tag = self._take(_NAME, 1).lower()
        if self._at >= len(self._markup):
            _refuse(f"Unclosed start tag at byte offset {where}")
        if tag not in _TAGS:
            _refuse(f'Unsupported start tag "{tag}" at byte offset {where}')
        attributes = self._attributes(tag, where)
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            _refuse(f'Tag "span" must have class "tg-spoiler" at byte offset {where}')
        self._open.append(_Open(tag, attributes, self._length))

    def _attributes(self, tag: str, where: int) -> dict[str, str]:
        attributes: dict[str, str] = {}
        while self._after_space() != ">":
            if self._at >= len(self._markup):
                _refuse(f'Unclosed start tag "{tag}" at byte offset {where}')
            name = self._take(_ATTRIBUTE_NAME).lower()
            if not name:
                _refuse(f'Empty attribute name in the tag "{tag}" at byte offset {where}')
            attributes[name] = self._value(tag, where) if self._after_space() == "=" else ""
        self._at += 1
        return attributes

    def _value(self, tag: str, where: int) -> str:
        self._at += 1
        quote = self._after_space()
        if not quote:
            _refuse(f'Unclosed start tag "{tag}" at byte offset {where}')
        if quote not in {"'", '"'}:
            begins = self._byte(self._at)
            bare = self._take(_BARE_VALUE)
            if self._at >= len(self._markup) or not (self._markup[self._at].isspace() or self._markup[self._at] == ">"):
                _refuse(f"Unexpected end of name token at byte offset {begins}")
            return bare.lower()
        end = self._markup.find(quote, self._at + 1)
        if end < 0:
            _refuse(f"Unclosed start tag at byte offset {where}")
        value = self._markup[self._at + 1 : end]
        self._at = end + 1
        return _REFERENCE.sub(lambda reference: _meant(reference) or reference[0], value)

    def _end_tag(self) -> None:
        where = self._byte(self._at)
        if not self._open:
            _refuse(f"Unexpected end tag at byte offset {where}")
        found = self._take(_NAME, 2).lower()
        if self._after_space() != ">":
            _refuse(f"Unclosed end tag at byte offset {where}")
        self._at += 1
        tag = self._open.pop()
        if found and found != tag.tag:
            _refuse(f'Unmatched end tag at byte offset {where}, expected "</{tag.tag}>", found "</{found}>"')
        self._mark(tag)

    def _mark(self, tag: _Open) -> None:
        entity = Entity(_TAGS[tag.tag], tag.begins, self._length - tag.begins)
        shaped = _SHAPES[tag.tag](self, entity, tag.attributes) if tag.tag in _SHAPES else entity
        if entity.length and shaped:
            self._entities.append(shaped)

    def _link(self, entity: Entity, attributes: dict[str, str]) -> Entity | None:
        return linked(entity, attributes.get("href") or entity.of("".join(self._text)))

    def _quote(self, entity: Entity, attributes: dict[str, str]) -> Entity:
        return replace(entity, type="expandable_blockquote") if "expandable" in attributes else entity

    def _emoji(self, entity: Entity, attributes: dict[str, str]) -> Entity:
        return replace(entity, emoji=attributes.get("emoji-id"))

    def _code(self, entity: Entity, attributes: dict[str, str]) -> Entity | None:
        language = attributes.get("class", "").removeprefix("language-")
        if language and self._open and self._open[-1].tag == "pre" and self._open[-1].begins == entity.offset:
            self._open[-1].attributes["language"] = language
            return None
        return entity

    def _pre(self, entity: Entity, attributes: dict[str, str]) -> Entity:
        return replace(entity, language=attributes.get("language"))

    def _after_space(self) -> str:
        self._take(_SPACE)
        return self._markup[self._at : self._at + 1]

    def _take(self, pattern: re.Pattern[str], skip: int = 0) -> str:
        match = pattern.match(self._markup, self._at + skip)
        self._at = match.end() if match else self._at
        return match[0] if match else ""

    def _byte(self, at: int) -> int:
        return len(self._markup[:at].encode())


_Shape = Callable[[_Reader, Entity, dict[str, str]], Entity | None]
_SHAPES: dict[str, _Shape] = {
    "a": _Reader._link,
    "blockquote": _Reader._quote,
    "tg-emoji": _Reader._emoji,
    "code": _Reader._code,
    "pre": _Reader._pre,
}


def read_html(markup: str) -> Formatted:
    """The text and entities of some HTML. Raises Refusal with the server's complaint.

    >>> read_html("<b>12</b> &lt; 20").text
    '12 < 20'
    """
    return _Reader(markup).read()


def linked(entity: Entity, url: str) -> Entity | None:
    """The entity as a link, a mention for tg://user?id=…, or None where no link can come of it."""
    if user := re.fullmatch(r"tg://user/?\?id=(\d+)", url):
        return replace(entity, type="text_mention", user=int(user[1]), url=None)
    if url.lower().startswith("tg://") or is_web_address(url):
        whole = url if "://" in url else f"http://{url}"
        return replace(entity, url=whole if "/" in whole.partition("://")[2] else f"{whole}/")
    return None


def _meant(reference: re.Match[str]) -> str:
    """What a character reference stands for; empty for one that stands for nothing."""
    if reference[1]:
        return _NAMED[reference[1]]
    code = int(reference[2], 16) if reference[2] else int(reference[3])
    return chr(code) if 0 < code < 0x10FFFF and not 0xD800 <= code <= 0xDFFF else ""


def _refuse(why: str) -> NoReturn:
    raise Refusal(CANNOT_PARSE, why=why)
