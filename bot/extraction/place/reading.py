"""The verdict on every name of one text: a place or not, which, and how sure."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cached_property

from bot.claims.model import Place
from bot.extraction.capitals import words_in
from bot.extraction.folding import fold
from bot.extraction.gazetteer import Entry, Feature, gazetteer
from bot.extraction.lexicon.place_words import PART_OF_NAME, TITLES
from bot.extraction.place import confidence
from bot.extraction.place.choice import Chooser
from bot.extraction.place.confidence import ENOUGH, WIDE
from bot.extraction.place.context import Landmark, Surroundings, container
from bot.extraction.place.dateline import find_dateline
from bot.extraction.place.evidence import Evidence, evidence_for
from bot.extraction.place.labels import Label
from bot.extraction.place.names import Name, names_in
from bot.extraction.place.regions import in_full
from bot.extraction.place.span import PlaceSpan

_SMALL_WORD = re.compile(r"(?<![\w'’-])[a-zß-öø-ÿ]\w{2,}")
_NAMING = PART_OF_NAME | {Feature.CITY}
_LIST_GAPS = frozenset({",", "and", ", and", "or", "&", "-", "–", "/"})
SHORT = 5  # capitals in a row that are letters and no name, where no list has them: “Kolambugan, LDN”


def _in_full(text: str, name: Name, evidence: Evidence) -> Name:
    """“central America”, “Mexico city”, “Comalapa airport”: words in small letters that a list has in the name."""
    start = name.start if evidence.direction is None else evidence.direction
    end = evidence.feature_end if evidence.feature in _NAMING and evidence.feature_end else name.end
    if (start, end) == (name.start, name.end):
        return name
    key = fold(text[start:end])
    entries = gazetteer().look_up_folded(key)
    return name._replace(start=start, end=end, key=key, entries=entries) if entries else name


class Reading:
    """One text, its names, and what they turn out to be."""

    def __init__(self, text: str, hint: str | None = None) -> None:
        self.text = text
        words = list(words_in(text))
        found = [(name, evidence_for(text, name)) for name in names_in(text, words)]
        self.names = [_in_full(text, name, evidence) for name, evidence in found]
        self.evidence = [evidence for _, evidence in found]
        self.around = Surroundings(words, self.names, self.evidence, hint)
        self.chooser = Chooser(self.around)
        self.dateline = find_dateline(text)
        self._proven: frozenset[str] = frozenset()  # names in no list that stand for places elsewhere in the text
        self.senses = self._senses()
        self.people = self._people()

    def spans(self) -> list[PlaceSpan]:
        """The places in order, none within another."""
        found = self._found()
        self._proven = frozenset(
            fold(span.name) for span in found if span.canonical is None and span.feature is not Feature.SITE
        )
        again = any(name.key in self._proven and not name.entries for name in self.names if name.whole)
        return self._found() if again and len(self._proven) < len(self.names) else found

    def _found(self) -> list[PlaceSpan]:
        found: list[PlaceSpan] = []
        for name, evidence in zip(self.names, self.evidence, strict=True):
            if found and name.start < found[-1].end:
                continue
            start = name.start if evidence.prefix is None else evidence.prefix
            listed = found[-1] if found and self._continues_list(found[-1], start) else None
            if span := self._verdict(name, evidence, listed):
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
            if (
                (name.before in TITLES and not evidence.locative)
                or evidence.titled
                or self._looks_like_a_person(name, evidence)
            ):
                words.update(name.key.split())
        return frozenset(words)

    def _looks_like_a_person(self, name: Name, evidence: Evidence) -> bool:
        if name.entries or " " not in name.key or name.key in self._placed:
            return False
        return not (evidence.label and self._by_place)

    @cached_property
    def _placed(self) -> frozenset[str]:
        """The names that a word such as “in” or “captured” leads in somewhere: no persons."""
        return frozenset(
            name.key
            for name, evidence in zip(self.names, self.evidence, strict=True)
            if evidence.locative or evidence.feature or evidence.taken
        )

    @cached_property
    def _small_words(self) -> frozenset[str]:
        return frozenset(_SMALL_WORD.findall(self.text))

    @cached_property
    def _by_place(self) -> bool:
        """Whether the text goes from place to place, each named before a colon."""
        known = [
            name
            for name, evidence in zip(self.names, self.evidence, strict=True)
            if evidence.label
            and (name.entries or evidence.label is Label.SURE)
            and self.text[name.end : name.end + 40].partition("\n")[0].find(":") >= 0
        ]
        return len(known) > 1

    def _continues_list(self, last: PlaceSpan, start: int) -> bool:
        gap = self.text[last.end : start]
        label = len(gap) > 1 and gap.strip() in ("-", "–")  # “Jowhar – AMISOM says”
        return len(gap) <= 6 and gap.strip() in _LIST_GAPS and not last.dateline and not label

    def _verdict(self, name: Name, evidence: Evidence, listed: PlaceSpan | None) -> PlaceSpan | None:
        in_dateline = self._in_dateline(name)
        within = container(self.text, name, self.around)
        called = Feature.CITY if in_dateline else evidence.feature or self.senses.get(name.key)
        entry = self.chooser.choose(name, called, within, dateline=in_dateline)
        if entry and not in_dateline and self._too_far(entry, evidence, within):
            entry = None
        confidence = self._confidence(name, evidence, entry, within is not None)
        letters = entry is None and name.end - name.start <= SHORT and self.text[name.start : name.end].isupper()
        if listed and not (evidence.titled or evidence.speaks or letters) and name.whole:
            confidence += self._from_list(name, evidence, entry, listed)
        if entry is None and name.key in self._proven and self._may_be_proven(name, evidence):
            confidence += 0.5
        if entry is None and evidence.label and self._by_place:
            confidence += 0.6
        if in_dateline and self.dateline:
            confidence = 1.0 if entry or name.start == self.dateline.start else 0.0
        if confidence < ENOUGH:
            return None
        span = self._span(name, evidence, entry, within, listed)
        feature = entry.feature if entry and in_dateline else span.feature
        return replace(span, feature=feature, confidence=min(round(confidence, 2), 1.0), dateline=in_dateline)

    def _may_be_proven(self, name: Name, evidence: Evidence) -> bool:
        """“Sent to Abu Grein”: where nothing speaks for a person or a body."""
        against = evidence.titled or evidence.speaks or evidence.acts or evidence.body or evidence.bracketed
        return evidence.weak and name.whole and not name.shouted and not against

    def _from_list(self, name: Name, evidence: Evidence, entry: Entry | None, listed: PlaceSpan) -> float:
        """What a name gains by following a place in a list: “in Ambo, Kichki and Tomay”."""
        if entry:
            return 0.3
        if evidence.label and listed.label:
            return 0.5
        anded = "," not in self.text[listed.end : name.start] or "and" in self.text[listed.end : name.start]
        return 0.5 if listed.locative and (anded or evidence.more_follow) else 0.1

    def _confidence(self, name: Name, evidence: Evidence, entry: Entry | None, contained: bool) -> float:
        person = self.people.issuperset(name.key.split())
        written = self.text[name.start : name.end]
        if entry:
            near = self.around.share(entry.country)
            return confidence.known(name, written, entry, evidence, near=near, contained=contained, person=person)
        everyday = name.key in self.text and name.key in self._small_words
        return confidence.unknown(name, written, evidence, contained=contained, person=person, everyday=everyday)

    def _in_dateline(self, name: Name) -> bool:
        line = self.dateline
        if line is None:
            return False
        if line.start <= name.start < line.end:
            return True
        return bool(line.within and line.within[0] <= name.start < line.within[1])

    def _too_far(self, entry: Entry, evidence: Evidence, within: Landmark | None) -> bool:
        """A small town of that name on another continent is not what the text means."""
        if entry.feature in (Feature.COUNTRY, Feature.AREA) or self.around.main is None:
            return False
        near = self.around.share(entry.country)
        if within:
            return within.country != entry.country and near < 0.5
        if entry.by_hand:
            return False
        if evidence.feature is Feature.VILLAGE and entry.population >= 200_000:
            return near < 0.5
        if evidence.feature in PART_OF_NAME:
            return near < 0.5 and entry.population < 500_000
        if entry.by_name and near < 0.2 and entry.population < 1_000_000:
            return True
        return near < 0.1 and entry.population < 300_000

    def _span(
        self, name: Name, evidence: Evidence, entry: Entry | None, within: Landmark | None, listed: PlaceSpan | None
    ) -> PlaceSpan:
        feature = self._feature(name, evidence, entry, listed)
        start, end = name.start, name.end
        if evidence.direction is not None and (entry is None or entry.feature in WIDE):
            start = evidence.direction
        if evidence.feature_end and feature in PART_OF_NAME:
            end = evidence.feature_end
        if evidence.prefix is not None:
            start = evidence.prefix
        written = self.text[start:end]
        locative = evidence.locative or evidence.taken or bool(listed and listed.locative)
        told = in_full(self.text, start, end, entry, name.entries) if entry else written
        place = self._place(told, entry, within)
        return PlaceSpan(
            start, end, written, place, feature, 1.0, entry.name if entry else None,
            locative=locative, label=evidence.label > 0,
        )  # fmt: skip

    def _feature(self, name: Name, evidence: Evidence, entry: Entry | None, listed: PlaceSpan | None) -> Feature:
        said = evidence.feature
        if entry and entry.feature in WIDE:
            return said if said in PART_OF_NAME and said else entry.feature
        if entry and entry.feature is not Feature.CITY and said not in PART_OF_NAME:
            return entry.feature
        if said in (None, Feature.AREA):
            said = self.senses.get(name.key) or (entry.feature if entry else said)
        alike = listed is not None and not (
            evidence.label and listed.label
        )  # “Artibonite / Liancourt”: one in the other
        return said or (listed.feature if listed and alike else None) or Feature.VILLAGE

    def _place(self, written: str, entry: Entry | None, within: Landmark | None) -> Place:
        if entry:
            return Place(written, entry.admin1, entry.country, entry.lat, entry.lon)
        if within:
            return Place(written, within.admin1, within.country)
        return Place(written)
