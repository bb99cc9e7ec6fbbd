"""Seats: names that tell where an office sits, or whose people they are, and not where something happened."""

from __future__ import annotations

import re

from bot.extraction.lexicon.forces import FORCES
from bot.extraction.lexicon.victims import PEOPLE
from bot.extraction.places import Feature, PlaceSpan

_NATIONALS = re.compile(
    r"\b(?:peacekeepers?|soldiers?|policem[ae]n|officers?|troops|nationals?|workers?|engineers?|blue helmets?|troopers?"
    r"|marines?|contractors?|journalists?|priests?|tourists?|drivers?|labourers?|pilgrims?|sailors?|contingent) from\s$"
)
_NEXT = re.compile(r"(?:['’]s)?(?:[ \t-]+|\n(?=[a-z]))(?:[^\W\d_][\w-]*\s+){0,2}?([^\W\d_][\w-]*)")
_SEAT_OF = re.compile(
    r"\b(?:government|officials|authorities|administration|diplomats|analysts|ministry|hospitals?|clinic|headquarters|office|embassy|spokes\w+|correspondents?|bureau|parliament|based|surgeons?|doctors?|medics?|nurses?|director"
    r"|talks|negotiations|summit|conference|statements?|briefing)"
    r"(?:\s\w+){0,2}\s(?:in|at|of)\s$",
    re.IGNORECASE,
)
_CHIEF_OF = re.compile(r"\b(?:governor|mayor|prefect|commander|police chief) of $")
SPEAKS = re.compile(r",? (?:said|says|told|put|confirmed|reported|denied|added|announced|wrote|acknowledged)\b")
_LISTED = re.compile(r",? and |, ")
_SEAT_ENDS = ("in", "at", "of")
_SPOKEN_FROM = re.compile(
    r"\b(?:phone|telephone|radio|speaking|reached|contacted|reporting|spoke|told|said|live)\b[^.;]{0,30}\bfrom\s+"
    r"(?:(?:the|nearby|neighbou?ring|town|city|village|of|port|capital)\s+){0,5}$"
    r"|^\s*From\s+$",
    re.IGNORECASE,
)
_OFFICE = frozenset(
    "ministry ministries health provincial foreign interior defence defense president prime parliament hospital media "
    "television radio news agency newspaper intelligence general university-based red-crescent military state".split()
)


def without_seats(text: str, spans: list[PlaceSpan]) -> list[PlaceSpan]:
    """The places without those where an office sits, and without those listed with such a one."""
    kept: list[PlaceSpan] = []
    last: PlaceSpan | None = None
    for span in spans:
        listed = last is not None and _LISTED.fullmatch(text, last.end, span.start) is not None
        if (listed and not span.locative) or _is_seat(text, span):
            last = span
        else:
            kept.append(span)
            last = None
    return kept


def _is_seat(text: str, span: PlaceSpan) -> bool:
    """Whether the name tells where an office sits, or whose it is, and not where something happened."""
    before = text[max(0, span.start - 80) : span.start].rpartition("\n")[2]
    seat = before[-3:-1].lower() in _SEAT_ENDS and _SEAT_OF.search(before) is not None
    chief = _CHIEF_OF.search(before) is not None and SPEAKS.match(text, span.end) is not None
    return (
        seat
        or chief
        or (span.feature is Feature.COUNTRY and _NATIONALS.search(before) is not None)
        or ("from" in before.lower() and _SPOKEN_FROM.search(before) is not None)
        or _names_people(text, span)
    )


def _names_people(text: str, span: PlaceSpan) -> bool:
    """Whether the name only tells whose people, ministry or governor it is (“Badghis governor”)."""
    if span.locative or text[max(0, span.start - 4) : span.start] == " of ":
        return False
    following = _NEXT.match(text, span.end)
    if following is None:
        return False
    words = text[span.end : following.end()].lower().replace("’s", " ").replace("'s", " ").split()
    if span.feature is Feature.REGION and words[:1] == ["state"]:
        words = words[1:]
    return bool(words) and any(word in PEOPLE or word in FORCES or word in _OFFICE for word in words)
