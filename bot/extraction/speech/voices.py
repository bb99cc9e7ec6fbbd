"""Who a phrase means: name, role and organisation told apart, anonymous speakers as worded."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from bot.extraction.lexicon.attacks import ATTACK_NOUNS
from bot.extraction.lexicon.name_words import DETERMINERS, NUMBERED, OFFICES
from bot.extraction.lexicon.roles import (
    FEMALE,
    MALE,
    ORGANISATION_WORDS,
    PARTY_WORDS,
    PLURAL_SPEAKERS,
    SPEAKERS,
    TITLES,
)
from bot.extraction.lexicon.speech import DOCUMENTS, OUTLET_WORDS, PRONOUNS
from bot.extraction.speech.naming import author_of, called, head_end, is_name, name_start, trimmed, without_clause
from bot.extraction.speech.utterances import Token


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker. `kind`: person, body, paper (a report), crowd (several people), someone (unnamed) or pronoun."""

    source: str
    kind: str
    start: int
    end: int
    role: str | None = None
    organisation: str | None = None
    gender: str | None = None
    chain: tuple[str, ...] = ()

    @property
    def party(self) -> bool:
        """Whether it speaks for a side of the fight, by the default list."""
        words = " ".join(word for word in (self.source, self.role, self.organisation) if word)
        return _names_a_party(words)

    @property
    def outlet(self) -> bool:
        """Whether it is a medium, which mostly passes on what others say."""
        return any(word in OUTLET_WORDS for word in self.source.lower().replace("’", "'").split())


@lru_cache(maxsize=4096)
def _names_a_party(words: str) -> bool:
    padded = f" {words.lower().replace('’', chr(39))} ".replace("'s ", " ").replace(",", " ")
    return any(f" {party} " in padded for party in PARTY_WORDS)


def voice_of(text: str, phrase: list[Token], beside: list[Token] | None = None) -> Voice | None:
    """The speaker that a noun phrase names; `beside` is what stands with it between commas."""
    phrase = trimmed(phrase)
    whole, phrase = phrase, without_clause(phrase)
    if not phrase:
        return None
    if all(token.low in ("a", "an", "the", "of", "no") for token in phrase):
        return None
    if len(phrase) == 1 and phrase[0].low in PRONOUNS:
        return Voice(phrase[0].word, "pronoun", phrase[0].start, phrase[0].end, gender=_of_pronoun(phrase[0].low))
    if (named := called(phrase, beside or [])) is not None:
        return voice_of(text, named[0], named[1])
    document = author_of(phrase)
    if document and document != phrase:
        return voice_of(text, document, beside)
    if _several(phrase):
        return Voice(_as_worded(text, phrase), "crowd", phrase[0].start, whole[-1].end)
    beside = without_clause(trimmed(beside or []), role=True)
    name_at = name_start(phrase)
    voice = _unnamed(text, phrase, beside) if name_at is None else _named(text, phrase, name_at, beside)
    return replace(voice, end=whole[-1].end)


def _several(phrase: list[Token]) -> bool:
    """“Ann Ode and Karl Voss”, but not “the Ministry of War and Peace”."""
    phrase = phrase[: head_end(phrase)]
    joint = next((at for at, token in enumerate(phrase) if at and token.low == "and"), None)
    if joint is None or joint + 1 == len(phrase) or any(token.low in ORGANISATION_WORDS for token in phrase):
        return False
    whole = all(token.proper or token.low in ("and", ",", "the") or token.word == "," for token in phrase)
    return whole and phrase[joint - 1].proper and phrase[-1].proper


def _words(text: str, phrase: list[Token]) -> str:
    return " ".join(text[phrase[0].start : phrase[-1].end].split()) if phrase else ""


def _as_worded(text: str, phrase: list[Token]) -> str:
    """The words of the phrase; an article that began the sentence in small letters."""
    words = _words(text, phrase)
    first = words.split(" ", 1)[0]
    return first.lower() + words[len(first) :] if first in ("The", "A", "An", "Some", "Two", "Three", "One") else words


def _named(text: str, phrase: list[Token], name_at: int, beside: list[Token]) -> Voice:
    end = head_end(phrase)
    name_at -= name_at > 0 and _is_ordinal(phrase[name_at - 1])
    name = phrase[name_at:end]
    while name and name[0].low in ("the", "of", "for", "and"):
        name = name[1:]
    before = [token for token in phrase[:name_at] if token.low not in ("the",)]
    role = _words(text, before) or (_words(text, beside) if beside else "") or None
    source = _shorn(_words(text, name))
    kind = "body" if _is_body(name, phrase[:name_at]) else "person"
    if kind == "body":
        return Voice(source, kind, phrase[0].start, phrase[-1].end, role, source)
    name, owner = _possessed(name)
    source = _shorn(_words(text, name))
    belongs = owner or _organisation(text, before) or _organisation(text, beside) or _home(text, phrase[end:])
    return Voice(source, kind, phrase[0].start, phrase[-1].end, role, belongs, _gender([*phrase, *beside]))


def _possessed(name: list[Token]) -> tuple[list[Token], str | None]:
    """“UNHCR's Maria Costa” is Maria Costa, of UNHCR."""
    at = next((at for at, token in enumerate(name[:-1]) if token.low.endswith(("'s", "’s"))), None)
    return (name, None) if at is None else (name[at + 1 :], _shorn(name[at].word))


def _home(text: str, behind: list[Token]) -> str | None:
    """“Tom Hardy of the Brookline Institute”: where somebody belongs, if it is a body."""
    if len(behind) < 2 or behind[0].low not in ("of", "from", "at", "with"):
        return None
    name = [token for token in behind[1:] if token.low != "the"]
    return (
        _words(text, name)
        if name and is_name(name[_is_ordinal(name[0]) :]) and any(token.low in ORGANISATION_WORDS for token in name)
        else None
    )


def _is_ordinal(token: Token) -> bool:
    """“4th” of “the 4th Brigade”."""
    return token.word[0].isdigit() and token.low.endswith(("st", "nd", "rd", "th"))


def _shorn(name: str) -> str:
    return name[:-2] if name.endswith(("'s", "’s")) else name


def _is_body(name: list[Token], before: list[Token]) -> bool:
    words = [token.low.removesuffix("'s").removesuffix("’s") for token in name]
    if any(word in ORGANISATION_WORDS for word in words):
        return True
    acronym = len(name) == 1 and name[0].word.replace(".", "").isupper() and len(name[0].word.replace(".", "")) > 1
    lead = before[-1].low if before else ""
    return (acronym and lead not in TITLES) or lead in (
        "the",
        "group",
        "charity",
        "agency",
        "organisation",
        "organization",
        "operator",
        "watchdog",
        "monitor",
    )


def _unnamed(text: str, phrase: list[Token], beside: list[Token]) -> Voice:
    if beside and is_name(beside):
        person = _named(text, beside, name_start(beside) or 0, [])
        return Voice(person.source, person.kind, phrase[0].start, phrase[-1].end, _as_worded(text, phrase),
                     person.organisation or _organisation(text, phrase), _gender(phrase))  # fmt: skip
    end = head_end(phrase)
    head = phrase[end - 1]
    low = head.low
    bodies = (
        "ministry",
        "army",
        "military",
        "government",
        "police",
        "office",
        "coalition",
        "command",
        "agency",
        "group",
    )
    if low in bodies and end < len(phrase) and phrase[end].low in ("in", "at", "on", "inside", "from", "near"):
        phrase = phrase[:end]
    office = any(token.low in OFFICES for token in phrase[:end])
    staff = low == "staff" and end > 1 and phrase[end - 2].low in ("general", "joint")
    kind = "body" if staff or ((low in bodies or low in ORGANISATION_WORDS) and not office) else "someone"
    if low in DOCUMENTS and not low.startswith("spokes"):
        kind = "paper"
    if low in PLURAL_SPEAKERS or (
        low.endswith("s") and not low.endswith(("ss", "us")) and low not in ORGANISATION_WORDS
    ):
        kind = "crowd"
    if any(token.low == "and" for token in phrase[:end]):
        kind = "crowd"
    source = _as_worded(text, phrase)
    return Voice(_shorn(source), kind, phrase[0].start, phrase[-1].end, _words(text, beside) or None,
                 source if kind == "body" else _organisation(text, phrase), _gender(phrase))  # fmt: skip


def _organisation(text: str, phrase: list[Token]) -> str | None:
    """Whom a spokesman speaks for: “spokesman for the ministry”, “a Taliban spokesman”."""
    for at, token in enumerate(phrase):
        if not token.low.startswith("spokes"):
            continue
        if at + 2 < len(phrase) and phrase[at + 1].low in ("for", "of"):
            behind = [one for one in phrase[at + 2 :] if one.low not in ("the", "a", "an")]
            stop = next((i for i, one in enumerate(behind) if one.word in (",", "(")), len(behind))
            return _shorn(_words(text, behind[:stop])) or None
        before = [one for one in phrase[:at] if one.low not in DETERMINERS and one.low != "chief"]
        return _shorn(_words(text, before)) or None if before else None
    return None


def _gender(phrase: list[Token]) -> str | None:
    lows = {token.low for token in phrase}
    return "she" if lows & FEMALE else "he" if lows & MALE else None


def _of_pronoun(low: str) -> str | None:
    return low if low in ("he", "she") else None


def _event(phrase: list[Token]) -> bool:
    """“Exchange of fire reported” and “clashes reported”: what happens does not speak."""
    if phrase[-1].low == "information":
        return True
    head = next((at for at, token in enumerate(phrase) if token.low == "of"), len(phrase)) - 1
    return head >= 0 and phrase[head].low in ATTACK_NOUNS


def plausible(voice: Voice, phrase: list[Token]) -> bool:
    """Whether such a phrase can speak at all: a name, a pronoun, or people and bodies that do."""
    if phrase[0].low in ("no", "nobody", "neither", "none", "nothing") or _event(phrase):
        return False
    if voice.kind in ("pronoun", "person", "body"):
        return voice.source.lower() not in ("this", "that", "these", "those", "which", "there")
    return (
        any(token.low in SPEAKERS or token.low in DOCUMENTS or token.low in TITLES for token in phrase)
        or phrase[0].low in NUMBERED
    )
