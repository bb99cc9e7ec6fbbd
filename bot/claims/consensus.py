"""From votes to a status: a pure function of the tally, the rule, what stands and what was lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from bot.claims.errors import ClaimdeskError
from bot.claims.status import DECISIONS, Status

RULE_VERSION = 1


class Stance(StrEnum):
    """One reviewer's word on a claim. Verify means: this happened."""

    VERIFY = "verify"
    DISPUTE = "dispute"
    UNSURE = "unsure"


class MarginAboveQuorum(ClaimdeskError):
    """The margin ({margin}) cannot be larger than the quorum ({quorum}): no vote could ever decide a claim."""


class QuorumTooSmall(ClaimdeskError):
    """Quorum and margin must be whole numbers of at least 1."""


@dataclass(frozen=True, slots=True)
class Rule:
    """How a round is decided: frozen by the event that opens the round. `window` is in hours."""

    quorum: int = 3
    margin: int = 2
    window: int = 24
    version: int = RULE_VERSION

    def __post_init__(self) -> None:
        if min(self.quorum, self.margin, self.window) < 1:
            raise QuorumTooSmall
        if self.margin > self.quorum:
            raise MarginAboveQuorum(margin=self.margin, quorum=self.quorum)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many reviewers said what, each counted once by their last word."""

    verify: int = 0
    dispute: int = 0
    unsure: int = 0

    @property
    def answered(self) -> int:
        """All who said something; `unsure` counts as an answer."""
        return self.verify + self.dispute + self.unsure

    @property
    def counted(self) -> int:
        """The votes that count towards the quorum."""
        return self.verify + self.dispute


def tally(stances: Iterable[Stance]) -> Tally:
    """Counts the last words of a round, in any order."""
    count = Counter(stances)
    return Tally(count[Stance.VERIFY], count[Stance.DISPUTE], count[Stance.UNSURE])


class Ground(StrEnum):
    """The rule that a status rests on, named in every status change."""

    STANDS = "stands"  # a decision keeps its lead
    QUORUM = "quorum"  # enough votes, a clear margin, two to one
    NO_MARGIN = "no_margin"  # enough votes, but no clear margin
    LEAD_LOST = "lead_lost"  # a decision of this round was lost before
    WAITING = "waiting"
    WINDOW_ENDED = "window_ended"
    NOT_A_CLAIM = "not_a_claim"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the votes come to: the status, the rule it rests on, and how many decisions were lost so far."""

    status: Status
    ground: Ground
    lost: int = 0


def decide(count: Tally, rule: Rule, standing: Status | None = None, lost: int = 0, *, ended: bool = False) -> Verdict:
    """The status that the votes of a round lead to.

    `standing` is the decision that held before this vote (None when none did), `lost` how many
    decisions this round has already lost, `ended` whether the review window is over.
    """
    if standing in DECISIONS:
        if _lead(count, standing) > 0:
            return Verdict(standing, Ground.STANDS, lost)
        lost += 1
    quorum = max(rule.quorum, rule.margin + lost)
    if count.counted >= quorum:
        for side in (Status.VERIFIED, Status.DISPUTED):
            if _wins(count, side, rule.margin + lost):
                return Verdict(side, Ground.QUORUM, lost)
    if lost:
        return Verdict(Status.CONTESTED, Ground.LEAD_LOST, lost)
    if count.counted >= quorum:
        return Verdict(Status.CONTESTED, Ground.NO_MARGIN, lost)
    if ended:
        return Verdict(Status.UNDETERMINED, Ground.WINDOW_ENDED, lost)
    return Verdict(Status.PENDING, Ground.WAITING, lost)


def _sides(count: Tally, side: Status) -> tuple[int, int]:
    return (count.verify, count.dispute) if side is Status.VERIFIED else (count.dispute, count.verify)


def _lead(count: Tally, side: Status) -> int:
    ours, theirs = _sides(count, side)
    return ours - theirs


def _wins(count: Tally, side: Status, margin: int) -> bool:
    ours, theirs = _sides(count, side)
    return ours - theirs >= margin and ours >= 2 * theirs
