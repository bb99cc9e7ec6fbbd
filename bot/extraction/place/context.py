"""The countries a text speaks of, weighed, and the regions and places that it names, each where it stands."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.extraction.capitals import Word
from bot.extraction.gazetteer import Entry, Feature, gazetteer
from bot.extraction.lexicon.place_words import LINK, ORDINARY, PART_OF_NAME, PEOPLE, SPEECH, TITLES
from bot.extraction.place.evidence import Evidence
from bot.extraction.place.names import Name

NEAR = 90  # characters within which a country or region speaks for a name
_CLOSE = 400  # characters within which places are likely near each other
_MARCH = 60  # kilometres
_PART_OF_THE_WORLD = 1800  # kilometres between the middles of two countries
_HEARSAY = 4  # below this weight even the country named most is a guess
_EARLY = 700  # characters of a report in which its country is named

# Words for peoples that act everywhere count less for where a report is from.
ACTORS_ABROAD = frozenset({"US", "RU", "IL", "FR", "GB", "IR", "TR", "SA", "AE", "CN", "DE"})


@dataclass(frozen=True, slots=True)
class Landmark:
    """A mention of a country, its `people`, or a first-order region, where it stands."""

    start: int
    end: int
    country: str
    admin1: str | None = None
    people: bool = False


class Surroundings:
    """The countries a text speaks of, weighed, and where it names them; `main` is the one it is mostly about."""

    def __init__(
        self, words: Iterable[Word], names: Sequence[Name], evidence: Sequence[Evidence], hint: str | None
    ) -> None:
        self.weights: defaultdict[str, float] = defaultdict(float)
        self.landmarks: list[Landmark] = []
        self.anchors: list[tuple[int, float, float]] = []
        if hint:
            self.weights[hint.upper()] += 6
        self._count_peoples(words)
        for name, beside in zip(names, evidence, strict=True):
            if not (beside.titled or beside.body or beside.bracketed or name.before in TITLES):
                self._count_name(name, beside)
        self._count_those_abroad()
        for name in names:
            self._mark_region(name)
        self.landmarks.sort(key=lambda mark: mark.start)
        self._mark_starts = [mark.start for mark in self.landmarks]
        self.main = max(self.weights, key=lambda each: (self.weights[each], each)) if self.weights else None
        self._near: dict[str, bool] = {}

    def share(self, country: str | None) -> float:
        """How much of the text's attention a country has, from 0 to 1 for the one it is mostly about."""
        if country is None or self.main is None:
            return 0.0
        return self.weights.get(country, 0.0) / max(self.weights[self.main], _HEARSAY)

    def neighbours(self, country: str | None) -> bool:
        """Whether a country lies in the part of the world that the text is about."""
        if country is None or self.main is None:
            return False
        if country not in self._near:
            here, there = gazetteer().middle_of(self.main), gazetteer().middle_of(country)
            self._near[country] = bool(here and there) and kilometres(*here, *there) < _PART_OF_THE_WORLD  # type: ignore[misc]
        return self._near[country]

    def beside_an_anchor(self, start: int, entry: Entry) -> bool:
        """Whether a place named nearby, and known for certain, lies within a day's march of the entry."""
        if entry.lat is None or entry.lon is None:
            return False
        first = bisect_left(self.anchors, (start - _CLOSE,))
        last = bisect_left(self.anchors, (start + _CLOSE,))
        return any(
            at != start and kilometres(lat, lon, entry.lat, entry.lon) < _MARCH
            for at, lat, lon in self.anchors[first : min(last, first + 12)]
        )

    def _count_peoples(self, words: Iterable[Word]) -> None:
        for word in words:
            if country := gazetteer().people_of(word.key):
                self.landmarks.append(Landmark(word.start, word.end, country, people=True))
                if country not in ACTORS_ABROAD:
                    self.weights[country] += 1.5 * _early(word.start)

    def _count_those_abroad(self) -> None:
        """“Russian troops”: they speak for Russia where something else in the text does too."""
        for mark in self.landmarks:
            if mark.people and mark.country in ACTORS_ABROAD and self.weights.get(mark.country):
                self.weights[mark.country] += 0.5 * _early(mark.start)

    def _count_name(self, name: Name, beside: Evidence) -> None:
        if country := next((entry.country for entry in name.entries if entry.feature is Feature.COUNTRY), None):
            self.landmarks.append(Landmark(name.start, name.end, country))
            self.weights[country] += (1 if country in ACTORS_ABROAD else 2) * _early(name.start)
        elif _counts(name, beside) and (sure := unmistakable(name.entries)):
            self.weights[sure.country or ""] += 1.5 * _early(name.start)
            if sure.lat is not None and sure.lon is not None:
                self.anchors.append((name.start, sure.lat, sure.lon))

    def _mark_region(self, name: Name) -> None:
        """Note where a first-order region is named; of namesakes, the one in the country the text speaks of."""
        regions = [entry for entry in name.entries if entry.feature in (Feature.REGION, Feature.AREA) and entry.country]
        if regions and not any(entry.feature is Feature.COUNTRY for entry in name.entries):
            best = max(regions, key=lambda entry: (self.weights.get(entry.country or "", 0.0), entry.population))
            self.landmarks.append(Landmark(name.start, name.end, best.country or "", best.admin1))

    def nearby(self, start: int, end: int) -> Iterable[Landmark]:
        """The landmarks around a name, itself left out."""
        low = bisect_left(self._mark_starts, start - NEAR)
        return [
            mark
            for mark in self.landmarks[low : low + 12]
            if mark.start <= end + NEAR and (mark.end <= start or mark.start >= end)
        ]


def kilometres(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """The distance between two points given in degrees, to a percent or two."""
    across = (lon - other_lon + 180) % 360 - 180
    east = across * math.cos(math.radians((lat + other_lat) / 2))
    return 111.2 * math.hypot(lat - other_lat, east)


def _early(start: int) -> float:
    return 1.5 if start < _EARLY else 1.0


def _counts(name: Name, beside: Evidence) -> bool:
    """Whether a name may say which country a text is about: no acronym, no person, no building."""
    acronym = name.shouted and name.end - name.start <= 5 and not (beside.locative or beside.opens_line)
    everyday = name.key in ORDINARY or name.key in PEOPLE
    return bool(name.entries) and name.whole and not (acronym or everyday or beside.feature in PART_OF_NAME)


def unmistakable(entries: tuple[Entry, ...]) -> Entry | None:
    """The one entry that a bare name means anywhere: a capital, or alone in its country, or by far the largest."""
    if seat := next((entry for entry in entries if entry.capital and not entry.by_name), None):
        return seat
    ranked = sorted(entries, key=lambda entry: (entry.by_hand, _size(entry)), reverse=True)
    best = ranked[0]
    rivals = [entry for entry in ranked if entry.country != best.country]
    if not rivals:
        return best if best.by_hand or best.feature is Feature.REGION or best.population >= 2000 else None
    return best if best.population >= 20 * max(rival.population + 500 for rival in rivals) else None


def _size(entry: Entry) -> float:
    return entry.population * (0.5 if entry.by_name else 1)


def container(text: str, name: Name, around: Surroundings) -> Landmark | None:
    """The region or country that a name is said to lie in: “Goma, North Kivu”, “Sangin district in Helmand”."""
    best = None
    for mark in around.nearby(name.start, name.end):
        gap = text[name.end : mark.start] if mark.start >= name.end else text[mark.end : name.start]
        ahead = mark.start >= name.end
        if len(gap) > 40 or not _links(gap, ahead) or (ahead and (mark.people or _acts(text, mark))):
            continue
        if best is None or (mark.admin1 and not best.admin1):
            best = mark
    return best


def _acts(text: str, mark: Landmark) -> bool:
    """“In Kherson, Russia said”: a country that speaks or owns what follows holds nothing that stands before it."""
    after = text[mark.end : mark.end + 24]
    words = after.split()
    return after[:2] in ("'s", "’s") or (after[:1] == " " and bool(words) and words[0].lower() in SPEECH)


def _links(gap: str, ahead: bool) -> bool:
    words = gap.lower().replace(",", " , ").replace("(", " ( ").replace("'s", " 's ").replace("’s", " ’s ").split()
    if ahead:
        return bool(words) and words[0] not in {"'s", "’s"} and all(word in LINK for word in words)
    return gap.strip() in {"'s", "’s", ""} or (words[:1] in (["'s"], ["’s"]) and all(word in LINK for word in words))
