"""Control of a place: the claims are found, read and put in order."""

from __future__ import annotations

from dataclasses import dataclass

from bot.claims.desk import Desk
from bot.claims.model import Kind
from bot.claims.timeline import Said, Timeline, timeline
from bot.desk.circles import circle
from bot.desk.places import AskedPlace
from bot.desk.tellings import Read, read_claims
from bot.matching.places import bare
from storage.records import Records

MOST = 400  # claims of control of one answer, the latest days
RIVALS = frozenset({Kind.TERRITORIAL_CONTROL, Kind.DEPLOYMENT, Kind.DISPLACEMENT})


@dataclass(frozen=True, slots=True)
class ControlOf:
    """The timeline of a place, and what people call it; `cut` when older claims are left out."""

    name: str
    place: AskedPlace
    timeline: Timeline
    cut: bool = False


def control_of(records: Records, desk: Desk, place: AskedPlace) -> ControlOf:
    """Who was said to hold a place, or what is inside it."""
    asked = records.scenes.at(desk.id, place.keys, Kind.TERRITORIAL_CONTROL, MOST)
    found = circle(records, asked, RIVALS)
    said = [_said(one, place) for one in read_claims(records, desk.id, asked).values()]
    return ControlOf(place.name(asked), place, timeline(said, found.claims, found.ties), len(asked) == MOST)


def _said(one: Read, place: AskedPlace) -> Said:
    span = one.reading.span
    day = span.told_on or one.claim.opened.date()
    first, last = (span.when.start, span.when.end) if span.when else (day, day)
    who = one.claim.mention.attribution
    return Said(one.claim, first, last, one.reading.side is not None or bool(who and who.party), _is_whole(one, place))


def _is_whole(one: Read, place: AskedPlace) -> bool:
    """Whether it is about the place that was asked for, and not only about something in it."""
    reading, at = one.reading, one.reading.place
    if at is None or (reading.held and reading.held.site) or reading.object_named not in ("", bare(at.name)):
        return False
    return place.is_at(at)
