"""Quotations: where somebody else's words stand in quotation marks, over several paragraphs if need be.

Marks may be straight or curly, double or single, or guillemets. By custom a quotation of several
paragraphs opens each one anew and closes only in the last.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_PARAGRAPH_END = r"\n[ \t]*\n|\n(?=[\"“«‘'])|(?<=[.!?:\"”’])[ \t]*\n"
_MARKS = re.compile(rf"[\"“”„«»]|''|``|{_PARAGRAPH_END}")
_CLOSES = {"“": '”"', "„": "“”", "«": "»", '"': '"”', "``": "''", "”": "”", "''": "''"}
_SINGLE = re.compile(
    r"(?:^|(?<=[\s(\[—–:]))(?:‘(?=\w)(?P<curly>[^‘\n]{2,1200}?[,.!?…]’)|'(?=[A-Z])(?P<straight>[^'\n]{2,600}?[,.!?]'))(?=[\s)\].,;—–]|$)",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Quotation:
    """`text[start:end]`, marks included. `closed` is False where the paragraph ended before the quotation did."""

    start: int
    end: int
    closed: bool = True


def find_quotations(text: str) -> list[Quotation]:
    """All quotations in reading order; none within another.

    >>> [(q.start, q.end) for q in find_quotations('“They came,” he said. “We ran.”')]
    [(0, 12), (22, 31)]
    """
    doubles = list(_double(text)) if any(mark in text for mark in _CLOSES) else []
    singles = (Quotation(found.start(), found.end()) for found in _singles(text))
    return _merged(doubles, [one for one in singles if text.count(" ", one.start, one.end) >= 2])


def _singles(text: str) -> Iterator[re.Match[str]]:
    return _SINGLE.finditer(text) if "‘" in text or "'" in text else iter(())


def _double(text: str) -> Iterator[Quotation]:
    opened, closers = -1, ""
    for mark in _MARKS.finditer(text):
        sign = mark[0]
        if sign.strip() == "" or "\n" in sign:
            if opened >= 0:
                yield Quotation(opened, mark.start(), closed=False)
            opened = -1
        elif opened < 0:
            if sign in _CLOSES and _may_open(text, mark.end()):
                opened, closers = mark.start(), _CLOSES[sign]
        elif sign in closers and not (sign == '"' and _looks_like_opening(text, mark)):
            yield Quotation(opened, mark.end())
            opened = -1
        elif sign in "“«":
            opened, closers = (opened, closers) if sign == "«" else (mark.start(), _CLOSES[sign])
    if opened >= 0:
        yield Quotation(opened, len(text), closed=False)


def _may_open(text: str, after: int) -> bool:
    return after < len(text) and not text[after].isspace()


def _looks_like_opening(text: str, mark: re.Match[str]) -> bool:
    """A straight mark after a space and before a letter opens, even where one was left unclosed by mistake."""
    before = text[mark.start() - 1 : mark.start()]
    return before.isspace() and text[mark.end() : mark.end() + 1].isalnum()


def _merged(doubles: list[Quotation], singles: list[Quotation]) -> list[Quotation]:
    found, at = [], 0
    for single in singles:
        while at < len(doubles) and doubles[at].end <= single.start:
            at += 1
        if at == len(doubles) or doubles[at].start >= single.end:
            found.append(single)
    return sorted([*doubles, *found], key=lambda quotation: quotation.start)
