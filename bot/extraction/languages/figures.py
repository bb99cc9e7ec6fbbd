"""Figures by a pack's words: number words, hedges and vague counts become intervals.

The hedge is told in English, whatever the language of the report: “щонайменше 10” is `Interval(10, None, "at least")`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from bot.claims.model import Interval
from bot.extraction.languages.spelling import Phrases, Table, any_of, by_phrase, listed
from bot.extraction.tokens import Token

_MOST = 10**12
_HEDGES = {  # sense -> its English words, and which ends of an exact figure stay closed
    "at_least": ("at least", True, False),
    "more_than": ("more than", True, False),
    "up_to": ("up to", False, True),
    "fewer_than": ("fewer than", False, True),
    "about": ("about", True, True),
    "nearly": ("nearly", True, True),
}
_VAGUE = {3: "several", 24: "dozens of", 40: "scores of", 200: "hundreds of", 2_000: "thousands of"}
_OF_PHRASES = ("vague", "unknown", "hedges")
_DIGITS = re.compile(r"\d+")


class Figure(NamedTuple):
    """A figure in words [start, end)."""

    start: int
    end: int
    interval: Interval


class FigureWords(NamedTuple):
    """A pack's words for figures; `thousands` are the marks within a number, `plus` the words of “thirty and five”.

    `joins` stand between two figures where a word has opened the range (“from 5 to 8”), `ors` without one (“5 or 6”).
    """

    numbers: Table[int]
    times: Table[int]
    vague: Phrases[int]
    unknown: Phrases[str]
    none: Phrases[bool]
    hedges: Phrases[str]
    afterwards: Phrases[str]
    fillers: Table[bool]
    opens: Table[bool]
    joins: Table[bool]
    ors: Table[bool]
    plus: Table[bool]
    of: Table[bool]
    not_counts: Phrases[bool]
    thousands: str
    beginnings: Table[bool]


def figure_words(told: Mapping[str, Any]) -> FigureWords:
    """The table `figures` of a pack."""
    phrases = [*told["none"], *(phrase for key in _OF_PHRASES for row in told[key].values() for phrase in row)]
    begins = [phrase.split()[0] for phrase in phrases]
    begins += [told["fillers"], told["opens"], *told["numbers"].values(), *told["times"].values()]
    return FigureWords(
        numbers=Table([(words, int(value)) for value, words in told["numbers"].items()]),
        times=Table([(words, int(value)) for value, words in told["times"].items()]),
        vague=Phrases([(phrase, int(value)) for value, phrases in told["vague"].items() for phrase in phrases]),
        unknown=by_phrase(told["unknown"]),
        none=any_of(told["none"]),
        hedges=by_phrase(told["hedges"]),
        afterwards=by_phrase(told["afterwards"]),
        fillers=listed(told["fillers"]),
        opens=listed(told["opens"]),
        joins=listed(told["joins"]),
        ors=listed(told["ors"]),
        plus=listed(told["plus"]),
        of=listed(told["of"]),
        not_counts=any_of(told["not_counts"]),
        thousands=told["thousands"],
        beginnings=listed(" ".join(begins)),
    )


class Figures:
    """The figures of one sentence."""

    def __init__(self, pack: FigureWords, words: Sequence[Token], lows: Sequence[str]) -> None:
        self._pack, self._words, self._lows = pack, words, lows

    def at(self, at: int) -> Figure | None:
        """The figure that begins at a word, with its hedges; ages, years, money and distances are none."""
        first = self._low(at)
        if first not in self._pack.beginnings and not first[:1].isdecimal():
            return None
        sense, start = (None, at) if self._between(at) else self._hedged(at)
        found = self._between(start) or self._vaguely(start) or self._plainly(start)
        if found is None or self._pack.not_counts.at(self._lows, found.end):
            return None
        after = self._pack.afterwards.at(self._lows, found.end)
        sense, end = (sense or after[1], after[0]) if after else (sense, found.end)
        return Figure(at, end, _with_hedge(found.interval, sense))

    def begins(self, at: int) -> bool:
        """Whether a figure, or what hedges one, begins at a word."""
        return self._low(at) in self._pack.fillers or self.at(at) is not None

    def _hedged(self, at: int) -> tuple[str | None, int]:
        sense = None
        for _ in range(4):
            hedge = self._pack.hedges.at(self._lows, at)
            if hedge is not None:
                at, sense = hedge[0], sense if sense and hedge[1] == "about" else hedge[1]
            elif self._low(at) in self._pack.fillers:
                at += 1
            else:
                break
        return sense, at

    def _low(self, at: int) -> str:
        return self._lows[at] if 0 <= at < len(self._lows) else ""

    def _between(self, at: int) -> Figure | None:
        opened = self._low(at) in self._pack.opens
        one = self._whole(at + opened)
        if one is None or self._low(one[1]) not in (self._pack.joins if opened else self._pack.ors):
            return None
        other = self._whole(one[1] + 1)
        if other is None or one[0] >= other[0]:
            return None
        return Figure(at, other[1], Interval(one[0], other[0], "between"))

    def _vaguely(self, at: int) -> Figure | None:
        none = self._pack.none.at(self._lows, at)
        if none is not None:
            return Figure(at, none[0], Interval(0, 0))
        vague = self._pack.vague.at(self._lows, at)
        if vague is not None:
            return Figure(
                at, self._past_of(vague[0]), Interval(vague[1], None, _VAGUE.get(vague[1], f"{vague[1]:,} or more"))
            )
        unknown = self._pack.unknown.at(self._lows, at)
        return Figure(at, self._past_of(unknown[0]), Interval(None, None, unknown[1])) if unknown else None

    def _past_of(self, at: int) -> int:
        return at + 1 if self._low(at) in self._pack.of else at

    def _plainly(self, at: int) -> Figure | None:
        number = self._whole(at)
        if number is None:
            return None
        value, end = number
        return Figure(at, self._past_of(end), Interval(value, value))

    def _whole(self, at: int) -> tuple[int, int] | None:
        """The plain number that begins at a word, in digits or words, and where it ends."""
        read = self._digits(at) or self._in_words(at)
        if read is None:
            times = self._pack.times.one(self._low(at))
            return (times, at + 1) if times else None
        value, end = read
        while (times := self._pack.times.one(self._low(end))) is not None:
            value, end = value * times, end + 1
            below = self._digits(end) or self._in_words(end) if times == 1_000 else None
            if below and below[0] < 1_000:
                value, end = value + below[0], below[1]
        return (min(round(value), _MOST), end) if value == round(value) else None

    def _digits(self, at: int) -> tuple[float, int] | None:
        word = self._low(at)
        if not word[:1].isdecimal() or len(word) > 18 or not word[-1].isdecimal():
            return None
        bare = re.sub(rf"(?<=\d)[{self._pack.thousands}](?=\d{{3}}(?!\d))", "", word)
        if self._decimals_follow(at):
            return float(f"{bare}.{self._low(at + 2)}"), at + 3
        try:
            return float(bare), at + 1
        except ValueError:
            return None

    def _decimals_follow(self, at: int) -> bool:
        """Whether “,5” stands right behind: 1,5 thousand."""
        if self._low(at + 1) != "," or not _DIGITS.fullmatch(self._low(at + 2)):
            return False
        return self._words[at].end == self._words[at + 1].start and self._words[at + 1].end == self._words[at + 2].start

    def _in_words(self, at: int) -> tuple[float, int] | None:
        value = self._pack.numbers.one(self._low(at))
        if value is None:
            return None
        at += 1
        while True:
            further = at + 1 if self._low(at) in self._pack.plus else at
            more = self._pack.numbers.one(self._low(further))
            if more is None or not _fits_below(value, more):
                return value, at
            value, at = value + more, further + 1


def _fits_below(value: int, more: int) -> bool:
    tens = value % 100 >= 10 and value % 10 == 0 and 0 < more < 10
    return tens or (value >= 100 and value % 100 == 0 and 0 < more < 100)


def _with_hedge(told: Interval, sense: str | None) -> Interval:
    if sense is None or told.low is None or told.low != told.high:
        return told
    words, low, high = _HEDGES[sense]
    return Interval(told.low if low else None, told.high if high else None, words)
