"""Nouns as a report words them, made fit for a sentence that stands alone.

What only the report can explain is taken out or resolved: “our soldiers” are soldiers on the side of the speaker,
“their base” is a base, and a bare “they” is nobody that a reviewer could look for.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from bot.claims.model import Attribution
from bot.claims.plain_words.number import is_plural

LONGEST = 100  # characters of a noun with all that belongs to it

PRONOUNS = frozenset(
    "i we you he she it they me us him her them who which this that these those one ones himself herself "
    "themselves itself someone somebody anyone everyone nobody none".split()
)
FIRST_PERSON = frozenset("i we me us".split())
_ARTICLES = {
    "a": "a",
    "an": "a",
    "one": "a",
    "another": "a",
    "the": "the",
    "this": "the",
    "that": "the",
    "these": "the",
}
_ARTICLES |= {
    "those": "the",
    "such": "",
    "any": "",
    "some": "",
    "no": "",
    "more": "",
    "other": "",
    "own": "",
    "each": "",
}
_ARTICLES |= {
    "every": "",
    "either": "",
    "certain": "",
    "additional": "",
    "further": "",
    "still": "",
    "only": "",
    "also": "",
}
_OWNERS = {
    "our": "first",
    "my": "first",
    "his": "third",
    "her": "third",
    "its": "third",
    "their": "third",
    "your": "third",
    "whose": "third",
}
_ASIDES = frozenset(
    "also reportedly allegedly apparently yesterday today tonight then later still now again too aged "
    "currently already simply immediately meanwhile recently previously including especially - – —".split()
)
_MANNER = re.compile(r"(?<![A-Z])\b(?!family|assembly|ally|bully|rally|elderly|belly|supply)[a-z]{2,}ly\Z")
_TIMES = re.compile(
    r"(?:(?:the|this|last|early|late|on|next|that|same|previous)\s+)*(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday"
    r"|today|tonight|(?:this|last|the|that|early|late)\s+(?:morning|afternoon|evening|night|week|month|year|day)"
    r"|(?:january|february|march|april|may|june|july|august|september|october|november|december)(?:\s+\d+)?|overnight|dawn",
    re.IGNORECASE,
)
_LAST_TIMES = re.compile(rf"(?<=\w)\s+(?:(?:early|late)\s+)?(?:{_TIMES.pattern})\Z", re.IGNORECASE)
_SIDES = re.compile(
    r"(?:soldier|troop|force|fighter|unit|officer|guard|boy|lad|brother|comrade|civilian|commander|hero|volunteer|pilot|sailor"
    r"|marine|police|policem[ae]n|m[ae]n|army|people|personnel|servicem[ae]n|citizen|compatriot|guerrilla|martyr|partisan)"
    r"e?s?\Z",
    re.IGNORECASE,
)
_KIN = re.compile(
    r"(?:neighbou?r|relative|son|daughter|brother|sister|wife|husband|father|mother|parent|cousin|uncle|aunt|friend|colleague"
    r"|nephew|niece|grand\w+)s?\Z|(?:family|families|children|child|wives)\Z",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"the enemy|enemy|enemies|the enemies|enemy (?:forces|troops|fighters)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun with its article (“a”, “the” or none) and what belongs behind it (“on the side of the army”)."""

    core: str
    article: str = ""
    tail: str = ""

    @property
    def plural(self) -> bool:
        """Whether a verb behind it is plural."""
        return self.article != "a" and is_plural(self.core)

    @property
    def said(self) -> str:
        """As it stands in a sentence, without a figure."""
        article = "an" if self.article == "a" and _vowel(self.core) else self.article
        return " ".join(part for part in (article, self.core, self.tail) if part)


def read(words: str | None, who: Attribution | None) -> Noun | None:
    """The noun in the words of a field; None when they name nothing by themselves. `who` resolves “our” and “we”."""
    kept = _trimmed(cleaned(words or ""))
    if not any(letter.isalpha() for letter in kept) or _TIMES.fullmatch(kept):
        return None
    if kept.lower() in PRONOUNS:
        return None
    if _QUOTED.fullmatch(kept):
        return Noun(f"“{kept.lower()}”")
    return _articled(kept.split(), who)


def is_first_person(words: str | None) -> bool:
    """Whether the words are the speaker's “we” and nothing else."""
    return cleaned(words or "").lower() in FIRST_PERSON


def side_of(who: Attribution | None) -> str:
    """The side that a speaker speaks for: “the side of Khaled Mesbahi”."""
    owner = _owner(who)
    return f"the side of {owner}" if owner else "the speaker’s side"


def cleaned(words: str) -> str:
    """Words without control characters, quotation marks and brackets, in one line, and not too long."""
    plain = "".join(
        " " if unicodedata.category(character)[0] in "CZ" else character for character in words[: 4 * LONGEST]
    )
    plain = " ".join(plain.split()).strip("\"“”„«»‘'()[]{}<>.,;:!?*_`~|/\\ ")
    plain = plain.replace('"', "").replace("“", "").replace("”", "")
    return plain if len(plain) <= LONGEST else plain[:LONGEST].rsplit(" ", 1)[0] + "…"


def small(words: str) -> str:
    """The words as they stand inside a sentence: what is no name loses the capital of a sentence's beginning."""
    first, _, rest = words.partition(" ")
    if first.lower() in _ARTICLES or first.lower() in _OWNERS or (_COMMON.search(first) and first[1:].islower()):
        return f"{first.lower()} {rest}".strip()
    return words


_COMMON = re.compile(
    r"(?:men|women|ants|ents|ers|ors|ists|iers|oops|orces|vilians|ebels|errillas|lanes|craft|ombs|hells)\Z"
)


def _vowel(core: str) -> bool:
    word = core.lstrip("“‘")
    if re.match(r"(?:8|11|18)(?:\D|\Z)|(?:[FHLMNRSX](?:[A-Z]|\d))", word):
        return True
    return word[:1].lower() in "aeio" or (word[:1].lower() == "u" and not re.match(r"(?i)u(?:ni|s|k|n\b|\.)", word))


def _trimmed(words: str) -> str:
    kept = _LAST_TIMES.sub("", words).split()
    while kept and (kept[-1].lower() in _ASIDES or _MANNER.search(kept[-1])):
        kept.pop()
    while kept and kept[0].lower() in _ASIDES:
        kept.pop(0)
    return " ".join(kept)


def _articled(words: list[str], who: Attribution | None) -> Noun | None:
    article, owner = "", ""
    while len(words) > 0 and (first := words[0].lower()) in _ARTICLES.keys() | _OWNERS.keys():
        article, owner = article or _ARTICLES.get(first, ""), owner or _OWNERS.get(first, "")
        words = words[1:]
    core = " ".join(words)
    if not core or core.lower() in PRONOUNS:
        return None
    if owner:
        return Noun(core, "" if is_plural(core) else "a", _belonging(core, owner, who))
    return Noun(core, article)


def _belonging(core: str, owner: str, who: Attribution | None) -> str:
    """Only the speaker is known from the fields; whose “his” and “their” are, is not."""
    if owner == "third":
        return ""
    if _KIN.search(core):
        return f"of {_owner(who) or 'the speaker'}"
    if _SIDES.search(core):
        return f"on {side_of(who)}"
    return ""


def _owner(who: Attribution | None) -> str:
    if who is None:
        return ""
    named = cleaned(who.organisation or who.source or "")
    if named.lower() in PRONOUNS:
        return ""
    bare = named.islower() and named.split()[0] not in _ARTICLES and not is_plural(named)
    return f"the {named}" if bare else small(named)
