"""A text in parts that a model can answer about at once: cut between paragraphs, else between sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_ENDS = (re.compile(r"\n\s*\n"), re.compile(r"\n"), re.compile(r"[.!?]['\"”’)]*\s"), re.compile(r"\s"))
"""Where to cut, the best first."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """`text` begins at `start` in the whole text."""

    start: int
    text: str


def chunks(text: str, size: int) -> Iterator[Chunk]:
    """The parts of a text in order, none longer than `size` characters; parts without a letter are left out.

    >>> [part.text for part in chunks("One fled.\\n\\nTwo died. Three hid.", 22)]
    ['One fled.\\n\\n', 'Two died. Three hid.']
    """
    start = 0
    while start < len(text):
        end = _end(text, start, size)
        if any(character.isalpha() for character in text[start:end]):
            yield Chunk(start, text[start:end])
        start = end


def _end(text: str, start: int, size: int) -> int:
    """As far as possible, but not into the first half of a part only because a better place to cut is there."""
    whole = start + size
    if whole >= len(text):
        return len(text)
    for between in _ENDS:
        cuts = [found.end() for found in between.finditer(text, start, whole)]
        if cuts and cuts[-1] >= start + size // 2:
            return cuts[-1]
    return whole
