"""Meeting: two mentions side by side, once place and time let them be about one event."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.claims.model import Kind, Place
from bot.claims.relations import Judgement, Reason, Relation
from bot.matching.days import Timing, timing
from bot.matching.lexicon.control import LASTING, STAGE
from bot.matching.parties import Facing, facing
from bot.matching.places import Nearness, bare, nearness
from bot.matching.reading import Reading
from bot.matching.speakers import are_copies, same_source
from bot.matching.wording import hours, names_in, places_in
from bot.matching.words import folded

LONG_AGO = 21  # days between two states of one place, beyond which the later one is no news of the earlier


@dataclass(frozen=True, slots=True)
class Meeting:
    """Two mentions that may be about one event, and how they stand on the axes that all kinds share."""

    older: Reading
    newer: Reading
    nearness: Nearness
    timing: Timing
    one_source: bool
    sides: Facing

    @property
    def later(self) -> bool:
        """Whether the newer was told on a later day."""
        before, after = self.older.told.told_on, self.newer.told.told_on
        return before is not None and after is not None and after > before

    @property
    def replaces(self) -> bool:
        """Whether the newer word is meant to take the place of the older one: the same source's later word, or a
        correction that is not the other side's, or what the same outlet tells later and no other speaker."""
        if self.one_source or self.of_one_group:
            return self.later or self.newer.corrected or self.newer.later_news
        if self.later and self.one_outlet and self.sides is not Facing.OPPOSED:
            return not (self.older.speaker.named and self.newer.speaker.named)
        return self.newer.corrected and self.sides is not Facing.OPPOSED

    @property
    def one_side(self) -> bool:
        """Whether one source or one side tells both, or one outlet that names no other speaker."""
        if self.one_source or self.sides is not Facing.UNKNOWN:
            return self.one_source or self.sides is Facing.SAME
        return self.one_outlet and not (self.older.speaker.named and self.newer.speaker.named)

    @property
    def of_one_group(self) -> bool:
        """Whether one armed group speaks in both, through whatever mouth."""
        return self.sides is Facing.SAME and (self.newer.side or "").startswith("group:")

    @property
    def one_outlet(self) -> bool:
        """Whether one outlet tells both."""
        before, after = self.older.told.outlet, self.newer.told.outlet
        return before is not None and after is not None and folded(before) == folded(after)

    @property
    def copies(self) -> bool:
        """Whether both documents are near-copies of one text."""
        return are_copies(self.older.told, self.newer.told)

    @property
    def is_certain(self) -> bool:
        """Whether place, day and speaker are known and one, or the texts are copies."""
        known = self.nearness is Nearness.SAME and self.timing is Timing.SAME
        return known and (self.copies or (self.one_source and self.newer.speaker.named))

    def same(self, *reasons: Reason, certain: bool = True) -> Judgement:
        """The same claim, unless the sides or the places differ: then it only supports."""
        if self.sides is Facing.OPPOSED or self.nearness is Nearness.INSIDE:
            return self.judged(Relation.SUPPORTS, *reasons)
        return Judgement(Relation.SAME, self._reasons(reasons), certain=certain and self.is_certain)

    def judged(self, relation: Relation, *reasons: Reason) -> Judgement:
        """A relation with its reasons, what decided first."""
        return Judgement(relation, self._reasons(reasons))

    def _reasons(self, reasons: tuple[Reason, ...]) -> tuple[Reason, ...]:
        told = [*reasons, _of_place(self), _of_days(self)]
        if self.copies:
            told.append(Reason("copies"))
        elif self.one_source:
            told.append(Reason("one_speaker", _name(self.older), _name(self.newer)))
        if self.sides is Facing.OPPOSED:
            told.append(Reason("sides_opposed"))
        return tuple(told)


def meet(older: Reading, newer: Reading) -> Meeting | None:
    """The two side by side; None where place or time keeps them apart."""
    near = _nearness(older, newer)
    if near is Nearness.APART and not _moves_between(older, newer):
        return None
    one_source = same_source(older.told, newer.told)
    when = _timing(older, newer, one_source)
    if when is Timing.APART or (near is Nearness.APART and not one_source):
        return None
    near = Nearness.SAME if near is Nearness.APART else near
    return Meeting(older, newer, near, when, one_source, facing(older.side, newer.side))


def _timing(older: Reading, newer: Reading, one_source: bool) -> Timing:
    when = timing(older.span, newer.span)
    if older.held and newer.held:
        return _of_states(older, newer, one_source) if when is Timing.APART else when
    return Timing.APART if when is Timing.SAME and _at_other_hours(older, newer) else when


def _at_other_hours(older: Reading, newer: Reading) -> bool:
    """Whether one happened in the morning and the other in the evening."""
    first, second = hours(older.around), hours(newer.around)
    return bool(first) and bool(second) and not first & second


def _moves_between(older: Reading, newer: Reading) -> bool:
    """Whether people moved, from one place to another, and one sentence names the place that the other is put at."""
    if older.kind not in (Kind.DISPLACEMENT, Kind.DEPLOYMENT) or older.place is None or newer.place is None:
        return False
    return _named_in(older.place, newer.around) or _named_in(newer.place, older.around)


def _of_states(older: Reading, newer: Reading, one_source: bool) -> Timing:
    """A state lasts until somebody says that it has changed; the same speaker's later word is about it too."""
    before, after = _last_day(older), _first_day(newer)
    if before is None or after is None or abs((after - before).days) > LONG_AGO:
        return Timing.APART
    if one_source and after > before:
        return Timing.OVERLAPPING
    stages = {STAGE.get(each.held.action, each.held.action) for each in (older, newer) if each.held}
    near = abs((after - before).days) <= 1
    return Timing.OVERLAPPING if near and len(stages) == 1 and stages <= LASTING else Timing.APART


def _last_day(reading: Reading) -> date | None:
    return reading.span.when.end if reading.span.when else reading.span.told_on


def _first_day(reading: Reading) -> date | None:
    return reading.span.when.start if reading.span.when else reading.span.told_on


def _nearness(older: Reading, newer: Reading) -> Nearness:
    if older.object_named and older.object_named == newer.object_named:
        return Nearness.SAME
    found = nearness(older.place, newer.place)
    if found in (Nearness.SAME, Nearness.INSIDE) and not (older.place_of_speaker or newer.place_of_speaker):
        return found
    if _each_names_the_other(older, newer):
        return Nearness.SAME
    return found if found is not Nearness.UNKNOWN else _by_names(older, newer)


def _each_names_the_other(older: Reading, newer: Reading) -> bool:
    """Whether one sentence names the other's place and the other way round; a place that is only the speaker's own
    (“the mayor of Gao said”) need not be named by the other."""
    if older.place is None or newer.place is None:
        return False
    back = older.place_of_speaker or _named_in(older.place, newer.around)
    return (
        back
        and (newer.place_of_speaker or _named_in(newer.place, older.around))
        and not (older.place_of_speaker and newer.place_of_speaker)
    )


def _by_names(older: Reading, newer: Reading) -> Nearness:
    """By the names in both sentences, where a place is not known."""
    before, after = (None if each.place_of_speaker else each.place for each in (older, newer))
    if before and after is None:
        return _if_named(before, newer.around)
    if after and before is None:
        return _if_named(after, older.around)
    if names_in(older.around) & names_in(newer.around):
        return Nearness.SAME
    return Nearness.APART if places_in(older.around) and places_in(newer.around) else Nearness.UNKNOWN


def _if_named(place: Place, around: str) -> Nearness:
    """Whether a sentence names the place; where it names another one, it happened there."""
    if _named_in(place, around):
        return Nearness.SAME
    return Nearness.APART if places_in(around) else Nearness.UNKNOWN


def _named_in(place: Place, around: str) -> bool:
    return f" {bare(place.name)} " in f" {folded(around)} "


def _of_place(met: Meeting) -> Reason:
    older, newer = (each.place.name if each.place else "" for each in (met.older, met.newer))
    code = {Nearness.SAME: "place_same", Nearness.INSIDE: "place_inside"}.get(met.nearness, "place_unknown")
    return Reason(code, older, newer)


def _of_days(met: Meeting) -> Reason:
    code = {
        Timing.SAME: "day_same",
        Timing.OVERLAPPING: "days_overlap",
        Timing.LIKELY: "days_near",
    }.get(met.timing, "days_unknown")
    return Reason(code, _day(met.older), _day(met.newer))


def _day(reading: Reading) -> str:
    when = reading.span.when
    if when is None:
        return ""
    return when.start.isoformat() if when.start == when.end else f"{when.start.isoformat()}/{when.end.isoformat()}"


def _name(reading: Reading) -> str:
    who = reading.told.mention.attribution
    return (who and (who.source or who.organisation)) or reading.told.outlet or ""
