"""Whose statement follows, by what leads up to it: “is sure that”, “declined to say how”, “her insistence that”."""

from __future__ import annotations

from bot.extraction.lexicon.calendar import MODALS
from bot.extraction.lexicon.name_words import NUMBERED
from bot.extraction.lexicon.reporting import BEFORE_NOUNS
from bot.extraction.lexicon.roles import PLURAL_SPEAKERS, SPEAKERS
from bot.extraction.lexicon.speech import DOCUMENTS, HELD, HOLDING, SAYING, SIDE_HEADS
from bot.extraction.speech import subjects
from bot.extraction.speech.finite import is_finite
from bot.extraction.speech.owners import owner
from bot.extraction.speech.predicates import is_verb
from bot.extraction.speech.utterances import Token
from bot.extraction.speech.voices import Voice, voice_of

_LINKS = frozenset(
    {
        "that",
        "to",
        "of",
        "whether",
        "how",
        "as",
        ":",
        "for",
        "about",
        "on",
        "if",
        "why",
        "when",
        "what",
        "by",
        "with",
        ",",
        "“",
        '"',
    }
)
_NO_VERB = PLURAL_SPEAKERS | DOCUMENTS | HELD | SIDE_HEADS
_BEFORE_VERB = MODALS | {"has", "have", "had", "also", "been", "just", "can", "could"}
_NO_SUBJECT = BEFORE_NOUNS - {"that", "this", "these", "those"} | {"to", "not"}
_HEADLINE = 5  # words before the verb of a headline: “Longtime foe files …”
_NO_FORM = ("", "ing")
_HAS = frozenset({"has", "have", "is", "are"})
_REACH = 9  # tokens back to the verb


def holder(text: str, words: list[Token], touching: bool = False) -> Voice | None:
    """The one whose word or thought leads up to the end of `words`; with `touching`, only by “that” right there.

    >>> from bot.extraction.speech.utterances import Utterance, tokens
    >>> said = "Ms. Ode is confident that"
    >>> holder(said, tokens(said, Utterance(0, len(said), 0, []))).source
    'Ode'
    """
    end = len(words)
    while end and words[end - 1].low in _LINKS:
        end -= 1
    if touching and not any(word.low in ("that", "whether") for word in words[max(end, len(words) - 2) :]):
        return None
    return _of_noun(text, words[:end], 1 if touching else 6) or _of_verb(text, words, end, 2 if touching else _REACH)


def _of_noun(text: str, words: list[Token], reach: int) -> Voice | None:
    for at in range(len(words) - 1, max(len(words) - reach - 1, -1), -1):
        if words[at].low in HELD and at:
            return owner(text, words, at)
    return None


def by_any_verb(text: str, words: list[Token]) -> Voice | None:
    """“The mayor rebuffs …”, “The senators also backed …”: whoever's verb stands right before what is said."""
    at = len(words) - 1
    if at < 1 or not (_may_be_verb(words[at]) or words[at].low == "read" or words[at - 1].low in MODALS):
        return None
    if not _somebody_before(words, at):
        return None
    subject = subjects.before(words, at)
    return voice_of(text, subject.phrase, subject.beside) if subject else None


def _somebody_before(words: list[Token], at: int) -> bool:
    back = at - 2 if at > 1 and (words[at - 1].low.endswith("ly") or words[at - 1].low == "also") else at - 1
    while back > 0 and words[back].low in _BEFORE_VERB:
        back -= 1
    if words[back].low in NUMBERED:
        return False  # “in both listings”
    headline = at <= _HEADLINE and words[0].proper and not any(is_verb(words, i) for i in range(at))
    somebody = words[back].proper or words[back].low in SPEAKERS | DOCUMENTS | {"he", "she", "they", "who", "it"}
    return somebody or headline or (words[back].word == "," and back > 0)


def _may_be_verb(word: Token) -> bool:
    return word.word.islower() and len(word.low) > 3 and word.low.endswith(("s", "ed")) and word.low not in _NO_VERB


def _reports(words: list[Token], at: int) -> bool:
    lemma, form = SAYING.get(words[at].low) or HOLDING.get(words[at].low) or _NO_FORM
    return form != "ing" and is_finite(words, at, lemma, form)


def _of_verb(text: str, words: list[Token], end: int, reach: int) -> Voice | None:
    near = range(end - 1, max(end - reach - 1, 0), -1)
    sure = (at for at in near if _reports(words, at) or is_verb(words, at) or words[at].low in _HAS)
    doubtful = (at for at in near if (SAYING.get(words[at].low) or HOLDING.get(words[at].low) or _NO_FORM)[1] != "ing")
    found = (_subject(text, words, at) for at in (*sure, *doubtful) if words[at - 1].low not in _NO_SUBJECT)
    return next((voice for voice in found if voice is not None), None)


def _subject(text: str, words: list[Token], at: int) -> Voice | None:
    subject = subjects.before(words, at)
    if subject is None or subject.phrase[0].low.endswith("ing"):
        return None
    return voice_of(text, subject.phrase, subject.beside)
