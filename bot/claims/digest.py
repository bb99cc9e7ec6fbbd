"""What a digest tells of a stretch of time: what changed and why, the tolls of events, what waits longest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from bot.claims.claim import Claim
from bot.claims.consensus import BEYOND_VOTES, Ground, Tally
from bot.claims.events import Entry, StatusChanged
from bot.claims.links import LinkState
from bot.claims.model import ClaimId, Place
from bot.claims.status import DECISIONS, OPEN, REVEALING, Status
from bot.claims.tolls import Incident


@dataclass(frozen=True, slots=True)
class Change:
    """One claim whose status moved: where it stood before the first change and after the last one, and why.

    `tally` is the one that the last change was decided on, None where votes must stay hidden. `new_round` tells
    a claim that is open because its votes count no longer from one whose answers were taken back. `instead` is the
    claim that took its place, `stands_again` that none does any more.
    """

    claim: Claim
    was: Status
    now: Status
    ground: Ground
    version: int
    tally: Tally | None = None
    new_round: bool = False
    instead: Claim | None = None
    stands_again: bool = False

    @property
    def correction(self) -> bool:
        """Whether what an earlier digest may have told no longer holds: a decision, or a figure."""
        told_before = self.was in DECISIONS or self.was is Status.SUPERSEDED
        return (told_before and self.now is not self.was) or self.ground is Ground.UPDATED


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two claims that contradict each other, or no longer do, as reviewers say."""

    newer: Claim
    older: Claim
    state: LinkState


@dataclass(frozen=True, slots=True)
class TollsAt:
    """The events of one place that claimed casualties; `place` is None where no place was named."""

    place: Place | None
    incidents: tuple[Incident, ...]


@dataclass(frozen=True, slots=True)
class Waiting:
    """A claim without a decision, since it came."""

    claim: Claim
    since: datetime


@dataclass(frozen=True, slots=True)
class Digest:
    """What a desk's digest of one day tells; `counts` says how many of its claims have which status at the end."""

    day: date
    since: datetime
    until: datetime
    changes: tuple[Change, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    tolls: tuple[TollsAt, ...] = ()
    waiting: tuple[Waiting, ...] = ()
    counts: Mapping[Status, int] = field(default_factory=dict)

    @property
    def open_claims(self) -> int:
        """How many claims wait for a decision, as counted or as listed."""
        return max(len(self.waiting), sum(self.counts.get(status, 0) for status in OPEN))

    @property
    def empty(self) -> bool:
        """Whether there is nothing to tell."""
        return not (self.changes or self.conflicts or self.tolls or self.waiting)


def summarize(
    *,
    day: date,
    since: datetime,
    until: datetime,
    changes: Iterable[tuple[Claim, Entry]],
    tolls: Iterable[Incident],
    waiting: Iterable[Claim],
    counts: Mapping[Status, int] | None = None,
    conflicts: Iterable[Conflict] = (),
    instead: Mapping[ClaimId, Claim] | None = None,
) -> Digest:
    """The digest of the time after `since` up to `until`, one line a claim.

    `changes` are status changes with their claims, in any order; other events are passed over.
    `tolls` are the events that new claims about casualties are about.
    `waiting` are open claims; the longest wait comes first. `instead` are the claims that took the place of others.
    """
    return Digest(
        day,
        since,
        until,
        _changes(changes, instead or {}),
        tuple(conflicts),
        _by_place(tolls),
        tuple(
            Waiting(claim, claim.opened)
            for claim in sorted(waiting, key=_age)
            if claim.status in OPEN and claim.released
        ),
        dict(counts or {}),
    )


def _changes(moved: Iterable[tuple[Claim, Entry]], instead: Mapping[ClaimId, Claim]) -> tuple[Change, ...]:
    """Corrections come first, so that none is cut off; then the latest change: a reader looks for what is new."""
    steps: dict[int, list[tuple[Claim, Entry]]] = {}
    for claim, entry in moved:
        if isinstance(entry.event, StatusChanged):
            steps.setdefault(claim.id, []).append((claim, entry))
    told = [sorted(of_one, key=lambda step: step[1].sequence) for of_one in steps.values()]
    told.sort(key=lambda of_one: (of_one[-1][1].at, of_one[-1][0].number), reverse=True)
    return tuple(sorted((_change(of_one, instead) for of_one in told), key=lambda change: not change.correction))


def _change(steps: Sequence[tuple[Claim, Entry]], instead: Mapping[ClaimId, Claim]) -> Change:
    first, last = steps[0][1].event, steps[-1][1].event
    assert isinstance(first, StatusChanged) and isinstance(last, StatusChanged)
    count = Tally(last.verify, last.dispute, last.unsure)
    tally = count if last.now in REVEALING and last.ground not in BEYOND_VOTES else None
    stands_again = last.was is Status.SUPERSEDED
    new_round = last.now in OPEN and last.ground is Ground.WAITING and not count.answered
    claim = steps[-1][0]
    other = instead.get(claim.id) if last.now is Status.SUPERSEDED else None
    return Change(claim, first.was, last.now, last.ground, last.version, tally, new_round, other, stands_again)


def _by_place(found: Iterable[Incident]) -> tuple[TollsAt, ...]:
    """Places in the order of their first event as given; what names no place comes last."""
    places: dict[tuple[str, ...], list[Incident]] = {}
    for one in found:
        places.setdefault(_place_key(one.place), []).append(one)
    named = sorted(places.items(), key=lambda item: not item[0])
    return tuple(TollsAt(at[0].place, tuple(at)) for _, at in named)


def _place_key(place: Place | None) -> tuple[str, ...]:
    return (place.name.casefold(), place.admin1 or "", place.country or "") if place else ()


def _age(claim: Claim) -> tuple[datetime, int]:
    return (claim.opened, claim.number)
