"""One sentence as the patterns of a pack see it: its words, and the groups that begin and end at each of them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from bot.extraction.languages.groups import Groups
from bot.extraction.languages.names import Atlas, Named
from bot.extraction.languages.pack import Pack, Rule, Speaking
from bot.extraction.languages.pattern import Group, Match
from bot.extraction.languages.speech import Cue, attribution
from bot.extraction.sentences import Sentence
from bot.extraction.tokens import Token, tokens

MOST_SKIPPED = 7  # words between a group and its verb
ASIDE = 9  # words between two commas that are stepped over
_STRAIGHT = str.maketrans("ʼ`´", "'''")
_ENDS = frozenset('.,;:!?—–()[]«»“”"„')


class Found(NamedTuple):
    """A rule that fired, the word on which it turned, and what it matched."""

    rule: Rule
    at: int
    match: Match


def read_words(text: str, start: int, end: int) -> tuple[list[Token], list[str]]:
    """The words of `text[start:end]` with their places, and in small letters with straight apostrophes."""
    words = tokens(text, start, end)
    return words, [word.low.translate(_STRAIGHT) for word in words]


class Sense:
    """A sentence with its words, in small letters in `lows`, and its groups by where they begin and end."""

    def __init__(self, pack: Pack, text: str, sentence: Sentence, atlas: Atlas) -> None:
        self.pack, self.text, self.sentence, self._atlas = pack, text, sentence, atlas
        self.words, self.lows = read_words(text, sentence.start, sentence.end)

    @cached_property
    def named(self) -> list[Named]:
        return self._atlas.named(self.words, self.lows)

    @cached_property
    def groups(self) -> Groups:
        return Groups(self.pack, self.text, self.words, self.lows, self.named)

    @cached_property
    def cues(self) -> list[Cue]:
        """The reporting clauses, one for each word that reports."""
        found = (self._cue(at) for at, low in enumerate(self.lows) if low in self.pack.speech.turns)
        return [cue for cue in found if cue is not None]

    @cached_property
    def spoken_from(self) -> list[Named]:
        """The places that belong to a speaker: “the mayor of Kharkiv”."""
        clauses = [(cue.start, cue.end) for cue in self.cues]
        return [name for name in self.named if any(start <= name.start < end for start, end in clauses)]

    @cached_property
    def played_in(self) -> list[Named]:
        """The places that may be where something happened."""
        of_speakers = {name.start for name in self.spoken_from}
        return [name for name in self.named if name.start not in of_speakers]

    @property
    def looks_back(self) -> bool:
        """Whether it says who told what the sentence before reports: “The mayor announced this”."""
        return self.pack.speech.backwards.at(self.lows, 0) is not None

    @cached_property
    def of_long_wars(self) -> bool:
        """Whether it speaks of a whole war, so that its figures are totals of years."""
        return next(self.pack.marks.background.spots(self.lows), None) is not None

    def _cue(self, at: int) -> Cue | None:
        for turn in self.pack.speech.turns.of(self.lows[at]):
            match = turn.pattern.match(self, at)
            speaker = match.groups.get("speaker") if match else None
            if match is not None and (speaker or turn.sense is not Speaking.SAYS or self._goes_on(match)):
                who = attribution(self.pack, self.text, self.words, speaker, self.named) if speaker else None
                return Cue(match.start, match.end, who, turn.sense)
        return None

    def _goes_on(self, match: Match) -> bool:
        """Whether a clause that names no speaker has that of the one before: a pronoun says so, or its beginning."""
        pronouns = self.pack.speech.pronouns
        return match.start == 0 or any(low in pronouns for low in self.lows[match.start : match.end])

    def found(self) -> Iterator[Found]:
        """What the rules of the pack find, the first pattern of each word on which one turns."""
        for at, low in enumerate(self.lows):
            for number in sorted(self.pack.turns.of(low)):
                rule, pattern = self.pack.patterns[number]
                match = pattern.match(self, at)
                if match is not None:
                    yield Found(rule, at, match)
                    break

    def beside(self, slot: str, at: int, step: int) -> Group | None:
        return self.groups.beside(slot, at, step)

    def onward(self, at: int, step: int) -> Iterator[int]:
        for _ in range(MOST_SKIPPED + 1):
            yield at
            if self.lows[at : at + 1] == [","] and at >= 0:
                over = self._over_aside(at, step)
                if over is None:
                    return
                at = over
            elif self.ends_clause(at) or self._turns(at) or (step > 0 and self.lows[at] in self.pack.groups.ands):
                return
            else:
                at += step

    def ends_clause(self, at: int) -> bool:
        """Whether a word or mark parts two clauses; the ends of the sentence do."""
        if not 0 <= at < len(self.lows):
            return True
        return self.lows[at] in _ENDS or self.lows[at] in self.pack.marks.breaks

    def _turns(self, at: int) -> bool:
        return self.lows[at] in self.pack.turns

    def _over_aside(self, at: int, step: int) -> int | None:
        """Behind the second of two commas that hold a short aside, without another verb in it."""
        for index in range(at + step, at + step * ASIDE, step):
            if not 0 <= index < len(self.lows) or self._turns(index):
                return None
            if self.lows[index] == ",":
                return index + step
        return None
