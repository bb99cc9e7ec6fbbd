"""Place names folded for looking up: without case, accents and hyphens."""

from __future__ import annotations

import re
import unicodedata

from bot.claims.model import Place


def folded(words: str) -> str:
    """Words as they are compared.

    >>> folded("Qala-i-Naw,  BÂDGHIS")
    'qala i naw badghis'
    """
    bare = "".join(mark for mark in unicodedata.normalize("NFKD", words) if not unicodedata.combining(mark))
    return " ".join(re.findall(r"\w+", bare.casefold()))


def place_words(place: Place | None) -> str:
    """Everything by which a place can be asked for, between bars: town, province, country code."""
    if place is None:
        return ""
    return "|".join(folded(name) for name in (place.name, place.admin1, place.country) if name)
