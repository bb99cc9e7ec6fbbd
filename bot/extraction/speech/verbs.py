"""Reporting clauses with a verb of saying: “X said that …”, “…, said X”, “confirmed by X”, “X was quoted as saying”."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from bot.extraction.lexicon.calendar import MODALS
from bot.extraction.lexicon.reporting import ACTS, CONTENT_OPENS, INVERTING, NEEDS_THAT
from bot.extraction.lexicon.speech import BE, HOLDING, PREPOSITIONS, SAYING
from bot.extraction.speech import subjects
from bot.extraction.speech.cue import Cue, voice_at
from bot.extraction.speech.edges import clause_end, closes, trails
from bot.extraction.speech.finite import is_finite
from bot.extraction.speech.inversions import behind
from bot.extraction.speech.passives import of_noun, participle, passive
from bot.extraction.speech.predicates import HARD, begins_speaker, is_verb, joined, relative_before
from bot.extraction.speech.utterances import QUOTE, Token
from bot.extraction.speech.voices import plausible, voice_of

_FEELING = frozenset({"condemn", "deplore", "decry", "denounce", "lament", "welcome", "hail", "praise"})
"""They take what happened for known: “condemns the attack which hit a convoy” makes no claim of its own."""
_FAR = 14  # words behind such a verb in which the clause that tells of it begins


def verb_cue(text: str, words: list[Token], at: int, holding: bool = False) -> Cue | None:
    lemma, form = SAYING.get(words[at].low) or HOLDING[words[at].low]
    firm = words[at].low in SAYING
    if form == "ing":
        return participle(text, words, at, firm)
    if not is_finite(words, at, lemma, form):
        return passive(text, words, at, lemma, form, holding) or of_noun(text, words, at)
    inverted = inversion(text, words, at, lemma)
    if inverted is not None:
        return replace(inverted, firm=firm)
    if joined(words, at):
        end = clause_end(words, at, lemma)
        return Cue(None, words[at].start, words[at].start, words[end - 1].end, True, firm)
    subject = subjects.before(words, at)
    voice = voice_at(text, subject)
    if subject is None or voice is None or subject.phrase[-1].low in ("percent", "%", "cent"):
        return None
    end = clause_end(words, at, lemma)
    says_that = end < len(words) and words[end].low == "that"
    sure = says_that or (lemma in ("say", "tell") and words[at - 1].word != ",")
    opens = holding and end < len(words) and (words[end].low in CONTENT_OPENS or words[end].word == QUOTE)
    if not sure and not opens and not plausible(voice, subject.phrase):
        return None
    leads = not trails(words, subject.first, end)
    if leads and (
        (lemma in NEEDS_THAT and not _says_that(words, end)) or (lemma == "claim" and _claims_lives(words, at))
    ):
        return None
    start = min(words[subject.first].start, voice.start)
    if leads and lemma in _FEELING and any(token.low in ("which", "who") for token in words[end : end + _FAR]):
        return None
    until = _until(words, end) if lemma in ACTS and not says_that else None
    own = voice.kind == "pronoun" and voice.source.lower() in ("i", "we")
    return Cue(None if own else voice, start, words[at].start, words[end - 1].end, leads, firm, own, until=until)


def _until(words: list[Token], end: int) -> int | None:
    """“vowed revenge after rebels killed twelve”: what comes after is the reporter's."""
    for token, behind_it in pairwise(words[end:]):
        as_what = token.low == "as" and behind_it.low in ("a", "an", "the", QUOTE, "“")  # “condemned it as a crime”
        if token.low in ("after", "when", "as", "following", "hours") and not as_what:
            return token.start
    return None


def _says_that(words: list[Token], at: int) -> bool:
    return at < len(words) and (
        words[at].low in ("that", QUOTE, ":", ",") or words[min(at + 1, len(words) - 1)].low in ("that", QUOTE)
    )


def _claims_lives(words: list[Token], at: int) -> bool:
    follows = words[at + 1].low if at + 1 < len(words) else ""
    return follows != "that" and any(token.low in ("lives", "life") for token in words[at + 1 : at + 7])


def inversion(text: str, words: list[Token], at: int, lemma: str) -> Cue | None:
    """“…,” said the mayor.   Six were killed, said a medic."""
    if lemma not in INVERTING or at == 0 or words[at - 1].word not in (QUOTE, ",", "—", "–", "?", "!", "--"):
        return None
    if not begins_speaker(words, at + 1):
        return None
    subject = behind(words, at)
    if subject is None or any(
        is_verb(subject.phrase, i) for i in range(len(subject.phrase)) if not relative_before(subject.phrase, 0, i)
    ):
        return None
    if words[at - 1].word != QUOTE and (
        not closes(words, at + 1 + len(subject.phrase)) or _has_subject_before(text, words, at)
    ):
        return None
    voice = voice_at(text, subject)
    if voice is None or not (plausible(voice, subject.phrase) or words[at - 1].word == QUOTE):
        return None
    end = clause_end(words, at + len(subject.phrase), "say")
    return Cue(voice, words[at].start, words[at].start, words[end - 1].end, leads=False)


def _has_subject_before(text: str, words: list[Token], at: int) -> bool:
    """“Fawad Aman, a spokesman, said the army …”: the comma closes an apposition, not what was said."""
    subject = subjects.before(words, at)
    if subject is None or not subject.beside or any(is_verb(words, i) for i in range(subject.first)):
        return False
    voice = voice_at(text, subject)
    return voice is not None and plausible(voice, subject.phrase)


def after_quotation(text: str, words: list[Token]) -> Cue | None:
    """“…,” she wailed: right behind a quotation any verb reports."""
    for at, token in enumerate(words[:-2]):
        if token.word != QUOTE or words[at + 1].word in HARD:
            continue
        if is_verb(words, at + 1) and words[at + 2].proper and (subject := behind(words, at + 1)) is not None:
            voice = voice_at(text, subject)
            if voice is not None and voice.kind == "person":
                end = at + 2 + len(subject.phrase)
                return Cue(voice, words[at + 1].start, words[at + 1].start, words[end - 1].end, leads=False)
        verb = next((i for i in range(at + 2, min(at + 9, len(words))) if _any_verb(words, i)), None)
        if verb is None or any(words[i].word in HARD or words[i].low in PREPOSITIONS for i in range(at + 1, verb)):
            continue
        voice = voice_of(text, words[at + 1 : verb])
        if voice is not None and (voice.kind in ("pronoun", "person") or plausible(voice, words[at + 1 : verb])):
            return Cue(voice, words[at + 1].start, words[verb].start, words[verb].end, leads=False)
    return None


def _any_verb(words: list[Token], at: int) -> bool:
    return (
        is_verb(words, at)
        and words[at].low not in BE
        and words[at].low not in ("had", "has", "have", "did")
        and words[at].low not in MODALS
    )
