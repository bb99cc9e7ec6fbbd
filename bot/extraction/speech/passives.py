"""Reporting clauses that are no plain “X said”: passives, participles, “quoted X as saying”, “the claim that”."""

from __future__ import annotations

from dataclasses import replace

from bot.extraction.lexicon.reporting import CLAIMING_NOUNS, QUOTING_VERBS
from bot.extraction.lexicon.speech import BE, DOCUMENTS, HOLDING, SAYING
from bot.extraction.speech import subjects
from bot.extraction.speech.cue import TIMES, Cue, voice_at
from bot.extraction.speech.edges import clause_end, trails
from bot.extraction.speech.inversions import behind
from bot.extraction.speech.owners import owner
from bot.extraction.speech.predicates import HARD, Subject
from bot.extraction.speech.utterances import QUOTE, Token
from bot.extraction.speech.voices import plausible, voice_of

_BY_WHOM = frozenset(
    {"report", "confirm", "verify", "record", "announce", "document", "estimate", "release", "cite", "disclose"}
)
_DENY = frozenset("deny reject dismiss dispute refute".split())
MOST_WORDS = 4  # of the subject of a participle: “…, both candidates acknowledging that …”


def passive(text: str, words: list[Token], at: int, lemma: str, form: str, holding: bool = False) -> Cue | None:
    """“was confirmed by the army”, “were told by residents that …”, “deaths reported by the ministry”."""
    if form not in ("past", "participle"):
        return None
    with_be = any(token.low in BE for token in words[max(0, at - 3) : at])
    by = next((i for i in range(at + 1, min(at + 6, len(words))) if words[i].low == "by"), None)
    if by is None or any(words[i].word in HARD for i in range(at, by)) or not (with_be or holding or lemma in _BY_WHOM):
        return None
    subject = behind(words, by)
    voice = voice_at(text, subject)
    if subject is None or voice is None or not plausible(voice, subject.phrase):
        return None
    end = by + 1 + len(subject.phrase)
    leads = end < len(words) and words[end].low in (
        "that",
        "as",
        "of",
        "whether",
        "if",
        "about",
        "to",
        "how",
        "why",
        "what",
    )
    return Cue(voice, words[at].start, words[at].start, words[end - 1].end, leads)


def of_noun(text: str, words: list[Token], at: int) -> Cue | None:
    """“The army's claim that it killed 30 rebels”."""
    if words[at].low not in CLAIMING_NOUNS or at + 1 >= len(words) or words[at + 1].low != "that":
        return None
    if any(SAYING.get(token.low, ("", ""))[0] in _DENY for token in words[max(0, at - 3) : at]):
        return None  # “the army rejects rebel claims that …”: the army speaks
    voice = owner(text, words[: at + 1], at)
    return Cue(voice, words[at].start, words[at].start, words[at + 1].end, leads=True) if voice else None


def participle(text: str, words: list[Token], at: int, firm: bool) -> Cue | None:
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
        own = Subject(words[start + 1 : at], [], start + 1) if start is not None and words[start].word == "," else None
        if own and len(own.phrase) <= MOST_WORDS and (voice := voice_at(text, own)) and plausible(voice, own.phrase):
            return Cue(voice, own.phrase[0].start, words[at].start, words[end - 1].end, True, firm)
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
    if speaker is None or speaker.source.lower().split()[-1] in TIMES:
        return None  # “the charity that we quoted this morning as saying”
    chain = (outlet.source,) if outlet else ()
    leads = end < len(words) and words[end].word not in (".", ";")  # “…, he was quoted as saying.”
    return Cue(replace(speaker, chain=chain), words[first].start, words[verb].start, words[end - 1].end, leads)
