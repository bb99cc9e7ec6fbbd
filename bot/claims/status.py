"""Where a claim stands."""

from __future__ import annotations

from enum import StrEnum


class Status(StrEnum):
    """The one status of a claim; product words, stored by value.

    `pending` awaits votes; `verified` and `disputed` are decisions; `contested` says that reviewers
    disagree; `undetermined` that the review window ended without a decision; `superseded` that a later
    claim, or an older one that says the same, took its place; `retracted` that its source took it back;
    `rejected` that it is no claim.
    """

    PENDING = "pending"
    VERIFIED = "verified"
    DISPUTED = "disputed"
    CONTESTED = "contested"
    UNDETERMINED = "undetermined"
    SUPERSEDED = "superseded"
    RETRACTED = "retracted"
    REJECTED = "rejected"


DECISIONS = frozenset({Status.VERIFIED, Status.DISPUTED})
REVEALING = DECISIONS | {Status.CONTESTED}  # the statuses at which a tally may be shown
CLOSED = frozenset({Status.SUPERSEDED, Status.RETRACTED, Status.REJECTED})  # no vote can change these
UNTIL_REOPENED = CLOSED - {Status.SUPERSEDED}  # only a new round undoes these; a link is taken back, and votes count on
OPEN = frozenset({Status.PENDING, Status.UNDETERMINED})  # what still waits for answers
