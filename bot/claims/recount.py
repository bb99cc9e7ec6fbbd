"""A claim counted anew without the answers of some of its voters: a question that changes nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.claims import events as e
from bot.claims.claim import Claim
from bot.claims.desk import Reviewer
from bot.claims.history import Standing, fold
from bot.claims.model import Voter
from bot.claims.status import Status

ANSWERS = (e.VoteCast, e.VoteChanged, e.VoteWithdrawn, e.NotAClaimPressed, e.NotAClaimWithdrawn)


@dataclass(frozen=True, slots=True)
class Difference:
    """What one claim would come to: its status, and the one that it would have."""

    now: Status
    then: Status


@dataclass(frozen=True, slots=True)
class Recount:
    """The claims that would have another status, by number, and how many were looked at.

    `answered` counts those on which the reviewer said anything in that time, `blind` those of them whose present round
    is blind: what one answer does there may not be told.
    """

    reviewer: Reviewer
    since: datetime | None
    looked_at: int
    answered: int
    blind: int
    differing: tuple[tuple[Claim, Difference], ...]


def without(entries: Iterable[e.Entry], left_out: Collection[Voter], since: datetime | None = None) -> Standing:
    """Where the claim would stand had these voters said nothing from `since` on (ever, when None).

    What they said before still counts, as it was then, also what they took back later. What leads did stays.
    """
    return fold(entry for entry in entries if not _is_left_out(entry, left_out, since))


def concerns(entries: Iterable[e.Entry], voter: Voter, since: datetime | None = None) -> bool:
    """Whether this voter said anything on the claim from `since` on."""
    return any(_is_left_out(entry, {voter}, since) for entry in entries)


def difference(entries: Sequence[e.Entry], voter: Voter, since: datetime | None = None) -> Difference | None:
    """How the claim's status would differ without this voter; None when it would not."""
    now, then = fold(entries).status, without(entries, {voter}, since).status
    return Difference(now, then) if now is not then else None


def _is_left_out(entry: e.Entry, left_out: Collection[Voter], since: datetime | None) -> bool:
    event = entry.event
    return isinstance(event, ANSWERS) and event.reviewer in left_out and (since is None or entry.at >= since)
