"""Which of several places of one name is meant: the countries a text speaks of, and what stands nearby, decide."""

from __future__ import annotations

import math

from bot.extraction.gazetteer import Entry, Feature
from bot.extraction.place.context import ACTORS_ABROAD, Landmark, Surroundings
from bot.extraction.place.names import Name

_NAMESAKES = 16  # kept by what speaks for them anywhere in the text; there are 44 places called San Jose
_CAPITAL_IN_DATELINE = 5.0
_BESIDE = 1.5  # for a place near another that the text has just named

_AGREES = {
    Feature.REGION: {Feature.REGION, Feature.AREA},
    Feature.DISTRICT: {Feature.DISTRICT, Feature.CITY, Feature.TOWN, Feature.VILLAGE},
    Feature.CITY: {Feature.CITY, Feature.TOWN},
    Feature.TOWN: {Feature.CITY, Feature.TOWN, Feature.VILLAGE},
    Feature.VILLAGE: {Feature.CITY, Feature.TOWN, Feature.VILLAGE},
    Feature.AREA: {Feature.AREA, Feature.CITY, Feature.TOWN, Feature.DISTRICT, Feature.REGION, Feature.COUNTRY},
}


class Chooser:
    """The choice among namesakes, for one text."""

    def __init__(self, around: Surroundings) -> None:
        self.around = around
        self._standing: dict[str, list[tuple[float, Entry]]] = {}

    def choose(
        self, name: Name, called: Feature | None, within: Landmark | None, *, dateline: bool = False
    ) -> Entry | None:
        """The entry most likely meant, or None when the name has none.

        `called` is the kind of place that the text calls the name, `within` the region said to hold it. In a
        `dateline` a capital is meant before its namesakes.
        """
        if len(name.entries) <= 1:
            return next(iter(name.entries), None)
        marks = {
            (mark.country, mark.admin1) for mark in self.around.nearby(name.start, name.end) if not _abroad(mark)
        }  # fmt: skip
        seat = _CAPITAL_IN_DATELINE if dateline else 0.0
        scored: list[tuple[float, int, Entry]] = [
            (standing + _here(entry, marks, within) + _agreement(entry, called, seat), -rank, entry)
            for rank, (standing, entry) in enumerate(self._ranked(name))
        ]
        best = max(scored)[0]
        rivals = [each for each in scored if each[0] > best - _BESIDE]
        return max((score + self._beside(name, entry, rivals), rank, entry) for score, rank, entry in rivals)[2]

    def _ranked(self, name: Name) -> list[tuple[float, Entry]]:
        """The namesakes with what speaks for each anywhere in the text, best first."""
        if name.key not in self._standing:
            ranked = [(self._weigh(entry), entry) for entry in name.entries]
            self._standing[name.key] = sorted(ranked, key=lambda each: each[0], reverse=True)[:_NAMESAKES]
        return self._standing[name.key]

    def _weigh(self, entry: Entry) -> float:
        score = 6 * self.around.share(entry.country) + math.log10(entry.population + 30) * 0.7
        score += 1.0 * self.around.neighbours(entry.country) + 1.5 * entry.capital
        return score + 1.5 * entry.by_hand - 1.5 * entry.by_name + 2 * (entry.feature is Feature.COUNTRY)

    def _beside(self, name: Name, entry: Entry, rivals: list[tuple[float, int, Entry]]) -> float:
        return _BESIDE * self.around.beside_an_anchor(name.start, entry) if len(rivals) > 1 else 0.0


def _abroad(mark: Landmark) -> bool:
    """“Russian troops entered Pokrovsk”: whose troops are abroad does not say where the place is."""
    return mark.people and mark.country in ACTORS_ABROAD


def _here(entry: Entry, marks: set[tuple[str, str | None]], within: Landmark | None) -> float:
    """What the regions and countries named around this mention say for an entry."""
    score = 0.0
    if entry.admin1 and (entry.country, entry.admin1) in marks:
        score = 2.5
    elif any(country == entry.country for country, _ in marks):
        score = 1.5
    if within and within.country == entry.country:
        score += 4 + 3 * (within.admin1 == entry.admin1 is not None)
    return score


def _agreement(entry: Entry, called: Feature | None, seat: float) -> float:
    """How well an entry is what the text calls the name; `seat` is what a capital gains."""
    if called in _AGREES:
        agreement = (4 if entry.feature in _AGREES[called] else -3) + (entry.feature is called)
        return agreement + seat * entry.capital
    rank = -1.5 * (entry.feature is Feature.DISTRICT) - 0.7 * (entry.feature is Feature.REGION)
    return rank + seat * entry.capital
