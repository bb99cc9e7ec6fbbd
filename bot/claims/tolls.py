"""Tolls: one interval an event whatever the number of sources, and sums of minima over different events.

In the manner of ACLED and Airwars: the lowest figure counts; minima stand apart for what is verified, pending and
contested; effects, groups of victims, and figures for one event or for a longer time are never mixed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum

from bot.claims.claim import Claim
from bot.claims.incidents import Tie, events_of, gathered, is_contested, rivals, stands
from bot.claims.model import ClaimId, Effect, Place, Polarity
from bot.claims.status import Status

CountsSources = Callable[[Sequence[ClaimId]], int]
EFFECTS = (Effect.KILLED, Effect.INJURED, Effect.MISSING, None)


class Footing(StrEnum):
    """What a figure stands on: a verified claim, one that nobody has decided against, or a contested one."""

    VERIFIED = "verified"
    PENDING = "pending"
    CONTESTED = "contested"


class Reach(IntEnum):
    """How much a place takes in."""

    TOWN = 0
    REGION = 1
    COUNTRY = 2


@dataclass(frozen=True, slots=True)
class Counted:
    """Who is counted: what became of them, which group they are and on whose side.

    `group` is None for people in general. `cumulative` adds up more than one event; `part` is a part of another figure
    (“including three children”).
    """

    effect: Effect | None
    group: str | None = None
    side: str | None = None
    cumulative: bool = False
    part: bool = False

    @property
    def order(self) -> tuple[bool, bool, int, bool, str, str]:
        """Figures for one event first; the killed before the injured, people in general before groups of them."""
        return (
            self.cumulative, self.part, EFFECTS.index(self.effect),
            self.group is not None, self.group or "", self.side or "",
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Report:
    """A casualties claim as a toll takes it in: the days it is about, and how far it reaches.

    `vague` says that the figure is only a word for many.
    """

    claim: Claim
    counted: Counted
    first: date
    last: date
    reach: Reach = Reach.TOWN
    vague: bool = False

    @property
    def low(self) -> int | None:
        """The lowest number told: 0 for “up to 10”, None where no number is told."""
        told = self.claim.mention.casualties
        if told is None or (told.count.low is None and told.count.high is None):
            return None
        return told.count.low or 0

    @property
    def high(self) -> int | None:
        """The highest number told; of “at least 10” that is 10."""
        told = self.claim.mention.casualties
        return None if told is None else (told.count.low if told.count.high is None else told.count.high)

    @property
    def open(self) -> bool:
        """Whether there may be more: “at least 10”."""
        told = self.claim.mention.casualties
        return told is not None and told.count.high is None

    @property
    def denies(self) -> bool:
        """Whether the speaker says that there were none."""
        return self.claim.mention.polarity is Polarity.DENIED or (self.low, self.high) == (0, 0)


@dataclass(frozen=True, slots=True)
class Span:
    """The lowest and the highest figure of several; `open` when the highest is “or more”, `vague` when the lowest is
    only a word for many. None and None where no number is told."""

    low: int | None
    high: int | None
    open: bool = False
    vague: bool = False


@dataclass(frozen=True, slots=True)
class Toll:
    """One interval of one event. `reports` are what it is made of; `apart` are contested ones beside it."""

    counted: Counted
    footing: Footing
    reports: tuple[Report, ...]
    apart: tuple[Report, ...] = ()

    @property
    def span(self) -> Span:
        """From the lowest to the highest figure that stands."""
        return span_of(self.reports)

    @property
    def surest(self) -> Span:
        """The same over those reports alone on which the toll stands: the verified ones where there are any."""
        verified = [one for one in self.reports if one.claim.status is Status.VERIFIED]
        return span_of(verified if verified and self.footing is Footing.VERIFIED else self.reports)


@dataclass(frozen=True, slots=True)
class Incident:
    """One event as it is reported: its tolls, and the denials, which are listed and never counted."""

    place: Place | None
    first: date
    last: date
    reach: Reach
    sources: int
    tolls: tuple[Toll, ...]
    denials: tuple[Report, ...] = ()

    @property
    def cumulative(self) -> bool:
        """Whether it is a total over a longer time, and no single event."""
        return any(toll.counted.cumulative for toll in self.tolls)

    @property
    def claims(self) -> frozenset[ClaimId]:
        """All claims about it."""
        told = (one for toll in self.tolls for one in (*toll.reports, *toll.apart))
        return frozenset(one.claim.id for one in (*told, *self.denials))


@dataclass(frozen=True, slots=True)
class Share:
    """The sum of one footing: its lowest and highest figure over so many events."""

    incidents: int = 0
    low: int = 0
    high: int = 0
    open: bool = False
    vague: bool = False


@dataclass(frozen=True, slots=True)
class Total:
    """What different events add up to, by footing; nothing is added across footings."""

    counted: Counted
    shares: Mapping[Footing, Share]


def incidents(
    reports: Iterable[Report], claims: Iterable[Claim], ties: Sequence[Tie], sources: CountsSources = len
) -> list[Incident]:
    """The events that these reports are about, the latest first; what adds up a longer time comes last.

    `claims` are these and all that tie them together, `ties` how they relate, without those that were dismissed.
    `sources` tells how many independent sources some claims have together.
    """
    by_claim = {one.claim.id: one for one in reports if stands(one.claim)}
    known = list(claims)
    against = rivals(known, ties)
    events = ([claim for claim in group if claim in by_claim] for group in events_of(known, ties))
    groups = (_of_one_extent(group, by_claim, ties) for group in events if group)
    parts = [part for group in groups for part in group]
    found = [_incident([by_claim[claim] for claim in part], against, sources(part)) for part in parts]
    return sorted(found, key=lambda one: (not one.cumulative, one.last, one.first, one.sources), reverse=True)


def _of_one_extent(
    group: Sequence[ClaimId], by_claim: Mapping[ClaimId, Report], ties: Iterable[Tie]
) -> Iterable[list[ClaimId]]:
    """A claim about a whole region, or one that adds up a longer time, is no part of a town's event of one day,
    whatever it is tied to."""
    extents: dict[tuple[Reach, bool], list[ClaimId]] = {}
    for claim in group:
        one = by_claim[claim]
        extents.setdefault((one.reach, one.counted.cumulative), []).append(claim)
    if len(extents) == 1:
        return extents.values()
    return [part for extent in extents.values() for part in _apart_from(set(group) - set(extent), extent, ties)]


def _apart_from(others: set[ClaimId], extent: Iterable[ClaimId], ties: Iterable[Tie]) -> list[list[ClaimId]]:
    return gathered(extent, (tie for tie in ties if not others & {tie.one, tie.other}))


def _incident(reports: Sequence[Report], against: Mapping[ClaimId, Sequence[Claim]], sources: int) -> Incident:
    measured: dict[Counted, list[Report]] = {}
    for one in reports:
        if not one.denies:
            measured.setdefault(one.counted, []).append(one)
    tolls = [_toll(counted, told, against) for counted, told in measured.items()]
    return Incident(
        next((one.claim.mention.place for one in reports if one.claim.mention.place), None),
        min(one.first for one in reports),
        max(one.last for one in reports),
        reports[0].reach,
        sources,
        tuple(sorted(tolls, key=lambda toll: toll.counted.order)),
        tuple(one for one in reports if one.denies),
    )


def _toll(counted: Counted, told: Sequence[Report], against: Mapping[ClaimId, Sequence[Claim]]) -> Toll:
    apart = tuple(one for one in told if is_contested(one.claim, against.get(one.claim.id, ())))
    held = tuple(one for one in told if one not in apart)
    if not held:
        return Toll(counted, Footing.CONTESTED, apart)
    verified = any(one.claim.status is Status.VERIFIED for one in held)
    return Toll(counted, Footing.VERIFIED if verified else Footing.PENDING, held, apart)


def span_of(reports: Iterable[Report]) -> Span:
    """From the lowest to the highest figure told; a word for many is the lowest only where nobody tells a figure, and
    reports without a number say nothing of it."""
    told = [one for one in reports if one.low is not None]
    if not told:
        return Span(None, None, open=True)
    exact = [one for one in told if not one.vague]
    high = max(one.high or 0 for one in told)
    low = min(one.low or 0 for one in exact or told)
    return Span(low, high, any(one.open and one.high == high for one in told), not exact)


def totals(found: Sequence[Incident]) -> list[Total]:
    """Sums over different events, for each group of victims apart.

    Totals over a longer time, parts of other figures, and figures of a region that may hold those of its towns are
    left out: see `is_added`.
    """
    shares: dict[Counted, dict[Footing, Share]] = {}
    for one in found:
        for toll in one.tolls:
            if is_added(one, toll, found):
                of = shares.setdefault(toll.counted, {})
                of[toll.footing] = _added(of.get(toll.footing, Share()), toll.surest)
    return [Total(counted, shares[counted]) for counted in sorted(shares, key=lambda one: one.order)]


def _added(share: Share, span: Span) -> Share:
    return Share(
        share.incidents + 1,
        share.low + (span.low or 0),
        share.high + (span.high or 0),
        share.open or span.open,
        share.vague or span.vague,
    )


def is_added(one: Incident, toll: Toll, found: Iterable[Incident]) -> bool:
    """Whether a toll may be added to those of other events without counting anybody twice."""
    if toll.counted.cumulative or toll.counted.part:
        return False
    return one.reach is Reach.TOWN or not any(_may_hold(one, other, toll.counted) for other in found)


def _may_hold(wide: Incident, narrow: Incident, counted: Counted) -> bool:
    """Whether the narrower event may be a part of the wider one: inside it, on one of its days, of the same people."""
    if narrow.reach >= wide.reach or wide.last < narrow.first or narrow.last < wide.first:
        return False
    return _inside(wide, narrow) and any(toll.counted == counted for toll in narrow.tolls)


def _inside(wide: Incident, narrow: Incident) -> bool:
    if wide.place is None or narrow.place is None or wide.place.country != narrow.place.country:
        return False
    region = wide.place.admin1 or wide.place.name
    return wide.reach is Reach.COUNTRY or region == narrow.place.admin1
