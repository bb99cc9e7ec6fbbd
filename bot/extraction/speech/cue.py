"""A reporting clause, and what its parts are made into."""

from __future__ import annotations

from dataclasses import dataclass

from bot.extraction.speech.predicates import Subject
from bot.extraction.speech.voices import Voice, voice_of

TIMES = frozenset("morning afternoon evening night today yesterday tonight week month".split())


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting clause. `voice` is None where it shares the speaker of the clause before (“…, adding that”).

    `start` is where its subject begins, `verb` its verb, `end` where the clause itself ends. A cue that `leads` has
    what is said behind it (up to `until`), any other before it. `firm`: the verb is one of saying, not of thinking or
    showing. `own`: it is the writer's own voice. `label`: a speaker's name before a colon, who has the whole paragraph;
    `doubtful` if it counts only when that name stands in full elsewhere.
    """

    voice: Voice | None
    start: int
    verb: int
    end: int
    leads: bool
    firm: bool = True
    own: bool = False
    label: bool = False
    doubtful: bool = False
    cited: bool = False
    until: int | None = None


def voice_at(text: str, subject: Subject | None) -> Voice | None:
    if subject is None or subject.phrase[-1].low in TIMES or _is_command(text, subject.phrase[0].start):
        return None  # “quoted this morning as saying”
    return voice_of(text, subject.phrase, subject.beside)


def _is_command(text: str, start: int) -> bool:
    """“/start said”: a command to a bot is nobody, the second agency of “AFP/Reuters” is."""
    return text[max(0, start - 1) : start] == "/" and not text[max(0, start - 2) : start - 1].strip()


def gap(text: str, cue: Cue, start: int, end: int) -> int:
    """How many letters stand between a reporting clause and a stretch; 1,000 where the clause looks the other way."""
    if cue.leads and cue.end <= start:
        between = text[cue.end : start] if start - cue.end < 40 else "x" * 40
    elif not cue.leads and cue.start >= end:
        between = text[end : cue.start] if cue.start - end < 40 else "x" * 40
    else:
        return 1_000
    return sum(letter.isalnum() for letter in between)
