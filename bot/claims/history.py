"""A claim as its events tell it: `fold` gives where it stood at any moment."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import TypeVar

from bot.claims import events as e
from bot.claims.consensus import Ground, Rule, Stance, Tally, Verdict, decide, tally
from bot.claims.model import ReviewerId
from bot.claims.status import DECISIONS, OPEN, REVEALING, Status

REVIEWERS_TO_REJECT = 2
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a claim stands after some of its events.

    `round` is 0 until the claim is put before the desk. `shown` is the tally that the present status was
    decided on (None while the round is blind).
    """

    status: Status = Status.PENDING
    ground: Ground = Ground.WAITING
    sequence: int = 0
    round: int = 0
    rule: Rule = Rule()
    round_opened: datetime | None = None
    posted: bool = False
    votes: Mapping[ReviewerId, Stance] = field(default_factory=dict)
    not_a_claim: Mapping[ReviewerId, bool] = field(default_factory=dict)
    standing: Status | None = None
    lost: int = 0
    ended: bool = False
    rejected: bool = False
    shown: Tally | None = None

    @property
    def tally(self) -> Tally:
        """The votes of the present round. Not for showing while the round is blind: see `shown`."""
        return tally(self.votes.values())

    @property
    def blind(self) -> bool:
        """Whether stances must stay hidden."""
        return self.status not in REVEALING

    @property
    def window_ends(self) -> datetime | None:
        """When the review window of the present round is over."""
        return self.round_opened + timedelta(hours=self.rule.window) if self.round_opened else None


def fold(entries: Iterable[e.Entry], until: datetime | None = None) -> Standing:
    """Where the claim stood at `until` (now when None), from its events alone, in order of sequence."""
    claim = Standing()
    for entry in entries:
        if until is not None and entry.at > until:
            break
        claim = after(claim, entry)
    return claim


def after(claim: Standing, entry: e.Entry) -> Standing:
    """The claim after one more event."""
    return _settled(replace(_applied(claim, entry), sequence=entry.sequence), entry.event)


def _applied(claim: Standing, entry: e.Entry) -> Standing:
    match entry.event:
        case e.RoundOpened(number, quorum, margin, window, version):
            return Standing(
                round=number, rule=Rule(quorum, margin, window, version), round_opened=entry.at, posted=claim.posted
            )
        case e.Posted():
            return replace(claim, posted=True)
        case e.VoteCast(_, reviewer, stance) | e.VoteChanged(_, reviewer, stance, _):
            return replace(claim, votes={**claim.votes, reviewer: stance})
        case e.VoteWithdrawn(_, reviewer, _):
            return replace(claim, votes=_without(claim.votes, reviewer))
        case e.NotAClaimPressed(_, reviewer, lead):
            return replace(claim, not_a_claim={**claim.not_a_claim, reviewer: lead})
        case e.NotAClaimWithdrawn(_, reviewer):
            return replace(claim, not_a_claim=_without(claim.not_a_claim, reviewer))
        case e.WindowEnded():
            return replace(claim, ended=True)
        case e.StatusChanged(now=now, verify=verify, dispute=dispute, unsure=unsure):
            shown = Tally(verify, dispute, unsure) if now in REVEALING else None
            return replace(claim, shown=shown)
    return claim


_MOVERS = (e.VoteCast, e.VoteChanged, e.VoteWithdrawn, e.WindowEnded)


def _settled(claim: Standing, event: e.Event) -> Standing:
    """The status that follows: rejected first, then what the votes come to."""
    if claim.rejected:
        return claim
    if isinstance(event, e.NotAClaimPressed) and _rejects(claim):
        return replace(claim, rejected=True, status=Status.REJECTED, ground=Ground.NOT_A_CLAIM)
    if not isinstance(event, _MOVERS):
        return claim
    return _decided(claim, decide(claim.tally, claim.rule, claim.standing, claim.lost, ended=claim.ended))


def _rejects(claim: Standing) -> bool:
    """Two reviewers or one lead while nothing is decided; afterwards only a lead."""
    by_lead = any(claim.not_a_claim.values())
    return by_lead or (claim.status in OPEN and len(claim.not_a_claim) >= REVIEWERS_TO_REJECT)


def _decided(claim: Standing, verdict: Verdict) -> Standing:
    standing = verdict.status if verdict.status in DECISIONS else None
    ground = claim.ground if verdict.ground is Ground.STANDS else verdict.ground
    return replace(claim, status=verdict.status, ground=ground, lost=verdict.lost, standing=standing)


def _without(held: Mapping[ReviewerId, V], reviewer: ReviewerId) -> dict[ReviewerId, V]:
    return {one: value for one, value in held.items() if one != reviewer}


def status_change(before: Standing, now: Standing) -> e.StatusChanged | None:
    """The event that must follow when a fact moved the status, or None."""
    if before.status is now.status:
        return None
    count = now.tally
    return e.StatusChanged(
        before.status, now.status, now.ground, now.rule.version, count.verify, count.dispute, count.unsure
    )


def answered_since_shown(entries: Iterable[e.Entry]) -> int:
    """How many answers came, changed or went since the tally on the card was decided."""
    seen = 0
    for entry in entries:
        if isinstance(entry.event, e.StatusChanged):
            seen = 0
        elif isinstance(entry.event, (e.VoteCast, e.VoteChanged, e.VoteWithdrawn)):
            seen += 1
    return seen
