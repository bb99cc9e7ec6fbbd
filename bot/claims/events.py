"""What can happen to a claim: one class an event, each with one canonical form.

Payloads hold integers, text, true and false only, so that their canonical bytes are the same on every
database and machine. A vote names its voter by a pseudonym of this claim alone, a public act its author by codename.
Free text and what a source says stand beside the history; an event holds the commitment to them (`chain.seal`, in hex).
"""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum
from functools import cache
from typing import Any, ClassVar, get_type_hints

from bot.claims.consensus import Ground, Stance, Tally
from bot.claims.model import ClaimId, Codename, Voter
from bot.claims.relations import Relation
from bot.claims.status import Status


class Cause(StrEnum):
    """Why a round was opened."""

    RELEASED = "released"  # the claim was put before the desk
    REOPENED = "reopened"  # a lead asked for it
    SOURCE_CHANGED = "source_changed"  # the source's text changed where the claim stands


class Side(StrEnum):
    """Which end of a relation a claim is: a relation is told from the newer claim to the older one."""

    NEWER = "newer"  # this claim updates the other
    OLDER = "older"  # this claim is updated by the other


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to a claim."""

    NAME: ClassVar[str] = ""
    _known: ClassVar[dict[str, type[Event]]] = {}

    def __init_subclass__(cls) -> None:
        cls.NAME = re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()
        Event._known[cls.NAME] = cls


@dataclass(frozen=True, slots=True)
class ClaimOpened(Event):
    """A mention made a new claim; `says` is the commitment to the statement, the mention and the document's hash."""

    document: int
    mention: int
    says: str = ""


@dataclass(frozen=True, slots=True)
class MentionAdded(Event):
    """A further source says the same to the letter; `says` as in `ClaimOpened`."""

    document: int
    mention: int
    says: str = ""


@dataclass(frozen=True, slots=True)
class RoundOpened(Event):
    """A round of votes began, under the rule frozen here. `window` is in hours.

    `cause` says why, `by` which lead asked for it, `reason` is the commitment to that lead's words.
    """

    round: int
    quorum: int
    margin: int
    window: int
    version: int
    perspectives: bool = False
    cause: Cause = Cause.RELEASED
    by: Codename | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Posted(Event):
    """The card was first seen by the desk."""

    round: int


@dataclass(frozen=True, slots=True)
class VoteCast(Event):
    """A reviewer answered for the first time in this round; `perspective` is fixed at this moment."""

    round: int
    reviewer: Voter
    stance: Stance
    perspective: str | None = None


@dataclass(frozen=True, slots=True)
class VoteChanged(Event):
    """A reviewer answered anew; only the last word counts."""

    round: int
    reviewer: Voter
    stance: Stance
    was: Stance
    perspective: str | None = None


@dataclass(frozen=True, slots=True)
class VoteWithdrawn(Event):
    """A reviewer took the answer back."""

    round: int
    reviewer: Voter
    was: Stance


@dataclass(frozen=True, slots=True)
class ReasonGiven(Event):
    """Why a reviewer disputes: one of the codes of `bot.claims.reasons`, and the commitment to free words in `note`."""

    round: int
    reviewer: Voter
    reason: str
    note: str | None = None


@dataclass(frozen=True, slots=True)
class NotAClaimPressed(Event):
    """A reviewer says that the extraction is bad."""

    round: int
    reviewer: Voter
    lead: bool


@dataclass(frozen=True, slots=True)
class NotAClaimWithdrawn(Event):
    """A reviewer takes that back."""

    round: int
    reviewer: Voter


@dataclass(frozen=True, slots=True)
class WindowEnded(Event):
    """The review window of the round is over."""

    round: int


@dataclass(frozen=True, slots=True)
class VoterFrozen(Event):
    """A lead suspended the reviewer: this answer does not count until it is unfrozen."""

    round: int
    reviewer: Voter


@dataclass(frozen=True, slots=True)
class VoterUnfrozen(Event):
    """The answer counts again."""

    round: int
    reviewer: Voter


@dataclass(frozen=True, slots=True)
class OverruleProposed(Event):
    """A lead who voted on the claim wants to overrule it: a second lead has to agree."""

    round: int
    by: Codename
    status: Status
    reason: str


@dataclass(frozen=True, slots=True)
class Overruled(Event):
    """A lead set the status; `proposed_by` is the lead who asked for it first, where two were needed."""

    round: int
    by: Codename
    status: Status
    reason: str
    proposed_by: Codename | None = None


@dataclass(frozen=True, slots=True)
class Retracted(Event):
    """The source took it back, as a lead has seen; `reason` is the commitment to the lead's words."""

    round: int
    by: Codename
    reason: str


@dataclass(frozen=True, slots=True)
class LinkProposed(Event):
    """The rules see a relation to the desk's claim number `other`; `reasons` are codes alone."""

    other: int
    relation: Relation
    side: Side
    reasons: str = ""


@dataclass(frozen=True, slots=True)
class Linked(Event):
    """A reviewer says how the two claims relate; the last word on a pair of claims counts."""

    other: int
    relation: Relation
    side: Side
    by: Codename


@dataclass(frozen=True, slots=True)
class Unlinked(Event):
    """A reviewer says that the two claims do not relate: no to a proposal, or a link taken back."""

    other: int
    by: Codename


@dataclass(frozen=True, slots=True)
class Moved:
    """What all movements tell: from, to, by which rule and version, on which tally."""

    was: Status
    now: Status
    ground: Ground
    version: int
    verify: int
    dispute: int
    unsure: int

    @property
    def tally(self) -> Tally:
        """The votes as they were at that moment."""
        return Tally(self.verify, self.dispute, self.unsure)


@dataclass(frozen=True, slots=True)
class StatusChanged(Moved, Event):
    """The status moved."""


@dataclass(frozen=True, slots=True)
class VotesMoved(Moved, Event):
    """What the votes alone come to moved, while something that outweighs them keeps the status."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One event in its place: the claim's `sequence` counts from 1 without gaps, `at` is UTC."""

    claim: ClaimId
    sequence: int
    at: datetime
    event: Event


def payload(event: Event) -> str:
    """The canonical form of an event: JSON with sorted keys, no spaces, plain ASCII."""
    return json.dumps(asdict(event), sort_keys=True, separators=(",", ":"), ensure_ascii=True)


def revive(name: str, text: str) -> Event:
    """The event that `payload` wrote under this name. Raises KeyError for a name it does not know."""
    kind = Event._known[name]
    hints = _hints(name)
    return kind(**{field: _typed(hints[field], value) for field, value in json.loads(text).items()})


@cache
def _hints(name: str) -> dict[str, Any]:
    """The types of an event's fields; to work them out takes far longer than all the rest of reading an entry."""
    return get_type_hints(Event._known[name])


_WORDS = (Stance, Status, Ground, Cause, Relation, Side)


def _typed(hint: Any, value: Any) -> Any:
    return hint(value) if hint in _WORDS else value
