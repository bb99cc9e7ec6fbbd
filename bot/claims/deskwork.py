"""A desk's work in figures: of what is public alone, so that nothing about a blind round can be read out of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil
from statistics import median

from bot.claims.consensus import BEYOND_VOTES, Tally
from bot.claims.events import Entry, RoundOpened, StatusChanged
from bot.claims.model import Kind
from bot.claims.precision import RuleRecord, Share
from bot.claims.status import OPEN, REVEALING, Status

RECENT = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Decision:
    """A round's first decision: when it was, how long after the opening, and on which tally, then made public."""

    at: datetime
    took: timedelta
    tally: Tally

    @property
    def unanimous(self) -> bool:
        """Whether nobody spoke against it; who is unsure speaks against nothing."""
        return not (self.tally.verify and self.tally.dispute)


@dataclass(frozen=True, slots=True)
class Deskwork:
    """`claims` counts those that are, or were, before the desk; `decisions` are those of the last 90 days."""

    claims: Mapping[tuple[Kind, Status], int]
    decisions: tuple[Decision, ...] = ()
    rules: tuple[RuleRecord, ...] = ()
    muted: frozenset[str] = frozenset()

    @property
    def open(self) -> int:
        """Claims that still wait for answers."""
        return sum(count for (_, status), count in self.claims.items() if status in OPEN)

    @property
    def decided(self) -> int:
        """Claims that reviewers or leads have decided."""
        return sum(count for (_, status), count in self.claims.items() if status in REVEALING)

    @property
    def hours_to_decision(self) -> int | None:
        """The median, rounded up to whole hours: others may know no time more exactly."""
        if not self.decisions:
            return None
        return max(1, ceil(median(decision.took.total_seconds() for decision in self.decisions) / 3600))

    @property
    def agreement(self) -> Share | None:
        """The share of decided rounds that were unanimous."""
        if not self.decisions:
            return None
        return Share(sum(decision.unanimous for decision in self.decisions), len(self.decisions))

    def of_kind(self, kind: Kind) -> dict[Status, int]:
        """How many claims of a kind stand where; without the statuses that none has."""
        return {status: self.claims[kind, status] for status in Status if self.claims.get((kind, status))}


def first_decisions(entries: Iterable[Entry]) -> Iterator[Decision]:
    """The first decision of each round, from the openings of rounds and the status changes, claim by claim in order.

    Only what the votes decided counts, not what outweighs them; and only at the moment when its tally became public.
    """
    opened: datetime | None = None
    for entry in entries:
        match entry.event:
            case RoundOpened():
                opened = entry.at
            case StatusChanged(now=now, ground=ground) as change:
                if opened and now in REVEALING and ground not in BEYOND_VOTES:
                    yield Decision(entry.at, entry.at - opened, change.tally)
                    opened = None
