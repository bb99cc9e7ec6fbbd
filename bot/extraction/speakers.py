"""Who says it: for any stretch of a text its speaker, or None for the reporter's own voice.

The text is read once, as far as it is asked about. In each stretch (a sentence, with a quotation and its “he said”
kept together) the reporting clauses are found; a clause rules what stands behind it (“X said that …”) or before it
(“…, X said”). A quotation without a clause of its own belongs to the speaker before it in the paragraph, or to the one
whose quotation it continues.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from heapq import merge
from itertools import groupby, islice

from bot.claims.model import Attribution
from bot.extraction.lexicon.speech import OPENERS
from bot.extraction.sentences import Sentence, split
from bot.extraction.speech.asides import aside
from bot.extraction.speech.continuity import goes_on, links, tells_on, topic_of
from bot.extraction.speech.cue import Cue, gap
from bot.extraction.speech.holders import by_any_verb, holder
from bot.extraction.speech.memory import Memory
from bot.extraction.speech.owners import alleged, behind_it, owned
from bot.extraction.speech.papers import dispatched, is_paper, opens_entry
from bot.extraction.speech.quotations import find_quotations
from bot.extraction.speech.reporting import MORE_TRIGGERS, TRIGGERS, cues
from bot.extraction.speech.utterances import Token, tokens, utterances
from bot.extraction.speech.voices import Voice

SCRIPT = re.compile(
    r"^[^\w\n]{0,8}(?:PRESENTER|REPORTER|ANCHOR|NEWSREADER|CORRESPONDENT|HOST|NARRATOR|STUDIO|CLIP|SOUNDBITE)\b[^:\n]{0,40}:",
    re.MULTILINE | re.IGNORECASE,
)
_FIRST_WORD = re.compile(r"[\"“‘']?(\w+)")
CARRIED = 3  # sentences that an indirect report goes on for without a new reporting clause
TOUCHING = 4  # letters, as of “that”, between a reporting clause and what is said
SEEN_AHEAD = 2  # stretches behind one that may still tell who speaks in it
MOST_STRETCHES = 40_000  # with speech in them; no report has so many, text made to exhaust the reader does
LEADING = 6  # words of a participle phrase before what it is about
LOOKED_BACK = 3  # sentences in which a pronoun's person is looked for beside those who spoke


@dataclass(slots=True)
class _Speech:
    """The reporting clauses of one stretch, who speaks in each, and who speaks a quotation that has none."""

    cues: list[Cue] = field(default_factory=list)
    voices: list[Voice | None] = field(default_factory=list)
    heir: Voice | None = None

    @property
    def speaker(self) -> Voice | None:
        firm = (voice for cue, voice in zip(self.cues, self.voices, strict=True) if voice and cue.firm)
        return next(firm, self.heir)


class Speakers:
    """The speakers of one text.

    >>> who = Speakers("“They came at dawn,” said Ana Ruiz, a farmer.").of(1, 18)
    >>> who.source, who.role
    ('Ana Ruiz', 'a farmer')

    `sentences` spares splitting the text anew. With `holding`, verbs of thinking, wishing and showing count too.
    """

    def __init__(self, text: str, sentences: Sequence[Sentence] | None = None, holding: bool = False) -> None:
        self._text = text
        self._holding = holding
        quotations = dispatched(text, find_quotations(text))
        self._utterances = utterances(text, split(text) if sentences is None else sentences, quotations)
        self._starts = [utterance.start for utterance in self._utterances]
        self._memory = Memory(text)
        self._terse = is_paper(text)
        self._script = SCRIPT.search(text) is not None
        self._labels: dict[int, tuple[int, Voice | None]] = {}  # paragraph -> whose it is, in scripts
        self._speech: dict[int, _Speech] = {}
        self._going_on: dict[int, bool] = {}  # utterance -> whether it carries on the report before it
        self._ahead = self._stretches_with_speech()  # those that are still to be read
        self._next = next(self._ahead, None)
        self._last: tuple[Voice, int] | None = None  # the speaker before, and in which paragraph
        self._before = -1

    def of(self, start: int, end: int) -> Attribution | None:
        """Who says `text[start:end]`; None where the reporter speaks."""
        voice = self._voice(start, end)
        return _attribution(voice) if voice else None

    def of_statement(self, start: int, end: int) -> Attribution | None:
        """Who says `text[start:end]`, known to be somebody's statement: where no rule tells, whoever spoke nearest."""
        self._around(len(self._text))
        voice = (
            self._owned(start)
            or self._beside(start, end)
            or self._holder(start, touching=True)
            or self._fronted(start, end)
            or self._behind(start, end)
            or self._voice(start, end)
            or self._holder(start)
            or self._subject(start)
            or self._nearest(start)
        )
        return _attribution(voice) if voice else None

    def _beside(self, start: int, end: int) -> Voice | None:
        """Whoever's reporting clause touches the stretch."""
        speech = self._speech.get(self._around(start))
        pairs = zip(speech.cues, speech.voices, strict=True) if speech else ()
        gaps = [
            (gap(self._text, cue, start, end), voice)
            for cue, voice in pairs
            if voice and (cue.end <= start or cue.start >= end)
        ]
        touching = [pair for pair in gaps if pair[0] <= TOUCHING]
        return min(touching, key=lambda pair: pair[0])[1] if touching else None

    def _holder(self, start: int, touching: bool = False) -> Voice | None:
        """Whose word, thought or act leads up to the stretch, whatever the verb."""
        index = self._around(start)
        if index < 0:
            return None
        words = tokens(self._text, self._utterances[index])
        words = [word for word in words if word.start < start]
        voice = (by_any_verb(self._text, words) if touching else None) or holder(self._text, words, touching)
        return self._resolved(voice) if voice else None

    def _owned(self, start: int) -> Voice | None:
        """Whose claim, hope or message leads right up to the stretch."""
        first = _FIRST_WORD.match(self._text, start)
        voice = owned(self._text, self._words(start, before=True), first[1].lower() if first else "")
        return self._resolved(voice) if voice else None

    def _behind(self, start: int, end: int) -> Voice | None:
        """Who is named behind the stretch as the one that holds it: “… were ignored by the generals”."""
        voice = behind_it(self._text, self._words(start, before=True), self._words(end - 1, before=False))
        return self._resolved(voice) if voice else None

    def _fronted(self, start: int, end: int) -> Voice | None:
        """“Horrified at the prospect, Ode left”: whose act the participle is before the subject."""
        lead = [word for word in self._words(start, before=True) if word.low not in OPENERS]
        after = self._words(end - 1, before=False)
        if (
            not lead
            or len(lead) > LEADING
            or not lead[0].low.endswith(("ing", "ed"))
            or not after
            or after[0].word != ","
        ):
            return None
        voice = topic_of(self._text, after[1:])
        return self._resolved(voice) if voice else None

    def _subject(self, start: int) -> Voice | None:
        """Whom the sentence of the stretch is about, where it begins before the stretch."""
        voice = topic_of(self._text, self._words(start, before=True))
        return self._resolved(voice) if voice else None

    def _resolved(self, voice: Voice) -> Voice:
        """The voice with its full name; whom a pronoun means as it stands there, whatever has been read since."""
        if voice.kind != "pronoun":
            return self._memory.resolve(voice)
        memory = self._memory.until(voice.start)
        index = bisect_right(self._starts, voice.start) - 1
        spoken = (near for near in range(index - 1, index - LOOKED_BACK - 1, -1) if self._has_speaker(near))
        self._note_topics(memory, next(spoken, -1) + 1, index, voice.start)
        return memory.resolve(voice)

    def _has_speaker(self, index: int) -> bool:
        speech = self._speech.get(index)
        return speech is not None and speech.speaker is not None

    def _words(self, at: int, before: bool) -> list[Token]:
        """The words of the stretch around an offset that stand before it, or behind it."""
        index = bisect_right(self._starts, at) - 1
        words = tokens(self._text, self._utterances[index]) if index >= 0 else []
        return [word for word in words if (word.end <= at if before else word.start > at)]

    def _around(self, start: int) -> int:
        """The stretch of an offset, read with its paragraph and the stretches behind it that may tell who speaks."""
        index = bisect_right(self._starts, start) - 1
        paragraph = self._utterances[index].paragraph if index >= 0 else -1
        while self._next is not None and (
            self._next <= index + SEEN_AHEAD or self._utterances[self._next].paragraph <= paragraph
        ):
            self._read(self._next)
            self._next = next(self._ahead, None)
        return index

    def _read(self, index: int) -> None:
        utterance, last = self._utterances[index], self._last
        if (
            last is not None
            and last[1] != utterance.paragraph
            and self._terse
            and not self._script
            and opens_entry(self._text, utterance.start)
        ):
            self._memory.voices.clear()
            self._last, self._before, last = None, index - 1, None
        speech = _Speech(cues(self._text, tokens(self._text, utterance), self._holding))
        if utterance.quotations and not speech.cues and not (last and last[1] == utterance.paragraph):
            speech.heir = self._shown(index)
        if utterance.quotations and speech.heir is None and last and utterance.paragraph - last[1] <= 1:
            speech.heir = last[0]
        pronoun = next((cue for cue in speech.cues if cue.voice and cue.voice.kind == "pronoun"), None)
        if pronoun is not None:  # of its own sentence only what stands before “she said that …”
            at = pronoun.start if pronoun.leads else utterance.start
            self._note_topics(self._memory, self._before + 1, index, at)
        _resolve(self._memory, speech, self._script, self._holding)
        self._speech[index] = speech
        if labelled := next((pair for pair in zip(speech.cues, speech.voices, strict=True) if pair[0].label), None):
            self._labels[utterance.paragraph] = index, labelled[1]
        if speech.speaker:
            self._last, self._before = (speech.speaker, utterance.paragraph), index

    def _shown(self, index: int) -> Voice | None:
        """“Our reporter Ana Ruiz is in the town. “Nobody is shooting.””: whom the sentence before shows speaks."""
        if not index or self._utterances[index - 1].paragraph != self._utterances[index].paragraph:
            return None
        topic = topic_of(self._text, tokens(self._text, self._utterances[index - 1]))
        return topic if topic and topic.kind in ("person", "someone") else None

    def _stretches_with_speech(self) -> Iterator[int]:
        """The stretches that hold a word of reporting or a quotation, in order."""
        triggered = self._triggered(MORE_TRIGGERS if self._holding else TRIGGERS)
        quoting = (index for index, utterance in enumerate(self._utterances) if utterance.quotations)
        found = (index for index, _ in groupby(merge(triggered, quoting)) if index >= 0)
        return islice(found, MOST_STRETCHES)

    def _triggered(self, triggers: re.Pattern[str]) -> Iterator[int]:
        """The stretches in which one of the words or marks stands; the first in each is enough."""
        at = 0
        while (trigger := triggers.search(self._text, at)) is not None:
            index = bisect_right(self._starts, trigger.start()) - 1
            yield index
            if index + 1 == len(self._starts):
                return
            at = self._starts[index + 1]

    def _note_topics(self, memory: Memory, since: int, index: int, pronoun: int) -> None:
        for near in range(max(since, index - LOOKED_BACK), index):
            if (topic := topic_of(self._text, tokens(self._text, self._utterances[near]))) is not None:
                memory.note(topic)
        utterance = self._utterances[index]
        if pronoun > utterance.start and not any(one.start < pronoun for one in utterance.quotations):
            topic = topic_of(self._text, tokens(self._text, utterance), pronoun)
            if topic is not None:
                memory.note(topic)

    def _voice(self, start: int, end: int) -> Voice | None:
        index = self._around(start)
        if index < 0:
            return None
        utterance, speech = self._utterances[index], self._speech.get(index)
        if speech is None:
            return self._alleged(index, start) or self._beside_it(index, start, end) or self._carried(index)
        pairs = list(zip(speech.cues, speech.voices, strict=True))
        firm = [pair for pair in pairs if pair[0].firm]
        ruling = (
            self._alleged(index, start)
            or _ruling(firm, start, end)
            or (_ruling(pairs, start, end) if self._holding else None)
        )
        if ruling is not None:
            return ruling
        quoted = any(one.start <= start < one.end for one in utterance.quotations)
        if quoted:
            return speech.heir
        if (named := self._beside_it(index, start, end)) is not None:
            return named
        return None if speech.cues and utterance.paragraph not in self._labels else self._carried(index)

    def _alleged(self, index: int, start: int) -> Voice | None:
        if not self._text.endswith("that ", 0, start):
            return None
        words = [word for word in tokens(self._text, self._utterances[index]) if word.end <= start]
        voice = alleged(self._text, words)
        return self._resolved(voice) if voice and voice.kind != "pronoun" else None

    def _beside_it(self, index: int, start: int, end: int) -> Voice | None:
        """Whom a bracket or “per X” behind it names, or the letters before it."""
        stretch = self._utterances[index]
        return aside(self._text, start, end, (stretch.start, stretch.end)) if end <= stretch.end else None

    def _carried(self, index: int) -> Voice | None:
        """The speaker of an indirect report that goes on into this stretch."""
        paragraph = self._utterances[index].paragraph
        since, voice = self._labels.get(paragraph, (index + 1, None))
        if since <= index and (self._script or not self._terse):
            return voice
        if self._terse and not links(tokens(self._text, self._utterances[index])):
            return None
        near = self._reporter_before(index)
        if near is not None and all(self._goes_on(between) for between in range(index, near, -1)):
            return self._speech[near].speaker
        return self._told_on(index)

    def _reporter_before(self, index: int) -> int | None:
        """The nearest stretch before it in its paragraph in which somebody speaks, not too far back."""
        for near in range(index - 1, max(index - CARRIED, 0) - 1, -1):
            if self._utterances[near].paragraph != self._utterances[index].paragraph:
                return None
            if (speech := self._speech.get(near)) and speech.speaker:
                return near
        return None

    def _told_on(self, index: int) -> Voice | None:
        """“A convoy was hit. Two of them died, a source said.”: the next sentence tells on, and who tells it."""
        if index + 1 == len(self._utterances):
            return None
        following, speech = self._utterances[index + 1], self._speech.get(index + 1)
        if speech is None or following.paragraph != self._utterances[index].paragraph:
            return None
        trailing = len(speech.cues) == 1 and speech.cues[0].firm and not speech.cues[0].leads
        return speech.voices[0] if trailing and tells_on(tokens(self._text, following)) else None

    def _goes_on(self, index: int) -> bool:
        if index not in self._going_on:
            self._going_on[index] = goes_on(tokens(self._text, self._utterances[index]))
        return self._going_on[index]

    def _nearest(self, start: int) -> Voice | None:
        """A guess for a statement whose speaker no rule names: whoever spoke last, or else speaks next."""
        index = max(self._around(start), 0)
        for near in (*range(index, max(index - 3, -1), -1), index + 1, index + 2):
            speech = self._speech.get(near)
            if speech and (speaker := next((voice for voice in reversed(speech.voices) if voice), speech.heir)):
                return speaker
        return None


def speaker_of(text: str, start: int, end: int) -> Attribution | None:
    """Who says or thinks `text[start:end]`: a quotation, or the content of a reported clause, that is somebody's.

    `start` and `end` are character offsets. The answer's `source` is the speaker with the fullest name that the text
    gives (“he” and “Ruiz” are Ana Ruiz), or as worded where nobody is named (“a doctor”, “court documents”); `role`
    and `organisation` are what stands beside the name, `chain` who passed it on. None only where the text names nobody
    near the statement, never an error. For many stretches of one text ask one `Speakers` with `holding=True`.

    >>> news = "Ana Ruiz, a farmer, was angry. Officials denied it. “They came at dawn,” she told the BBC."
    >>> speaker_of(news, news.index("They"), news.index(",”")).source
    'Ana Ruiz'
    """
    return Speakers(text, holding=True).of_statement(start, end)


def _attribution(voice: Voice) -> Attribution:
    return Attribution(voice.source, voice.role, voice.organisation, voice.party, voice.chain)


def _resolve(memory: Memory, speech: _Speech, script: bool, holding: bool) -> None:
    kept: list[Cue] = []
    for cue in speech.cues:
        voice = memory.resolve(cue.voice) if cue.voice else None if cue.own else _shared(speech)
        if cue.doubtful and not script and voice and cue.voice and voice.source == cue.voice.source:
            continue  # “Kelda: nine dead” names a place
        told = cue.voice and voice and (cue.firm or (holding and voice.kind == "person"))
        if told and voice and not (kept and _within(memory.text, kept[-1], cue)):
            memory.note(voice)
        kept.append(cue)
        speech.voices.append(voice)
    speech.cues = kept


def _within(text: str, outer: Cue, inner: Cue) -> bool:
    """“She noted that Ruiz had said …”: what is reported within a report makes nobody the one who speaks."""
    between = text[outer.end : inner.start]
    return outer.leads and outer.end <= inner.start and between.lstrip().startswith("that ") and "," not in between


def _shared(speech: _Speech) -> Voice | None:
    return next((voice for voice in reversed(speech.voices) if voice), speech.heir)


def _ruling(pairs: list[tuple[Cue, Voice | None]], start: int, end: int) -> Voice | None:
    """The speaker whose clause rules the stretch from `start` to `end`."""
    leading = [pair for pair in pairs if _leads_to(pair[0], start, end)]
    trailing = [pair for pair in pairs if not pair[0].leads and start < pair[0].verb]
    behind = [pair for pair in pairs if not pair[0].leads and start >= pair[0].end]
    if leading:
        cue, voice = max(leading, key=lambda pair: pair[0].verb)
        if not behind or max(other.verb for other, _ in behind) < cue.verb:
            return voice
    if trailing:
        return min(trailing, key=lambda pair: pair[0].verb)[1]
    if behind:
        return max(behind, key=lambda pair: pair[0].verb)[1]
    within = (voice for cue, voice in pairs if start < cue.start and cue.end < end)  # “what officials said were nine”
    return next(within, None)


def _leads_to(cue: Cue, start: int, end: int) -> bool:
    return cue.leads and end > cue.verb + 1 and start >= cue.start and (cue.until is None or start < cue.until)
