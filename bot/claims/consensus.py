"""From votes to a status: a pure function of the tally, the rule, what stands and what was lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from bot.claims.errors import ClaimdeskError
from bot.claims.status import DECISIONS, Status

RULE_VERSION = 1
PERSPECTIVES = 2  # how many must agree before a claim is verified
VOTES_A_PERSPECTIVE = 2


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
    """How a round is decided: frozen by the event that opens the round. `window` is in hours.

    With `perspectives`, a claim is only verified when at least two of them agree.
    """

    quorum: int = 3
    margin: int = 2
    window: int = 24
    version: int = RULE_VERSION
    perspectives: bool = False

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
    ONE_SIDED = "one_sided"  # a clear margin, but not from two perspectives
    LEAD_LOST = "lead_lost"  # a decision of this round was lost before
    WAITING = "waiting"
    WINDOW_ENDED = "window_ended"
    NOT_A_CLAIM = "not_a_claim"
    OVERRULED = "overruled"
    RETRACTED = "retracted"
    UPDATED = "updated"  # a later claim took its place, as a reviewer has confirmed
    JOINED = "joined"  # an older claim says the same, as a reviewer has confirmed


BEYOND_VOTES = frozenset(
    {Ground.NOT_A_CLAIM, Ground.OVERRULED, Ground.RETRACTED, Ground.UPDATED, Ground.JOINED}
)  # these outweigh the votes


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the votes come to: the status, the rule it rests on, and how many decisions were lost so far."""

    status: Status
    ground: Ground
    lost: int = 0


def decide(
    count: Tally, rule: Rule, standing: Status | None = None, lost: int = 0, *, ended: bool = False, agreed: bool = True
) -> Verdict:
    """The status that the votes of a round lead to.

    `standing` is the decision that held before this vote (None when none did), `lost` how many
    decisions this round has already lost, `ended` whether the review window is over, `agreed` whether
    enough perspectives stand behind a verification.
    """
    if standing in DECISIONS:
        if _lead(count, standing) > 0:
            return Verdict(standing, Ground.STANDS, lost)
        lost += 1
    if count.counted >= max(rule.quorum, rule.margin + lost):
        if _wins(count, Status.VERIFIED, rule.margin + lost):
            return Verdict(Status.VERIFIED, Ground.QUORUM, lost) if agreed else _one_sided(lost)
        if _wins(count, Status.DISPUTED, rule.margin + lost):
            return Verdict(Status.DISPUTED, Ground.QUORUM, lost)
        return Verdict(Status.CONTESTED, Ground.LEAD_LOST if lost else Ground.NO_MARGIN, lost)
    if lost:
        return Verdict(Status.CONTESTED, Ground.LEAD_LOST, lost)
    if ended:
        return Verdict(Status.UNDETERMINED, Ground.WINDOW_ENDED, lost)
    return Verdict(Status.PENDING, Ground.WAITING, lost)


def _one_sided(lost: int) -> Verdict:
    return Verdict(Status.CONTESTED, Ground.ONE_SIDED, lost)


def perspectives_agree(votes: Iterable[tuple[str | None, Stance]]) -> bool:
    """Whether two perspectives stand behind a verification: two votes each, and more verify than dispute in each."""
    sides: dict[str, Counter[Stance]] = {}
    for perspective, stance in votes:
        if perspective is not None:
            sides.setdefault(perspective, Counter())[stance] += 1
    return sum(_agrees(count) for count in sides.values()) >= PERSPECTIVES


def _agrees(count: Counter[Stance]) -> bool:
    verify, dispute = count[Stance.VERIFY], count[Stance.DISPUTE]
    return verify + dispute >= VOTES_A_PERSPECTIVE and verify > dispute


def _sides(count: Tally, side: Status) -> tuple[int, int]:
    return (count.verify, count.dispute) if side is Status.VERIFIED else (count.dispute, count.verify)


def _lead(count: Tally, side: Status) -> int:
    ours, theirs = _sides(count, side)
    return ours - theirs


def _wins(count: Tally, side: Status, margin: int) -> bool:
    ours, theirs = _sides(count, side)
    return ours - theirs >= margin and ours >= 2 * theirs
