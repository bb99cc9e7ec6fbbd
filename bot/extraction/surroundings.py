"""Surroundings: what the text around any stretch of it says of place, day, speaker and figures.

For stretches that no pattern found. They are asked in reading order, for places and days are carried over.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bot.claims.model import Attribution, EventDate, Interval, Place
from bot.extraction.dating import Calendar
from bot.extraction.numbers import read_figure
from bot.extraction.places import survey
from bot.extraction.sentences import Sentence, split
from bot.extraction.speakers import Speakers
from bot.extraction.tokens import tokens
from bot.extraction.where import Whereabouts


@dataclass(frozen=True, slots=True)
class Around:
    """Where and when a stretch plays, and who says so; `current` is False for the past and for what is to come."""

    place: Place | None
    event_date: EventDate | None
    attribution: Attribution | None
    current: bool


class Surroundings:
    """One text, ready to be asked about its stretches."""

    def __init__(self, text: str, published: date | None = None) -> None:
        self._text = text
        self._sentences = split(text)
        self._starts = [sentence.start for sentence in self._sentences]
        self._calendar, self._places = Calendar(text, published), Whereabouts(text, survey(text))
        self._speakers = Speakers(text, self._sentences)

    def sentence(self, start: int, end: int) -> Sentence | None:
        """The sentence that holds the whole stretch, if one does."""
        at = bisect_right(self._starts, start) - 1
        return self._sentences[at] if at >= 0 and end <= self._sentences[at].end else None

    def of(self, start: int, end: int, sentence: Sentence, *, bound: bool = False) -> Around:
        """What surrounds `text[start:end]`; `bound` when it is about going somewhere."""
        bounds = (sentence.start, sentence.end)
        past, ahead = self._calendar.background(start, end, bounds), self._calendar.ahead(start, end, bounds)
        return Around(
            self._places.of(start, end, bounds, bound=bound),
            self._calendar.of(start, end, bounds),
            self._speakers.of(start, end),
            current=not past and not ahead,
        )

    def figures(self, start: int, end: int, sentence: Sentence) -> list[Interval]:
        """The figures that the stretch touches, each read whole: “at least 10”, also where it begins with the 10."""
        return [interval for first, last, interval in self._figures_of(sentence) if first < end and start < last]

    def _figures_of(self, sentence: Sentence) -> Iterator[tuple[int, int, Interval]]:
        words, at = tokens(self._text, sentence.start, sentence.end), 0
        while at < len(words):
            found = read_figure(words, at)
            if found:
                yield words[found.start].start, words[found.end - 1].end, found.interval
            at = found.end if found else at + 1
