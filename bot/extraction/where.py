"""Where: the place of a finding: named in its clause, else in its sentence, else carried over from before."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property

from bot.claims.model import Place
from bot.extraction.entries import end_of_entry
from bot.extraction.folding import fold
from bot.extraction.place.seats import SPEAKS, without_seats
from bot.extraction.places import Feature, PlaceSpan, Survey, gazetteer, last_named

NEAR = 90  # characters behind a clause in which its place may still be named
_BOUND_FOR = re.compile(
    r"\b(?:to|towards?|via|in the direction of|"
    r"(?:left|leaving|bound|head(?:ed|ing)|made|bolted|fled|set out|ran)(?:\s(?!in\b|at\b)\w+){0,3} for)\s+"
    r"(?:(?:the|neighbou?ring|nearby|safer|city|town|village|province|district|region|state|of|in)\s+){0,4}"
    r"(?:[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?(?:,| and|, and| or)\s+){0,3}$"
)
_BESIDE = re.compile(
    r"[\s\w]{0,14}?[\s,(/–-]+(?:(?:in|of|the|rural|northern|southern|eastern|western|central|district|province|state|"
    r"region|area|part|near|local|government)[\s,]+){0,5}"
)
_DENIES = re.compile(r" (?:denies|rejects|claims|warns|accuses|vows|urges|blames|confirms|admits)\b")
_HEADLINE = 90  # characters of a headline over an entry
_COMES_FROM = re.compile(
    r"\b(?:born in|natives? of|originally from|hail(?:s|ed|ing) from"
    r"|(?:came|come|comes|coming|arriv(?:ed|ing|e)|return(?:ed|ing)|ship(?:ped|ping)|flown|flew|truck(?:ed|ing)"
    r"|march(?:ed|ing)|cross(?:ed|ing)(?: the (?:river|bridge|border))?|sent|brought|bussed|drove|driven|sail(?:ed|ing)"
    r"|descended|infiltrated)"
    r"(?: (?:in|up|down|over|across|out|back))?(?: [a-z]+){0,3}? from)"
    r"\s(?:the\s)?(?:(?:town|city|village|direction|port|base|province|camp)s?\s(?:of\s)?)?$"
)
_WRITES = re.compile(r",? (?:writes|wrote|texts|texted|messages|messaged|emails|emailed|sends|sent|tells us|told us)\b")
_CARE = frozenset("hospital hospitals clinic morgue mortuary surgery".split())
_BACK = re.compile(
    r"\b(?:[Ii]n|[Aa]cross|throughout|inside|around|into|"
    r"(?:most|much|parts?|half|halves|quarters|districts|rest|cent(?:er|re)|streets|outskirts) of)"
    r"\s+the\s+(province|region|state|district|town|city|village)\b(?!['’])"
    r"|\bthe\s+(province|district|town|city|village)['’]s\s"
)
_ARTICLES = ("", "the ", "The ")
_SUFFERS = re.compile(r"(?:,[^,.;]{3,60},)?\s(?:was|were|is|has been|had been|fell|changed hands|came under|went)\b")
_WAYS = frozenset("road highway route corridor axis".split())
_IN_THE = re.compile(
    r"\b[Ii]n(?:side)? the (?:capital|city|town|village|district|province|region|state)(?: itself)?,? \Z"
)
_CAPITAL = re.compile(r"\bthe capital\b(?!['’]|\s(?:of|city of))")
_SETTLEMENTS = ("village of ", "town of ", "city of ", "district of ", "suburb of ")
_THERE = re.compile(r"(?<!\w)there\b(?!\s(?:is|are|was|were|has|have|had|will|would|could|may|should|remain))")
_RANKS = {
    "province": Feature.REGION,
    "region": Feature.REGION,
    "state": Feature.REGION,
    "district": Feature.DISTRICT,
    "town": Feature.TOWN,
    "city": Feature.CITY,
    "village": Feature.VILLAGE,
}
_LOCAL = re.compile(
    r"(?:['’]s)?\s+(?:(?:provincial|regional|city|town|deputy|acting|military|district|police)\s+){0,2}"
    r"(?:governor|mayor|council|administration|prefect|police chief|hospital|prosecutors?|garrison)\b",
    re.IGNORECASE,
)
_OFFICIALS = re.compile(
    r"\b(?:officials?|authorities|administration|police|officer|prosecutors|governor|mayor|prefect)"
    r"\s(?:in|at|of)\s$",
    re.IGNORECASE,
)


class Whereabouts:
    """The places of one text, ready to say where a stretch of it plays."""

    def __init__(self, text: str, survey: Survey) -> None:
        self._dateline = survey.dateline
        self._text = text
        self._all = [span for span in survey.spans if not span.dateline]
        self._spans = without_seats(text, self._all)
        self._starts = [span.start for span in self._spans]
        self._all_starts = [span.start for span in self._all]
        self._goals: dict[int, bool] = {}  # by where a name starts: whether somebody is on the way there
        self._scene: PlaceSpan | None = None
        self._head: PlaceSpan | None = None  # the place that labels the entry being read
        self._passed = 0  # spans before this one have set the scene, or had no part in it

    def of(self, start: int, end: int, sentence: tuple[int, int], bound: bool = False) -> Place | None:
        """The narrowest place that the clause names; else one its sentence names; else the last scene before.

        `bound`: the clause is about going there (“were sent to Goma”), so that a destination is its place.
        """
        first, last = bisect_left(self._starts, sentence[0]), bisect_left(self._starts, sentence[1])
        around = [span for span in self._spans[first:last] if bound or not self._bound_for(span)]
        inside = [span for span in around if start <= span.start < end + NEAR]
        self._pass_by(first)
        if heading := _narrowest([span for span in self._spans[first:last] if self._heads(span)]):
            self._scene = self._head = heading
        chosen = (
            self._opening(inside, start)
            or _narrowest(self._own(inside, end))
            or self._in_one_breath(_nearest(around, start), around)
        )
        if chosen is not None:
            self._passed = max(self._passed, last)
            self._remember(chosen)
            return chosen.place
        local = self._spoken_for(sentence)
        if local is not None:
            self._remember(local)
        chosen = self._meant(start, end) or self._carried(first)
        return chosen.place if chosen else None

    def _own(self, inside: list[PlaceSpan], end: int) -> list[PlaceSpan]:
        """Those of the clause itself, if it names any, with those that stand beside them behind it."""
        own = [span for span in inside if span.start < end and span.feature is not Feature.COUNTRY]
        for span in inside:
            if (
                own
                and span not in own
                and (span.start < end or self._together(own[-1], span) or "," not in self._text[end : span.start])
            ):
                own.append(span)
        if not own:
            near = [span for span in inside if "," not in self._text[end : max(end, span.start)]]
            return near if any(span.feature is not Feature.COUNTRY for span in near) else inside
        towns = [span for span in own if span.name.split()[-1].lower() not in _WAYS]
        return towns or own  # “the settlement of Lafole on the Afgoye road” is Lafole

    def _opening(self, inside: list[PlaceSpan], start: int) -> PlaceSpan | None:
        """“Gharyan, south of the capital, was seized”: the place that a clause begins with, and what stands beside."""
        if not inside or self._text[start : inside[0].start] not in _ARTICLES or inside[0].feature is Feature.COUNTRY:
            return None
        if not _SUFFERS.match(self._text, inside[0].end):
            return None
        run = inside[:1]
        for span in inside[1:]:
            if not self._together(run[-1], span):
                break
            run.append(span)
        return _narrowest(run)

    def begin_entry(self, start: int) -> None:
        """An entry of a list or a live blog begins: it may name its place only later."""
        end = end_of_entry(self._text, start)
        self._head = None
        own = self._spans[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        entry = next((span for span in own if self._sets_the_scene(span) or self._is_written_from(span)), None)
        self._scene = entry or self._over_it(start) or self._scene

    def _over_it(self, start: int) -> PlaceSpan | None:
        """The place in the headline of an entry: “19:12 What we hear from Bor”; who speaks there is none."""
        stop = self._text.find("\n", start, start + _HEADLINE)
        if stop < 0 or self._text[stop - 1] in ".!?:":
            return None
        over = self._all[bisect_left(self._all_starts, start) : bisect_left(self._all_starts, stop)]
        fits = [one for one in over if one.feature is not Feature.COUNTRY and not SPEAKS.match(self._text, one.end)]
        return _narrowest([one for one in fits if not _DENIES.match(self._text, one.end)])

    def _sets_the_scene(self, span: PlaceSpan) -> bool:
        told_of = span.locative or (
            self._text.endswith(_SETTLEMENTS, 0, span.start) and _SUFFERS.match(self._text, span.end) is not None
        )
        return told_of and span.feature is not Feature.COUNTRY and not self._bound_for(span)

    def _is_written_from(self, span: PlaceSpan) -> bool:
        """“A reader from Lashio writes: …”, and the entry plays there."""
        led = self._text.endswith((" from ", " in "), 0, span.start)
        return led and span.feature is not Feature.COUNTRY and _WRITES.match(self._text, span.end) is not None

    def _meant(self, start: int, end: int) -> PlaceSpan | None:
        """What “the province” or “the town” refers back to, when the clause says so."""
        if led := _IN_THE.search(self._text, max(0, start - 40), start):
            start = led.start()
        if _CAPITAL.search(self._text, start, min(len(self._text), end + NEAR)) and (seat := self._capital()):
            return seat
        if _THERE.search(self._text, start, end) and (last := last_named(self._named_so_far(start), start)):
            return last
        found = _BACK.search(self._text, start, min(len(self._text), end + NEAR))
        if found is None or "." in self._text[end : found.start()] or "\n" in self._text[start : found.start()]:
            return None
        rank = _RANKS[(found[1] or found[2]).lower()]
        city = rank is Feature.CITY
        cities = [span for span in self._spans if span.feature is Feature.CITY] if city else self._spans
        return last_named(cities, start, rank) or last_named(self._spans, start, rank)

    def _capital(self) -> PlaceSpan | None:
        """The capital that the text names: in its dateline, or anywhere."""
        named = [self._dateline, *self._all] if self._dateline else self._all
        return next((span for span in named if self._is_capital(span)), None)

    @staticmethod
    def _is_capital(span: PlaceSpan) -> bool:
        namesakes = gazetteer().look_up_folded(fold(span.canonical or span.name))
        return any(entry.capital and entry.country == span.place.country for entry in namesakes)

    def _named_so_far(self, start: int) -> list[PlaceSpan]:
        """The places of the line up to an offset."""
        line = self._text.rfind("\n", 0, start) + 1
        return self._spans[bisect_left(self._starts, line) : bisect_left(self._starts, start)]

    def _spoken_for(self, sentence: tuple[int, int]) -> PlaceSpan | None:
        """The place whose own governor, mayor or council the sentence names, when it names no other."""
        for span in self._all[bisect_left(self._all_starts, sentence[0]) :]:
            if span.start >= sentence[1]:
                return None
            if span.feature is not Feature.COUNTRY and (
                _LOCAL.match(self._text, span.end) or self._has_officials(span)
            ):
                return span
        return None

    def _has_officials(self, span: PlaceSpan) -> bool:
        """“Officials in Horlivka say”: of the town; those in a capital speak for the country."""
        if not _OFFICIALS.search(self._text, max(0, span.start - 40), span.start):
            return False
        return not self._is_capital(span)

    def _pass_by(self, first: int) -> None:
        """The sentences before set the scene too, where they say that something is in a place."""
        for span in self._spans[self._passed : first]:
            if self._heads(span):
                self._scene = self._head = self._narrower_head(span)
            elif self._sets_the_scene(span) or (
                span.feature is not Feature.COUNTRY and _LOCAL.match(self._text, span.end)
            ):
                self._remember(span)
        self._passed = max(self._passed, first)

    def _narrower_head(self, span: PlaceSpan) -> PlaceSpan:
        """Of the names that head one entry (“Port-au-Prince / Carrefour-Feuilles”), the narrowest."""
        scene = self._scene
        beside = scene is not None and scene.label and "\n" not in self._text[scene.end : span.start]
        return scene if scene is not None and beside and scene.feature.depth >= span.feature.depth else span

    def _heads(self, span: PlaceSpan) -> bool:
        """Whether it labels an entry, or is the narrower name in the label's bracket: “Mogadishu (Hodan) – ”."""
        if span.feature is Feature.COUNTRY:
            return False
        before = self._spans[at - 1] if (at := bisect_left(self._starts, span.start)) else None
        if span.label:
            return before is None or not self._is_within(before, span)
        bracketed = before is not None and before.label and self._text[before.end : span.start] == " ("
        return bracketed and before is not None and span.feature.depth > before.feature.depth

    def _is_within(self, town: PlaceSpan, span: PlaceSpan) -> bool:
        """Whether it is what a town of the same label lies in (“Datu Piang, Mag.”)."""
        return town.label and town.feature.depth >= Feature.CITY.depth and self._text[town.end : span.start] == ", "

    def _in_one_breath(self, nearest: PlaceSpan | None, around: list[PlaceSpan]) -> PlaceSpan | None:
        """The narrowest of the names that stand together (“Kwari village (Sabon Birni, Sokoto)”)."""
        if nearest is None:
            return None
        run, at = [nearest], around.index(nearest)
        for before in reversed(around[:at]):
            if not self._together(before, run[0]):
                break
            run.insert(0, before)
        return _narrowest(run)

    def _together(self, before: PlaceSpan, after: PlaceSpan) -> bool:
        """Whether only a bracket, a comma or “in the” stands between; behind a slash the narrower name follows."""
        slash = "/" in self._text[before.end : after.start]
        return not slash and _BESIDE.fullmatch(self._text, before.end, after.start) is not None

    def _remember(self, chosen: PlaceSpan) -> None:
        """The scene narrows: a country or the scene's own province does not replace a town, nor where the hurt lie."""
        scene = self._scene
        if self._head is not None and self._is_told_under(self._head, chosen):
            return
        if scene is not None and chosen.feature is Feature.SITE and chosen.name.split()[-1].lower() in _CARE:
            return
        wider = scene is not None and (
            chosen.feature is Feature.COUNTRY
            or (scene.place.admin1 or "-") in (chosen.name, chosen.canonical)
            or (chosen.feature.depth < scene.feature.depth and self._together(scene, chosen))
        )
        if not wider:
            self._scene = chosen

    def _is_told_under(self, head: PlaceSpan, span: PlaceSpan) -> bool:
        """Whether the entry that one place labels names another in passing; one that lies in it is where it plays."""
        lies_in = (span.place.admin1 or "-").lower() in (head.name.lower(), (head.canonical or "").lower())
        return not lies_in and "\n\n" not in self._text[head.end : span.start]

    def _bound_for(self, span: PlaceSpan) -> bool:
        if span.start not in self._goals:
            floor = max(0, span.start - 70)
            goal = _BOUND_FOR.search(self._text, floor, span.start)
            self._goals[span.start] = (goal or _COMES_FROM.search(self._text, floor, span.start)) is not None
        return self._goals[span.start]

    def _carried(self, first: int) -> PlaceSpan | None:
        if self._scene is not None:
            return self._scene
        before = [span for span in self._spans[max(0, first - 8) : first] if span.feature is not Feature.RIVER]
        return self._title or _narrowest(before) or self._elsewhere(first)

    @cached_property
    def _title(self) -> PlaceSpan | None:
        """The place that the first line names: “MYAWADDY BLOG”, “Fighting in Hodeidah: live updates”."""
        line = self._text[: self._text.find("\n") + 1].lower()
        fits = (span for span in self._spans if span.feature.depth >= Feature.CITY.depth and span.name.lower() in line)
        return next(fits, None)

    def _elsewhere(self, first: int) -> PlaceSpan | None:
        if self._dateline and self._dateline.feature is not Feature.COUNTRY and not self._spans:
            return self._dateline
        ahead = self._spans[first : first + 6]
        return (ahead[0] if ahead else None) or (self._all[0] if self._all else None) or self._dateline


def _narrowest(spans: list[PlaceSpan]) -> PlaceSpan | None:
    return max(spans, key=lambda span: span.feature.depth, default=None)


def _nearest(spans: list[PlaceSpan], start: int) -> PlaceSpan | None:
    return min(spans, key=lambda span: abs(span.start - start), default=None)
