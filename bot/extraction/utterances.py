"""The stretches in which one looks for a speaker: sentences, with a quotation and its “he said” kept together.

A sentence that ends inside a quotation does not end the stretch: “They came. We ran,” he said. is one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from bot.extraction.lexicon.roles import DOTTED
from bot.extraction.quotations import Quotation

LONGEST = 4_000  # characters; what has no full stop for longer than this is no sentence

_TOKEN = re.compile(r"(?:[A-Za-z]\.){2,}|\d+(?:[.,:]\d+)*\w*|[^\W_]+(?:['’.&/-][^\W_]+)*|--+|\S")
_END = re.compile(r"[.!?…]+[\"”’'»)\]]*(?=\s+[\"“‘«'(\[]?[A-Z0-9])|\n\s*")
_LAST_WORD = re.compile(r"([^\W\d_]+|\b[A-Za-z](?:\.[A-Za-z])+)\Z")
QUOTE = "“”"  # stands for a whole quotation among the tokens


_make = tuple.__new__  # a third of the cost of Token(…), and there are many


class Token(NamedTuple):
    """A word or mark: as it stands, in lower case, and where."""

    word: str
    low: str
    start: int
    end: int


@dataclass(slots=True)
class Utterance:
    """One stretch of the text, `text[start:end]`, in the paragraph of that number, with the quotations in it."""

    start: int
    end: int
    paragraph: int
    quotations: list[Quotation]


def utterances(text: str, quotations: list[Quotation]) -> list[Utterance]:
    """The whole text in stretches, in reading order."""
    starts = [quotation.start for quotation in quotations]
    found: list[Utterance] = []
    paragraph, begin, fresh = 0, 0, False
    for end, ends_paragraph in _boundaries(text, quotations, starts):
        piece = text[begin:end]
        if stripped := piece.lstrip():
            first = end - len(stripped)
            paragraph += fresh and bool(found)
            inside = quotations[bisect_right(starts, first - 1) : bisect_right(starts, end - 1)] if quotations else []
            found.append(Utterance(first, end, paragraph, inside))
            fresh = False
        fresh = fresh or ends_paragraph
        begin = end
    return found


def _boundaries(text: str, quotations: list[Quotation], starts: list[int]) -> Iterator[tuple[int, bool]]:
    last = 0
    for stop in _END.finditer(text):
        newline = stop[0][0] == "\n"
        end = stop.start() if newline else stop.end()
        while end - last > LONGEST:
            last = _cut(text, last)
            yield last, False
        if newline:
            if not _runs_on(text, stop.start(), stop.end()):
                last = stop.end()
                yield last, True
        elif not (_abbreviated(text, stop) or (quotations and _inside(quotations, starts, end))):
            last = end
            yield end, False
    while len(text) - last > LONGEST:
        last = _cut(text, last)
        yield last, False
    yield len(text), True


def _cut(text: str, last: int) -> int:
    """Where to cut what goes on for too long: at a space if there is one."""
    space = text.rfind(" ", last + LONGEST // 2, last + LONGEST)
    return space if space > 0 else last + LONGEST


def _abbreviated(text: str, stop: re.Match[str]) -> bool:
    if stop[0] != ".":
        return False
    word = _LAST_WORD.search(text, max(0, stop.start() - 12), stop.start())
    if word is None:
        return False
    return (
        word[0].lower() in DOTTED
        or (len(word[0]) == 1 and word[0].isupper())
        or ("." in word[0] and text[stop.end() : stop.end() + 5].strip()[:1].isupper() and word[0].upper() == word[0])
    )


def _inside(quotations: list[Quotation], starts: list[int], at: int) -> bool:
    index = bisect_right(starts, at - 1) - 1
    return index >= 0 and at < quotations[index].end


def _runs_on(text: str, at: int, after: int) -> bool:
    """A line break within a sentence, as in text wrapped at a column."""
    before, following = text[max(0, at - 1) : at], text[after : after + 1]
    return following.islower() and before not in (".", "!", "?", ":", "”", '"') and text.count("\n", at, after) == 1


def tokens(text: str, utterance: Utterance) -> list[Token]:
    """The words and marks of a stretch; each quotation in it is one token, `QUOTE`."""
    found: list[Token] = []
    at = utterance.start
    for quotation in utterance.quotations:
        _words(text, at, quotation.start, found)
        found.append(Token(QUOTE, QUOTE, quotation.start, min(quotation.end, utterance.end)))
        at = quotation.end
    _words(text, at, utterance.end, found)
    return found


def _words(text: str, start: int, end: int, found: list[Token]) -> None:
    for match in _TOKEN.finditer(text, start, max(start, end)):
        word = match[0]
        if (
            word == "."
            and found
            and (
                found[-1].word[1:2] == "-"
                or found[-1].low in DOTTED
                or (len(found[-1].word) == 1 and found[-1].word.isupper())
            )
        ):
            continue
        found.append(_make(Token, (word, word.lower(), match.start(), match.end())))
