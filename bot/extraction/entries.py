"""Entries: where a list, a log or a live blog begins to speak of something else, and the stretch of each."""

from __future__ import annotations

import re

from bot.extraction.day_labels import is_labelled
from bot.extraction.sentences import Sentence

_PREFIX = 60  # characters that a bullet or a time may take
_MARK = re.compile(r"[•·*▪►●–—-]|\d[:.]\d\d")
_CLOCK = re.compile(
    r"\[?\d{1,2}[:.h]\d\d(?:\s?[ap]\.?m\.?)?(?:\s?\(?(?:GMT|UTC|BST|CET|EET|local time)\)?)?\]?"
    r"(?:\s[–—-]\s[a-z ]{3,30})?\s*$",
    re.MULTILINE,
)
_PLACE_LABEL = re.compile(
    r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2}(?: ?/ ?[A-Z][\w'’ -]{2,40}| [a-z]+){0,3} [–—-] [A-Z\d]"
)
_ROW = re.compile(r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2}: (?=[^\n]{0,12}\d)")
_HEADING = re.compile(r"[A-Z][A-Z ,&/–-]{5,80}(?:\([^()\n]{3,30}\))?$", re.MULTILINE)
_NEXT = re.compile(r"\n(?=\s*[\d•·*▪►●–-]|\n)")
_LEAD = 700  # characters above an entry that are looked at
_HEADING_WORDS = 5
LONGEST = 1_500  # characters in which an entry names its place


def opens_entry(text: str, sentence: Sentence) -> bool:
    """Whether a bullet, a time, a place or a day stands before it; the numbered points of a statement are one story."""
    prefix = text[max(0, sentence.start - _PREFIX) : sentence.start].rpartition("\n")[2]
    bullet = sentence.item and _MARK.search(prefix) is not None
    return bullet or is_labelled(text, sentence.start) or (not prefix and _labelled(text, sentence.start))


def _labelled(text: str, start: int) -> bool:
    return any(label.match(text, start) for label in (_PLACE_LABEL, _CLOCK, _ROW, _HEADING))


def is_led_in(text: str, start: int) -> bool:
    """Whether its list is that of a sentence which ends in a colon: “The provisional balance is the following:”."""
    above = text[max(0, start - _LEAD) : text.rfind("\n", 0, start) + 1].split("\n")
    line = next((line for line in reversed(above) if line.strip() and not _MARK.match(line.lstrip())), "").rstrip()
    return (
        line.endswith(":")
        and len(line.split()) > _HEADING_WORDS
        and _MARK.match(text, text.rfind("\n", 0, start) + 1) is not None
    )


def end_of_entry(text: str, start: int) -> int:
    """Where an entry of a live blog ends: at a blank line, or before the next entry; a heading has no entry."""
    if _HEADING.match(text, start):
        return start
    clock = _CLOCK.match(text, start)
    end = _NEXT.search(text, clock.end() + 1 if clock else start, start + LONGEST)
    return end.start() if end else min(len(text), start + LONGEST)
