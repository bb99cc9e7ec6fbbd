"""The dateline: where a report was written, which need not be where things happened."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_HEAD = 4000  # characters in which a dateline may begin
_MONTHS = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_DATE = rf"(?:{_MONTHS} \d{{1,2}}(?:, \d{{4}})?|\d{{1,2}} {_MONTHS}(?: \d{{2,4}})?|\d{{4}}-\d\d-\d\d|{_DAY})"
_PAPERS = frozenset(
    "log report digest update notes statement desk bulletin summary brief briefing sitrep incident incidents "
    "communique communiqué release news script ministry command forces staff office centre center flash radio tv "
    "television fm live".split()
)
"""Words of headings in capitals, which name a paper and no place."""
_DASHES = ("— ", "– ", "- ", "—\t", "–\t", "-\t")
_DATED = re.compile(r"(?:19|20)\d\d[.:] [A-Z“\"]")
"""“Bogotá, 28 April 2003. The Minister …”."""
_NOWHERE = frozenset(
    {"no city", "clandestine", "undated", "update", "correction", "exclusive", "analysis", "explainer"}
)
_PLACE = r"[^\W\d_][\w .'’‑/-]{1,38}?"
_DATELINE = re.compile(
    rf"[ \t]*(?:date \d{{4}}-\d\d-\d\d[ \t]*)?(?P<place>{_PLACE})"
    rf"(?:(?:, | \(|/)(?P<within>[^\W\d_][\w .'’-]{{1,38}}?)\)?)?"
    rf"(?P<date>,? {_DATE})?(?P<agency> \([\w ./&-]{{2,40}}\))?(?:[ \t]*(?:—|–|--|-)|(?P<stop>(?<=\d\d\d\d)[.:]))[ \t]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """Offsets of the place, and of the country or region named behind it."""

    start: int
    end: int
    within: tuple[int, int] | None


def _openings(head: str) -> Iterator[re.Match[str]]:
    """The lines that open as a dateline may; one without a dash and a space is none."""
    at = 0
    for line in head.split("\n"):
        if (any(dash in line for dash in _DASHES) or _DATED.search(line)) and (found := _DATELINE.match(head, at)):
            yield found
        at += len(line) + 1


def find_dateline(text: str) -> Dateline | None:
    """The first line that opens with a place in capitals, or with a place and a date or an agency, and a dash.

    >>> text = "KYIV, Ukraine (AP) — Shells fell."
    >>> text[slice(*find_dateline(text).within)]
    'Ukraine'
    """
    for found in _openings(text[:_HEAD]):
        place = found["place"]
        words = place.lower().split()
        if place.lower() in _NOWHERE or not place[0].isupper() or not _PAPERS.isdisjoint(words):
            continue
        if place.isupper() or found["date"] or found["agency"]:
            return Dateline(*found.span("place"), found.span("within") if found["within"] else None)
    return None
