"""Tokens: the words and marks of a stretch of text, with their offsets."""

from __future__ import annotations

import re
from dataclasses import dataclass

_TOKEN = re.compile(
    r"\d{1,3}(?:[, \u00a0\u202f]\d{3})+(?![\d])"
    r"|\d+(?:[-‑][A-Za-z]+)+|\d+(?:st|nd|rd|th)\b|\d+(?:\.\d+)?|['’]s\b|(?:[A-Z]\.){2,}"
    r"|[^\W\d_](?:[^\W_]|['’](?!s\b)(?=[^\W\d_])|[-‑](?=\w)|\.(?=[a-z]\.))*|\S"
)


@dataclass(frozen=True, slots=True)
class Token:
    """One word or mark: `text[start:end]`; `low` is its small-letter form with straight apostrophes."""

    start: int
    end: int
    word: str
    low: str

    @property
    def capital(self) -> bool:
        return self.word[:1].isupper()

    @property
    def is_word(self) -> bool:
        return self.word[:1].isalnum()


def tokens(text: str, start: int, end: int) -> list[Token]:
    """The tokens of `text[start:end]`.

    >>> [token.word for token in tokens("The city’s 1,200 people", 0, 23)]
    ['The', 'city', '’s', '1,200', 'people']
    """
    return [
        Token(found.start(), found.end(), found[0], found[0].lower().replace("’", "'").replace("‑", "-"))
        for found in _TOKEN.finditer(text, start, end)
    ]
