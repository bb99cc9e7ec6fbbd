"""What may be told of a round of votes. Cards and exports ask here, so that none tells more than another."""

from __future__ import annotations

from collections.abc import Sequence

from bot.claims import events as e
from bot.claims.consensus import BEYOND_VOTES
from bot.claims.status import OPEN, REVEALING

OF_VOTERS = (e.VoteCast, e.VoteChanged, e.VoteWithdrawn, e.ReasonGiven, e.VoterFrozen, e.VoterUnfrozen)


def revealed(entries: Sequence[e.Entry]) -> frozenset[int]:
    """The sequences of the votes, reasons and tallies that may be told: up to the last decision of their round.

    A round that a withdrawal left undecided is blind again, and what it showed before is told no more. What outweighs
    the votes (an overruling, a retraction) decides nothing about them, so it reveals nothing, and hides nothing.
    """
    told: set[int] = set()
    of_the_round: list[int] = []
    for entry in entries:
        match entry.event:
            case e.RoundOpened():
                of_the_round = []
            case e.Moved(ground=ground) if ground in BEYOND_VOTES:
                continue
            case e.Moved(now=now):
                of_the_round.append(entry.sequence)
                if now in REVEALING:
                    told.update(of_the_round)
                elif now in OPEN:
                    told.difference_update(of_the_round)
            case event if isinstance(event, OF_VOTERS):
                of_the_round.append(entry.sequence)
    return frozenset(told)
