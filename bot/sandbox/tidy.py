"""What the server does to every text before it keeps it: controls out, ends trimmed, entities moved along."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.sandbox.clickable import clickable
from bot.sandbox.entities import CLICKABLE, CODE, Entity, Formatted, overlap, utf16_length

_GONE = frozenset("\r\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u0333\u033f\u030a")
_TO_A_SPACE = re.compile(r"[\x00-\x09\x0b\x0c\x0e-\x1f]")


def tidied(raw: Formatted) -> Formatted:
    """The text as it will come back, with the entities that were asked for and those that Telegram finds.

    >>> tidied(Formatted("  one\\ttwo \\r\\n ")).text
    'one two'
    """
    clean = _trimmed(_cleaned(raw))
    kept = [entity for entity in clean.entities if entity.of(clean.text).strip()]
    kept = [entity for entity in kept if not _inside_code(entity, kept)]
    taken = [entity for entity in kept if entity.type in CLICKABLE | CODE]
    found = [entity for entity in clickable(clean.text) if not any(overlap(entity, other) for other in taken)]
    return Formatted(clean.text, tuple(sorted([*kept, *found], key=lambda entity: entity.rank)))


def _cleaned(raw: Formatted) -> Formatted:
    text = "".join(character for character in raw.text if character not in _GONE)
    gone_before, count = [0], 0
    for character in raw.text:
        count += character in _GONE
        gone_before.extend([count] * (1 + (character > "\uffff")))
    entities = (
        _between(entity, *(at - gone_before[at] for at in (entity.offset, entity.end))) for entity in raw.entities
    )
    return Formatted(_TO_A_SPACE.sub(" ", text), tuple(entities))


def _trimmed(raw: Formatted) -> Formatted:
    text = raw.text.rstrip(" \n")
    blank = len(text) - len(text.lstrip(" \n"))
    # Space that somebody marked stays at the front: only what stands before the first entity is cut.
    cut = min([blank, *(entity.offset for entity in raw.entities)])
    end = utf16_length(text)
    moved = (_between(entity, entity.offset - cut, min(entity.end, end) - cut) for entity in raw.entities)
    return Formatted(text[cut:], tuple(entity for entity in moved if entity.length > 0))


def _between(entity: Entity, start: int, end: int) -> Entity:
    return replace(entity, offset=start, length=end - start)


def _inside_code(entity: Entity, all_of_them: list[Entity]) -> bool:
    """Nothing is marked inside code; of two equal stretches of code the first stays."""
    others = all_of_them[: all_of_them.index(entity)] if entity.type in CODE else all_of_them
    return any(other.type in CODE and other is not entity and overlap(entity, other) for other in others)


def tidied_line(text: str) -> str:
    """The label of a button or the title of a chat: one line, without what does not show."""
    return " ".join(tidied(Formatted(text)).text.split())
