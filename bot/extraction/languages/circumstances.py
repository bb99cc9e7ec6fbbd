"""Where, when and who: what a text in another language tells around its findings, carried over from before."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.claims.model import Attribution, EventDate, Place
from bot.extraction.languages.clause import Found, Sense, read_words
from bot.extraction.languages.dates import Dated, DateReader, numeric_day, own_day
from bot.extraction.languages.names import Named
from bot.extraction.languages.pack import Pack
from bot.extraction.languages.pattern import Group
from bot.extraction.languages.speech import Cue

OLD = 100  # days before the report after which an event is background
LONG = 45  # days from which on a stretch of time is a period whose beginning counts
NEAR = 8  # words behind a clause in which its place may still be named
SAID_THEN = 2  # words between a reporting verb and the day on which it was said
FIRST_LINES = 4
MOST_WITH_FIGURES = 5  # words of a line that holds the report's day in figures


class Story:
    """The circumstances of one text; sentences are told it in order."""

    def __init__(self, pack: Pack, text: str, published: date | None) -> None:
        self.pack = pack
        self.published = stated_day(pack, text, published) or published
        self.reader = DateReader(pack.dates, self.published)
        self._place: Place | None = None
        self._when: EventDate | None = None
        self._dated: tuple[Sense, list[Dated]] | None = None  # the sentence asked about last, and its dates
        self._who: Attribution | None = None

    # where

    def place(self, sense: Sense, found: Found) -> Place | None:
        """The narrowest place in the clause; else of its sentence; else the speaker's own; else that carried over."""
        seat = found.match.groups.get("seat")
        around = [name for name in sense.played_in if _plays(name, seat)]
        inside = [name for name in around if found.match.start <= name.start < found.match.end + NEAR]
        local = [name for name in sense.spoken_from if not name.is_country]
        chosen = _narrowest(inside) or _narrowest(around) or _narrowest(local)
        if chosen is not None:
            self._place = chosen.place
        return self._place

    def pass_by(self, sense: Sense) -> None:
        """A sentence without findings sets the scene too, and says who speaks."""
        scenes = [name for name in sense.played_in if _plays(name, None) and not name.is_country]
        if scenes:
            self._place = scenes[-1].place
        self.hear(sense)

    # when

    def dated(self, sense: Sense, found: Found) -> Dated | None:
        """The date expression nearest to a finding, but not the day on which it was said."""
        if self._dated is None or self._dated[0] is not sense:
            self._dated = sense, self._dates(sense)
        return min(self._dated[1], key=lambda one: _gap(one, found), default=None)

    def _dates(self, sense: Sense) -> list[Dated]:
        said = [cue.end for cue in sense.cues]
        dates = self.reader.find(sense.lows)
        return [one for one in dates if not any(0 <= one.start - end <= SAID_THEN for end in said)]

    def is_old(self, dated: Dated) -> bool:
        """Whether what happened then is background in this report."""
        if self.published is None:
            return False
        long = (dated.when.end - dated.when.start).days > LONG
        begin = dated.when.start if dated.since or long else dated.when.end
        return (self.published - begin).days > OLD

    def is_ahead(self, dated: Dated) -> bool:
        """Whether it lies in the future."""
        return self.published is not None and dated.when.start > self.published

    def when(self, dated: Dated | None) -> EventDate | None:
        """The day of an event, carried over where its sentence names none."""
        if dated is not None:
            self._when = dated.when
        return self._when

    # who

    def hear(self, sense: Sense) -> None:
        """Whoever speaks in a sentence is the “he” of the next ones."""
        self._who = next((cue.who for cue in reversed(sense.cues) if cue.who), self._who)

    def cue(self, sense: Sense, found: Found) -> Cue | None:
        """The reporting clause that rules a finding: the last before it, else the first behind it."""
        before = [cue for cue in sense.cues if cue.start < found.match.start]
        before = [cue for cue in before if not (cue.denies and ":" in sense.lows[cue.end : found.match.start])]
        behind = [cue for cue in sense.cues if cue.start >= found.match.start and not cue.denies]
        return before[-1] if before else behind[0] if behind else None

    def who(self, cue: Cue | None) -> Attribution | None:
        """The speaker of a reporting clause; of one with a pronoun, who spoke before."""
        if cue is None:
            return None
        return cue.who or self._who


def stated_day(pack: Pack, text: str, published: date | None) -> date | None:
    """The day that a text bears in its first lines; one without a year is the last of that name up to `published`."""
    lines = [line for line in text[:1_000].splitlines() if line.strip()][:FIRST_LINES]
    in_figures = (numeric_day(line) for line in lines if len(line.split()) <= MOST_WITH_FIGURES)
    words = (read_words(line, 0, min(len(line), 300))[1] for line in lines)
    return own_day(DateReader(pack.dates, published), words) or next((day for day in in_figures if day), None)


def _plays(name: Named, seat: Group | None) -> bool:
    """Whether a name tells where it happened: one that is taken does; a country that acts does not."""
    taken = seat is not None and seat.start <= name.start < seat.end
    return taken or name.sure or (name.likely and not name.is_country)


def _narrowest(names: Sequence[Named]) -> Named | None:
    return max(names, key=lambda name: (name.sure, name.depth), default=None)


def _gap(dated: Dated, found: Found) -> int:
    if dated.end <= found.match.start:
        return found.match.start - dated.end
    return max(dated.start - found.match.end, 0)
