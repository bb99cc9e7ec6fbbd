"""Finding checkpoint notes in a text in which people keep them: a digest, a mail, a file with several of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.signing.notes import BadNote

_SIGNATURE = re.compile(r"— \S+ [A-Za-z0-9+/=]{16,}")


def notes_in(text: str) -> Iterator[str]:
    """The checkpoint notes in a text, also when they were pasted with other lines around them. Raises BadNote for none.

    A note ends with its signatures; it begins with the line that repeats the name of one of them, or else behind the
    empty line before. Spaces around lines and the kind of line ends do not matter here.
    """
    lines = [line.strip() for line in text.splitlines()]
    signed = {number for number, line in enumerate(lines) if _SIGNATURE.fullmatch(line)}
    if not signed:
        raise BadNote(why="no signature stands in it")
    for first in sorted(number for number in signed if number - 1 not in signed):
        end = next(number for number in range(first, len(lines) + 1) if number not in signed)
        yield "\n".join([*_body(lines[:first], lines[first:end]), *lines[first:end], ""])


def _body(above: Sequence[str], signatures: Sequence[str]) -> Sequence[str]:
    """The lines above the signatures that belong to the note, the empty line included."""
    names = {line.split(" ")[1] for line in signatures}
    begin = len(above) - 1
    while begin > 0 and above[begin - 1]:
        begin -= 1
        if above[begin] in names:
            break
    return above[max(begin, 0) :]
