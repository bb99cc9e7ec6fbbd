"""Finding checkpoint notes in a text in which people keep them: a digest, a mail, a file with several of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.signing.notes import BadNote

_SIGNATURE = re.compile(r"— \S+ [A-Za-z0-9+/=]{16,}")


def notes_in(text: str) -> Iterator[str]:
    """The checkpoint notes in a text, also when they were pasted with other lines around them. Raises BadNote for none.

    A note ends with its signatures; it begins with the line that repeats the name of the last of them, or else behind
    the empty line before. Spaces around lines and the kind of line ends do not matter here.
    """
    lines = [line.strip() for line in text.splitlines()]
    ends = {number for number, line in enumerate(lines) if _SIGNATURE.fullmatch(line)}
    blocks = sorted(end for end in ends if end - 1 not in ends)
    if not blocks:
        raise BadNote(why="no signature stands in it")
    for first in blocks:
        last = next(number for number in range(first, len(lines) + 1) if number not in ends)
        yield "\n".join([*lines[_begin(lines, first) : last], ""])


def _begin(lines: list[str], signed: int) -> int:
    """Where the note begins whose signatures begin at this line."""
    top = signed - 1
    while top > 0 and lines[top - 1]:
        top -= 1
    name = lines[signed].split(" ")[1]
    return next((number for number in range(signed - 1, top - 1, -1) if lines[number] == name), top)
