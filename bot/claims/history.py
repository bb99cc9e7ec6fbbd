"""A claim as its events tell it: `fold` gives where it stood at any moment."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import TypeVar

from bot.claims import events as e
from bot.claims.consensus import BEYOND_VOTES, Ground, Rule, Stance, Tally, decide, perspectives_agree, tally
from bot.claims.links import Link, after_link, superseded_by
from bot.claims.model import ClaimNumber, Codename, Voter
from bot.claims.relations import Relation
from bot.claims.status import DECISIONS, OPEN, REVEALING, Status

REVIEWERS_TO_REJECT = 2
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Overruling:
    """What a lead set, or proposes to set: the status, who, and the commitment to the reason."""

    status: Status
    by: Codename
    reason: str
    proposed_by: Codename | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a claim stands after some of its events.

    `status` and `ground` are what counts, `by_votes` and `votes_ground` what the votes alone come to. `round` is 0
    until the claim is put before the desk; `earlier` holds the status in which each earlier round ended. `votes` are
    all last words of the round, `frozen` those of them that do not count. `shown` is the tally that the votes' present
    result was decided on (None while the round is blind). `links` are how it relates to other claims, by their numbers.
    """

    status: Status = Status.PENDING
    ground: Ground = Ground.WAITING
    by_votes: Status = Status.PENDING
    votes_ground: Ground = Ground.WAITING
    sequence: int = 0
    round: int = 0
    rule: Rule = Rule()
    round_opened: datetime | None = None
    earlier: tuple[Status, ...] = ()
    posted: bool = False
    votes: Mapping[Voter, Stance] = field(default_factory=dict)
    frozen: frozenset[Voter] = frozenset()
    perspectives: Mapping[Voter, str | None] = field(default_factory=dict)
    not_a_claim: Mapping[Voter, bool] = field(default_factory=dict)
    standing: Status | None = None
    lost: int = 0
    ended: bool = False
    rejected: bool = False
    retracted: bool = False
    overruled: Overruling | None = None
    proposed: Overruling | None = None
    shown: Tally | None = None
    links: Mapping[ClaimNumber, Link] = field(default_factory=dict)

    @property
    def superseded_by(self) -> Link | None:
        """The link through which another claim stands in this one's place."""
        return superseded_by(self.links)

    @property
    def counting(self) -> dict[Voter, Stance]:
        """The last words that count. Not for showing while the round is blind."""
        return {voter: stance for voter, stance in self.votes.items() if voter not in self.frozen}

    @property
    def tally(self) -> Tally:
        """The votes of the present round. Not for showing while the round is blind: see `shown`."""
        return tally(self.counting.values())

    @property
    def blind(self) -> bool:
        """Whether stances must stay hidden: also while the votes are undecided beneath what outweighs them."""
        return self.by_votes not in REVEALING

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
        case e.RoundOpened() as opened:
            return _new_round(claim, opened, entry.at)
        case e.Posted():
            return replace(claim, posted=True)
        case e.VoteCast() | e.VoteChanged() as vote:
            return _answered(claim, vote)
        case e.VoteWithdrawn(_, voter, _):
            return replace(claim, votes=_without(claim.votes, voter), frozen=claim.frozen - {voter})
        case e.VoterFrozen(_, voter):
            return replace(claim, frozen=claim.frozen | {voter})
        case e.VoterUnfrozen(_, voter):
            return replace(claim, frozen=claim.frozen - {voter})
        case e.NotAClaimPressed(_, voter, lead):
            return replace(claim, not_a_claim={**claim.not_a_claim, voter: lead})
        case e.NotAClaimWithdrawn(_, voter):
            return replace(claim, not_a_claim=_without(claim.not_a_claim, voter))
        case e.WindowEnded():
            return replace(claim, ended=True)
        case e.OverruleProposed(_, by, status, reason):
            return replace(claim, proposed=Overruling(status, by, reason))
        case e.Overruled(_, by, status, reason, proposed_by):
            return replace(claim, overruled=Overruling(status, by, reason, proposed_by), proposed=None)
        case e.Retracted():
            return replace(claim, retracted=True)
        case e.LinkProposed() | e.Linked() | e.Unlinked() as link:
            return replace(claim, links=after_link(claim.links, link))
        case e.StatusChanged() | e.VotesMoved() as moved:
            return _shown(claim, moved)
    return claim


def _new_round(claim: Standing, opened: e.RoundOpened, at: datetime) -> Standing:
    """Earlier votes stay in the history and no longer count; how the claim relates to others stays as it is."""
    rule = Rule(opened.quorum, opened.margin, opened.window, opened.version, opened.perspectives)
    earlier = (*claim.earlier, claim.status) if claim.round else ()
    return Standing(
        round=opened.round, rule=rule, round_opened=at, posted=claim.posted, earlier=earlier, links=claim.links
    )


def _answered(claim: Standing, vote: e.VoteCast | e.VoteChanged) -> Standing:
    return replace(
        claim,
        votes={**claim.votes, vote.reviewer: vote.stance},
        perspectives={**claim.perspectives, vote.reviewer: vote.perspective},
    )


def _shown(claim: Standing, moved: e.Moved) -> Standing:
    """Remembers the tally on which the votes' result was decided; what outweighs them leaves it as it is."""
    if moved.ground in BEYOND_VOTES:
        return claim
    return replace(claim, shown=moved.tally if moved.now in REVEALING else None)


_MOVERS = (e.VoteCast, e.VoteChanged, e.VoteWithdrawn, e.VoterFrozen, e.VoterUnfrozen, e.WindowEnded)


def _settled(claim: Standing, event: e.Event) -> Standing:
    """What the votes come to, and what outweighs them: rejected, retracted, superseded, overruled, in this order."""
    if isinstance(event, e.NotAClaimPressed) and _rejects(claim):
        claim = replace(claim, rejected=True)
    if isinstance(event, _MOVERS):
        claim = _decided(claim)
    status, ground = _outweighed(claim)
    return replace(claim, status=status, ground=ground)


def _outweighed(claim: Standing) -> tuple[Status, Ground]:
    if claim.rejected:
        return Status.REJECTED, Ground.NOT_A_CLAIM
    if claim.retracted:
        return Status.RETRACTED, Ground.RETRACTED
    if link := claim.superseded_by:
        return Status.SUPERSEDED, Ground.UPDATED if link.relation is Relation.UPDATES else Ground.JOINED
    if claim.overruled:
        return claim.overruled.status, Ground.OVERRULED
    return claim.by_votes, claim.votes_ground


def _rejects(claim: Standing) -> bool:
    """Two reviewers or one lead while nothing is decided; afterwards only a lead."""
    by_lead = any(claim.not_a_claim.values())
    return by_lead or (claim.status in OPEN and len(claim.not_a_claim) >= REVIEWERS_TO_REJECT)


def _decided(claim: Standing) -> Standing:
    agreed = not claim.rule.perspectives or perspectives_agree(
        (claim.perspectives.get(voter), stance) for voter, stance in claim.counting.items()
    )
    verdict = decide(claim.tally, claim.rule, claim.standing, claim.lost, ended=claim.ended, agreed=agreed)
    standing = verdict.status if verdict.status in DECISIONS else None
    ground = claim.votes_ground if verdict.ground is Ground.STANDS else verdict.ground
    return replace(claim, by_votes=verdict.status, votes_ground=ground, lost=verdict.lost, standing=standing)


def _without(held: Mapping[Voter, V], voter: Voter) -> dict[Voter, V]:
    return {one: value for one, value in held.items() if one != voter}


def status_change(before: Standing, now: Standing) -> e.StatusChanged | e.VotesMoved | None:
    """The event that must follow when a fact moved the status, or the votes' result beneath it; else None."""
    count = now.tally
    tally = (now.rule.version, count.verify, count.dispute, count.unsure)
    if before.status is not now.status:
        return e.StatusChanged(before.status, now.status, now.ground, *tally)
    if before.by_votes is not now.by_votes:
        return e.VotesMoved(before.by_votes, now.by_votes, now.votes_ground, *tally)
    return None


def answered_since_shown(entries: Iterable[e.Entry]) -> int:
    """How many answers came, changed or went since the tally on the card was decided."""
    seen = 0
    for entry in entries:
        match entry.event:
            case e.VoteCast() | e.VoteChanged() | e.VoteWithdrawn():
                seen += 1
            case e.RoundOpened():
                seen = 0
            case e.Moved(ground=ground) if ground not in BEYOND_VOTES:
                seen = 0
    return seen
