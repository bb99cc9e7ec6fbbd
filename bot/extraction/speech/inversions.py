"""The subject behind its verb: “…,” said the mayor, an engineer."""

from __future__ import annotations

from bot.extraction.lexicon.calendar import WEEKDAYS
from bot.extraction.lexicon.name_words import ASIDES
from bot.extraction.lexicon.speech import PRONOUNS, SAYING, SIDE_HEADS, SIDE_WORDS, SUBORDINATORS
from bot.extraction.speech.naming import is_name
from bot.extraction.speech.predicates import HARD, REACH, Subject, is_apposition
from bot.extraction.speech.utterances import Token


def behind(words: list[Token], verb: int) -> Subject | None:
    """The subject of an inversion: “…,” said the mayor, an engineer."""
    at = verb + 1
    while at < len(words) and at - verb < REACH and not _stops(words, at, verb + 1):
        at += 1
    if at == verb + 1:
        return None
    phrase = words[verb + 1 : at]
    beside: list[Token] = []
    if at < len(words) and words[at].word == ",":
        stop = next((i for i in range(at + 1, min(len(words), at + REACH)) if words[i].word in HARD), len(words))
        segment = words[at + 1 : stop]
        if segment and segment[0].word[0].isdigit() and stop < len(words) and words[stop].word == ",":
            segment = words[
                stop + 1 : next((i for i in range(stop + 1, len(words)) if words[i].word in HARD), len(words))
            ]
        if (
            segment
            and (is_apposition(segment) or is_name(segment))
            and segment[0].low not in SAYING
            and segment[0].low not in ASIDES
        ):
            beside = segment
    return Subject(phrase, beside, verb + 1)


def _stops(words: list[Token], at: int, first: int) -> bool:
    token = words[at]
    if (
        token.word in HARD
        or token.low in SUBORDINATORS
        or (token.low in SIDE_WORDS and token.word.islower())
        or token.low in WEEKDAYS
    ):
        return True
    if token.low in ("in", "on", "at", "via", "during", "by") and any(
        words[i].low in SIDE_HEADS for i in range(at + 1, min(at + 5, len(words)))
    ):
        return True
    if token.low == "to" or token.low in ("adding", "saying", "who", "told"):
        return at > first
    return token.low == "and" and at + 1 < len(words) and (words[at + 1].low in PRONOUNS or words[at + 1].low in SAYING)
