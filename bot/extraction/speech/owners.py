"""Whose word a noun of saying is: “the judges' statement that”, “his claim that”, “criticism from rivals that”."""

from __future__ import annotations

from bot.extraction.lexicon.calendar import WEEKDAYS
from bot.extraction.lexicon.name_words import DETERMINERS
from bot.extraction.lexicon.roles import SPEAKERS
from bot.extraction.lexicon.speech import HELD, SIDE_HEADS
from bot.extraction.speech import subjects
from bot.extraction.speech.predicates import HARD, is_verb
from bot.extraction.speech.utterances import QUOTE, Token
from bot.extraction.speech.voices import Voice, plausible, voice_of

_PRONOUN_OF = {"his": "he", "her": "she", "their": "they", "its": "it", "my": "I", "our": "we"}
_SAYS_WHAT = frozenset({"that", "to", "whether", "of", "about"})
_TIMES = frozenset({"last", "this", "week", "month", "year", "on", "earlier", "yesterday", "today", "night", "late"})
_ALLEGING = frozenset(
    "report reports claim claims allegation allegations accusation accusations assertion assertions".split()
)
_LINKS = ("by", "from", "of")
_LINKED = ("from", "among", "by")


def owner(text: str, words: list[Token], noun: int) -> Voice | None:
    """Who stands before the noun in the genitive, or behind it with “of”, “from”, “by”, “among”."""
    if noun + 2 < len(words) and words[noun + 1].low in ("among", "by", "from", "of"):
        return voice_of(text, words[noun + 2 :])
    for at in range(noun - 1, max(noun - 4, -1), -1):
        token = words[at]
        if token.low in _PRONOUN_OF:
            return _whose(text, words, at)
        if (bare := _genitive(words, at)) is not None:
            owning = at if bare.end < token.end else at - 1
            return voice_of(text, [*words[_begin(words, owning) : owning], bare])
    return None


def owned(text: str, before: list[Token], first: str) -> Voice | None:
    """Whose statement begins behind `before` with the word `first`, if a noun of saying leads right up to it.

    >>> from bot.extraction.speech.utterances import Utterance, tokens
    >>> said = "The court threw out the miners' claim"
    >>> owned(said, tokens(said, Utterance(0, len(said), 0, [])), "that").source
    'the miners'
    """
    if before and before[-1].word == ":":
        heading = before[:-1]
        alone = len(heading) <= 5 and not any(is_verb(heading, at) for at in range(len(heading)))
        return owner(text, heading, len(heading) - 1) if alone and heading and heading[-1].low in HELD else None
    if before and before[-1].word in ("—", "–", "-", "--"):
        before = before[:-1]
    if before and before[-1].low in _SAYS_WHAT:
        before = before[:-1]
    elif first not in _SAYS_WHAT:
        return None
    at = _past_time(before, len(before) - 1)
    return owner(text, before, at) if at > 0 and before[at].low in HELD else None


def alleged(text: str, before: list[Token]) -> Voice | None:
    """“The UN could not confirm a government report that nine died”: the government's word, not the UN's."""
    if len(before) < 4 or before[-1].low != "that":
        return None
    at = len(before) - 2
    if before[at].low not in _ALLEGING:
        linked = (
            i for i in range(at, max(at - 6, 0), -1) if before[i].low in _ALLEGING and before[i + 1].low in _LINKS
        )
        at = next(linked, 0)
    if at < 1:
        return None
    voice = owner(text, before[:-1], at)
    if voice is None and before[at - 1].low in SPEAKERS and at > 1 and before[at - 2].low in ("a", "an", "no"):
        return voice_of(text, before[at - 1 : at])
    return voice


def _past_time(words: list[Token], at: int) -> int:
    """“Berlin's pledge last month to”: back over when and where it was made."""
    while at > 0 and (words[at].low in WEEKDAYS or words[at].low in _TIMES):
        at -= 1
    if at > 0 and words[at].low in SIDE_HEADS:  # “his claim in a television interview that”
        sides = (side for side in range(at - 1, max(at - 8, 0), -1) if words[side].low in ("in", "on", "at", "during"))
        at = next(sides, at + 1) - 1
    return at


def behind_it(text: str, before: list[Token], after: list[Token]) -> Voice | None:
    """Who is named behind it as the one that holds it.

    “… were ignored by the generals”, “… has drawn criticism from rivals”, “criticism for … from rivals”.
    """
    if after and after[0].low in _LINKED and any(token.low in HELD for token in before[-2:]):
        return _until_verb(text, after[1:])
    after = _past_aside(after)
    for at, token in enumerate(after[:9]):
        if token.word in HARD and (at or token.word != "," or not after[1:2] or not after[1].low.endswith("ed")):
            return None
        if token.low == "by" and at and after[at - 1].low.endswith(("ed", "en")):
            return _until_verb(text, after[at + 1 :])
        if token.low in _LINKED and at and after[at - 1].low in HELD:
            return _until_verb(text, after[at + 1 :])
    return None


def _past_aside(after: list[Token]) -> list[Token]:
    """“…, perhaps not surprisingly, is meeting resistance from”: what stands between the commas says nothing."""
    if not after or after[0].word != "," or (len(after) > 1 and after[1].low.endswith("ed")):
        return after
    close = next((at for at in range(1, min(7, len(after))) if after[at].word == ","), 0)
    return after[close + 1 :] if close else after


def _until_verb(text: str, words: list[Token]) -> Voice | None:
    end = next(
        (at for at, one in enumerate(words) if one.word in HARD or one.word == QUOTE or is_verb(words, at)), None
    )
    voice = voice_of(text, words[:end])
    somebody = voice is not None and (voice.kind == "crowd" or plausible(voice, words[:end]))
    return voice if voice and voice.kind != "pronoun" and somebody else None


def _genitive(words: list[Token], at: int) -> Token | None:
    """The owner's last word without its mark: “Ode's”, “judges'”."""
    token = words[at]
    if token.low.endswith(("'s", "’s")):
        return Token(token.word[:-2], token.low[:-2], token.start, token.end - 2)
    marked = token.word in ("'", "’") and at > 0 and words[at - 1].low.endswith("s")
    return words[at - 1] if marked and words[at - 1].end == token.start else None


def _begin(words: list[Token], at: int) -> int:
    start = at
    while start and words[start - 1].proper and words[start - 1].word not in HARD:
        start -= 1
    for back in (1, 2):
        if start >= back and words[start - back].low in DETERMINERS:
            return start - back
    return start


def _fits(pronoun: str, voice: Voice) -> bool:
    if pronoun in ("he", "she"):
        return voice.kind in ("person", "someone") or voice.source.lower() == pronoun
    return voice.kind != "person" or pronoun in ("I", "we")


def _whose(text: str, words: list[Token], at: int) -> Voice:
    """“Ode repeated his claim that”: the subject of the sentence, or else the pronoun."""
    token = words[at]
    pronoun = _PRONOUN_OF[token.low]
    for verb in range(at - 1, 0, -1):
        if is_verb(words, verb):
            subject = subjects.before(words, verb)
            voice = voice_of(text, subject.phrase, subject.beside) if subject else None
            if subject and voice and plausible(voice, subject.phrase) and _fits(pronoun, voice):
                return voice
    return Voice(pronoun, "pronoun", token.start, token.end, gender=pronoun if pronoun in ("he", "she") else None)
