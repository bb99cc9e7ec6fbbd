"""The names in runs of capitalised words: those that the gazetteer knows, and the rest."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from bot.extraction.capitals import Word, runs
from bot.extraction.folding import fold
from bot.extraction.gazetteer import Entry, Feature, gazetteer
from bot.extraction.lexicon.place_words import (
    ALWAYS_SMALL,
    CALENDAR,
    DIRECTIONS,
    FEATURES,
    FUNCTION,
    HAPPENINGS,
    ORGANISATIONS,
    PLACE_OF,
    TITLES,
)

LONGEST = 6  # words in a name
MOST_NAMES = 20_000

_NUMBERED = frozenset("hill point height elevation spot".split())
_NUMBER = re.compile(
    r" \d{2,4}(?:\.\d)?\b(?! (?:[ck]?m|kg|feet|ft|per|percent|people|families|points|metres|meters)\b)"
)
_BEFORE_VOWEL = re.compile(r"(?<=[bcdfghjklmnpqrstvwxz])i(?=[aeou])")
_AFTER_VOWEL = re.compile(r"(?<=[aeou])i(?=[bcdfghjklmnpqrstvwxz])")


class Name(NamedTuple):
    """A capitalised name, known to the gazetteer (`entries`) or not.

    `before` and `after` are its neighbours in the run (lower case, "" at the run's edge); `whole` is False when
    plain capitalised words that belong to the same name stand beside it, as in a person's name. `site` is a building
    named by adjectives, its kind included: “National Hospital”. `shouted` is all in capitals.
    """

    start: int
    end: int
    key: str
    entries: tuple[Entry, ...]
    before: str = ""
    after: str = ""
    whole: bool = True
    owns: bool = False
    shouted: bool = False
    site: bool = False


def names_in(text: str, words: Iterable[Word]) -> Iterator[Name]:
    """The names of a text in order; words that only hold a name's place (titles, months, peoples) are left out."""
    count = 0
    for run in runs(text, words):
        for name in cut(text, run):
            yield name
            count += 1
        if count > MOST_NAMES:
            return


def cut(text: str, run: list[Word]) -> Iterator[Name]:
    """The names within one run."""
    at, segment, before = 0, list[Name](), ""
    while at < len(run):
        known = _longest_known(text, run, at)
        if run[at].key in _NUMBERED and (numbered := _numbered(text, run[at])):
            yield from _close(text, segment, before, run[at].key)
            yield numbered
            segment, before, at = [], "", at + 1
            continue
        if known is None and _divides(run[at]):
            if not segment and (site := _site(text, run, at)):
                yield site
            yield from _close(text, segment, before, run[at].key)
            segment, before, at = [], _before(text, run, at), at + 1
            continue
        last = at + (known[0] if known else 1) - 1
        gap = text[run[at - 1].end : run[at].start] if at else ""
        if segment and _parts(gap):
            yield from _close(text, segment, before, gap.strip())
            segment, before = [], gap.strip()
        entries = known[1] if known else ()
        written = text[run[at].start : run[last].end]
        key = run[at].key if last == at else fold(written)
        shouted = written.isupper()
        segment.append(Name(run[at].start, run[last].end, key, entries, owns=run[last].owns, shouted=shouted))
        at = last + 1
    yield from _close(text, segment, before, "")


def _before(text: str, run: list[Word], at: int) -> str:
    """The word as the neighbour of the next name; “Residents of” is no title of it."""
    apart = at + 1 < len(run) and run[at].key in PLACE_OF and text[run[at].end : run[at + 1].start] == " of "
    return "" if apart else run[at].key


def _numbered(text: str, word: Word) -> Name | None:
    """“Hill 402”, “Point 602”: heights that armies know by their number."""
    figure = _NUMBER.match(text, word.end)
    if figure is None:
        return None
    return Name(word.start, figure.end(), fold(text[word.start : figure.end()]), (), site=True)


def _site(text: str, run: list[Word], at: int) -> Name | None:
    """“Indonesian Hospital”, “Central American University”: adjectives and a building make a name."""
    if FEATURES.get(run[at].key) is not Feature.SITE or at == 0:
        return None
    first = at
    while first and at - first < 3 and _is_adjectival(run[first - 1].key) and not run[first - 1].owns:
        first -= 1
    if first == at:
        return None
    start, end = run[first].start, run[at].end
    return Name(start, end, fold(text[start:end]), (), site=True)


def _is_adjectival(key: str) -> bool:
    return (
        key in DIRECTIONS or key in {"national", "general", "islamic", "military"} or bool(gazetteer().people_of(key))
    )


def _divides(word: Word) -> bool:
    """“Let” in “Let Pan Hla” is part of the name, at the start of a sentence it is not."""
    return _separates(word.key) and (word.opens or word.key not in FUNCTION or word.key in ALWAYS_SMALL)


def _parts(gap: str) -> bool:
    """“and” and “of” between two names join them only in names the gazetteer knows whole."""
    return gap.strip() in {"and", "of", "of the", "y", "e", "i"}


def _close(text: str, segment: list[Name], before: str, after: str) -> Iterator[Name]:
    if not segment:
        return
    if len(segment) == 1:
        only = segment[0]
        yield only._replace(before=before, after=after)
        return
    if len(segment) <= LONGEST:
        start, end = segment[0].start, segment[-1].end
        yield segment[-1]._replace(start=start, key=fold(text[start:end]), entries=(), before=before, after=after)
    for place, name in enumerate(segment):
        if name.entries:
            left = segment[place - 1].key if place else before
            right = segment[place + 1].key if place + 1 < len(segment) else after
            yield name._replace(before=left, after=right, whole=False)


def _longest_known(text: str, run: list[Word], at: int) -> tuple[int, tuple[Entry, ...]] | None:
    """How many words from `at` make the longest name in the gazetteer, and its places."""
    best = None
    book = gazetteer()
    first = run[at]
    if first.key in FUNCTION and first.opens and first.key != "the":
        return None
    for count in range(1, min(LONGEST, len(run) - at) + 1):
        last = run[at + count - 1]
        key = first.key if count == 1 else fold(text[first.start : last.end])
        entries = _entries(key)
        if entries and not (count == 1 and _never_alone(key, text[first.start : last.end])):
            best = (count, entries)
        if last.owns or not book.starts_a_name(key):
            break
    return best


@lru_cache(maxsize=8192)
def _entries(key: str) -> tuple[Entry, ...]:
    return gazetteer().look_up_folded(key) or _with_article_swapped(key) or _transcribed_otherwise(key)


_ARTICLES = ("al", "el", "ad", "as", "ash", "an", "ar", "at", "az")


def _with_article_swapped(key: str) -> tuple[Entry, ...]:
    """El Fasher, Al-Fashir, and the sun letters of Arabic: ar-Rastan is al-Rastan."""
    article, _, rest = key.partition(" ")
    if article not in _ARTICLES or len(rest) < 4:
        return ()
    spellings = (f"{other} {rest}" for other in (*_ARTICLES, "") if other != article)
    return next((found for each in spellings if (found := gazetteer().look_up_folded(each.strip()))), ())


def _transcribed_otherwise(key: str) -> tuple[Entry, ...]:
    """Ukrainian names have -ii-, -ia- and -ai- in one system where they have -iyi-, -ya- and -ay- in the other."""
    other = _AFTER_VOWEL.sub("y", _BEFORE_VOWEL.sub("y", key.replace("ii", "iyi")))
    return gazetteer().look_up_folded(other) if other != key and len(key) > 6 else ()


def _never_alone(key: str, written: str) -> bool:
    if _is_country(key, written):
        return False
    return _separates(key)


def _is_country(key: str, written: str) -> bool:
    if key in {"us", "car", "uae", "uk", "drc", "usa"}:
        return written.replace(".", "").isupper()
    return any(entry.feature is Feature.COUNTRY for entry in gazetteer().look_up_folded(key))


@lru_cache(maxsize=8192)
def _separates(key: str) -> bool:
    """Whether the word stands beside names rather than in them: titles, peoples, bodies, the calendar, small words."""
    return (
        key in FUNCTION
        or key in TITLES
        or key in ORGANISATIONS
        or key in CALENDAR
        or key in HAPPENINGS
        or key in FEATURES
        or key in DIRECTIONS
        or gazetteer().people_of(key) is not None
    )
