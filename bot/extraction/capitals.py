"""Capitalised words and the runs in which they stand together: where the names of a text are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from bot.extraction.folding import fold
from bot.extraction.gazetteer import gazetteer

MOST_WORDS = 60_000  # capitalised words looked at in one text; a book of 2 MiB holds about as many
LONGEST_RUN = 40
NAME_LETTERS = 60
_WRAPPED = 50  # a line this long is broken by its width, not by its end

_WORD = re.compile(
    r"(?![\sb-df-np-tv-z])(?:"  # most letters begin none, and are passed over at once
    r"(?<![\w.])(?:[A-Z]\.){2,4}|(?<![\w.])[A-Z]\.(?= [A-Z])|"
    r"(?<![\w'’-])(?:(?:al|el|ad|ed|as|es|ash|esh|an|en|ar|er|at|az|ez|ul|ol|os)[-‑])?"
    r"[^\W\d_a-zß-öø-ÿ]\w*(?:['’ʼ‑-]\w+)*(?:(?<=\bSt)\.|(?<=\bMt)\.|(?<=\bFt)\.)?)"
)
_POSSESSIVES = frozenset(("'s", "’s", "'S", "’S"))
_JOIN = re.compile(
    r" {1,2}(?:(?:de|del|de la|de las|de los|da|do|dos|das|of|of the|and|e|i|y|ul|al|el|la|las|los|bin|ibn|van|von) )?"
    r"|[ \t]*\n[ \t]*"
)


class Word(NamedTuple):
    """A capitalised word; `key` is folded, `owns` says that 's follows, `opens` that it begins a sentence."""

    start: int
    end: int
    key: str
    owns: bool = False
    opens: bool = False


def words_in(text: str) -> Iterator[Word]:
    """The capitalised words of a text, as many as are looked at."""
    for found in islice(_WORD.finditer(text), MOST_WORDS):
        start, end = found.span()
        word = found[0]
        if end - start > NAME_LETTERS or not (word[0].isupper() or word.lstrip("aeilnrshtzudo-‑")[:1].isupper()):
            continue
        owns = word[-2:] in _POSSESSIVES
        if owns:
            word, end = word[:-2], end - 2
        if ("-" in word or "‑" in word) and _is_adjective(word):
            continue
        key = _folded(word)
        if key:
            yield Word(start, end, key, owns, _opens(text, start, end))


def _opens(text: str, start: int, end: int) -> bool:
    """Whether the capital is owed to the word's position: after a full stop, in a new line, or among capitals."""
    lead = text[max(0, start - 4) : start].rstrip(" \"“‘'(")
    return not lead or lead[-1] in ".!?:;\n—–-*•" or (text[start:end].isupper() and end - start > 1)


@lru_cache(maxsize=8192)
def _folded(word: str) -> str:
    return fold(word)


def _is_adjective(word: str) -> bool:
    """“Kabul-based”, “Russian-announced”: a tail of small letters makes the name an adjective."""
    tail = word.replace("‑", "-").rpartition("-")
    return bool(tail[1]) and tail[2].islower() and len(tail[2]) > 3 and not gazetteer().look_up(word)


def runs(text: str, words: Iterable[Word]) -> Iterator[list[Word]]:
    """Capitalised words that stand together, with the small words names have inside (`de la`, `of`)."""
    run: list[Word] = []
    for word in words:
        if run and (len(run) == LONGEST_RUN or not _joined(text, run[-1], word)):
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _joined(text: str, left: Word, right: Word) -> bool:
    if left.owns or right.start - left.end > 12:
        return False
    gap = text[left.end : right.start]
    if "\n" in gap:
        return (
            text.count("\n", left.end, right.start) == 1
            and _line_is_wrapped(text, left.end)
            and not gap.strip()
            and not _DATED.match(text, right.start)
        )
    return _JOIN.fullmatch(gap) is not None


_DATED = re.compile(r"[A-Z][\w .'’/-]{1,40}, (?:\w+day,? )?\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+ \d{4}\b")


def _line_is_wrapped(text: str, end: int) -> bool:
    return "\n" not in text[max(0, end - _WRAPPED) : end] and end >= _WRAPPED
