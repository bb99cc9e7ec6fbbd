"""Reporting clauses with a verb of saying: “X said that …”, “…, said X”, “confirmed by X”, “X was quoted as saying”."""

from __future__ import annotations

from dataclasses import replace

from bot.extraction.lexicon.reporting import (
    BEFORE_NOUNS,
    CONTENT_OPENS,
    INVERTING,
    MODAL_BEFORE,
    NEEDS_THAT,
    NOUNS_TOO,
    POSTED_THINGS,
    QUOTING_VERBS,
)
from bot.extraction.lexicon.roles import PLURAL_SPEAKERS, SPEAKERS
from bot.extraction.lexicon.speech import BE, DOCUMENTS, HOLDING, SAYING
from bot.extraction.speech import subjects
from bot.extraction.speech.cue import Cue, voice_at
from bot.extraction.speech.edges import clause_end, closes, trails
from bot.extraction.speech.subjects import HARD, Subject
from bot.extraction.speech.utterances import QUOTE, Token
from bot.extraction.speech.voices import plausible, voice_of


def verb_cue(text: str, words: list[Token], at: int) -> Cue | None:
    lemma, form = SAYING.get(words[at].low) or HOLDING[words[at].low]
    firm = words[at].low in SAYING
    if form == "ing":
        return _participle_cue(text, words, at, firm)
    if not _is_finite(words, at, lemma, form):
        return _passive(text, words, at, form)
    inverted = inversion(text, words, at, lemma)
    if inverted is not None:
        return replace(inverted, firm=firm)
    subject = subjects.before(words, at)
    voice = voice_at(text, subject)
    if subject is None or voice is None or (lemma not in ("say", "tell") and not plausible(voice, subject.phrase)):
        return None
    if subject.phrase[-1].low in ("percent", "%", "cent"):
        return None
    end = clause_end(words, at, lemma)
    if lemma in NEEDS_THAT and trails(words, subject.first, end) is False and not _says_that(words, end):
        return None
    start = min(words[subject.first].start, voice.start)
    leads = not trails(words, subject.first, end)
    if leads and lemma in ("claim",) and _claims_lives(words, at):
        return None
    return Cue(voice, start, words[at].start, words[end - 1].end, leads, firm)


def _says_that(words: list[Token], at: int) -> bool:
    return at < len(words) and (
        words[at].low in ("that", QUOTE, ":", ",") or words[min(at + 1, len(words) - 1)].low in ("that", QUOTE)
    )


def _passive(text: str, words: list[Token], at: int, form: str) -> Cue | None:
    """“was confirmed by the army”, “were told by residents that …”."""
    if form not in ("past", "participle") or not any(token.low in BE for token in words[max(0, at - 3) : at]):
        return None
    by = next((i for i in range(at + 1, min(at + 6, len(words))) if words[i].low == "by"), None)
    if by is None or any(words[i].word in HARD for i in range(at, by)):
        return None
    subject = subjects.behind(words, by)
    voice = voice_at(text, subject)
    if subject is None or voice is None or not plausible(voice, subject.phrase):
        return None
    end = by + 1 + len(subject.phrase)
    leads = end < len(words) and words[end].low in ("that", "as", "of")
    return Cue(voice, words[at].start, words[at].start, words[end - 1].end, leads)


def _claims_lives(words: list[Token], at: int) -> bool:
    return any(token.low in ("lives", "life", "responsibility") for token in words[at + 1 : at + 7])


def _is_finite(words: list[Token], at: int, lemma: str, form: str) -> bool:
    """Whether the word is an active verb here: “officials say” but not “the say”, “reported attacks”, “was told”."""
    low_before = words[at - 1].low if at else ""
    low_after = words[at + 1].low if at + 1 < len(words) else ""
    if form == "past" or form == "participle":
        if (
            low_before in BE
            or low_before in ("as", "be")
            or (low_before in BEFORE_NOUNS and low_before not in ("that", "this", "these", "those"))
        ):
            return False
        if lemma == "post" and low_before in POSTED_THINGS:
            return False
        adverb_back = at - 2 if low_before.endswith("ly") else at - 1
        return not (adverb_back >= 0 and words[adverb_back].low in BE) and low_after not in ("by",)
    if form == "plain" and low_before in MODAL_BEFORE:
        return low_before in ("would", "will", "may", "might") and lemma in ("say", "tell", "add", "argue", "note")
    if lemma in NOUNS_TOO:
        if low_before in BEFORE_NOUNS or low_before in ("new", "official", "initial") or not at or low_after in SAYING:
            return False
        if form == "present":
            return low_after in CONTENT_OPENS or low_after == QUOTE
        if low_before in ("i", "we", "they", "you", "also", "who"):
            return True
        crowd = low_before in PLURAL_SPEAKERS or low_before in ("many", "some", "most", "few", "others")
        figures = lemma in ("show", "indicate", "suggest") and any(
            token.low in DOCUMENTS and token.low.endswith("s") for token in words[max(0, at - 6) : at]
        )
        return ((crowd or figures) and low_after in CONTENT_OPENS) or (low_before.endswith("s") and low_after == "that")
    if form == "plain":
        back = at - 2 if low_before in ("here", "there", "now", "also", "still") and at > 1 else at - 1
        low_before = words[back].low if back >= 0 else ""
        if low_after in CONTENT_OPENS and any(token.low in PLURAL_SPEAKERS for token in words[max(0, at - 9) : at]):
            return True
        return (
            low_before in ("i", "we", "they", "you", "who")
            or low_before.endswith("s")
            or low_before in SPEAKERS
            or words[back].word[:1].isupper()
        )
    return True


def _participle_cue(text: str, words: list[Token], at: int, firm: bool) -> Cue | None:
    """“…, adding that …” shares its speaker; “with residents reporting …” has its own; “is warning” is finite."""
    before = words[at - 1].low if at else ""
    lemma = (SAYING.get(words[at].low) or HOLDING[words[at].low])[0]
    end = clause_end(words, at, lemma)
    if before in BE:
        subject = subjects.before(words, at)
    elif before in (",", QUOTE, "and", "while", "by", "—", "–", "but") or before in DOCUMENTS or at == 0:
        return Cue(None, words[at].start, words[at].start, words[end - 1].end, True, firm)
    else:
        start = next(
            (i for i in range(at - 1, max(at - 12, -1), -1) if words[i].low == "with" or words[i].word in HARD), None
        )
        if start is None or words[start].low != "with":
            as_said = before == "as" and at >= 3
            return _quoted_as(text, words, at, end) if as_said else None
        subject = Subject(words[start + 1 : at], [], start + 1)
    voice = voice_at(text, subject)
    if subject is None or voice is None or not plausible(voice, subject.phrase):
        return None
    return Cue(
        voice,
        words[subject.first].start,
        words[at].start,
        words[end - 1].end,
        not trails(words, subject.first, end),
        firm,
    )


def _quoted_as(text: str, words: list[Token], at: int, end: int) -> Cue | None:
    """“X was quoted (by Y) as saying …” and “Y quoted X as saying …”: X speaks, Y passes it on."""
    verb = next(
        (i for i in range(at - 2, max(at - 20, -1), -1) if words[i].low in QUOTING_VERBS),
        None,
    )
    if verb is None:
        return None
    middle = words[verb + 1 : at - 1]
    passive = any(token.low in BE for token in words[max(0, verb - 3) : verb])
    if passive:
        subject = subjects.before(words, verb)
        speaker = voice_at(text, subject)
        outlet = voice_of(text, middle[1:]) if middle and middle[0].low == "by" else None
        first = subject.first if subject else verb
    else:
        subject = subjects.before(words, verb)
        outlet, speaker, first = (
            voice_at(text, subject),
            voice_of(text, middle) if middle else None,
            subject.first if subject else verb,
        )
    if speaker is None:
        return None
    chain = (outlet.source,) if outlet else ()
    return Cue(replace(speaker, chain=chain), words[first].start, words[verb].start, words[end - 1].end, True)


def inversion(text: str, words: list[Token], at: int, lemma: str) -> Cue | None:
    """“…,” said the mayor.   Six were killed, said a medic."""
    if lemma not in INVERTING or at == 0 or words[at - 1].word not in (QUOTE, ",", "—", "–", "?", "!", "--"):
        return None
    if not subjects.begins_speaker(words, at + 1):
        return None
    subject = subjects.behind(words, at)
    if subject is None or any(
        subjects.is_verb(subject.phrase, i)
        for i in range(len(subject.phrase))
        if not subjects.relative_before(subject.phrase, 0, i)
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
    if subject is None or not subject.beside or any(subjects.is_verb(words, i) for i in range(subject.first)):
        return False
    voice = voice_at(text, subject)
    return voice is not None and plausible(voice, subject.phrase)
