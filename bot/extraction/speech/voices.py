"""Who a phrase means: name, role and organisation told apart, anonymous speakers as worded."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.extraction.lexicon.roles import (
    FEMALE,
    MALE,
    ORGANISATION_WORDS,
    PARTICLES,
    PARTY_WORDS,
    PLURAL_SPEAKERS,
    SPEAKERS,
    TITLES,
)
from bot.extraction.lexicon.speech import DOCUMENTS, OUTLET_WORDS, PREPOSITIONS, PRONOUNS
from bot.extraction.speech.utterances import QUOTE, Token

_RELATIVES = frozenset({"who", "which", "whose", "whom", "that"})
_DETERMINERS = frozenset({
    "the", "a", "an", "his", "her", "their", "its", "this", "that", "one", "our", "my", "another",
})  # fmt: skip
_NAMED_OF = frozenset({
    "republic", "chamber", "friends", "voice", "academy", "college", "school", "church", "order", "secretariat",
    "ministries", "rights", "democracies", "physicians", "reporters", "lawyers", "mothers", "people", "league",
})  # fmt: skip
_OFFICES = frozenset({
    "minister", "president", "governor", "mayor", "secretary", "commander", "chief", "ambassador", "general",
    "director", "secretary-general", "commissioner", "chancellor", "premier", "prosecutor", "ombudsman",
    "spokesman",
})  # fmt: skip
_ISSUED = frozenset({
    "issued", "released", "published", "signed", "sent", "written", "posted", "prepared", "compiled", "made",
})  # fmt: skip
_NUMBERED = frozenset({
    "two", "three", "four", "five", "six", "several", "some", "many", "other", "most", "both",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker. `kind`: person, body, crowd (several people), someone (unnamed) or pronoun."""

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
        padded = f" {words.lower().replace('’', chr(39))} ".replace("'s ", " ").replace(",", " ")
        return any(f" {party} " in padded for party in PARTY_WORDS)

    @property
    def outlet(self) -> bool:
        """Whether it is a medium, which mostly passes on what others say."""
        return any(word in OUTLET_WORDS for word in self.source.lower().replace("’", "'").split())


def voice_of(text: str, phrase: list[Token], beside: list[Token] | None = None) -> Voice | None:
    """The speaker that a noun phrase names; `beside` is what stands with it between commas."""
    phrase = _trimmed(phrase)
    whole, phrase = phrase, _without_clause(phrase)
    if not phrase:
        return None
    if len(phrase) == 1 and phrase[0].low in PRONOUNS:
        return Voice(phrase[0].word, "pronoun", phrase[0].start, phrase[0].end, gender=_of_pronoun(phrase[0].low))
    if (named := _called(phrase, beside or [])) is not None:
        return voice_of(text, named[0], named[1])
    document = _author(phrase)
    if document and document != phrase:
        return voice_of(text, document, beside)
    beside = _without_clause(_trimmed(beside or [], keep_article=True), role=True)
    name_at = _name_start(phrase)
    voice = _unnamed(text, phrase, beside) if name_at is None else _named(text, phrase, name_at, beside)
    return replace(voice, end=whole[-1].end)


def is_name(phrase: list[Token]) -> bool:
    """Whether the phrase is nothing but a proper name of a person or body, or a name with its title."""
    return (
        bool(phrase)
        and _name_start(phrase) is not None
        and all(
            token.word[0].isupper() or token.low in PARTICLES or token.low in ("of", "the", "for", "and")
            for token in phrase
        )
    )


def _trimmed(phrase: list[Token], keep_article: bool = False) -> list[Token]:
    start, end = 0, len(phrase)
    while start < end and not phrase[start].word[0].isalnum():
        start += 1
    while end > start and not phrase[end - 1].word[0].isalnum():
        end -= 1
    return phrase[start:end]


def _without_clause(phrase: list[Token], role: bool = False) -> list[Token]:
    for at, token in enumerate(phrase):
        if at and (token.low in _RELATIVES or token.word == QUOTE or token.word in ";:"):
            return phrase[:at]
    return phrase


def _author(phrase: list[Token]) -> list[Token] | None:
    """“a statement by the ministry” and “the ministry's statement” are the ministry's."""
    for at, token in enumerate(phrase[:-1]):
        if token.low in DOCUMENTS and phrase[at + 1].low in ("by", "from", "of") and at + 2 < len(phrase):
            if token.low.startswith("spokes"):
                return None
            return phrase[at + 2 :]
        if (
            token.low in DOCUMENTS
            and phrase[at + 1].low in _ISSUED
            and at + 3 < len(phrase)
            and phrase[at + 2].low == "by"
        ):
            return phrase[at + 3 :]
    last = phrase[-1]
    owner = next((at for at, token in enumerate(phrase[:-1]) if token.low.endswith(("'s", "’s", "s'", "s’"))), None)
    if last.low in DOCUMENTS and owner is not None and not last.low.startswith("spokes"):
        shorn = phrase[owner]
        bare = shorn.word[:-2] if shorn.low.endswith(("'s", "’s")) else shorn.word[:-1]
        return [*phrase[:owner], Token(bare, bare.lower(), shorn.start, shorn.start + len(bare))]
    return None


def _called(phrase: list[Token], beside: list[Token]) -> tuple[list[Token], list[Token]] | None:
    """“a nurse named Dana Cole”: the name, and what stands before it."""
    for run in (phrase, beside):
        for at, token in enumerate(run[:-1]):
            behind = run[at + 2 :] if run[at + 1].low == "as" else run[at + 1 :]
            if at and token.low in ("named", "called", "identified") and behind and behind[0].word[0].isupper():
                return behind, run[:at]
    return None


def _head_end(phrase: list[Token]) -> int:
    """Where the phrase's own head ends and “of …”, “in …” begin; names such as Doctors Without Borders stay whole."""
    for at, token in enumerate(phrase):
        if at and token.word[0].islower() and token.low in PREPOSITIONS:
            inside_name = (
                token.low in ("of", "for")
                and phrase[at - 1].word[0].isupper()
                and (phrase[at - 1].low in ORGANISATION_WORDS or phrase[at - 1].low in _NAMED_OF)
                and any(later.word[0].isupper() for later in phrase[at + 1 : at + 3])
            )
            if not inside_name:
                return at
    return len(phrase)


def _name_start(phrase: list[Token]) -> int | None:
    """Where the proper name begins that ends the phrase's head, or None where its head is a common noun."""
    end = _head_end(phrase)
    at = end
    while at > 0 and _in_name(phrase, at - 1, end):
        at -= 1
    while at < end and not (phrase[at].word[0].isupper() and phrase[at].word != "The"):
        at += 1
    if at >= end or not phrase[end - 1].word[0].isupper():
        return None
    if phrase[end - 1].low in _OFFICES and phrase[0].low == "the":
        return None
    at = _past_titles(phrase, at, end)
    common = all(
        token.low in SPEAKERS and token.word[0].isupper() and not token.word.isupper() for token in phrase[at:end]
    )
    return (
        None
        if common
        and (at == 0 or (end - at == 1 and phrase[at - 1].low in _DETERMINERS))
        and _common_noun(phrase[at:end])
        else at
    )


def _common_noun(run: list[Token]) -> bool:
    return run[-1].low in SPEAKERS and run[-1].low not in ("pentagon", "kremlin", "un", "unicef")


def _in_name(phrase: list[Token], at: int, end: int) -> bool:
    token = phrase[at]
    if token.word[0].isupper():
        return True
    following = phrase[at + 1].word[0].isupper() if at + 1 < end else False
    return following and (
        token.low in PARTICLES or token.low in ("of", "for", "the", "and", "al", "without", "-", "&", ".")
    )


def _past_titles(phrase: list[Token], start: int, end: int) -> int:
    """Past the last title in the run: “Defense Minister Hernan Duque” is Hernan Duque."""
    last_title = None
    for at in range(start, end - 1):
        if phrase[at].low in TITLES and phrase[at].low not in ("first", "human", "rights", "staff"):
            last_title = at
    if last_title is None:
        return start
    after = last_title + 1
    if phrase[after].low in ("of", "for", "the", "and"):
        return start
    if any(token.low in ORGANISATION_WORDS for token in phrase[after:end]):
        return start
    return after


def _words(text: str, phrase: list[Token]) -> str:
    return " ".join(text[phrase[0].start : phrase[-1].end].split()) if phrase else ""


def _as_worded(text: str, phrase: list[Token]) -> str:
    """The words of the phrase; an article that began the sentence in small letters."""
    words = _words(text, phrase)
    first = words.split(" ", 1)[0]
    return first.lower() + words[len(first) :] if first in ("The", "A", "An", "Some", "Two", "Three", "One") else words


def _named(text: str, phrase: list[Token], name_at: int, beside: list[Token]) -> Voice:
    end = _head_end(phrase)
    name = phrase[name_at:end]
    while name and name[0].low in ("the", "of", "for", "and"):
        name = name[1:]
    before = [token for token in phrase[:name_at] if token.low not in ("the",)]
    role = _words(text, before) or (_words(text, beside) if beside else "") or None
    source = _shorn(_words(text, name))
    kind = "body" if _is_body(name, phrase[:name_at]) else "person"
    if kind == "body":
        return Voice(source, kind, phrase[0].start, phrase[-1].end, role, source)
    belongs = _organisation(text, before) or _organisation(text, beside) or _home(text, phrase[end:])
    return Voice(source, kind, phrase[0].start, phrase[-1].end, role, belongs, _gender([*phrase, *beside]))


def _home(text: str, behind: list[Token]) -> str | None:
    """“Tom Hardy of the Brookline Institute”: where somebody belongs, if it is a body."""
    if len(behind) < 2 or behind[0].low not in ("of", "from", "at", "with"):
        return None
    name = [token for token in behind[1:] if token.low != "the"]
    return (
        _words(text, name)
        if name and is_name(name) and any(token.low in ORGANISATION_WORDS for token in name)
        else None
    )


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
        person = _named(text, beside, _name_start(beside) or 0, [])
        return Voice(person.source, person.kind, phrase[0].start, phrase[-1].end, _as_worded(text, phrase),
                     person.organisation or _organisation(text, phrase), _gender(phrase))  # fmt: skip
    end = _head_end(phrase)
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
    kind = "body" if low in bodies or low in ORGANISATION_WORDS else "someone"
    if low in PLURAL_SPEAKERS or (low.endswith("s") and low not in ORGANISATION_WORDS):
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
        before = [one for one in phrase[:at] if one.low not in _DETERMINERS and one.low != "chief"]
        return _shorn(_words(text, before)) or None if before else None
    return None


def _gender(phrase: list[Token]) -> str | None:
    lows = {token.low for token in phrase}
    return "she" if lows & FEMALE else "he" if lows & MALE else None


def _of_pronoun(low: str) -> str | None:
    return low if low in ("he", "she") else None


def plausible(voice: Voice, phrase: list[Token]) -> bool:
    """Whether such a phrase can speak at all: a name, a pronoun, or people and bodies that do."""
    if phrase[0].low in ("no", "nobody", "neither", "none", "nothing"):
        return False
    if voice.kind in ("pronoun", "person", "body"):
        return voice.source.lower() not in ("this", "that", "these", "those", "which", "there")
    return any(token.low in SPEAKERS or token.low in DOCUMENTS for token in phrase) or phrase[0].low in _NUMBERED
