"""Rough signs of a predicate: finite verbs, and what stands between them and their subject."""

from __future__ import annotations

from typing import NamedTuple

from bot.extraction.lexicon.calendar import MODALS, NOT_A_VERB, PAST_VERBS, WEEKDAYS
from bot.extraction.lexicon.name_words import DETERMINERS, NUMBERED
from bot.extraction.lexicon.roles import PLURAL_SPEAKERS, SPEAKERS, TITLES
from bot.extraction.lexicon.speech import ADDRESSEES, AUXILIARIES, BE, PREPOSITIONS, SAYING, SIDE_HEADS
from bot.extraction.speech.naming import is_name
from bot.extraction.speech.utterances import QUOTE, Token

HARD = frozenset(
    {",", ";", ":", "(", ")", "—", "–", "--", "-", ".", "?", "!", "[", "]", "…", "|", "•", "*", "/", QUOTE}
)


COMMAS = frozenset({",", "—", "–", "--", "-", ")"})


REACH = 24  # tokens that a subject may stretch over
_ROLES = SPEAKERS | TITLES


def is_verb(words: list[Token], at: int) -> bool:
    """A rough sign of a finite verb, enough to tell “the army and officials” from “the army fled and officials”."""
    word, low = words[at].word, words[at].low
    if word[0].isupper():
        return False
    if low in PAST_VERBS or low in BE or low in MODALS or (low in SAYING and SAYING[low][1] == "past"):
        return low not in ("since", "after", "following", "left", "put", "'s", "’s", "led", "cut", "may")
    if at and (words[at - 1].low in MODALS or words[at - 1].word == "not") and word.isalpha():
        return low not in AUXILIARIES
    attributive = at + 1 < len(words) and words[at + 1].low in SPEAKERS and words[at + 1].low not in NUMBERED
    return len(low) > 3 and low.endswith("ed") and low not in NOT_A_VERB and not attributive


def joined(words: list[Token], verb: int) -> bool:
    """“said that … and noted”: the verb has no subject of its own."""
    at = back_over_asides(words, verb - 1)
    return at >= 0 and words[at].low in ("and", "but", "or")


def back_over_asides(words: list[Token], at: int) -> int:
    while at >= 0:
        low = words[at].low
        adverb = (
            low.endswith("ly") and words[at].word.islower() and low not in ("family", "daily", "assembly", "weekly")
        )
        if (low in AUXILIARIES and words[at].word.islower()) or adverb or low in BE:
            if (
                low in ("that", "who", "both", "all")
                and at
                and words[at - 1].word not in COMMAS
                and low not in ("who",)
            ):
                return at
            at -= 1
        elif low in WEEKDAYS and at:
            at -= 2 if words[at - 1].low == "on" else 1
        elif low in SIDE_HEADS and (back := _side_phrase_start(words, at)):
            at = back - 1
        else:
            return at
    return at


def _side_phrase_start(words: list[Token], head: int) -> int | None:
    """Where “in a statement” or “on state television” begins, given its head; None where it is part of the subject."""
    for at in range(head - 1, max(head - 5, 0), -1):
        if words[at].word in HARD or words[at].low in ("of", "for", "and"):
            return None
        if words[at].low in ("in", "on", "via", "during", "by", "at") and at > 0:
            return at if words[at - 1].word not in HARD else None
    return None


def relative_before(words: list[Token], start: int, at: int) -> bool:
    if (
        words[at].low.endswith("ed")
        and at > start
        and words[at - 1].low in SPEAKERS
        and [token for token in words[at + 1 : at + 2] if token.low in PREPOSITIONS]
    ):
        return True
    return any(words[back].low in ("who", "that", "which") for back in range(start, at))


class Subject(NamedTuple):
    """The phrase, what stands beside it between commas, and the index of its first token."""

    phrase: list[Token]
    beside: list[Token]
    first: int


def is_apposition(segment: list[Token], left: list[Token] | None = None) -> bool:
    first = segment[0]
    if left and is_name(left) and first.low.endswith(("'s", "’s")) and not first.word.isupper():
        return not any(is_verb(segment, at) for at in range(len(segment)))  # “Ode, Kelda's mayor until 2013, said”
    if first.low in ("and", "but", "or", "so", "yet"):
        return False  # “…, and Ode, a driver, said”: a new clause begins
    if left and is_name(left) and segment[-1].word.islower() and segment[-1].low in _ROLES:
        return True
    if first.low in DETERMINERS or first.low in TITLES or first.low in SPEAKERS:
        return True
    if first.low in ("former", "former", "then", "acting", "senior", "chief", "co-founder", "founder", "who"):
        return True
    return first.word[0].islower() and not any(is_verb(segment, at) for at in range(len(segment)))


def begins_speaker(words: list[Token], at: int) -> bool:
    """Whether a noun phrase that may name a speaker begins there."""
    if at >= len(words):
        return False
    token = words[at]
    return (
        token.proper
        or token.low in DETERMINERS
        or token.low in SPEAKERS
        or token.low
        in ("he", "she", "they", "local", "senior", "state", "two", "three", "several", "some", "many", "officials")
        or token.low in PLURAL_SPEAKERS
        or (token.word.islower() and at + 1 < len(words) and words[at + 1].low in SPEAKERS)
        or (token.low in ("former", "retired", "acting", "then", "fellow") and at + 1 < len(words))
    ) and token.low not in ADDRESSEES - {
        "police",
        "reporters",
        "journalists",
        "lawmakers",
        "investigators",
        "correspondents",
    }
