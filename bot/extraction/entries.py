"""Entries: where a list, a log or a live blog begins to speak of something else, and the stretch of each."""

from __future__ import annotations

import re

from bot.extraction.sentences import Sentence

_PREFIX = 60  # characters that a bullet or a time may take
_MARK = re.compile(r"[•·*▪►●–—-]|\d[:.]\d\d")
_CLOCK = re.compile(
    r"\[?\d{1,2}[:.h]\d\d(?:\s?[ap]\.?m\.?)?(?:\s?\(?(?:GMT|UTC|BST|CET|EET|local time)\)?)?\]?"
    r"(?:\s[–—-]\s[a-z ]{3,30})?\s*$",
    re.MULTILINE,
)
_PLACE_LABEL = re.compile(r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2}(?: ?/ ?[A-Z][\w'’ -]{2,40}| [a-z]+){0,3} [–—-] [A-Z]")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
_DAY_LABEL = re.compile(
    r"\s*(?:[•·*▪►●–—-]\s+)?(?:On\s)?(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\.?,?\s)?"
    rf"(?:(?:\d{{1,2}}\s?[–-]\s?)?\d{{1,2}}(?:st|nd|rd|th)?[ -]?{_MONTH}|{_MONTH}\.? \d{{1,2}}(?:\s?[–-]\s?\d{{1,2}})?"
    r"|\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?|\d{4}-\d\d-\d\d|\d{6}[A-Z]?\s?(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC))"
    r"(?:[, -]{0,2}(?:19|20)?\d\d(?!:?\d|h))?"
    r"(?:\s*(?:[:–—|/-]|\.)\s(?=\S)|,\s(?=[A-Z\d]|evening|morning|night|noon))"
)
_ROW = re.compile(r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2}: (?=[^\n]{0,12}\d)")
_HEADING = re.compile(r"[A-Z][A-Z ,&/–-]{5,80}(?:\([^()\n]{3,30}\))?$", re.MULTILINE)
_NEXT = re.compile(r"\n(?=\s*[\d•·*▪►●–-]|\n)")
LONGEST = 1_500  # characters in which an entry names its place


def opens_entry(text: str, sentence: Sentence) -> bool:
    """Whether a bullet, a time, a place or a day stands before it; the numbered points of a statement are one story."""
    prefix = text[max(0, sentence.start - _PREFIX) : sentence.start].rpartition("\n")[2]
    bullet = sentence.item and _MARK.search(prefix) is not None
    return bullet or (not prefix and _labelled(text, sentence.start))


def _labelled(text: str, start: int) -> bool:
    return any(label.match(text, start) is not None for label in (_PLACE_LABEL, _CLOCK, _DAY_LABEL, _ROW, _HEADING))


def day_label(text: str, start: int) -> int:
    """Where the day ends that stands before an entry (“Mon 17 June, Yoro. …”); `start` where none does."""
    found = _DAY_LABEL.match(text, text.rfind("\n", 0, start) + 1)
    return found.end() if found else start


def end_of_entry(text: str, start: int) -> int:
    """Where an entry of a live blog ends: at a blank line, or before the next entry; a heading has no entry."""
    if _HEADING.match(text, start):
        return start
    head = text.find("\n", start, start + _PREFIX)
    end = _NEXT.search(text, start if head < 0 else head + 1, start + LONGEST)
    return end.start() if end else min(len(text), start + LONGEST)
