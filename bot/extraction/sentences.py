"""Sentences: where one ends and the next begins, in running text, headings and lists, without losing an offset."""

from __future__ import annotations

import re
from dataclasses import dataclass

LONGEST = 1_200  # a longer run without a full stop is cut, so that what follows stays in proportion

_ABBREVIATIONS = frozenset(
    """mr mrs ms dr gen lt col maj sgt capt cpl brig adm cmdr gov sen rep rev st hon prof jr sr vs no nos fig approx est
    jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun a.m p.m u.s u.n u.k e.g i.e etc inc ltd
    co corp dept km ft mt ave maj.gen lt.col lt.gen""".split()
)
_BREAK = re.compile(r"[.!?…]+[\"”’')\]]*(?=\s)|\n\s*|[;•▪]\s|\s[|]\s")
_LAST_WORD = re.compile(r"([^\W\d_][\w.]{0,9})\.$")
_CLAUSE_GOES_ON = re.compile(r"\s+[a-z]")


@dataclass(frozen=True, slots=True)
class Sentence:
    """`text[start:end]`, without white space at its ends."""

    start: int
    end: int
    paragraph: int


def sentences(text: str) -> list[Sentence]:
    """The sentences of a text in order.

    >>> [(one.start, one.end) for one in sentences("Shells fell. Gen. Omar fled.")]
    [(0, 12), (13, 28)]
    """
    found: list[Sentence] = []
    start, paragraph = 0, 0
    for stop in _BREAK.finditer(text):
        if not _is_end(text, stop):
            continue
        found.extend(_pieces(text, start, stop.end(), paragraph))
        paragraph += "\n" in stop[0] or text[stop.end() : stop.end() + 1] == "\n"
        start = stop.end()
    found.extend(_pieces(text, start, len(text), paragraph))
    return found


def _is_end(text: str, stop: re.Match[str]) -> bool:
    mark = stop[0][0]
    if mark == "\n":
        return True
    if mark != ".":
        return not _CLAUSE_GOES_ON.match(text, stop.end())
    word = _LAST_WORD.search(text, max(0, stop.start() - 11), stop.start() + 1)
    if word and (len(word[1]) == 1 or word[1].lower() in _ABBREVIATIONS):
        return False
    return not _CLAUSE_GOES_ON.match(text, stop.end()) or stop[0] != "."


def _pieces(text: str, start: int, end: int, paragraph: int) -> list[Sentence]:
    pieces = []
    while start < end:
        stop = min(end, start + LONGEST)
        left, right = start, stop
        while left < right and text[left].isspace():
            left += 1
        while right > left and text[right - 1].isspace():
            right -= 1
        if left < right:
            pieces.append(Sentence(left, right, paragraph))
        start = stop
    return pieces
