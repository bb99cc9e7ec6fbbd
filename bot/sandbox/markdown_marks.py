"""parse_mode MarkdownV2: every special character either marks or is escaped, else the server complains."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import NoReturn

from bot.sandbox.entities import Entity, Formatted, utf16_length
from bot.sandbox.html_marks import linked
from bot.sandbox.refusals import CANNOT_PARSE, Refusal

_RESERVED = frozenset("_*[]()~`>#+-=|{}.!")
_MARKS = {
    "```": "pre",
    "||": "spoiler",
    "__": "underline",
    "*": "bold",
    "_": "italic",
    "~": "strikethrough",
    "`": "code",
}
_LINK_TARGET = re.compile(r"\]\(((?:\\.|[^)\\])*)\)")
_LANGUAGE = re.compile(r"([^\s`]*)\n")


@dataclass(frozen=True, slots=True)
class _Open:
    mark: str
    type: str
    begins: int
    byte: int
    language: str | None = None


class _Reader:
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
            last = self._open[-1]
            _refuse(f"Can't find end of {last.type.replace('_', ' ')} entity at byte offset {last.byte}")
        return Formatted("".join(self._text), tuple(sorted(self._entities, key=lambda entity: entity.rank)))

    def _step(self) -> None:
        character = self._markup[self._at]
        if character == "\\" and "!" <= self._markup[self._at + 1 : self._at + 2] <= "~":
            self._say(self._markup[self._at + 1], 2)
        elif self._in_code and not self._markup.startswith(self._open[-1].mark, self._at):
            self._say(character, 1)
        elif mark := self._mark_here():
            self._toggle(mark)
        elif character == "[":
            self._begin("[", "text_link", 1)
        elif character == "]" and self._open and self._open[-1].mark == "[":
            self._end_link()
        elif character == ">" and self._markup[self._at - 1 : self._at] in {"", "\n"}:
            self._quote()
        elif character in _RESERVED:
            _refuse(f"Character '{character}' is reserved and must be escaped with the preceding '\\'")
        else:
            self._say(character, 1)

    @property
    def _in_code(self) -> bool:
        return bool(self._open) and self._open[-1].type in {"code", "pre"}

    def _mark_here(self) -> str | None:
        return next((mark for mark in _MARKS if self._markup.startswith(mark, self._at)), None)

    def _say(self, text: str, taken: int) -> None:
        self._text.append(text)
        self._length += utf16_length(text)
        self._at += taken

    def _begin(self, mark: str, kind: str, taken: int, language: str | None = None) -> None:
        byte = len(self._markup[: self._at].encode())
        self._open.append(_Open(mark, kind, self._length, byte, language))
        self._at += taken

    def _toggle(self, mark: str) -> None:
        if self._open and self._open[-1].mark == mark:
            self._at += len(mark)
            self._close(self._open.pop())
        elif mark == "```" and (language := _LANGUAGE.match(self._markup, self._at + 3)):
            self._begin(mark, "pre", language.end() - self._at, language[1] or None)
        else:
            self._begin(mark, _MARKS[mark], len(mark))

    def _close(self, opened: _Open) -> None:
        entity = Entity(opened.type, opened.begins, self._length - opened.begins, language=opened.language)
        if entity.length:
            self._entities.append(entity)

    def _end_link(self) -> None:
        opened = self._open.pop()
        entity = Entity("text_link", opened.begins, self._length - opened.begins)
        target = _LINK_TARGET.match(self._markup, self._at)
        url = re.sub(r"\\(.)", r"\1", target[1]) if target else entity.of("".join(self._text))
        self._at = target.end() if target else self._at + 1
        link = linked(entity, url)
        if link and entity.length:
            self._entities.append(link)

    def _quote(self) -> None:
        """A quotation runs over all lines that begin with “>”; it is read apart and set in."""
        quoted = re.compile(r"(?:>[^\n]*(?:\n(?=>)|\Z|(?=\n)))+").match(self._markup, self._at)
        lines = quoted[0] if quoted else self._markup[self._at :]
        inner = _Reader(re.sub(r"(?m)^>", "", lines)).read()
        begins = self._length
        self._entities.extend(replace(entity, offset=entity.offset + begins) for entity in inner.entities)
        self._entities.append(Entity("blockquote", begins, len(inner)))
        self._say(inner.text, len(lines))


def read_markdown(markup: str) -> Formatted:
    """The text and entities of some MarkdownV2. Raises Refusal with the server's complaint.

    >>> read_markdown("*at least* 12\\\\.").text
    'at least 12.'
    """
    return _Reader(markup).read()


def _refuse(why: str) -> NoReturn:
    raise Refusal(CANNOT_PARSE, why=why)
