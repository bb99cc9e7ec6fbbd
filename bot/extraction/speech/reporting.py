"""The reporting clauses of a stretch, and how they share their speakers."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.extraction.lexicon.reporting import WITH_PARTICLE
from bot.extraction.lexicon.speech import HOLDING, SAYING
from bot.extraction.speech import subjects
from bot.extraction.speech.cue import Cue, voice_at
from bot.extraction.speech.labels import bracket_tail, dash_tail, label_cue
from bot.extraction.speech.particles import with_particle
from bot.extraction.speech.phrases import (
    according,
    citing,
    gave,
    heard,
    numbered,
    per,
    put,
    rang,
    reads,
    received,
    restated,
    runs,
)
from bot.extraction.speech.predicates import is_verb
from bot.extraction.speech.utterances import Token
from bot.extraction.speech.verbs import after_quotation, verb_cue
from bot.extraction.speech.voices import Voice, plausible
from bot.extraction.when.words import trie

_MOST_VERBS = 6  # looked at for the subject of a participle
MOST_CUES = 24  # words of reporting looked at in one stretch; text made to exhaust the reader has more


def cues(text: str, words: list[Token], holding: bool = False) -> list[Cue]:
    """The reporting clauses of one stretch, in reading order; with `holding`, those of thinking and showing too."""
    verbs = _ALL_VERBS if holding else _SAYING_VERBS
    at_verbs = [at for at, token in enumerate(words) if token[1] in verbs][:MOST_CUES]
    found = [cue for at in at_verbs if (cue := _cue_at(text, words, at, holding)) is not None]
    if found and found[0].voice is None and not found[0].own:
        found[0] = replace(found[0], voice=_clause_subject(text, words, found[0].start))
    label = label_cue(text, words)
    tail = _without_a_verb_of_saying(text, words) if not found else None
    return [one for one in (label, *_chained(found), tail) if one is not None]


def _without_a_verb_of_saying(text: str, words: list[Token]) -> Cue | None:
    caring = (cue for at, token in enumerate(words) if token.low in _CARING and (cue := received(text, words, at)))
    return next(caring, None) or after_quotation(text, words) or dash_tail(text, words) or bracket_tail(text, words)


def _clause_subject(text: str, words: list[Token], before: int) -> Voice | None:
    """“The army took the base, saying …”: whose act the saying goes with."""
    verbs = [at for at, token in enumerate(words) if token.start < before and at and is_verb(words, at)]
    found = [
        (voice, one.phrase)
        for at in verbs[:_MOST_VERBS]
        if (one := subjects.before(words, at)) and (voice := voice_at(text, one))
    ]
    return next((voice for voice, phrase in found if plausible(voice, phrase)), None)


def _chained(found: list[Cue]) -> list[Cue]:
    """“State television, citing the ministry, said …”: the ministry speaks, by way of the outlet."""
    cited = [cue for cue in found if cue.cited and cue.voice]
    for cue in cited:
        index = _outlet_of(found, cue)
        if index is not None and (outlet := found[index].voice) is not None and cue.voice is not None:
            found[index] = replace(found[index], voice=replace(cue.voice, chain=(outlet.source,)))
    return [cue for cue in found if not cue.cited] if cited else found


def _outlet_of(found: list[Cue], cited: Cue) -> int | None:
    fits = (
        index
        for index, cue in enumerate(found)
        if not cue.cited
        and cue.voice
        and cue.voice.outlet
        and (cue.start < cited.start < cue.verb or 0 <= cited.start - cue.end < 3)
    )
    return next(fits, None)


def _cue_at(text: str, words: list[Token], at: int, holding: bool) -> Cue | None:
    low = words[at].low
    reader = _READERS.get(low)
    if holding and low in WITH_PARTICLE and (cue := with_particle(text, words, at)) is not None:
        return cue
    if reader and (reader not in (rang, heard) or not holding):
        return reader(text, words, at)
    return verb_cue(text, words, at, holding) if low in SAYING or low in HOLDING else None


_READERS = {
    "according": according,
    "per": per,
    "citing": citing,
    "quoting": citing,
    "put": put,
    "puts": put,
    "gave": gave,
    "gives": gave,
    "spoke": gave,
    "speaks": gave,
    "speak": gave,
    "talk": gave,
    "talks": gave,
    "talked": gave,
    "expressed": gave,
    "expresses": gave,
    "voiced": gave,
    "published": gave,
    "listed": gave,
    "recorded": gave,
    "counted": gave,
    "documented": gave,
    "verified": gave,
    **dict.fromkeys(
        "counts logs logged tallies tallied recognised recognises "
        "recognized recognizes guessed guesses guess reckoned reckons advanced advances".split(),
        numbered,
    ),
    **dict.fromkeys(
        "revised revises raised raises lowered lowers corrected corrects updated updates".split(), restated
    ),
    "running": runs,
    **dict.fromkeys("rang rings phoned telephoned radioed called texted messaged emailed".split(), rang),
    **dict.fromkeys(("hearing", "heard"), heard),
    "read": reads,
    "reads": reads,
}


_CARING = frozenset("treated picked received".split())
_SAYING_VERBS = frozenset((*SAYING, *_READERS))


_ALL_VERBS = _SAYING_VERBS | HOLDING.keys() | WITH_PARTICLE.keys()


_MARKS = r":|[—–-] |(?:\A|\n)\[|[)\]][.;]?(?=\s*(?:\n|\Z)|\s+[A-Z])"
TRIGGERS = re.compile(rf"\b{trie([*SAYING, *_READERS, *_CARING])}\b|{_MARKS}")
MORE_TRIGGERS = re.compile(rf"\b{trie([*SAYING, *HOLDING, *WITH_PARTICLE, *_READERS, *_CARING])}\b|{_MARKS}")
