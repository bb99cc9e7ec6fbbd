"""Whether “she” or “he” can mean a person of that name: by “Ms.” and “Mr.” in the text, or by the given name."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping

from bot.extraction.lexicon.given_names import FEMALE_NAMES, MALE_NAMES
from bot.extraction.lexicon.roles import ORGANISATION_WORDS, TITLES
from bot.extraction.lexicon.speech import OPENERS, PREPOSITIONS

_PERSON = re.compile(
    r"(?:\b(?P<title>M[rs]s?\.? |Miss ))?(?P<name>[A-Z][\w’'-]*\w(?: (?:[A-Z]\. )?(?:al-|de |von )?[A-Z][\w-]+\w)*)"
)
_QUOTED = re.compile(r"“[^”]*”?|\"[^\"]*\"?|''[^']*(?:'(?!')[^']*)*(?:'')?")
_SENTENCE = re.compile(
    r"(?<=[\w”\"’)][.!?]) (?=[A-Z])(?<!Mr\. )(?<!Ms\. )(?<!Mrs\. )(?<!Dr\. )(?<!Sen\. )(?<!Rep\. )(?<!Gov\. )"
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


def given(name: str) -> bool:
    """Whether it begins with a given name known as such."""
    return name.split(" ", 1)[0].lower() in FEMALE_NAMES | MALE_NAMES


def acting(text: str, start: int, end: int, known: Container[str]) -> Iterator[str]:
    """Whom the sentences before the last one of `text[start:end]` are about: persons outside quotations, nearest first.

    `known` holds the last names of persons. Who stands behind a preposition or owns something does not act.
    """
    for sentence in reversed(_SENTENCE.split(_QUOTED.sub("", text[start:end]))[:-1]):
        for found in _PERSON.finditer(sentence):
            before = sentence[: found.start()].rsplit(None, 1)[-1:] or [""]
            owning = sentence.startswith(("'s", "’s"), found.end()) or found[0].endswith(("'s", "’s"))
            if before[0].lower() not in PREPOSITIONS and not owning:
                yield from _person(found, known)


def persons(text: str, start: int, end: int) -> Iterator[str]:
    """The names of persons in `text[start:end]`: with “Mr.” or “Ms.”, or with a given name known as such."""
    for found in _PERSON.finditer(text, start, end):
        yield from _person(found, ())


def _person(found: re.Match[str], last_names: Container[str]) -> Iterator[str]:
    words = found["name"].removesuffix("'s").removesuffix("’s").split()
    while words and (words[0].lower() in OPENERS or words[0].lower() in TITLES or words[0] == "The"):
        words = words[1:]
    known = bool(words) and (
        (len(words) > 1 and words[0].lower() in FEMALE_NAMES | MALE_NAMES) or words[-1].lower() in last_names
    )
    if words and (found["title"] or known) and not any(word.lower() in ORGANISATION_WORDS for word in words):
        yield " ".join(words)
