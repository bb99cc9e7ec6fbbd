"""Grading: how well sourced a claim is, by the ends of its attribution chains.

Any number of outlets that quote one ministry are one source. Unnamed speakers count once an outlet, not at all where
the text is shared, and never corroborate each other alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.claims.grade import Grade, Graded
from bot.claims.model import Kind
from bot.claims.relations import Reason, Told
from bot.matching.lexicon.control import STAGE
from bot.matching.parties import DEFAULT, STATE, Facing, Parties, facing
from bot.matching.reading import Reading, read_told
from bot.matching.speakers import independent, speaker_key

MOST_COUNTED = 40  # sources that are compared with each other; beyond that, one more says nothing new
_HURTS = frozenset({Kind.CASUALTIES, Kind.DETENTION, Kind.DAMAGE})


def grade(told: Iterable[Told], *, contradicted: bool = False, parties: Parties = DEFAULT) -> Graded:
    """The grade of a claim that all these mentions make; `contradicted` says that a contradiction is open.

    >>> grade([]).grade.value
    'single-source'
    """
    sources = _independent(told)
    counted = max(1, len(sources))
    if contradicted:
        return Graded(Grade.CONTESTED, counted, (Reason("contradicted"),))
    admitted = next((one for one in sources if admits(one, parties)), None)
    if admitted:
        return Graded(Grade.ACKNOWLEDGED, counted, (Reason("admitted", _name(admitted)),))
    if len(sources) < 2:
        return Graded(Grade.SINGLE_SOURCE, counted, (Reason("source_single"),))
    if not any(_is_named(one) for one in sources):
        return Graded(Grade.SINGLE_SOURCE, counted, (Reason("sources_unnamed"),))
    return Graded(Grade.CORROBORATED, counted, (Reason("sources_independent", str(counted)),))


def admits(told: Told, parties: Parties = DEFAULT) -> bool:
    """Whether a party to the fight tells what hurts it: its own losses, a place lost, an attack that it owns up to."""
    reading = read_told(told, parties)
    if reading.side is None or reading.denied:
        return False
    if reading.held and reading.kind is Kind.TERRITORIAL_CONTROL:
        return _admits_a_loss(reading)
    if reading.actor and reading.later_news:
        return facing(reading.actor, reading.side) is Facing.SAME
    counted = reading.counted
    if counted is None or reading.kind not in _HURTS or counted.figure.high == 0 or counted.side is None:
        return False
    if counted.side == STATE:
        return reading.place is not None and reading.side == f"{STATE}:{reading.place.country}"
    return facing(counted.side, reading.side) is Facing.SAME and ":" in counted.side


def _admits_a_loss(reading: Reading) -> bool:
    held = reading.held
    if held is None or held.side is None:
        return False
    stage, between = STAGE.get(held.action, held.action.value), facing(held.side, reading.side)
    if stage == "loss":
        return between is Facing.SAME
    return between is Facing.OPPOSED and stage in ("gain", "holds", "entered", "surrounded", "repelled")


def _independent(told: Iterable[Told]) -> Sequence[Told]:
    """As many as are independent of each other, named speakers first."""
    by_key = {speaker_key(one.mention.attribution, one.outlet): one for one in reversed(list(told))}
    counted: list[Told] = []
    for one in sorted(by_key.values(), key=lambda each: not _is_named(each))[:MOST_COUNTED]:
        if all(independent(one, other) for other in counted):
            counted.append(one)
    return counted


def _is_named(told: Told) -> bool:
    """Whether it is somebody one can tell from others; an outlet in its own words is."""
    reading = read_told(told)
    return reading.speaker.named or (not reading.speaker.words and told.outlet is not None)


def _name(told: Told) -> str:
    who = told.mention.attribution
    return (who and (who.source or who.organisation)) or told.outlet or ""
