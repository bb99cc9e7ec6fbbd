"""Ages and dates: numbers that count nobody (“Ana Ruiz, 45, was shot”, “March 5, 2021”)."""

from __future__ import annotations

from collections.abc import Sequence

from bot.extraction.lexicon.grammar import CALENDAR
from bot.extraction.numbers import Figure, may_begin
from bot.extraction.tokens import Token

MONTHS = frozenset(word for word in CALENDAR if not word.endswith("day"))
_IN_YEARS = frozenset("in since during until early late".split())


def is_age(words: Sequence[Token], at: int, figure: Figure) -> bool:
    """“Ana Ruiz, 45, was shot” or “a woman aged 62”."""
    before = words[at - 1].low if at else ""
    after = words[figure.end].low if figure.end < len(words) else ""
    if before in ("aged", "age") or (before in ("and", "to", "or", ",") and _ages_before(words, at)):
        return True
    years = figure.end == at + 1 and (figure.interval.low or 0) <= 110
    named = at >= 2 and (words[at - 2].capital or (words[at - 2].is_word and words[at].word.isdecimal()))
    return years and before in (",", "(") and after in (",", ")") and named


def _ages_before(words: Sequence[Token], at: int) -> bool:
    """“Aged four, six and nine”."""
    index = at - 2
    while index > 0 and (
        words[index].low in (",", "and") or words[index].word.isdecimal() or may_begin(words[index].low)
    ):
        index -= 1
    return index >= 0 and words[index].low in ("aged", "ages")


def past_year(words: Sequence[Token], at: int) -> int:
    """Behind the year of “5 March 2021”, when one follows."""
    return at + 1 if at < len(words) and _is_year(words[at].word) else at


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdecimal() and word[:2] in ("19", "20")


def is_date(words: Sequence[Token], at: int) -> bool:
    """The day of “March 5”, the year of “March 5, 2021” or of “in 2021”."""
    before = words[at - 1] if at else None
    if before is None or not words[at].word.isdecimal():
        return False
    if before.capital and before.low in MONTHS:
        return True
    after_day = before.low == "," and at >= 3 and words[at - 3].low in MONTHS
    return _is_year(words[at].word) and (after_day or before.low in _IN_YEARS)
