"""Echoes: the same toll told again by the same voice, in a heading above or with “both”, “the three” or the same noun.

A report tells its dead once and speaks of them again. What is only an echo makes no claim of its own; a figure that
differs, another voice, another place or another day does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.claims.model import Casualties, Kind, Mention, Polarity

_KNOWN = re.compile(r"\b(?:both|all|the|these|those|this|that)\b", re.IGNORECASE)
_SOMEBODY = frozenset("man woman person victim body".split())
HEAD = 2_000  # characters in which a text has its heading
SENTENCE = 26  # characters that a line with a whole sentence has at least
MOST = 40  # mentions before a toll that it is compared with
NEAR = 1_500  # characters behind a toll in which one like it is taken for the same


def without_echoes(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions but those that only repeat another; of a heading and the text, the text is kept."""
    body = _body_begins(text)
    kept: list[Mention] = []
    for at, one in enumerate(mentions):
        behind = mentions[at + 1 :] if one.start < body else ()
        if not any(_heads(one, other, body) for other in behind) and not any(
            _echoes(other, one) for other in kept[-MOST:]
        ):
            kept.append(one)
    return kept


def _body_begins(text: str) -> int:
    """Where the first line begins that holds a whole sentence: what stands above is a heading."""
    begin = 0
    while begin < min(len(text), HEAD):
        end = text.find("\n", begin)
        line = text[begin : end if end >= 0 else len(text)].rstrip('\r "”’)')
        if len(line) >= SENTENCE and line.endswith((".", "!", "?", "…")):
            return begin
        begin = end + 1 if end >= 0 else len(text)
    return 0


def _heads(heading: Mention, other: Mention, body: int) -> bool:
    told, again = _toll(heading), _toll(other)
    if told is None or again is None or other.start < body:
        return False
    return told.effect == again.effect and told.count.low == again.count.low


def _echoes(first: Mention, again: Mention) -> bool:
    one, other = _toll(first), _toll(again)
    if one is None or other is None or one.effect != other.effect or one.count.low != other.count.low:
        return False
    if again.start - first.end > NEAR or first.attribution != again.attribution or again.start < first.end:
        return False
    if first.event_date != again.event_date or _elsewhere(first, again):
        return False
    known = _KNOWN.search(again.quote) is not None
    same = _noun(one.victims) == _noun(other.victims)
    if one.count.low == 1:
        return known and (same or _noun(other.victims) in _SOMEBODY)
    return known or (one.count.high == other.count.high and (same or other.victims is None))


def _toll(mention: Mention) -> Casualties | None:
    """What is compared: people killed or hurt, in a figure, and not denied."""
    told = mention.casualties
    counts = mention.kind == Kind.CASUALTIES and mention.polarity == Polarity.ASSERTED and told is not None
    return told if counts and told is not None and told.effect is not None and told.count.low else None


def _elsewhere(first: Mention, again: Mention) -> bool:
    return bool(first.place and again.place and first.place.name != again.place.name)


def _noun(victims: str | None) -> str:
    """The last word of “Shia doctors”, in one form for one and many."""
    return victims.split()[-1].lower().removesuffix("s").removesuffix("e") if victims else ""
