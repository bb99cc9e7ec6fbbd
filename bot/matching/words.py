"""Words as they are compared: one spelling for every way of writing the same letters."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ə": "a"})
_OWNED = re.compile(r"['’ʼ]s\b")
_SILENT = re.compile(r"['’‘ʼʻʿʾ`´.]")
_GAPS = re.compile(r"[\W_]+")
_IRREGULAR = {
    "men": "man", "women": "woman", "children": "child", "people": "person", "persons": "person", "police": "police",
    "lives": "life", "bodies": "body", "families": "family", "forces": "force", "troops": "troop", "headquarters":
    "headquarters", "press": "press", "series": "series", "premises": "premises", "barracks": "barracks",
    "policemen": "policeman", "buses": "bus", "gunmen": "gunman", "militiamen": "militiaman", "fishermen": "fisherman",
    "servicemen": "serviceman", "firemen": "fireman", "tribesmen": "tribesman", "businesses": "business",
}  # fmt: skip


@lru_cache(maxsize=16_384)
def folded(words: str) -> str:
    """Lower-case words without accents, possessives and punctuation, single spaces between them.

    >>> folded("Ukraine’s Defence Ministry"), folded("Qala-i-Naw"), folded("Sana'a")
    ('ukraine defence ministry', 'qala i naw', 'sanaa')
    """
    plain = _OWNED.sub("", words.lower())
    if not plain.isascii():
        letters = unicodedata.normalize("NFKD", plain.translate(_LETTERS))
        plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return _GAPS.sub(" ", _SILENT.sub("", plain)).strip()


@lru_cache(maxsize=16_384)
def single(word: str) -> str:
    """A folded word in the form for one: soldiers, soldier.

    >>> [single(word) for word in ("soldiers", "bodies", "policemen", "bus", "houses")]
    ['soldier', 'body', 'policeman', 'bus', 'house']
    """
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-2] if word.endswith(("ches", "shes", "sses", "xes", "zes")) else word[:-1]


@lru_cache(maxsize=16_384)
def singles(words: str) -> tuple[str, ...]:
    """The words of a phrase, folded, each in the form for one."""
    return tuple(single(word) for word in folded(words).split())
