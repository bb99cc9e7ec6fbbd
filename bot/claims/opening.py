"""Which events of a history an export opens; the others stay sealed, and verify all the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.claims import events as e
from bot.claims.model import Voter
from bot.claims.telling import revealed

SHARED_BY = 2  # a reason is told once so many reviewers give it: one alone could point at a person

_OPEN = (
    e.ClaimOpened, e.MentionAdded, e.RoundOpened, e.Posted, e.WindowEnded, e.Retracted,
    e.LinkProposed, e.Linked, e.Unlinked,
)  # fmt: skip


def shared_reasons(entries: Iterable[e.Entry], told: frozenset[int]) -> frozenset[str]:
    """The reasons that enough reviewers gave, of those that may be told."""
    given: dict[str, set[Voter]] = {}
    for entry in entries:
        if isinstance(entry.event, e.ReasonGiven) and entry.sequence in told:
            given.setdefault(entry.event.reason, set()).add(entry.event.reviewer)
    return frozenset(reason for reason, reviewers in given.items() if len(reviewers) >= SHARED_BY)


def openable(entries: Sequence[e.Entry]) -> frozenset[int]:
    """The sequences of the events that an export shows.

    Sealed for good is what could join a pseudonym to other claims or to a codename: *Not a claim* and its withdrawal,
    who was frozen (on all claims in one hour), a vote's perspective, and that a lead had to ask a second one to
    overrule, since only a lead who voted has to.
    """
    told = revealed(entries)
    shared = shared_reasons(entries, told)
    return frozenset(entry.sequence for entry in entries if _may_be_shown(entry, told, shared))


def _may_be_shown(entry: e.Entry, told: frozenset[int], shared: frozenset[str]) -> bool:
    match entry.event:
        case e.Overruled(proposed_by=proposed_by):
            return proposed_by is None
        case e.VoteCast(perspective=perspective) | e.VoteChanged(perspective=perspective):
            return entry.sequence in told and perspective is None
        case e.ReasonGiven(reason=reason):
            return entry.sequence in told and reason in shared
        case e.VoteWithdrawn() | e.Moved():
            return entry.sequence in told
    return isinstance(entry.event, _OPEN)
