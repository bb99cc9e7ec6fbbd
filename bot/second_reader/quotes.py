"""Where a quote stands in the text, to the letter; a quote that does not stand there is nowhere."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator

SHORTEST, LONGEST = 4, 400  # characters
MOST_PLACES = 200  # at which one quote is looked for
_HYPHENS = "-‑"


def find_quote(text: str, quote: str, hint: str = "", taken: Collection[int] = ()) -> int | None:
    """Where the quote begins; None when it does not stand there, or only in the middle of words or numbers.

    Of several places, the one nearest to where the `hint` stands; without such a place, the first that is not `taken`.

    >>> find_quote("15 killed, 5 killed", "5 killed")
    11
    """
    if not SHORTEST <= len(quote) <= LONGEST or not any(character.isalpha() for character in quote):
        return None
    places = [at for at in _places(text, quote) if _stands_alone(text, at, at + len(quote))]
    if not places:
        return None
    hinted = list(_places(text, hint)) if hint else []
    if hinted:
        return min(places, key=lambda at: _distance(at, len(quote), hinted, len(hint)))
    return next((at for at in places if at not in taken), places[0])


def _places(text: str, words: str) -> Iterator[int]:
    at = -1
    for _ in range(MOST_PLACES):
        at = text.find(words, at + 1)
        if at < 0:
            return
        yield at


def _distance(at: int, length: int, hinted: list[int], hint_length: int) -> int:
    """Characters between the quote and the hint; 0 where one holds a part of the other."""
    after = bisect_right(hinted, at)
    beside = hinted[max(0, after - 1) : after + 1]
    return min(max(there - (at + length), at - (there + hint_length), 0) for there in beside)


def _stands_alone(text: str, start: int, end: int) -> bool:
    return not _joined(text, start) and not _joined(text, end)


def _joined(text: str, at: int) -> bool:
    """Whether a word or a number goes on over this border: “fif|teen”, “twenty-|five”, “1,|205”."""
    before, after = text[max(0, at - 2) : at], text[at : at + 2]
    if not before or not after:
        return False
    if before[-1].isalnum() and after[0].isalnum():
        return True
    if before[-1] in _HYPHENS and before[:-1].isalnum() and after[0].isalnum():
        return True
    if after[0] in _HYPHENS and after[1:].isalnum() and before[-1].isalnum():
        return True
    digits = (before[:-1].isdigit() and after[0].isdigit(), before[-1].isdigit() and after[1:].isdigit())
    return (digits[0] and before[-1] in ".,") or (digits[1] and after[0] in ".,")
