"""Reporting verbs that need a small word behind them: “pointed out that”, “weighed in on”, “pushed back”."""

from __future__ import annotations

from bot.extraction.lexicon.reporting import BEFORE_NOUNS, MODAL_BEFORE, WITH_PARTICLE
from bot.extraction.lexicon.roles import PLURAL_SPEAKERS, SPEAKERS
from bot.extraction.lexicon.speech import AUXILIARIES, BE, PRONOUNS
from bot.extraction.speech import subjects
from bot.extraction.speech.cue import Cue, voice_at
from bot.extraction.speech.edges import clause_end, trails
from bot.extraction.speech.predicates import joined
from bot.extraction.speech.utterances import Token

_PLAIN = frozenset({"point", "push", "hit", "call", "talk", "boast", "vote", "hope", "look", "dream", "worry", "care",
                    "comment", "press", "appeal", "wish", "sound", "play", "walk", "laugh", "shrug", "wave", "hint",
                    "back", "double", "campaign", "marvel", "fire", "set"})  # fmt: skip


def with_particle(text: str, words: list[Token], at: int) -> Cue | None:
    """The clause of such a verb; None where its small word does not follow."""
    low = words[at].low
    small = at + 2 if words[min(at + 1, len(words) - 1)].low == "it" else at + 1
    if small >= len(words) or words[small].low not in WITH_PARTICLE[low]:
        return None
    if at and (words[at - 1].low in BEFORE_NOUNS | MODAL_BEFORE or not _agrees(words[at - 1], low)):
        return None
    end = clause_end(words, small, low)
    participle = low.endswith("ing") and at and words[at - 1].low in (",", "and", "while", "by")
    if participle or joined(words, at):
        return Cue(None, words[at].start, words[at].start, words[end - 1].end, True, firm=False)
    if low.endswith("ing") and not (at and words[at - 1].low in BE):
        return None
    subject = subjects.before(words, at)
    voice = voice_at(text, subject)
    if subject is None or voice is None:
        return None
    leads = not trails(words, subject.first, end)
    return Cue(voice, words[subject.first].start, words[at].start, words[end - 1].end, leads, firm=False)


def _agrees(before: Token, form: str) -> bool:
    """“the mayor calls for” but not “angry calls for”: a form in -s is a verb behind somebody only."""
    if form in _PLAIN:
        return before.low.endswith("s") or before.low in PLURAL_SPEAKERS | PRONOUNS | AUXILIARIES
    if not form.endswith("s") or form.endswith("ss"):
        return True
    somebody = before.proper or before.low in SPEAKERS - PLURAL_SPEAKERS or before.word in (",", ")")
    return somebody or before.low in AUXILIARIES or before.low.endswith("ly") or before.low in ("he", "she", "it")
