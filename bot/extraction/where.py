"""Where: the place of a finding: named in its clause, else in its sentence, else carried over from before."""

from __future__ import annotations

from bot.claims.model import Place
from bot.extraction.places import PlaceSpan, Survey


class Whereabouts:
    """The places of one text, ready to say where a stretch of it plays."""

    def __init__(self, survey: Survey) -> None:
        self._survey = survey
        self._spans = [span for span in survey.spans if not span.dateline]

    def of(self, start: int, end: int, sentence: tuple[int, int]) -> Place | None:
        """The most specific place in the stretch, else nearest in the sentence, else the last one before."""
        inside = [span for span in self._spans if start <= span.start < end + 60 and span.start < sentence[1]]
        around = [span for span in self._spans if sentence[0] <= span.start < sentence[1]]
        before = [span for span in self._spans if span.start < sentence[0]]
        chosen = _best(inside) or _best(around) or (before[-1] if before else self._survey.dateline)
        return _place(chosen) if chosen else None


def _best(spans: list[PlaceSpan]) -> PlaceSpan | None:
    return spans[0] if spans else None


def _place(span: PlaceSpan) -> Place:
    return span.place
