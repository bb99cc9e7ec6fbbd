"""Places: the named places of a text, each with what the gazetteer knows of it.

A cascade: capitalised names (`place_names`), the words around them (`place_evidence`), the countries the text speaks of
(`place_context`), and here the verdict. Names the gazetteer lacks count when the words around them say what they are;
they have no coordinates.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.claims.model import Place
from bot.extraction.gazetteer import Entry, Feature, Gazetteer, gazetteer
from bot.extraction.lexicon.place_words import ACTORS, ORDINARY, ORGANISATIONS, PART_OF_NAME, PEOPLE, TITLES
from bot.extraction.place_context import Surroundings, choose, container
from bot.extraction.place_dateline import Dateline, find_dateline
from bot.extraction.place_evidence import Evidence, evidence_for
from bot.extraction.place_names import Name, names_in

__all__ = [
    "Feature",
    "Gazetteer",
    "PlaceSpan",
    "Survey",
    "by_specificity",
    "country_of",
    "dateline_place",
    "find_places",
    "gazetteer",
    "last_named",
    "most_specific",
    "survey",
]

ENOUGH = 0.5  # confidence from which a name is taken for a place


@dataclass(frozen=True, slots=True)
class PlaceSpan:
    """A place where it is named: `text[start:end] == name`.

    `place` has null coordinates when the gazetteer does not know it. `canonical` is the gazetteer's name.
    `confidence` is from 0.5 to 1. `dateline` marks where a report was written; `locative` that a word such as
    “in” or “near” leads in.
    """

    start: int
    end: int
    name: str
    place: Place
    feature: Feature
    confidence: float
    canonical: str | None = None
    dateline: bool = False
    locative: bool = False


@dataclass(frozen=True, slots=True)
class Survey:
    """All that one reading of a text tells of places; `country` is the ISO code of the country it is mostly about."""

    spans: tuple[PlaceSpan, ...]
    dateline: PlaceSpan | None
    country: str | None


def find_places(text: str, hint_country: str | None = None) -> list[PlaceSpan]:
    """The named places of a text, in order and without overlap. `hint_country` is an ISO code that breaks ties."""
    return list(survey(text, hint_country).spans)


def dateline_place(text: str) -> PlaceSpan | None:
    """The place a report is datelined from, or None when it has no dateline."""
    return survey(text).dateline


def country_of(text: str) -> str | None:
    """The ISO code of the country that a report is mostly about; None when it names none."""
    return survey(text).country


def survey(text: str, hint_country: str | None = None) -> Survey:
    """Read a text once for all that it tells of places."""
    dateline = find_dateline(text)
    names = list(names_in(text))
    around = Surroundings(text, names, hint_country)
    reading = _Reading(text, names, around, dateline)
    spans = reading.spans()
    written = next((span for span in spans if span.dateline), None)
    return Survey(tuple(spans), written, around.main)


def by_specificity(spans: Iterable[PlaceSpan]) -> list[PlaceSpan]:
    """The spans, narrowest first: site, neighbourhood, village, town, district, region, country; ties keep order."""
    return sorted(spans, key=lambda span: -span.feature.depth)


def most_specific(spans: Iterable[PlaceSpan]) -> PlaceSpan | None:
    """The narrowest place of those, the first of equals."""
    return next(iter(by_specificity(spans)), None)


def last_named(spans: Sequence[PlaceSpan], before: int, feature: Feature | None = None) -> PlaceSpan | None:
    """The last place named before an offset: what “the city” or “the province” refers back to.

    Datelines are passed over. With `feature`, only places of about that rank count: a town answers to “the city”.
    """
    for span in reversed(spans):
        if span.start < before and not span.dateline and (feature is None or _answers(span.feature, feature)):
            return span
    return None


_TOWNS = frozenset({Feature.CITY, Feature.TOWN, Feature.VILLAGE})


def _answers(feature: Feature, asked: Feature) -> bool:
    if asked is Feature.AREA:
        return feature is not Feature.COUNTRY
    return feature is asked or (feature in _TOWNS and asked in _TOWNS)


class _Reading:
    """The verdict on every name of one text."""

    def __init__(self, text: str, names: list[Name], around: Surroundings, dateline: Dateline | None) -> None:
        self.text, self.names, self.around, self.dateline = text, names, around, dateline
        self.dateline_start = dateline.start if dateline else -1
        self.evidence = [evidence_for(text, name) for name in names]
        self.senses = self._senses()
        self.people = self._people()

    def spans(self) -> list[PlaceSpan]:
        found: list[PlaceSpan] = []
        for name, evidence in zip(self.names, self.evidence, strict=True):
            if found and name.start < found[-1].end:
                continue
            listed = bool(found) and self._continues_list(found[-1], name)
            if span := self._verdict(name, evidence, found[-1] if listed else None):
                found.append(span)
        return found

    def _senses(self) -> dict[str, Feature]:
        """What kind of place the text itself calls a name, wherever it says so."""
        return {
            name.key: evidence.feature
            for name, evidence in zip(self.names, self.evidence, strict=True)
            if evidence.feature and evidence.feature not in PART_OF_NAME and evidence.feature is not Feature.AREA
        }

    def _people(self) -> frozenset[str]:
        """Words of names that are people's here: later, a family name alone is no town."""
        words: set[str] = set()
        for name, evidence in zip(self.names, self.evidence, strict=True):
            single = " " not in name.key
            if (
                name.before in TITLES
                or evidence.titled
                or (not name.entries and not single and not (evidence.locative or evidence.feature))
            ):
                words.update(name.key.split())
        return frozenset(words)

    def _continues_list(self, last: PlaceSpan, name: Name) -> bool:
        gap = self.text[last.end : name.start]
        return len(gap) <= 6 and gap.strip() in {",", "and", ", and", "or", "&", "-", "–", "/"}

    def _verdict(self, name: Name, evidence: Evidence, listed: PlaceSpan | None) -> PlaceSpan | None:
        in_dateline = self._in_dateline(name)
        entry = choose(self.text, name, evidence, self.around, self.senses.get(name.key))
        if entry and not in_dateline and self._too_far(entry, evidence, name):
            entry = None
        confidence = self._known(name, evidence, entry) if entry else self._unknown(name, evidence)
        if listed and not evidence.titled and not evidence.speaks:
            confidence += 0.25 if listed.locative or not listed.dateline else 0
        if in_dateline:
            confidence = 1.0 if entry or name.start == self.dateline_start else 0.0
        if confidence < ENOUGH or (
            evidence.feature is None and entry is None and not (evidence.locative or listed or in_dateline)
        ):
            return None
        return self._span(name, evidence, entry, min(confidence, 1.0), listed, in_dateline)

    def _in_dateline(self, name: Name) -> bool:
        line = self.dateline
        if line is None:
            return False
        return line.start <= name.start < line.end or bool(
            line.within and line.within[0] <= name.start < line.within[1]
        )

    def _too_far(self, entry: Entry, evidence: Evidence, name: Name) -> bool:
        """A small town of that name on another continent is not what the text means."""
        if entry.feature in (Feature.COUNTRY, Feature.AREA) or entry.by_hand or self.around.main is None:
            return False
        near = self.around.share(entry.country)
        if evidence.feature in PART_OF_NAME:
            return near < 0.5
        if entry.by_name and near < 0.2 and entry.population < 1_000_000:
            return True
        return near < 0.1 and entry.population < 300_000 and container(self.text, name, self.around) is None

    def _known(self, name: Name, evidence: Evidence, entry: Entry) -> float:
        near = self.around.share(entry.country)
        if entry.feature in (Feature.COUNTRY, Feature.AREA, Feature.REGION) or entry.by_hand:
            score = 0.7
        else:
            score = 0.4 + 0.2 * (entry.population >= 100_000) + 0.1 * (entry.population >= 10_000)
        score += 0.15 * (near >= 0.5) + self._beside(name, evidence, entry)
        if " " not in name.key:
            score -= 0.4 * (name.key in ORDINARY) + 0.3 * (name.key in PEOPLE)
            score -= 0.4 * (name.key in self.people and entry.feature is not Feature.COUNTRY)
        return score

    def _beside(self, name: Name, evidence: Evidence, entry: Entry) -> float:
        score = 0.25 * evidence.locative + 0.1 * evidence.weak + 0.35 * (evidence.feature is not None)
        score += 0.25 * (container(self.text, name, self.around) is not None and entry.feature is not Feature.COUNTRY)
        score -= 0.6 * evidence.titled + 0.6 * (name.before in TITLES)
        score -= 0.35 * evidence.speaks
        score -= 0.8 * (not name.whole)
        return score - 0.6 * self._is_body(name, evidence)

    def _is_body(self, name: Name, evidence: Evidence) -> bool:
        """“Kabul Times”, “Donetsk People's Republic”: a body's name, unless the word is also a kind of place."""
        return name.after in ORGANISATIONS and not evidence.feature_end

    def _unknown(self, name: Name, evidence: Evidence) -> float:
        words = name.key.split()
        if not name.whole or set(words) & ACTORS or len(name.key) < 3 or len(words) > 5 or evidence.article:
            return 0.0
        if self.text[name.start : name.end].isupper() and len(name.key) <= 6:
            return 0.0
        score = 0.6 * evidence.locative + 0.8 * (evidence.feature is not None)
        score += 0.3 * (container(self.text, name, self.around) is not None)
        score -= 0.7 * (evidence.titled or name.before in TITLES) + 0.4 * evidence.speaks
        score -= 0.5 * (len(words) == 1 and words[0] in ORDINARY) + 0.3 * (words[0] in PEOPLE)
        score -= 0.4 * (bool(set(words) & self.people))
        return score - 0.6 * self._is_body(name, evidence)

    def _span(
        self,
        name: Name,
        evidence: Evidence,
        entry: Entry | None,
        confidence: float,
        listed: PlaceSpan | None,
        dateline: bool,
    ) -> PlaceSpan:
        feature = self._feature(name, evidence, entry, listed)
        start, end = name.start, name.end
        if evidence.direction is not None and (entry is None or entry.feature in _WIDE):
            start = evidence.direction
        if evidence.feature_end and feature in PART_OF_NAME:
            end = evidence.feature_end
        written = self.text[start:end]
        place = self._place(written, name, entry)
        canonical = entry.name if entry else None
        locative = evidence.locative or bool(listed and listed.locative)
        return PlaceSpan(start, end, written, place, feature, round(confidence, 2), canonical, dateline, locative)

    def _feature(self, name: Name, evidence: Evidence, entry: Entry | None, listed: PlaceSpan | None) -> Feature:
        if entry and (entry.feature in (Feature.COUNTRY, Feature.AREA) or evidence.feature in (None, Feature.AREA)):
            return self.senses.get(name.key, entry.feature) if entry.feature not in _WIDE else entry.feature
        sense = evidence.feature or self.senses.get(name.key)
        return sense or (listed.feature if listed else None) or Feature.VILLAGE

    def _place(self, written: str, name: Name, entry: Entry | None) -> Place:
        if entry:
            return Place(written, entry.admin1, entry.country, entry.lat, entry.lon)
        within = container(self.text, name, self.around)
        if within:
            return Place(written, within.admin1, within.country)
        return Place(written, None, self.around.main)


_WIDE = frozenset({Feature.COUNTRY, Feature.AREA, Feature.REGION})
