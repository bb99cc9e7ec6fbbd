"""Tokens: the words and marks of a stretch of text, with their offsets.

What can be told of a word alone (its small letters, its capital) is worked out once for each word of the language,
not for each place where it stands.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from bot.extraction.known import Known

_TOKEN = re.compile(
    r"\d{1,3}(?:[, \u00a0\u202f]\d{3})+(?![\d])"
    r"|\d+(?:[-‑][A-Za-z]+)+|\d+(?:st|nd|rd|th)\b|\d+(?:\.\d+)?|['’](?:s|re|ve|ll)\b|(?:[A-Z]\.){2,}"
    r"|[^\W\d_][^\W_]*(?:(?:['’](?!(?:s|re|ve|ll)\b)(?=[^\W\d_])|[-‑](?=\w)|\.(?=[a-z]\.))[^\W_]*)*|\S"
)


class Token(NamedTuple):
    """One word or mark: `text[start:end]`; `low` is its small-letter form with straight apostrophes."""

    start: int
    end: int
    word: str
    low: str
    capital: bool
    is_word: bool


def _small_letters(word: str) -> str:
    return word.lower().replace("’", "'").replace("‑", "-")


_make = tuple.__new__  # a third of the cost of Token(…), and there are many
_SMALL = Known(_small_letters)


def words_of(text: str, start: int, end: int) -> list[str]:
    """The words and marks of `text[start:end]` as written, without their places: enough to tell what is spoken of.

    >>> words_of("The city’s 1,200 people", 0, 23)
    ['The', 'city', '’s', '1,200', 'people']
    """
    return _TOKEN.findall(text, start, end)


def small(words: list[str]) -> list[str]:
    """The words in small letters, with straight apostrophes and hyphens."""
    return [_SMALL[word] for word in words]


def placed(text: str, start: int, words: list[str], lows: list[str]) -> list[Token]:
    """Words as `words_of` gives them from `start` on, each with its place; between them stand only spaces."""
    found = []
    at = start
    for word, low in zip(words, lows, strict=True):
        begin = text.index(word, at)
        at = begin + len(word)
        first = word[0]
        found.append(_make(Token, (begin, at, word, low, first.isupper(), first.isalnum())))
    return found


def tokens(text: str, start: int, end: int) -> list[Token]:
    """The tokens of `text[start:end]`.

    >>> [token.start for token in tokens("The city’s 1,200 people", 0, 23)]
    [0, 4, 8, 11, 17]
    """
    words = words_of(text, start, end)
    return placed(text, start, words, small(words))
