"""Pieces of patterns made of the calendar's words, and what each word is worth."""

from __future__ import annotations

import re
from collections.abc import Iterable
from string import capwords

from bot.extraction.lexicon.calendar import DAY_PARTS, MONTHS, NUMBERS, ORDINALS, WEEKDAYS


def any_of(words: Iterable[str]) -> str:
    """An alternation, longest words first so that none hides a longer one; a space stands for any white space."""
    ordered = sorted(words, key=len, reverse=True)
    return "(?:" + "|".join(word.replace(".", r"\.").replace(" ", r"\s+") for word in ordered) + ")"


_Node = dict[str, "_Node"]


def trie(words: Iterable[str]) -> str:
    """A pattern for the words in lower case, Capitalised and UPPER CASE that reads each letter once.

    It needs no IGNORECASE, which makes a scan ten times slower. A space stands for one or more of white space.
    """
    root: _Node = {}
    for word in {cased for plain in words for cased in (plain, plain.upper(), capwords(plain), plain.capitalize())}:
        node = root
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return _branch(root)


def _branch(node: _Node) -> str:
    ends = "" in node
    ways = [
        (r"\s+" if letter == " " else re.escape(letter)) + _branch(node[letter]) for letter in sorted(node) if letter
    ]
    if not ways:
        return ""
    if len(ways) == 1 and not ends:
        return ways[0]
    return "(?:" + "|".join(ways) + ")" + ("?" if ends else "")


WEEKDAY = any_of(word for word in WEEKDAYS if word.endswith("day"))
SHORT_WEEKDAY = any_of(word for word in WEEKDAYS if not word.endswith("day"))
MONTH = any_of(MONTHS) + r"\b\.?"
DAY_PART = any_of(DAY_PARTS)
COUNT = r"(?:\d{1,3}|" + any_of(NUMBERS) + ")"
DAY_NUMBER = r"(?:\d{1,2})(?:\s?(?:st|nd|rd|th)\b)?"
ORDINAL_WORD = any_of(ORDINALS)
YEAR = r"(?:19|20)\d\d(?!\d)"
TO = r"\s*(?:-|–|—|to|through|until|till|and|or|&|/)\s*"


def month_number(word: str) -> int:
    return MONTHS[word.rstrip(". ").lower()]


def weekday_number(word: str) -> int:
    return WEEKDAYS[word.rstrip(". ").lower()]


def day_number(word: str) -> int:
    """“3”, “3rd”, “3RD” and “third” alike."""
    low = " ".join(word.lower().split())
    digits = low.rstrip("stndrh ")
    return int(digits) if digits.isdigit() else ORDINALS[low]


def small_number(word: str) -> int:
    return int(word) if word.isdigit() else NUMBERS[" ".join(word.lower().split())]


def full_year(word: str) -> int:
    """“90” is 1990 and “21” is 2021, as on a wire of this age; four digits stand."""
    year = int(word.lstrip("'’"))
    if year >= 100:
        return year
    return year + (1900 if year >= 60 else 2000)
