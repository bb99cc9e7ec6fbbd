"""Numbers: a figure as reported becomes an interval, its hedge kept in the text's own words.

“At least ten” is 10 and open above, “up to ten” open below, “dozens” 24 or more: the field's conventions.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from bot.claims.model import Interval
from bot.extraction.known import Known
from bot.extraction.lexicon.figures import (
    ABOUT,
    AFTERWARDS,
    AT_LEAST,
    FEWER_THAN,
    FILLERS,
    HEDGES,
    MORE_THAN,
    NEARLY,
    ONES,
    TENS,
    TIMES,
    UP_TO,
    VAGUE,
)
from bot.extraction.tokens import Token

_HEDGES: dict[str, list[tuple[tuple[str, ...], str]]] = {}
"""First word of a hedge -> the hedges that begin with it and their senses, longest first."""
for _words in sorted(HEDGES, key=len, reverse=True):
    _HEDGES.setdefault(_words[0], []).append((_words, HEDGES[_words]))
_AFTER = frozenset(words[0] for words in AFTERWARDS)
_GROUPED = re.compile(r"[, \u00a0\u202f]")  # between the thousands of a number
_MOST = 10**12
# The words a figure can begin with, so that most words of a text are passed over at once.
_BEGINNINGS = (
    frozenset(words[0] for words in HEDGES)
    | FILLERS
    | frozenset((*ONES, *TENS, *TIMES, *VAGUE))
    | frozenset(
        "a an the half between from no zero nil none nobody not many literally tens number both couple pair".split()
    )
)
_BEFORE_NUMBER = frozenset("a an the many literally".split())
_SECONDS = {first: frozenset(words[1] for words, _ in rows if len(words) > 1) for first, rows in _HEDGES.items()}
"""First word of a hedge -> what its second word can be."""
_BEHIND_ARTICLE = frozenset((*TIMES, *VAGUE, "tens", "number", "couple", "pair"))
_NUMBERS = frozenset((*ONES, *TENS, *TIMES, *VAGUE)) | frozenset(
    "between from half no zero nil none nobody no-one not tens number both".split()
)
_HANDS = frozenset("hand hands handed handing turned turning signed".split())
_LAUNCHED = frozenset("launch rocket rockets".split())
_ONLY_HEDGES = frozenset(
    first for first, rows in _HEDGES.items() if first not in _NUMBERS and all(len(words) > 1 for words, _ in rows)
)
"""Words that begin a figure only where the rest of a hedge follows: the “at” of “at least”."""


class Figure(NamedTuple):
    """A figure in tokens[start:end]; `number` where it holds a number and not only a vague word."""

    start: int
    end: int
    interval: Interval
    number: bool = True


def _may_begin(low: str) -> bool:
    return low in _BEGINNINGS or low[:1].isdecimal() or "-" in low


may_begin = Known(_may_begin).__getitem__
"""Whether a figure can begin with a word at all."""


def read_figure(words: Sequence[Token], at: int) -> Figure | None:
    """The figure that begins at `words[at]`, with its hedges; None where none begins there."""
    first = _low(words, at)
    if _low(words, at + 1) == ":" and first.isdecimal() and _is_clock(words, at):
        return None
    if first == "over" and _low(words, at - 1) in _HANDS:
        return None  # “handed over 12 prisoners”
    if not may_begin(first) or _in_vain(words, at, first):
        return None
    sense, after = _hedge(words, at)
    start = after
    while sense is None and start - after < 3 and _low(words, start) in FILLERS:
        start += 1
    if sense is None and start > after:
        sense, start = _hedge(words, start)
    if not _may_follow(words, start):
        return None
    found = _between(words, start) or _zero(words, start) or _vague(words, start)
    if found is None:
        found = _plain(words, start)
    if found is None:
        return None
    low, high, end, number = found
    trailing, end = _afterwards(words, end)
    sense = sense or trailing or (ABOUT if _low(words, end - 1).endswith("-odd") else None)
    interval = _interval(low, high, sense, words, at, end)
    return Figure(at, end, interval, number)


def _is_clock(words: Sequence[Token], at: int) -> bool:
    """“09:30”: three tokens without a gap."""
    minutes = words[at + 2] if at + 2 < len(words) else None
    return minutes is not None and minutes.word.isdecimal() and minutes.start == words[at].end + 1


def _in_vain(words: Sequence[Token], at: int, first: str) -> bool:
    """Whether the next word already tells that no figure begins here: “the army”, “in May”, “a man”."""
    second = _low(words, at + 1)
    if second in _SECONDS.get(first, ()):
        return False
    if first in FILLERS:
        return not may_begin(second)
    if first in _BEFORE_NUMBER:
        return second not in _BEHIND_ARTICLE and _low(words, at + 2) != "number"
    return first in _ONLY_HEDGES


def _may_follow(words: Sequence[Token], at: int) -> bool:
    """Whether a number can stand at a word; spares most articles and small words the reading."""
    low = _low(words, at)
    if low in _BEFORE_NUMBER:
        return _low(words, at + 1) in _BEHIND_ARTICLE or _low(words, at + 2) == "number"
    return low in _NUMBERS or low[:1].isdecimal() or "-" in low


def _low(words: Sequence[Token], at: int) -> str:
    return words[at].low if 0 <= at < len(words) else ""


def _hedge(words: Sequence[Token], at: int, again: bool = True) -> tuple[str | None, int]:
    for hedge, sense in _HEDGES.get(_low(words, at), ()):
        if len(hedge) == 1 or (_low(words, at + 1) == hedge[1] and _stands(words, at, hedge)):
            after = at + len(hedge)
            further, after = _hedge(words, after, again=False) if again else (None, after)
            return (further if further and sense == ABOUT else sense), after
    return None, at


def _stands(words: Sequence[Token], at: int, phrase: tuple[str, ...]) -> bool:
    return all(_low(words, at + offset) == word for offset, word in enumerate(phrase))


def _afterwards(words: Sequence[Token], at: int) -> tuple[str | None, int]:
    if _low(words, at) not in _AFTER:
        return None, at
    for length in (4, 3, 2, 1):
        following = tuple(token.low for token in words[at : at + length])
        sense = AFTERWARDS.get(following)
        if sense:
            return sense, at + len(following)
    return None, at


def whole_number(words: Sequence[Token], at: int) -> tuple[int, int] | None:
    """The plain number at `words[at]`, in digits or words, and where it ends."""
    word = _low(words, at)
    if word in ("a", "an") and _low(words, at + 1) in TIMES:
        return _times(words, at + 1, 1.0)
    if word == "half" and _low(words, at + 1) == "a" and _low(words, at + 2) in TIMES:
        return TIMES[_low(words, at + 2)] // 2, at + 3
    if word[:1].isdecimal():
        word = word.removesuffix("-odd")
        if not word[-1].isdecimal() or len(word) > 18:
            return None
        return _times(words, at + 1, float(word if word.isdecimal() else _GROUPED.sub("", word)))
    value = _in_words(word)
    if word in ("hundred", "thousand", "dozen"):
        return _times(words, at, 1.0)
    if value is None:
        return None
    return _times(words, at + 1, float(value))


def _in_words(word: str) -> int | None:
    if word in ONES:
        return ONES[word]
    if word in TENS:
        return TENS[word]
    ten, _, one = word.partition("-")
    if one == "odd":
        return TENS.get(ten)
    return TENS[ten] + ONES[one] if ten in TENS and one in ONES else None


def _times(words: Sequence[Token], at: int, value: float) -> tuple[int, int]:
    if _low(words, at) in ONES and 20 <= value < 100 and value % 10 == 0 and not words[at - 1].word[:1].isdecimal():
        value, at = value + ONES[_low(words, at)], at + 1
    half = [_low(words, index) for index in range(at, at + 3)] == ["and", "a", "half"] and _low(words, at + 3) in TIMES
    value, at = (value + 0.5, at + 3) if half else (value, at)
    for _ in range(3):
        if _low(words, at) not in TIMES:
            break
        value, at = value * TIMES[_low(words, at)], at + 1
        rest = at + 1 if _low(words, at) == "and" else at
        below = _in_words(_low(words, rest)) if value >= 100 and rest > at else None
        if below:
            value, at = value + below, rest + 1
    return min(round(value), _MOST), at


_Reading = tuple[int | None, int | None, int, bool]


def _between(words: Sequence[Token], at: int) -> _Reading | None:
    opened = _low(words, at) in ("between", "from")
    one = whole_number(words, at + 1 if opened else at)
    if one is None or _low(words, one[1]) not in ("to", "and", "or", "-", "–", "—"):
        return None
    joiner = _low(words, one[1])
    other = whole_number(words, one[1] + 1)
    if other is None or (joiner == "and" and not opened):
        return None
    low, high = one[0], other[0]
    if low < high and _low(words, other[1] - 1) in TIMES and _low(words, one[1] - 1) not in TIMES and high > 100 * low:
        low *= TIMES[_low(words, other[1] - 1)]
    return (low, high, other[1], True) if low < high else None


def _zero(words: Sequence[Token], at: int) -> _Reading | None:
    word = _low(words, at)
    if word in ("no", "not") and _low(words, at + 1) == "one":
        return 0, 0, at + 2, True
    if word in ("no", "zero", "nil") and _low(words, at + 1) not in ("longer", "more", "fewer", "less", "doubt", "."):
        return 0, 0, at + 1, True
    if word in ("none", "nobody", "no-one"):
        return 0, 0, at + 1, True
    if word == "not" and _low(words, at + 1) in ("a", "any") and _low(words, at + 2) == "single":
        return 0, 0, at + 3, True
    return None


def _vague(words: Sequence[Token], at: int) -> _Reading | None:
    start = at + 1 if _low(words, at) in ("a", "the", "many", "literally") else at
    word = _low(words, start)
    if word == "tens" and _low(words, start + 1) == "of" and _low(words, start + 2) in ("thousands", "millions"):
        return 10 * VAGUE[_low(words, start + 2)], None, _of(words, start + 3), False
    if word == "hundreds" and _low(words, start + 1) == "of" and _low(words, start + 2) == "thousands":
        return 200_000, None, _of(words, start + 3), False
    if word == "few" and start > at and _low(words, start + 1) in ("dozen", "hundred", "thousand"):
        return 3 * TIMES[_low(words, start + 1)], None, start + 2, False
    if word == "several" and _low(words, start + 1) in ("dozen", "hundred", "thousand"):
        return 3 * TIMES[_low(words, start + 1)], None, start + 2, False
    if _low(words, at) in ("an", "a") and _low(words, at + 2) == "number" and _low(words, at + 3) == "of":
        return None, None, at + 4, False
    if word == "multiple" and (start > at or _low(words, start + 1) in _LAUNCHED):
        return None  # “a multiple rocket launcher”
    if word in VAGUE and not (word == "few" and start == at):
        return VAGUE[word], None, _of(words, start + 1), False
    if word == "number" and _low(words, at) == "a" and _low(words, start + 1) == "of":
        return None, None, start + 2, False
    return None


def _of(words: Sequence[Token], at: int) -> int:
    return at + 1 if _low(words, at) == "of" else at


def _plain(words: Sequence[Token], at: int) -> _Reading | None:
    if _low(words, at) == "both":
        return 2, 2, at + 1, True
    if _low(words, at) in ("a", "the") and _low(words, at + 1) in ("couple", "pair"):
        return 2, 2, at + 2, True
    number = whole_number(words, at)
    if number is None:
        return None
    value, end = number
    if _low(words, end - 1) == "dozen" and _low(words, end) == "of":
        end += 1
    return value, value, end, True


def _interval(
    low: int | None, high: int | None, sense: str | None, words: Sequence[Token], start: int, end: int
) -> Interval:
    verbatim = _verbatim(words, start, end, low, high, sense)
    if low is None or high is None:
        return Interval(low, high, verbatim)
    if sense in (AT_LEAST, MORE_THAN):
        return Interval(low, None, verbatim)
    if sense in (UP_TO, FEWER_THAN):
        return Interval(None, high, verbatim)
    return Interval(low, high, verbatim if sense in (ABOUT, NEARLY) or low != high else None)


def _verbatim(
    words: Sequence[Token], start: int, end: int, low: int | None, high: int | None, sense: str | None
) -> str | None:
    """The hedging words themselves: those before the number, or the whole where number and hedge are one."""
    if low is None or high is None or low != high:
        return " ".join(token.word for token in words[start:end])
    if sense is None:
        return None
    plain = [token.word for token in words[start:end] if whole_number([token], 0) is None and token.low not in TIMES]
    return " ".join(plain) or None
