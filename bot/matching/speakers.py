"""Speakers: who says so at the end of the chain, and whether two documents are two sources."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from bot.claims.model import Attribution
from bot.claims.relations import Told
from bot.matching.lexicon.nations import NATIONS
from bot.matching.lexicon.speaking import BODIES, IDLE, MOUTHS, OFFICES, ONE_WORD, PAPERS, PERSONS, PHRASES, UNNAMED
from bot.matching.parties import DEFAULT, Facing, facing
from bot.matching.wording import is_corrected, is_later_news
from bot.matching.words import folded, single, singles

CHANNEL = "@"  # before the name of an outlet that is somebody's own channel: what it tells is a witness's word
_WHERE = re.compile(r"\s+(?:in|at|from|near|on)\s+(?:the\s+)?(.+)\Z", re.IGNORECASE)
_INDEFINITE = re.compile(r"\A(?:an?|one|two|three|four|five|some|several|many|other|another|its|his|her|their)\b", re.I)
_POINTING = re.compile(r"(?:its|his|her|their|it|he|she|they)\b", re.IGNORECASE)
_BASED = re.compile(r"\b\w+ based ")
_HEAD = re.compile(r"\b(?:of|in|at|for|from|with|near|who|on|to|inside|by)\b")
_PHRASES = tuple((re.compile(rf"\b{words}\b"), meant) for words, meant in PHRASES)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says so. `words` is empty for the reporter; `named` says whether it is somebody one can tell from others."""

    words: frozenset[str]
    named: bool
    nation: str | None = None
    name: str = field(default="", compare=False)
    side: str | None = field(default=None, compare=False)


NOBODY = Speaker(frozenset(), named=False)


def speaker(attribution: Attribution | None, outlet: str | None = None) -> Speaker:
    """The end of the chain: an organisation rather than the person who speaks for it.

    Where nobody is quoted it is the reporter, or the body that published the text itself: a ministry's communiqué.

    >>> speaker(Attribution("a spokesman for the defence ministry")) == speaker(Attribution("the Ministry of Defence"))
    True
    """
    if attribution is None or not (attribution.source or attribution.organisation):
        own = _speaker(outlet, "", "") if outlet else NOBODY
        return own if own.words & (BODIES - PAPERS) and own.named else NOBODY
    return _speaker(attribution.source or "", attribution.role or "", attribution.organisation or "")


def speaker_key(attribution: Attribution | None, outlet: str | None = None) -> str:
    """A key under which a source counts once: the speaker's, or the outlet's for unnamed speakers and the reporter.

    >>> speaker_key(Attribution("residents"), "Radio Lumen"), speaker_key(Attribution("the MoD"), "Radio Lumen")
    ('radio lumen: resident', 'defence ministry')
    """
    who = speaker(attribution, outlet)
    words = " ".join(sorted(who.words))
    if who.named:
        return f"{who.nation.lower()} {words}" if who.nation else words
    return f"{folded(outlet or '')}: {words}".removesuffix(": ")


def same_speaker(one: Speaker, other: Speaker) -> bool:
    """Whether two named speakers are one, as far as words tell: “the police”, “Herat police”."""
    if not (one.named and other.named) or (one.nation and other.nation and one.nation != other.nation):
        return False
    if facing(one.side, other.side) is Facing.OPPOSED:
        return False
    if one.name and (one.name == other.name or _initials(one.name) == other.name or one.name == _initials(other.name)):
        return True
    shared = one.words & other.words
    return shared in (one.words, other.words) and bool(shared & BODIES or one.words == other.words)


def same_source(one: Told, other: Told) -> bool:
    """Whether one and the same speaker is behind both, or one outlet in its own words or its unnamed speakers'."""
    first, second = speaker(one.mention.attribution, one.outlet), speaker(other.mention.attribution, other.outlet)
    if are_copies(one, other):
        return True
    if first.named and second.named:
        return same_speaker(first, second)
    if first.named or second.named:
        return _is_meant(first, other) if first.named else _is_meant(second, one)
    if not _same_outlet(one.outlet, other.outlet):
        return False
    if first.words == second.words:
        return True
    return _is_meant(first, other) if first.words else _is_meant(second, one)


def are_copies(one: Told, other: Told) -> bool:
    """Whether both documents are near-copies of one text, with the same speaker in both."""
    if one.copy is None or one.copy != other.copy:
        return False
    first, second = speaker(one.mention.attribution, one.outlet), speaker(other.mention.attribution, other.outlet)
    return first.words == second.words or not first.words or not second.words or same_speaker(first, second)


def _is_meant(named: Speaker, other: Told) -> bool:
    """Whether a sentence that quotes nobody by name has the speaker in it: “the navy admitted”, “its director said”.

    Only a sentence that goes back to earlier words tells so: elsewhere the name may be the victim's.
    """
    who = other.mention.attribution
    if who is not None and not _POINTING.match(who.source or ""):
        return False
    around = other.around or ""
    said = {ONE_WORD.get(word, word) for word in singles(around)}
    return named.words <= said and (is_corrected(around) or is_later_news(around))


def independent(one: Told, other: Told) -> bool | None:
    """Whether two documents count as two sources of what they say; None where they do not tell.

    The same named speaker, the same outlet's unnamed ones, and near-copies of one text are one source.
    """
    if same_source(one, other):
        return False
    first, second = speaker(one.mention.attribution, one.outlet), speaker(other.mention.attribution, other.outlet)
    same_outlet = _same_outlet(one.outlet, other.outlet)
    if _is_outlet(first, other.outlet) or _is_outlet(second, one.outlet):
        return False
    if first.named and second.named:
        return not same_speaker(first, second)
    if not first.words and not second.words:
        return None if same_outlet is None else not same_outlet
    if not first.words or not second.words:
        witness = (one.outlet if not first.words else other.outlet) or ""
        return True if same_outlet is False and witness.startswith(CHANNEL) else None
    if first.named or second.named:
        return True
    if same_outlet and first.words != second.words:
        return True
    return None if same_outlet is None else not same_outlet


def _same_outlet(one: str | None, other: str | None) -> bool | None:
    if not one or not other:
        return None
    return folded(one) == folded(other)


def _initials(name: str) -> str:
    """The first letters of a body's name: aapp for the assistance association for political prisoners."""
    words = [word for word in name.split() if word not in IDLE]
    return "".join(word[0] for word in words) if len(words) > 2 else ""


def _is_outlet(who: Speaker, outlet: str | None) -> bool:
    return bool(outlet) and bool(who.name) and folded(outlet or "") == who.name


@lru_cache(maxsize=16_384)
def _speaker(source: str, role: str, organisation: str) -> Speaker:
    told = organisation if organisation and not _is_vague(organisation) else ""
    if not told and role and is_person(source) and not _POINTING.match(role):
        told = role
    told = told or source
    words, nation = _words(told)
    if _is_somebody(told):
        return Speaker(words or frozenset({"somebody"}), named=False, name=folded(source))
    named = _is_named(told, words, nation) or (is_person(source) and not _INDEFINITE.match(source))
    if not words and not nation:
        words = frozenset(folded(source).split())
    name = _BASED.sub("", folded(source).removeprefix("the "))
    return Speaker(words or frozenset({"government"}), named, nation, name, DEFAULT.side(told, speaking=True))


def _is_vague(organisation: str) -> bool:
    return folded(organisation).removeprefix("the ") in ("group", "movement", "organisation", "organization", "side")


def is_person(source: str) -> bool:
    """Whether the words are somebody's name: two words or more, all with capitals, none of them a body's."""
    words = source.split()
    capital = [word for word in words if word[:1].isupper()]
    return (
        len(words) >= 2
        and len(capital) >= len(words) - 1
        and words[0].lower() not in ("the", "a", "an")
        and not any(single(part) in BODIES | UNNAMED or part in NATIONS for part in folded(source).split())
    )


def _is_somebody(told: str) -> bool:
    """Whether a person speaks who has no name and speaks for nobody else: “a doctor at the Herat hospital”."""
    head = _HEAD.split(folded(told))[0].split()
    return (
        bool(head)
        and single(head[-1]) in PERSONS
        and not any(word[:1].isupper() for word in told.split()[1:][: len(head) - 1])
    )


def _words(told: str) -> tuple[frozenset[str], str | None]:
    plain = _BASED.sub("", folded(told))
    for pattern, meant in _PHRASES:
        plain = pattern.sub(meant, plain)
    where = _WHERE.search(plain)
    rest = plain[: where.start()] if where else plain
    placed = where[1].split() if where else []
    nation = next((NATIONS[word] for word in rest.split() if word in NATIONS), None)
    kept = [single(word) for word in rest.split() if word not in NATIONS]
    kept = [ONE_WORD.get(word, word) for word in kept if word not in IDLE]
    telling = [word for word in kept if word and word not in MOUTHS]
    words = [word for word in (telling or kept) if word]
    if "hospital" in words:
        words += [word for word in placed if word not in NATIONS]
    return frozenset(words), nation


def _is_named(told: str, words: frozenset[str], nation: str | None) -> bool:
    if nation and not words & UNNAMED:
        return True
    office = bool(words & OFFICES) and not (_INDEFINITE.match(told) and not words & BODIES)
    unnamed = bool(words & UNNAMED) and not words & (BODIES - {"hospital", "monitor"})
    if unnamed:
        return office or any(word[:1].isupper() for word in told.split()[1:] if folded(word) not in NATIONS)
    return office or bool(words & BODIES) or any(word[:1].isupper() for word in told.split())
