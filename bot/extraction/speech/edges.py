"""Where a reporting clause ends, and on which side of it stands what is said."""

from __future__ import annotations

from bot.extraction.lexicon.calendar import MONTHS, WEEKDAYS
from bot.extraction.lexicon.reporting import ADDRESSEE_HEADS
from bot.extraction.lexicon.speech import ADDRESSEES, OPENERS, SIDE_HEADS, SIDE_WORDS, SUBORDINATORS
from bot.extraction.speech.predicates import HARD, is_verb
from bot.extraction.speech.utterances import QUOTE, Token

_ADDRESSED = ADDRESSEES | ADDRESSEE_HEADS
_OPEN = OPENERS | SUBORDINATORS
_CLOSERS = SIDE_WORDS | {"in", "on", "at", "who", "after", "as", "to", "that", "like", "such"}


def clause_end(words: list[Token], at: int, lemma: str) -> int:
    """The index behind the reporting clause: past whom it was told to, when, and in what statement."""
    end = at + 1
    if lemma in ("tell", "inform", "remind", "assure"):
        end = _past_addressee(words, end)
    while end < len(words):
        step = _side_phrase(words, end)
        if not step:
            return end
        end += step
    return end


def _past_addressee(words: list[Token], at: int) -> int:
    if at < len(words) and words[at].low in ADDRESSEES:
        return at + 1
    stop = at
    while (
        stop < len(words)
        and stop - at < 9
        and words[stop].word not in HARD
        and words[stop].low not in ("that", "how", "what", "it", "he", "she", "they", "there")
    ):
        stop += 1
    if stop < len(words) and (words[stop].word in HARD or words[stop].low == "that"):
        return stop
    while at < stop and (
        words[at].proper or words[at].low in ("the", "a", "an", "his", "her", "news", "state", "local")
    ):
        at += 1
    if at < stop and words[at].low in _ADDRESSED:
        at += 1
    return at


def _side_phrase(words: list[Token], at: int) -> int:
    """How many tokens of “on Tuesday”, “in a statement”, “by phone from Goma” stand there; 0 for none."""
    low = words[at].low
    if (
        low in SIDE_WORDS
        or low in WEEKDAYS
        or low in ("morning", "afternoon", "evening", "night", "late", "early", "last")
    ):
        return 1
    if low in ("on", "in", "at", "by", "via", "through", "during", "over", "from", "under", "to"):
        for step in range(1, min(9, len(words) - at)):
            token = words[at + step]
            if token.word in HARD:
                return 0
            if token.low in MONTHS and low in ("on", "in"):
                return _past_day(words, at, step)
            if token.low in SIDE_HEADS or (low == "to" and token.low in ADDRESSEES):
                return step + 1
    return 0


def _past_day(words: list[Token], at: int, step: int) -> int:
    while at + step + 1 < len(words) and words[at + step + 1].word[0].isdigit():
        step += 1
    return step + 1


def trails(words: list[Token], first: int, end: int) -> bool:
    """Whether what is said stands before the clause: “Six died, officials said on Monday.”"""
    if first > 0 and words[first - 1].word == QUOTE and (end >= len(words) or words[end].low not in ("that", ":")):
        return True
    if first > 1 and words[first - 1].low == "as":
        first -= 1  # “…, as some liberals hope”
    stops = (
        end >= len(words)
        or words[end].word in (",", ".", ";", "—", "–", "--", ")", "-", "!", "?", "…", "[")
        or (
            words[end].low in ("as", "while", "after", "amid", "citing", "without", "but", "although")
            and _content_before(words, first)
        )
    )
    return stops and _content_before(words, first)


def _content_before(words: list[Token], first: int) -> bool:
    """A quotation, or a clause of some length and a comma, before the subject."""
    if first == 0:
        return False
    if words[first - 1].word == QUOTE:
        return True
    if any(token.word == QUOTE for token in words[:first]) and words[first - 1].word in (",", "—", "–", "-", "--"):
        return True
    if words[first - 1].word not in (",", "—", "–", "--", ";", "-"):
        return False
    opens = next((i for i in range(first - 1) if words[i].word[0].isalnum()), 0)
    if any(is_verb(words, i) for i in range(opens, first - 1)):
        return True
    return first - opens >= 4 and words[opens].low not in _OPEN


def closes(words: list[Token], at: int) -> bool:
    """Whether the clause is over there, or goes on with a side phrase only."""
    return at >= len(words) or words[at].word in HARD or words[at].low in _CLOSERS or words[at].low in WEEKDAYS
