"""Reporting without a verb of saying: “according to X”, “X put the toll at …”, “citing X”, “X gave a higher figure”."""

from __future__ import annotations

from dataclasses import replace

from bot.extraction.lexicon.name_words import NUMBERED
from bot.extraction.lexicon.reporting import GIVEN_THINGS, TOLL_WORDS
from bot.extraction.lexicon.roles import SPEAKERS
from bot.extraction.lexicon.speech import NOT_ISSUERS
from bot.extraction.speech import subjects
from bot.extraction.speech.cue import Cue, voice_at
from bot.extraction.speech.inversions import behind
from bot.extraction.speech.predicates import Subject, is_verb
from bot.extraction.speech.utterances import QUOTE, Token
from bot.extraction.speech.verbs import inversion
from bot.extraction.speech.voices import plausible, voice_of

_LONGEST = 7  # words that name who deals with them
_DEALT_WITH = frozenset(
    "bodies body dead wounded injured casualties patients corpses people victims fatalities".split()
)
_CARERS = frozenset(
    "msf icrc cross crescent hospital hospitals clinic clinics morgue mortuary volunteers medics paramedics surgeons "
    "doctors nurses unhcr wfp ambulance ambulances rescuers staff phcc dispensary".split()
)
_MEANT = {"him": "he", "her": "she", "them": "they"}
_SAYINGS = frozenset("say tell report confirm announce warn claim".split())
_ERRAND = 8  # words between the call and what it was made “to say”


def according(text: str, words: list[Token], at: int) -> Cue | None:
    """“According to X, …” and “…, according to X”."""
    if at + 2 >= len(words) or words[at + 1].low != "to":
        return None
    return _phrase_cue(text, words, at, at + 2)


def per(text: str, words: list[Token], at: int) -> Cue | None:
    if (at and words[at - 1].low not in (",", "(", "—", "–", "as")) or at + 1 >= len(words):
        return None
    if words[at + 1].low in ("cent", "day", "capita", "week", "month", "year", "hour", "person", "head"):
        return None
    return _phrase_cue(text, words, at, at + 1)


def _phrase_cue(text: str, words: list[Token], at: int, first: int) -> Cue | None:
    subject = _of_pronoun(words, first) or behind(words, first - 1)
    if subject is not None and subject.phrase[-1].low in NOT_ISSUERS:
        return None
    if subject is not None and subject.beside and not _closed_apposition(words, subject, first):
        subject = subject._replace(beside=[])
    voice = voice_at(text, subject)
    if subject is None or voice is None:
        return None
    end = first + len(subject.phrase)
    opens = not any(token.word[0].isalnum() or token.word == QUOTE for token in words[:at])
    opens = opens or (at <= 3 and words[at - 1].low in ("but", "and", "meanwhile", ","))
    after_verb = (
        at > 0
        and words[at - 1].low in (",", "that")
        and at >= 2
        and words[at - 2].low in ("but", "and", "while", "that")
    )
    return Cue(voice, words[at].start, words[at].start, words[end - 1].end, leads=opens or after_verb)


def _of_pronoun(words: list[Token], first: int) -> Subject | None:
    """“According to him the village is empty”: no comma need follow."""
    token = words[first]
    meant = _MEANT.get(token.low)
    if meant is None or (token.low == "her" and first + 1 < len(words) and words[first + 1].word.isalpha()):
        return None
    return Subject([Token(meant, meant, token.start, token.end)], [], first)


def _closed_apposition(words: list[Token], subject: Subject, first: int) -> bool:
    """“According to Ruiz, a farmer, …” but not “According to Ruiz, a farmer was shot.”"""
    behind = first + len(subject.phrase) + 1 + len(subject.beside)
    verbless = not any(is_verb(subject.beside, i) for i in range(len(subject.beside)))
    return verbless and (behind >= len(words) or words[behind].word in (",", ".", "—", "–"))


def citing(text: str, words: list[Token], at: int) -> Cue | None:
    """“Al Jazeera said, citing medics”: the medics are the end of the chain."""
    subject = behind(words, at)
    voice = voice_at(text, subject)
    if subject is None or voice is None or voice.kind == "pronoun":
        return None
    end = at + 1 + len(subject.phrase)
    if end < len(words) and words[end].low == "as":
        return None
    speaks = voice.kind in ("person", "body") or any(token.low in SPEAKERS for token in subject.phrase)
    return Cue(voice, words[at].start, words[at].start, words[end - 1].end, leads=False, cited=True) if speaks else None


def put(text: str, words: list[Token], at: int) -> Cue | None:
    """“X put the toll at 14.”"""
    stretch = words[at + 1 : at + 14]
    if not any(token.low in TOLL_WORDS or token.low == "it" for token in stretch) or not any(
        token.low in ("at", "lower", "higher") for token in stretch
    ):
        return None
    return _subject_cue(text, words, at)


def gave(text: str, words: list[Token], at: int) -> Cue | None:
    """“X gave a higher figure”, “X spoke of 20 dead”, “X expressed concern”, “X called for”."""
    following = [token.low for token in words[at + 1 : at + 6]]
    low = words[at].low
    if low in ("gave", "gives", "given") and not any(word in GIVEN_THINGS for word in following):
        return None
    if (
        low in ("spoke", "speaks", "speak", "talk", "talks", "talked")
        and "of" not in following[:2]
        and "about" not in following[:2]
    ):
        return None
    return _subject_cue(text, words, at)


def numbered(text: str, words: list[Token], at: int) -> Cue | None:
    """“The colonel recognised 5 casualties”, “a nurse guessed two thousand had passed”."""
    following = words[at + 1 : at + 8]
    tells = any(token.word[0].isdigit() or token.low in NUMBERED or token.low in TOLL_WORDS for token in following)
    return _subject_cue(text, words, at) if tells else None


def restated(text: str, words: list[Token], at: int) -> Cue | None:
    """“Police revised the death toll down to 9”."""
    tells = any(token.low in TOLL_WORDS for token in words[at + 1 : at + 5])
    return _subject_cue(text, words, at) if tells else None


def runs(text: str, words: list[Token], at: int) -> Cue | None:
    """“The press is running with 11 dead”."""
    with_it = at + 1 < len(words) and words[at + 1].low == "with" and numbered(text, words, at + 1) is not None
    return _subject_cue(text, words, at) if with_it else None


def received(text: str, words: list[Token], at: int) -> Cue | None:
    """“MSF treated 190 wounded”, “volunteers have picked up 394 bodies”: who deals with them counts them."""
    following = words[at + 1 : at + 7]
    number = any(token.word[0].isdigit() or token.low in NUMBERED for token in following)
    people = any(token.low in _DEALT_WITH for token in following)
    if not (number and people):
        return None
    first = next((i + 1 for i in range(at - 1, -1, -1) if words[i].word in (".", ",", ";", ":", "“”")), 0)
    phrase = [token for token in words[first:at] if token.low not in ("have", "has", "had", "also", "already")]
    if not phrase or len(phrase) > _LONGEST or _CARERS.isdisjoint(token.low for token in phrase):
        cue = _subject_cue(text, words, at)
        named = cue.voice.source.lower().split() if cue and cue.voice else []
        return None if _CARERS.isdisjoint(named) else cue
    voice = voice_of(text, phrase)
    return Cue(voice, phrase[0].start, words[at].start, words[at].end, leads=True) if voice else None


def reads(text: str, words: list[Token], at: int) -> Cue | None:
    """“…,” reads a statement signed by fifty officers."""
    return inversion(text, words, at, "read")


def rang(text: str, words: list[Token], at: int) -> Cue | None:
    """“A trader rang the station to say that …”."""
    errand = next((i for i in range(at + 1, min(at + _ERRAND, len(words) - 1)) if words[i].low == "to"), None)
    if errand is None or words[errand + 1].low not in _SAYINGS:
        return None
    cue = _subject_cue(text, words, at)
    return replace(cue, end=words[errand + 1].end) if cue else None


def heard(text: str, words: list[Token], at: int) -> Cue | None:
    """“Hearing from several people in Bor that …”, “we have heard from a driver that …”."""
    if at + 2 >= len(words) or words[at + 1].low != "from":
        return None
    subject = behind(words, at + 1)
    voice = voice_at(text, subject)
    end = at + 2 + len(subject.phrase) if subject else len(words)
    if subject is None or voice is None or end >= len(words) or words[end].low != "that":
        return None
    return Cue(voice, words[at].start, words[at].start, words[end].end, leads=True)


def _subject_cue(text: str, words: list[Token], at: int) -> Cue | None:
    subject = subjects.before(words, at)
    voice = voice_at(text, subject)
    if subject is None or voice is None or not plausible(voice, subject.phrase):
        return None
    own = voice.kind == "pronoun" and voice.source.lower() in ("i", "we")
    return Cue(None if own else voice, words[subject.first].start, words[at].start, words[at].end, leads=True, own=own)
