"""Whether “she” or “he” can mean a person of that name: by “Ms.” and “Mr.” in the text, or by the given name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from bot.extraction.lexicon.given_names import FEMALE_NAMES, MALE_NAMES
from bot.extraction.lexicon.roles import ORGANISATION_WORDS, TITLES
from bot.extraction.lexicon.speech import OPENERS

_PERSON = re.compile(
    r"(?:\b(?P<title>M[rs]s?\.? |Miss ))?(?P<name>[A-Z][\w’'-]*\w(?: (?:[A-Z]\. )?(?:al-|de |von )?[A-Z][\w-]+\w)*)"
)
_TITLED = re.compile(r"\b(Mr|Mrs|Ms|Miss)\b\.? (?:[A-Z]\. |[A-Z][\w’'-]+ (?=[A-Z]))?([A-Z][\w-]+)")


def titled(text: str) -> dict[str, str]:
    """Last names that stand behind “Mr.”, “Ms.”, “Mrs.” or “Miss” in the text -> “he” or “she”."""
    return {found[2]: "he" if found[1] == "Mr" else "she" for found in _TITLED.finditer(text)} if "M" in text else {}


def gender_of(name: str, titles: Mapping[str, str]) -> str | None:
    """“he” or “she” for the person of that name, or None where neither the titles of the text nor the name tells."""
    words = name.split()
    if words and words[-1] in titles:
        return titles[words[-1]]
    given = words[0].lower() if len(words) > 1 else ""
    return "she" if given in FEMALE_NAMES else "he" if given in MALE_NAMES else None


def persons(text: str, start: int, end: int) -> Iterator[str]:
    """The names of persons in `text[start:end]`: with “Mr.” or “Ms.”, or with a given name known as such."""
    for found in _PERSON.finditer(text, start, end):
        words = found["name"].split()
        while words and (words[0].lower() in OPENERS or words[0].lower() in TITLES or words[0] == "The"):
            words = words[1:]
        known = len(words) > 1 and words[0].lower() in FEMALE_NAMES | MALE_NAMES
        if words and (found["title"] or known) and not any(word.lower() in ORGANISATION_WORDS for word in words):
            yield " ".join(words).removesuffix("'s").removesuffix("’s")
