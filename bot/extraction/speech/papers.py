"""Papers: reports, logs and blogs, in which each line or entry stands for itself, unlike a story that is told on."""

from __future__ import annotations

import re

from bot.extraction.speech.quotations import Quotation

HEAD = 300  # characters in which a text says what it is

_PAPER = re.compile(
    r"\b(?:press release|communiqu[eé]|situation report|sitrep|flash update|humanitarian|incidents?|sigacts?|log|notes|"
    r"statement|digest|blog|live|war report|public relations|headquarters|command|weekly|daily|cue sheet|"
    r"correspondent|bulletin)\b",
    re.IGNORECASE,
)
_RADIO = re.compile(r"\b(?:correspondent|bulletin|radio|broadcast)\b", re.IGNORECASE)
_PARAGRAPH = 250  # characters from which words in quotation marks are a paragraph read out
_ENTRY = re.compile(
    r"\s*(?:\[?\d{1,2}[:.h]?\d\d\b|\d{1,2}\s?[ap]m\b|[•*▪►–—-]\s|\d{1,2}\s[A-Z][a-z]{2}|[A-Z][a-z]{2,8}\s\d{1,2}\b)"
)


def is_paper(text: str) -> bool:
    """Whether the head of a text says that it is such a paper.

    >>> is_paper("Flash Update No. 4 — Central Equatoria"), is_paper("KYIV, Aug 21 - A missile hit a theatre.")
    (True, False)
    """
    return _PAPER.search(text, 0, HEAD) is not None


def dispatched(text: str, quotations: list[Quotation]) -> list[Quotation]:
    """The quotations without those that are a correspondent's whole paragraphs, read out: they tell as a story does."""
    if _RADIO.search(text, 0, HEAD) is None:
        return quotations
    return [one for one in quotations if one.end - one.start < _PARAGRAPH or not _begins_a_line(text, one.start)]


def _begins_a_line(text: str, start: int) -> bool:
    return text[max(0, start - 3) : start].rstrip(" ").endswith("\n")


def opens_entry(text: str, start: int) -> bool:
    """Whether a bullet, a number or a time stands at the beginning of the line of an offset."""
    return _ENTRY.match(text, text.rfind("\n", 0, start) + 1) is not None
