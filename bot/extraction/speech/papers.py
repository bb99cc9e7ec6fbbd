"""Papers: reports, logs and blogs, in which each line or entry stands for itself, unlike a story that is told on."""

from __future__ import annotations

import re

HEAD = 300  # characters in which a text says what it is

_PAPER = re.compile(
    r"\b(?:press release|communiqu[eé]|situation report|sitrep|flash update|humanitarian|incidents?|sigacts?|log|notes|"
    r"statement|digest|blog|live|war report|public relations|headquarters|command|weekly|daily|cue sheet|"
    r"correspondent|bulletin)\b",
    re.IGNORECASE,
)
_ENTRY = re.compile(
    r"\s*(?:\[?\d{1,2}[:.h]?\d\d\b|\d{1,2}\s?[ap]m\b|[•*▪►–—-]\s|\d{1,2}\s[A-Z][a-z]{2}|[A-Z][a-z]{2,8}\s\d{1,2}\b)"
)


def is_paper(text: str) -> bool:
    """Whether the head of a text says that it is such a paper.

    >>> is_paper("Flash Update No. 4 — Central Equatoria"), is_paper("KYIV, Aug 21 - A missile hit a theatre.")
    (True, False)
    """
    return _PAPER.search(text, 0, HEAD) is not None


def opens_entry(text: str, start: int) -> bool:
    """Whether a bullet, a number or a time stands at the beginning of the line of an offset."""
    return _ENTRY.match(text, text.rfind("\n", 0, start) + 1) is not None
