"""Labels: the place that stands before an entry of a log, a list or a table (“20 Oct, 0430, Bilibiza (Quissanga):”)."""

from __future__ import annotations

import re
from enum import IntEnum

from bot.extraction.day_labels import CLOCK, DAY

MOST_WORDS = 10  # before a name that labels its line
REACH = 90  # characters of a line in which its label ends

_BULLET = r"(?:[-*•·▪►●–—]+\s+|\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{2,4})[.)]\s+)?"
_DISTANCE = r"(?:\d+(?:\.\d+)?\s?km\s[NSEW]{1,3}\sof\s+|near\s+|nr\s+|around\s+|outside\s+)?"
_EARLIER = r"(?-i:[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?(?:,\s|\sand\s|\s&\s|/))?"
_BEFORE = re.compile(
    rf"{_BULLET}(?:(?:date|when|day):\s)?[\[(]?(?P<when>(?:(?:{DAY}|{CLOCK})[\])]?(?:\s*[,.:/|–—-]\s*|\s+)){{1,4}})?"
    rf"(?:(?:place|location|where):\s)?(?:in\s|at\s)?{_DISTANCE}{_EARLIER}\Z",
    re.IGNORECASE,
)
_KIND = (
    r"(?:\s(?:[Tt]own|[Vv]illage|[Cc]ity|sede|district|area|territory|cercle|province|state|ward|axis|road"
    r"|neighbou?rhood|quarter|suburb|camp|commune|municipality|county|township))?"
)
_AND = r"(?:(?:,|\sand|\s&|/)\s?[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?)?"
_BRACKET = r"(?P<within>\s?\([A-Z][^()\n]{1,40}\))?"
_MARK = r"\s*(?P<mark>:|–\s|—\s|-\s|\|\s|\.\s(?=[A-Z\d“\"]))"
_AFTER = re.compile(rf"{_KIND}{_AND}{_KIND}{_BRACKET}{_MARK}")
_DATED_AFTER = re.compile(rf"{_KIND},?\s\(?(?i:{DAY}{CLOCK}?)\)?{_MARK}")
_NAMES = re.compile(
    r"[A-Z][\w'’-]+(?:(?: |, | / |/| & | and | – |-)(?:[A-Z][\w'’-]+|de|la|el|al))*(?: \([A-Z][\w '’-]+\))?\s*"
)


_FIELDS = frozenset(
    "place location where source sources note notes update updates comment date time incident backstory recap "
    "reminder background context summary correction corrections reported breaking latest analysis "
    "clarification live reader presenter newsreader newscaster anchor host editor producer bulletin watch explainer "
    "headlines highlights developing new".split()
)


_FIELD = re.compile(
    rf"{_BULLET}(?P<field>(?:place|location|area|town|where|locality|district|village|province|region|site):\s)?",
    re.IGNORECASE,
)


class Label(IntEnum):
    """How surely a name labels its line: not at all; where it is known as a place; whatever the name."""

    NONE = 0
    IF_KNOWN = 1
    SURE = 2


def label_of(text: str, start: int, end: int) -> Label:
    """What `text[start:end]` is to its line.

    >>> label_of("20 Oct, 0430, Bilibiza (Quissanga): shots heard.", 14, 22).name
    'SURE'
    """
    line = text.rfind("\n", 0, start) + 1
    if start - line > REACH or text.count(" ", line, start) > MOST_WORDS or text[start:end].lower() in _FIELDS:
        return Label.NONE
    if lead := _stands_alone(text, line, end):
        return Label.SURE if lead["field"] else Label.IF_KNOWN
    dated = text[end : end + 2] in (", ", " (") and _DATED_AFTER.match(text, end) is not None
    after = _AFTER.match(text, end)
    if not (dated or after):
        return Label.NONE
    before = _BEFORE.match(text, line, start)
    if before is None:
        return Label.NONE
    return Label.SURE if dated or before["when"] or (after and after["within"]) else Label.IF_KNOWN


def _stands_alone(text: str, line: int, end: int) -> re.Match[str] | None:
    """What leads in a line that holds nothing but names of places and stands over others: “Artibonite / Saint-Marc”."""
    stop = text.find("\n", end, line + REACH)
    lead = _FIELD.match(text, line)
    alone = stop > 0 and text[stop - 1] not in ".!?" and line > 0 and lead is not None
    return lead if alone and lead is not None and _NAMES.fullmatch(text, lead.end(), stop) is not None else None
