"""When: the day or days of a finding, from its clause, its sentence, or carried over from the sentence before."""

from __future__ import annotations

from datetime import date

from bot.claims.model import EventDate
from bot.extraction.dates import DatedSpan, find_dates
from bot.extraction.dateline import dateline

OLD = 100  # days before the report after which an event is background


class Calendar:
    """The dates of one text, ready to say when a stretch of it plays."""

    def __init__(self, text: str, published: date | None) -> None:
        self.published = published or dateline(text)
        self._spans = [span for span in find_dates(text, published) if not span.heading]
        self._last: EventDate | None = None

    def span_of(self, start: int, end: int, sentence: tuple[int, int]) -> DatedSpan | None:
        """The date expression nearest to a stretch within its sentence."""
        around = [span for span in self._spans if sentence[0] <= span.start < sentence[1]]
        inside = [span for span in around if start <= span.start < end + 40]
        if inside:
            return inside[0]
        return min(around, key=lambda span: min(abs(span.start - end), abs(start - span.end)), default=None)

    def of(self, start: int, end: int, sentence: tuple[int, int]) -> EventDate | None:
        """The event's date; carried over when the sentence names none."""
        span = self.span_of(start, end, sentence)
        if span is not None and not span.future:
            if not self._is_old(span):
                self._last = span.date
            return span.date
        return self._last

    def background(self, start: int, end: int, sentence: tuple[int, int]) -> bool:
        """Whether the stretch is dated more than a hundred days before the report."""
        span = self.span_of(start, end, sentence)
        return span is not None and self._is_old(span)

    def ahead(self, start: int, end: int, sentence: tuple[int, int]) -> bool:
        """Whether the stretch lies in the future."""
        span = self.span_of(start, end, sentence)
        return span is not None and span.future and start <= span.start < end + 40

    def _is_old(self, span: DatedSpan) -> bool:
        if self.published is None:
            return False
        begin = span.date.start if span.since else span.date.end
        return (self.published - begin).days > OLD
