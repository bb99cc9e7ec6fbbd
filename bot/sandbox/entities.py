"""Text with marks, as Telegram counts it: offsets and lengths in UTF-16 code units."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

CLICKABLE = frozenset(
    ["mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number", "text_link", "text_mention"]
)
CODE = frozenset({"code", "pre"})
KNOWN = (
    CLICKABLE
    | CODE
    | frozenset(
        [
            "bold",
            "italic",
            "underline",
            "strikethrough",
            "spoiler",
            "blockquote",
            "expandable_blockquote",
            "custom_emoji",
        ]
    )
)


def utf16_length(text: str) -> int:
    """How long Telegram thinks a text is.

    >>> utf16_length("a🔴")
    3
    """
    return len(text) + sum(character > "\uffff" for character in text)


def utf16_offsets(text: str) -> list[int]:
    """The UTF-16 offset of every code point, and of the end.

    >>> utf16_offsets("🔴a")
    [0, 2, 3]
    """
    return [0, *accumulate(1 + (character > "\uffff") for character in text)]


@dataclass(frozen=True, slots=True)
class Entity:
    """A marked stretch of a text. `url`, `user` (an id), `language` and `emoji` only where the type has one."""

    type: str
    offset: int
    length: int
    url: str | None = None
    user: int | None = None
    language: str | None = None
    emoji: str | None = None

    @property
    def end(self) -> int:
        """The UTF-16 offset behind the last unit."""
        return self.offset + self.length

    @property
    def rank(self) -> tuple[int, int]:
        """Order in a message: by where it begins, the outer one first."""
        return (self.offset, -self.length)

    def of(self, text: str) -> str:
        """The words that are marked."""
        units = text.encode("utf-16-le")
        return units[2 * self.offset : 2 * self.end].decode("utf-16-le")

    def to_json(self, user: dict[str, Any] | None = None) -> dict[str, Any]:
        """The entity as the Bot API writes it; `user` fills in whom a text_mention means."""
        extra = {"url": self.url, "language": self.language, "custom_emoji_id": self.emoji, "user": user}
        shape: dict[str, Any] = {"type": self.type, "offset": self.offset, "length": self.length}
        return shape | {name: value for name, value in extra.items() if value is not None}


@dataclass(frozen=True, slots=True)
class Formatted:
    """A text and its entities, in order."""

    text: str = ""
    entities: tuple[Entity, ...] = ()

    def __len__(self) -> int:
        return utf16_length(self.text)


def overlap(one: Entity, other: Entity) -> bool:
    """Whether two entities share a unit."""
    return one.offset < other.end and other.offset < one.end


def without_overlaps(entities: Iterable[Entity]) -> list[Entity]:
    """In order, each that does not overlap the one kept before it; of two that begin together the longer."""
    kept: list[Entity] = []
    for entity in sorted(entities, key=lambda entity: entity.rank):
        if not kept or entity.offset >= kept[-1].end:
            kept.append(entity)
    return kept
