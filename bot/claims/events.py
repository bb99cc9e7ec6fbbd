"""What can happen to a claim: one class an event, each with one canonical form.

Payloads hold integers, text, true and false only, so that their canonical bytes are the same on every
database and machine. They name reviewers by the desk's own number, never by a Telegram id, and hold no
free text: what a person wrote stands in a note beside the history.
"""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, ClassVar, get_type_hints

from bot.claims.consensus import Ground, Stance
from bot.claims.model import ClaimId, ReviewerId
from bot.claims.status import Status


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
    """A mention made a new claim."""

    document: int
    mention: int


@dataclass(frozen=True, slots=True)
class MentionAdded(Event):
    """A further source says the same to the letter."""

    document: int
    mention: int


@dataclass(frozen=True, slots=True)
class RoundOpened(Event):
    """A round of votes began, under the rule frozen here. `window` is in hours."""

    round: int
    quorum: int
    margin: int
    window: int
    version: int


@dataclass(frozen=True, slots=True)
class Posted(Event):
    """The card was first seen by the desk."""

    round: int


@dataclass(frozen=True, slots=True)
class VoteCast(Event):
    """A reviewer answered for the first time in this round."""

    round: int
    reviewer: ReviewerId
    stance: Stance


@dataclass(frozen=True, slots=True)
class VoteChanged(Event):
    """A reviewer answered anew; only the last word counts."""

    round: int
    reviewer: ReviewerId
    stance: Stance
    was: Stance


@dataclass(frozen=True, slots=True)
class VoteWithdrawn(Event):
    """A reviewer took the answer back."""

    round: int
    reviewer: ReviewerId
    was: Stance


@dataclass(frozen=True, slots=True)
class ReasonGiven(Event):
    """Why a reviewer disputes; `reason` is one of the codes of `bot.claims.reasons`, `note` where free text stands."""

    round: int
    reviewer: ReviewerId
    reason: str
    note: int | None = None


@dataclass(frozen=True, slots=True)
class NotAClaimPressed(Event):
    """A reviewer says that the extraction is bad."""

    round: int
    reviewer: ReviewerId
    lead: bool


@dataclass(frozen=True, slots=True)
class NotAClaimWithdrawn(Event):
    """A reviewer takes that back."""

    round: int
    reviewer: ReviewerId


@dataclass(frozen=True, slots=True)
class WindowEnded(Event):
    """The review window of the round is over."""

    round: int


@dataclass(frozen=True, slots=True)
class StatusChanged(Event):
    """The status moved: from, to, by which rule and version, on which tally."""

    was: Status
    now: Status
    ground: Ground
    version: int
    verify: int
    dispute: int
    unsure: int


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
    hints = get_type_hints(kind)
    return kind(**{field: _typed(hints[field], value) for field, value in json.loads(text).items()})


def _typed(hint: Any, value: Any) -> Any:
    return hint(value) if hint in (Stance, Status, Ground) else value
