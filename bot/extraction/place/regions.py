"""Regions called like their capital: “Herat province” keeps its word, so that nobody takes it for the town."""

from __future__ import annotations

import re

from bot.extraction.gazetteer import Entry, Feature

_KIND = "province|region|oblast|governorate|state|prefecture|county|department"
_AFTER = re.compile(rf" (?i:{_KIND})\b")
_BEFORE = re.compile(rf"\b((?i:{_KIND})) of (?:the )?\Z")
_REACH = 20  # characters of “governorate of the”


def in_full(text: str, start: int, end: int, entry: Entry, namesakes: tuple[Entry, ...]) -> str:
    """The name at `text[start:end]`; of a region with the word for what it is, where a town bears the same name.

    >>> town = Entry("Herat", "AF", "Herat", 34.3, 62.2, 400_000, Feature.CITY)
    >>> region = Entry("Herat", "AF", "Herat", 34.5, 62.0, 0, Feature.REGION)
    >>> in_full("Three were killed in Herat province.", 21, 26, region, (town, region))
    'Herat province'
    """
    town = any(one.feature is Feature.CITY and one.country == entry.country for one in namesakes)
    if entry.feature is not Feature.REGION or not town:
        return text[start:end]
    if behind := _AFTER.match(text, end):
        return text[start : behind.end()]
    before = _BEFORE.search(text, max(0, start - _REACH), start)
    return f"{text[start:end]} {before[1].lower()}" if before else text[start:end]
