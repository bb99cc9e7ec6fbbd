"""Near-copies: agency copy, forwards, a text with small edits. Shingles of words, found again through a few numbers.

A sketch is a one-permutation MinHash (Broder 1997; Li, Owen and Zhang 2012) cut into bands: texts that share a band
are looked at, and their shingles decide. A near-copy says who is no independent source; it never makes two claims one.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from functools import lru_cache

SHINGLE = 4  # words
LEAST = 8  # shingles: of a shorter text nobody can say that it was copied
BINS = 64
ROWS = 2  # of a band
COPIED = 0.6  # of the shorter text's shingles stand in the longer one too
LEAST_SHARE = 0.2  # and of both texts' shingles together, lest a long report is a copy of each of its paragraphs

_WORD = re.compile(r"\w+")


@lru_cache(maxsize=8)
def shingles(text: str) -> frozenset[int]:
    """The text's runs of four words as 64-bit numbers; case, marks and spaces are no difference.

    >>> shingles("Shells fell on Herat again") == shingles("shells fell, on Herat -- again!")
    True
    """
    words = _WORD.findall(text.casefold())
    runs = (" ".join(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1))
    return frozenset(_number(run) for run in runs)


def sketch(text: str) -> tuple[int, ...]:
    """The bands of a text, 63-bit numbers: equal texts have all in common, near-copies some, others none.

    Empty for a text of fewer than `LEAST` shingles.
    """
    found = shingles(text)
    if len(found) < LEAST:
        return ()
    least = _filled(_least_of_bins(found))
    return tuple(_number(f"{at}:{least[at : at + ROWS]}") >> 1 for at in range(0, BINS, ROWS))


def copied(one: str, other: str) -> bool:
    """Whether one of two texts is a near-copy of the other."""
    first, second = shingles(one), shingles(other)
    shorter = min(len(first), len(second))
    shared = len(first & second)
    return shorter >= LEAST and shared >= COPIED * shorter and shared >= LEAST_SHARE * len(first | second)


def _least_of_bins(found: Iterable[int]) -> list[int | None]:
    least: list[int | None] = [None] * BINS
    for number in found:
        at, rest = number % BINS, number // BINS
        known = least[at]
        if known is None or rest < known:
            least[at] = rest
    return least


def _filled(least: list[int | None]) -> list[int]:
    """An empty bin takes what the next full one holds, and how far away that is."""
    full = [at for at, number in enumerate(least) if number is not None]
    filled = []
    for at in range(BINS):
        nearest = min(full, key=lambda other: (other - at) % BINS)
        filled.append((least[nearest] or 0) * BINS + (nearest - at) % BINS)
    return filled


def _number(words: str) -> int:
    return int.from_bytes(hashlib.blake2b(words.encode(), digest_size=8).digest())
