"""The nouns of a verification desk: frozen, validated where they are made, and free of any library.

Terms follow the field: a document holds mentions, mentions make claims, claims are voted on
(`Document`, `Mention`, `Claim`); casualties as Airwars and ACLED record them (an interval, a hedge,
a group of victims).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NewType

ClaimId = NewType("ClaimId", int)  # unique in the database; `ClaimNumber` is what people see (C-17)
ClaimNumber = NewType("ClaimNumber", int)
DeskId = NewType("DeskId", int)
DocumentId = NewType("DocumentId", int)
ReviewerId = NewType("ReviewerId", int)  # a desk's own number for a person, never a Telegram id
Voter = NewType("Voter", str)  # who answers on one claim: a keyed hash that says nothing on any other claim
Codename = NewType("Codename", str)  # the name under which a person acts in public at a desk


class Kind(StrEnum):
    """What a claim is about."""

    CASUALTIES = "casualties"
    TERRITORIAL_CONTROL = "territorial_control"
    ATTACK = "attack"
    DISPLACEMENT = "displacement"
    DETENTION = "detention"
    DEPLOYMENT = "deployment"
    DAMAGE = "damage"


class Polarity(StrEnum):
    """Whether the speaker says that it happened, or that it did not."""

    ASSERTED = "asserted"
    DENIED = "denied"


class Effect(StrEnum):
    """What became of the people in a casualties claim."""

    KILLED = "killed"
    INJURED = "injured"
    MISSING = "missing"


class Action(StrEnum):
    """What was done, for the kinds that count: displacement, detention, deployment, damage."""

    FLED = "fled"
    EVACUATED = "evacuated"
    FORCED_OUT = "forced_out"
    RETURNED = "returned"
    CAPTURED = "captured"
    ARRESTED = "arrested"
    SURRENDERED = "surrendered"
    FREED = "freed"
    ESCAPED = "escaped"
    ABDUCTED = "abducted"
    SENT = "sent"
    WITHDRAWN = "withdrawn"
    DESTROYED = "destroyed"
    DAMAGED = "damaged"


class ControlAction(StrEnum):
    """How a place or a position changed hands, or did not."""

    SEIZED = "seized"
    RETOOK = "retook"
    LOST = "lost"
    WITHDREW = "withdrew"
    SURROUNDED = "surrounded"
    ENTERED = "entered"
    CONTESTED = "contested"
    HOLDS = "holds"
    REPELLED = "repelled"


class AttackType(StrEnum):
    """The form of an attack."""

    CLASH = "clash"
    ASSAULT = "assault"
    AIR_STRIKE = "air_strike"
    DRONE_STRIKE = "drone_strike"
    MISSILE_STRIKE = "missile_strike"
    SHELLING = "shelling"
    BOMBING = "bombing"
    MINE = "mine"
    AMBUSH = "ambush"
    RAID = "raid"
    SHOOTING = "shooting"
    MASSACRE = "massacre"


@dataclass(frozen=True, slots=True)
class Interval:
    """A figure as reported: `low` to `high`, either end open (None), with the hedge in the text's own words."""

    low: int | None = None
    high: int | None = None
    hedge: str | None = None

    def __post_init__(self) -> None:
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"an interval from {self.low} to {self.high}")


@dataclass(frozen=True, slots=True)
class Place:
    """A named place; coordinates in degrees (WGS 84), country as ISO 3166-1 alpha-2."""

    name: str
    admin1: str | None = None
    country: str | None = None
    lat: float | None = None
    lon: float | None = None


class Precision(StrEnum):
    """How exactly a date is known."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class EventDate:
    """The day or days on which it happened, both ends included."""

    start: date
    end: date
    precision: Precision = Precision.DAY


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says so. `chain` leads from the outlet inward when one source quotes another."""

    source: str | None = None
    role: str | None = None
    organisation: str | None = None
    party: bool = False
    chain: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Casualties:
    """How many people were killed, injured or are missing; `effect` is None for “casualties” that say neither."""

    effect: Effect | None
    count: Interval
    victims: str | None = None


@dataclass(frozen=True, slots=True)
class Count:
    """How many were displaced, detained, deployed, or how many things were damaged."""

    action: Action | None
    count: Interval
    what: str | None = None


@dataclass(frozen=True, slots=True)
class Control:
    """Who did what to which place or position."""

    actor: str | None
    action: ControlAction
    object: str | None = None


@dataclass(frozen=True, slots=True)
class Attack:
    """An attack, its form, who made it and on whom."""

    type: AttackType
    actor: str | None = None
    target: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """One place in one document where something checkable is said.

    `start` and `end` count Unicode code points in the document as stored, and `quote` is exactly the
    text between them. Exactly one of `casualties`, `count`, `control` and `attack` is set, by kind.
    `rule` names the rule that found it.
    """

    kind: Kind
    quote: str
    start: int
    end: int
    rule: str
    polarity: Polarity = Polarity.ASSERTED
    place: Place | None = None
    event_date: EventDate | None = None
    attribution: Attribution | None = None
    casualties: Casualties | None = None
    count: Count | None = None
    control: Control | None = None
    attack: Attack | None = None


class Origin(StrEnum):
    """How a document came to the desk."""

    PASTED = "pasted"
    FORWARDED = "forwarded"
    FILE = "file"
    REPLY = "reply"


@dataclass(frozen=True, slots=True)
class Document:
    """One text as it arrived. `sha256` is over its UTF-8 bytes; `source` is what the server attests of its origin."""

    text: str
    origin: Origin
    sha256: str
    received: datetime
    title: str | None = None
    source: str | None = None
    published: date | None = None
