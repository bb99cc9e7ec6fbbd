"""Who says it: for any stretch of a text its speaker, or None for the reporter's own voice.

The text is read once. In each stretch (a sentence, with a quotation and its “he said” kept together) the reporting
clauses are found; a clause rules what stands behind it (“X said that …”) or before it (“…, X said”). A
quotation without a clause of its own belongs to the speaker before it in the paragraph, or to the one whose
quotation it continues.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from bot.claims.model import Attribution
from bot.extraction.quotations import Quotation, find_quotations
from bot.extraction.reporting import Cue, cues
from bot.extraction.speaker_memory import Memory
from bot.extraction.utterances import QUOTE, Token, Utterance, tokens, utterances
from bot.extraction.voices import Voice


@dataclass(slots=True)
class _Stretch:
    """An utterance with its reporting clauses; `heir` is the speaker of a quotation in it that has no clause."""

    utterance: Utterance
    cues: list[Cue] = field(default_factory=list)
    voices: list[Voice | None] = field(default_factory=list)
    heir: Voice | None = None
    carried: Voice | None = None


class Speakers:
    """The speakers of one text.

    >>> who = Speakers("“They came at dawn,” said Ana Ruiz, a farmer.").of(1, 18)
    >>> who.source, who.role
    ('Ana Ruiz', 'a farmer')
    """

    def __init__(self, text: str) -> None:
        self._text = text
        quotations = find_quotations(text)
        self._stretches = [_Stretch(utterance) for utterance in utterances(text, quotations)]
        self._starts = [stretch.utterance.start for stretch in self._stretches]
        self._read()

    def of(self, start: int, end: int) -> Attribution | None:
        """Who says `text[start:end]`; None where the reporter speaks."""
        voice = self._voice(start, end, willing=False)
        return _attribution(voice) if voice else None

    def of_statement(self, start: int, end: int) -> Attribution | None:
        """Who says `text[start:end]`, given that it is somebody's statement: thought, wish and finding count, and a guess."""
        voice = self._voice(start, end, willing=True) or self._nearest(start)
        return _attribution(voice) if voice else None

    def _read(self) -> None:
        memory = Memory(self._text)
        last: tuple[Voice, int] | None = None  # the speaker before, and in which paragraph
        for stretch in self._stretches:
            words = tokens(self._text, stretch.utterance)
            stretch.cues = cues(self._text, words)
            stretch.heir = _inherited(stretch.utterance, words, last)
            for cue in stretch.cues:
                voice = memory.resolve(cue.voice) if cue.voice else _shared(stretch) if not cue.own else None
                stretch.voices.append(voice)
                if voice and cue.firm:
                    memory.note(voice)
            spoken = [voice for cue, voice in zip(stretch.cues, stretch.voices, strict=True) if voice and cue.firm]
            speaker = spoken[0] if spoken else stretch.heir
            if speaker:
                last = speaker, stretch.utterance.paragraph

    def _stretch_at(self, at: int) -> _Stretch | None:
        index = bisect_right(self._starts, at) - 1
        return self._stretches[index] if index >= 0 else None

    def _voice(self, start: int, end: int, willing: bool) -> Voice | None:
        stretch = self._stretch_at(start)
        if stretch is None:
            return None
        pairs = [(cue, voice) for cue, voice in zip(stretch.cues, stretch.voices, strict=True) if cue.firm or willing]
        ruling = _ruling(pairs, start, end)
        if ruling is not None:
            return ruling
        quoted = any(one.start <= start < one.end for one in stretch.utterance.quotations)
        if quoted or (willing and stretch.heir):
            return stretch.heir
        return None

    def _nearest(self, start: int) -> Voice | None:
        """A guess for a statement whose speaker no rule names: whoever spoke last, or else speaks next."""
        index = max(bisect_right(self._starts, start) - 1, 0)
        around = [*reversed(self._stretches[max(0, index - 2) : index + 1]), *self._stretches[index + 1 : index + 2]]
        for stretch in around:
            for voice in reversed(stretch.voices):
                if voice:
                    return voice
        return None


def speaker_of(text: str, start: int, end: int) -> Attribution | None:
    """The speaker of `text[start:end]`, a stretch known to be somebody's statement; for many stretches use `Speakers`."""
    return Speakers(text).of_statement(start, end)


def _attribution(voice: Voice) -> Attribution:
    return Attribution(voice.source, voice.role, voice.organisation, voice.party, voice.chain)


def _shared(stretch: _Stretch) -> Voice | None:
    return next((voice for voice in reversed(stretch.voices) if voice), stretch.heir)


def _inherited(utterance: Utterance, words: list[Token], last: tuple[Voice, int] | None) -> Voice | None:
    """The speaker of a quotation that has no clause: the one before it in the paragraph, or in the paragraph before."""
    if last is None or not any(word.word == QUOTE for word in words):
        return None
    voice, paragraph = last
    return voice if utterance.paragraph - paragraph <= 1 else None


def _ruling(pairs: list[tuple[Cue, Voice | None]], start: int, end: int) -> Voice | None:
    """The speaker whose clause rules the stretch from `start` to `end`."""
    leading = [pair for pair in pairs if pair[0].leads and end > pair[0].verb + 1 and start >= pair[0].start]
    trailing = [pair for pair in pairs if not pair[0].leads and start < pair[0].verb]
    behind = [pair for pair in pairs if not pair[0].leads and start >= pair[0].end]
    if leading:
        cue, voice = max(leading, key=lambda pair: pair[0].verb)
        if not behind or max(other.verb for other, _ in behind) < cue.verb:
            return voice
    if trailing:
        return min(trailing, key=lambda pair: pair[0].verb)[1]
    return max(behind, key=lambda pair: pair[0].verb)[1] if behind else None


__all__ = ["Quotation", "Speakers", "speaker_of"]
