"""Circumstances: when, where and who says it; read when the first finding asks, for many texts have none."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cached_property

from bot.extraction.dating import Calendar
from bot.extraction.places import survey
from bot.extraction.sentences import Sentence
from bot.extraction.speakers import Speakers
from bot.extraction.where import Whereabouts


class Circumstances:
    """What stands around the findings of a text."""

    def __init__(self, text: str, published: date | None, sentences: Sequence[Sentence]) -> None:
        self._text = text
        self._published = published
        self._sentences = sentences
        self._entries: list[int] = []  # where those begin that have been read so far

    @cached_property
    def calendar(self) -> Calendar:
        calendar = Calendar(self._text, self._published)
        for entry in self._entries:
            calendar.begin_entry(entry)
        return calendar

    @cached_property
    def places(self) -> Whereabouts:
        places = Whereabouts(self._text, survey(self._text))
        if self._entries:
            places.begin_entry(self._entries[-1])
        return places

    @cached_property
    def speakers(self) -> Speakers:
        return Speakers(self._text, self._sentences)

    def begin_entry(self, start: int) -> None:
        """An entry of a list or a live blog begins at an offset."""
        if "calendar" in self.__dict__:
            self.calendar.begin_entry(start)
        if "places" in self.__dict__:
            self.places.begin_entry(start)
        self._entries.append(start)
