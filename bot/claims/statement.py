"""Statement: a mention in plain words, made from its fields alone.

“10 or more civilians were injured in Qala-i-Naw.” The wording never says more than the fields do, so that two
reviewers vote on the same thing whatever the report's style; the day is left out, for the card shows it.
"""

from __future__ import annotations

import re

from bot.claims.model import Attribution, Casualties, Count, Effect, Interval, Mention, Polarity
from bot.claims.plain_words import attacks, control
from bot.claims.plain_words.counted import Counted
from bot.claims.plain_words.figures import figure
from bot.claims.plain_words.nouns import Noun, read
from bot.claims.plain_words.places import joint, where
from bot.claims.plain_words.predicates import DOINGS, EFFECTS

_DEAD = re.compile(
    r"\b(?:feared |presumed |confirmed )?(?:dead|deaths?|bod(?:y|ies)|corpses?|fatalit(?:y|ies)|killed|slain|martyrs?"
    r"|martyred|casualt(?:y|ies)|victims?|remains|losses|lives)\b",
    re.IGNORECASE,
)
_HURT = re.compile(
    r"\b(?:wounded|injured|hurt|injur(?:y|ies)|wounds|maimed|casualt(?:y|ies)|victims?)\b", re.IGNORECASE
)
_GONE = re.compile(r"\b(?:missing|trapped|unaccounted for|bodies)\b", re.IGNORECASE)
_TAKEN = re.compile(r"(?<=\w) (?:prisoner|captive|hostage)\Z", re.IGNORECASE)
_EMPTY = re.compile(
    r"(?:the |an? |(?:any|some|other|many|more) )*(?:others?|people|persons?|individuals|souls|ones|of them|them)?",
    re.IGNORECASE,
)
_STATES = {
    Effect.KILLED: (_DEAD,),
    Effect.INJURED: (_HURT,),
    Effect.MISSING: (_GONE, _DEAD),
    None: (_DEAD, _HURT, _GONE),
}


def statement(mention: Mention) -> str:
    """The claim as one sentence in plain words; a denial says that it did not happen."""
    said = _said(mention)
    return f"{said[:1].upper()}{said[1:]}."


def _said(mention: Mention) -> str:
    denied, place, who = mention.polarity is Polarity.DENIED, mention.place, mention.attribution
    if mention.casualties:
        said = _casualties(mention.casualties, who, denied)
        return said + where(place, said, joint(place, mention.quote, "in"))
    if mention.count:
        said = _count(mention.count, who, denied)
        return said + where(place, said, joint(place, mention.quote, DOINGS[mention.count.action].toward))
    if mention.control:
        return control.in_words(mention.control, place, who, mention.quote, denied=denied)
    if mention.attack:
        return attacks.in_words(mention.attack, place, who, mention.quote, denied=denied)
    return f"something happened{where(place, '')}"


def _casualties(told: Casualties, who: Attribution | None, denied: bool) -> str:
    harmed = Counted(told.count, _harmed(told, who))
    return harmed.denied(EFFECTS[told.effect]) if denied else harmed.asserted(EFFECTS[told.effect])


def _harmed(told: Casualties, who: Attribution | None) -> Noun:
    """Who was harmed: people where the words say only that they are dead, wounded or missing."""
    words = told.victims or ""
    for state in _STATES[told.effect]:
        words = state.sub(" ", words)
    words = " ".join(words.split())
    if _EMPTY.fullmatch(words) and told.count != Interval():
        return Noun("people")
    return read(words, who) or Noun("people")


def _count(told: Count, who: Attribution | None, denied: bool) -> str:
    doing = DOINGS[told.action]
    what = _TAKEN.sub("", told.what or "")
    noun = None if _EMPTY.fullmatch(what) else read(what, who)
    default = doing.counted if figure(told.count) else doing.uncounted
    counted = Counted(told.count, noun or Noun(default))
    return counted.denied(doing.predicate) if denied else counted.asserted(doing.predicate)
