"""What the words around a name say about it: that it is a place, of which kind, or that it is somebody."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.extraction.gazetteer import Feature
from bot.extraction.lexicon.place_words import BARE_KIND, DIRECTIONS, FEATURES, LOCATIVE, SPEECH, TITLES, WEAK
from bot.extraction.place_names import Name

REACH = 48  # characters read on either side of a name

_ANY_FEATURE = "|".join(sorted(map(re.escape, FEATURES), key=len, reverse=True))
_FEATURE_OF = re.compile(
    rf"\b({_ANY_FEATURE})(?:,? (?:called|named|known as|centre of|center of))?(?: of)?(?: the)? ?[“\"‘]?$"
)
_APPOSED = re.compile(rf"\b({_ANY_FEATURE}),$")
_FEATURE_AFTER = re.compile(rf"^(?: |-)({_ANY_FEATURE})\b(?! of [A-Z])(?!['’])")
_FEATURE_AFTER_LIST = re.compile(rf"^(?:, [\w'’-]+){{0,4}},? (?:and|or) [\w'’-]+(?: [\w'’-]+)? ({_ANY_FEATURE})\b")
_WORDS_BEFORE = re.compile(r"[\w'’-]+(?=[^\w]*$)")
_LAST_WORDS = re.compile(r"[\w'’.-]+|[,;:()—–\"“”]")
_AGE = re.compile(r"^, (?:\d\d|a|an|who|the [\w-]+ (?:of|who))\b")
_ARTICLES = frozenset(
    {"a", "an", "its", "their", "several", "his", "two", "three", "four", "some", "many", "every", "each"}
)
_GLUE = frozenset({"the", "both", "villages", "towns", "and", "of", "nearby", "neighbouring", "neighboring"})


@dataclass(frozen=True, slots=True)
class Evidence:
    """`feature` is what a word beside the name calls it, ending (if after it) at `feature_end`; `direction` is where
    “northern” before it begins; `article` says that “a” or “its” stands before, as no name of a place bears."""

    locative: bool = False
    weak: bool = False
    feature: Feature | None = None
    feature_end: int | None = None
    direction: int | None = None
    article: bool = False
    titled: bool = False
    speaks: bool = False


def evidence_for(text: str, name: Name) -> Evidence:
    """The evidence in the `REACH` characters before and after the name, within its paragraph."""
    before = text[max(0, name.start - REACH) : name.start].rpartition("\n\n")[2].replace("\n", " ")
    after = text[name.end : name.end + REACH].partition("\n\n")[0].replace("\n", " ")
    words = [word.lower() for word in _LAST_WORDS.findall(before)[-4:]]
    feature, feature_end = _feature(text, name, before, after)
    back, direction = _direction(text, name, words)
    words = words[: len(words) - back]
    first_after = re.match(r"[,]? ?([\w-]+)", after)
    return Evidence(
        locative=_stands(words, LOCATIVE) or direction is not None,
        weak=_stands(words, WEAK),
        feature=feature,
        feature_end=feature_end,
        direction=direction,
        article=bool(words) and words[-1] in _ARTICLES,
        titled=bool(words) and words[-1].rstrip(".") in TITLES and not (feature and feature_end is None),
        speaks=not name.owns and (bool(first_after and first_after[1].lower() in SPEECH) or bool(_AGE.match(after))),
    )


def _stands(words: list[str], wanted: frozenset[str]) -> bool:
    """Whether the last word before the name, small glue aside, is one of those."""
    kept = [word for word in words if word not in _GLUE]
    return bool(kept) and kept[-1] in wanted and words[-1] not in {",", "."}


def _direction(text: str, name: Name, words: list[str]) -> tuple[int, int | None]:
    """How many words of direction stand before the name, and where the first begins."""
    if not words or words[-1] not in DIRECTIONS:
        return 0, None
    start = text.rfind(" ", 0, name.start - 1) + 1 if name.start > 1 else 0
    start = max(start, text.rfind("\n", 0, name.start - 1) + 1)
    return 1, start


def _feature(text: str, name: Name, before: str, after: str) -> tuple[Feature | None, int | None]:
    if not name.owns and (found := _FEATURE_AFTER.match(after.lower())):
        return FEATURES[found[1]], name.end + found.end(1)
    low = before.lower()
    if (found := _FEATURE_OF.search(low)) and (" of" in low[found.end(1) :] or found[1] in BARE_KIND):
        return FEATURES[found[1]], None
    if found := _APPOSED.search(low.rstrip()):
        return FEATURES[found[1]], None
    if found := _FEATURE_AFTER_LIST.match(after):
        return FEATURES[found[1]], None
    return None, None
