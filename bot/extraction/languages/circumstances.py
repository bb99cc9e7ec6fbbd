"""Where, when and who: what a text in another language tells around its findings, carried over from before."""

from __future__ import annotations

import re
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
LONGEST_HEAD = 300  # characters of a line in which a report's own day may stand
_LINE = re.compile(r"[^\r\n]+")
MOST_WITH_FIGURES = 5  # words of a line that holds the report's day in figures


class Story:
    """The circumstances of one text; sentences are told it in order."""

    def __init__(self, pack: Pack, text: str, published: date | None) -> None:
        self.pack = pack
        stated, self._head = _stated(pack, text, published)
        self.published = stated or published
        self._own = EventDate(stated, stated) if stated else None
        self.reader = DateReader(pack.dates, self.published)
        self._place: Place | None = None
        self._when: EventDate | None = None
        self._dated: tuple[Sense, list[Dated]] | None = None  # the sentence asked about last, and its dates
        self._who: Attribution | None = None

    # where

    def place(self, sense: Sense, found: Found) -> Place | None:
        """The narrowest place in the clause; else of its sentence; else the speaker's own; else that carried over."""
        seat = found.match.groups.get("seat") or found.match.groups.get("town")
        around = [name for name in sense.played_in if _plays(name, seat)]
        inside = [name for name in around if found.match.start <= name.start < found.match.end + NEAR]
        local = [name for name in sense.spoken_from if not (name.is_country or self._speaks(sense, name))]
        if seat is not None and seat.unlisted:
            self._place = Place(seat.english)
            return self._place
        chosen = _narrowest(inside) or _narrowest(around) or _narrowest(local)
        if chosen is not None:
            self._place = chosen.place
        return self._place

    def _speaks(self, sense: Sense, name: Named) -> bool:
        """Whether it is the seat of a government that speaks: “Kyiv said”."""
        return sense.lows[name.start] in self.pack.speech.voices

    def pass_by(self, sense: Sense) -> None:
        """A sentence without findings sets the scene too, and says who speaks."""
        scenes = [name for name in sense.played_in if _plays(name, None) and not name.is_country]
        if scenes:
            self._place = scenes[-1].place
        told = [one for one in self._dates(sense) if not (one.since or self.is_old(one) or self.is_ahead(one))]
        if told:
            self._when = told[-1].when
        self.hear(sense)

    # when

    def dated(self, sense: Sense, found: Found) -> Dated | None:
        """The date expression nearest to a finding, but not the day on which it was said."""
        if self._dated is None or self._dated[0] is not sense:
            self._dated = sense, self._dates(sense)
        return min(self._dated[1], key=lambda one: _gap(one, found), default=None)

    def _dates(self, sense: Sense) -> list[Dated]:
        said = [cue.end for cue in sense.cues]
        dates = [one for one in self.reader.find(sense.lows) if sense.words[one.end - 1].end > self._head]
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
        """The day of an event, carried over where its sentence names none; else that of the report."""
        if dated is not None:
            self._when = dated.when
        return self._when or self._own

    # who

    def hear(self, sense: Sense) -> None:
        """Whoever speaks in a sentence is the “he” of the next ones."""
        self._who = next((cue.who for cue in reversed(sense.cues) if cue.who), self._who)

    def cue(self, sense: Sense, found: Found, following: Sense | None = None) -> Cue | None:
        """The reporting clause that rules a finding: the last before it, else the first behind it.

        Where its sentence has none, that of the `following` one may: in the same quotation, or looking back.
        """
        before = [cue for cue in sense.cues if cue.start < found.match.start]
        before = [cue for cue in before if not (cue.denies and ":" in sense.lows[cue.end : found.match.start])]
        behind = [cue for cue in sense.cues if cue.start >= found.match.start and not cue.denies]
        if before or behind:
            return before[-1] if before else behind[0]
        goes_on = following is not None and (following.looks_back or _quotes_on(sense, following))
        return next(iter(following.cues), None) if following and goes_on else None

    def who(self, cue: Cue | None) -> Attribution | None:
        """The speaker of a reporting clause; of one with a pronoun, who spoke before."""
        if cue is None:
            return None
        return cue.who or self._who


def stated_day(pack: Pack, text: str, published: date | None) -> date | None:
    """The day that a text bears in its first lines; one without a year is the last of that name up to `published`."""
    return _stated(pack, text, published)[0]


def _stated(pack: Pack, text: str, published: date | None) -> tuple[date | None, int]:
    """The report's own day, and where in the text it has been named."""
    reader = DateReader(pack.dates, published)
    lines = [line for line in _LINE.finditer(text[:1_000]) if line[0].strip()][:FIRST_LINES]
    for line in lines:
        words, lows = read_words(text, line.start(), min(line.end(), line.start() + LONGEST_HEAD))
        found = own_day(reader, lows)
        if found is not None:
            return found.when.start, words[found.end - 1].end
    in_figures = (numeric_day(line[0]) for line in lines if len(line[0].split()) <= MOST_WITH_FIGURES)
    return next((day for day in in_figures if day), None), 0


def _quotes_on(sense: Sense, following: Sense) -> bool:
    """Whether a quotation that begins in a sentence ends in the next one."""
    said = sense.text[sense.sentence.start : sense.sentence.end]
    opened = max(said.rfind("«"), said.rfind("“"), said.find('"') if said.count('"') == 1 else -1)
    closed = max(said.rfind("»"), said.rfind("”"))
    return opened > closed and following.sentence.paragraph == sense.sentence.paragraph


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
