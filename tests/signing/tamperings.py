"""What somebody may do to a history who can write to it: each way of tampering, and how far the hashes are redone."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import timedelta
from enum import Enum, auto
from random import Random

from bot.claims.audit_export import ExportedEvent, Opened
from bot.claims.chain import GENESIS, Link
from tests.signing.histories import DESK, START, History, happening

Events = list[ExportedEvent]


class Redone(Enum):
    """How far an attacker goes: from nothing to all that can be made anew without the signing key."""

    NOTHING = auto()
    THE_ROW = auto()  # the hash of the row itself
    THE_CHAINS = auto()  # sequences and hashes of all claims
    EVERYTHING = auto()  # and the places in the log


def _with(events: Events, place: int, event: ExportedEvent) -> Events:
    return [*events[:place], event, *events[place + 1 :]]


def _flip(value: bytes, random: Random) -> bytes:
    place = random.randrange(len(value))
    return bytes([*value[:place], value[place] ^ 1 << random.randrange(8), *value[place + 1 :]])


def change_a_hidden_field(events: Events, place: int, random: Random) -> Events:
    """One of the fields that are hashed."""
    event = events[place]
    changes: list[dict[str, object]] = [
        {"hour": (START + timedelta(hours=random.randint(30, 99))).strftime("%Y-%m-%dT%H")},
        {"time": _flip(event.time, random)},
        {"seal": _flip(event.seal, random)},
        {"claim": event.claim + 100},
    ]
    return _with(events, place, replace(event, **random.choice(changes)))  # type: ignore[arg-type]


def change_what_it_says(events: Events, place: int, random: Random) -> Events:
    """Another event in its stead, sealed anew with a salt of its own, with all that can be shown."""
    event = events[place]
    other = happening(random, event.claim, event.sequence, START, GENESIS, event.index)
    return _with(events, place, replace(event, seal=other.seal, opened=other.opened, said=other.said))


def drop(events: Events, place: int, random: Random) -> Events:
    """The row is gone."""
    return [*events[:place], *events[place + 1 :]]


def swap(events: Events, place: int, random: Random) -> Events:
    """Two rows change places."""
    other = random.choice([one for one in range(len(events)) if one != place and events[one].index is not None])
    swapped = list(events)
    swapped[place], swapped[other] = events[other], events[place]
    return swapped


def insert(events: Events, place: int, random: Random) -> Events:
    """A row that never happened."""
    event = events[place]
    made = happening(random, event.claim, event.sequence, START, random.randbytes(32), event.index)
    return [*events[:place], made, *events[place:]]


def repeat(events: Events, place: int, random: Random) -> Events:
    """A row that happened once stands there twice."""
    return [*events[:place], events[place], *events[place:]]


def truncate(events: Events, place: int, random: Random) -> Events:
    """The row and all that follows is gone."""
    return events[:place]


TAMPERINGS: tuple[Callable[[Events, int, Random], Events], ...] = (
    change_a_hidden_field, change_what_it_says, drop, swap, insert, repeat, truncate,
)  # fmt: skip


def redo(events: Events, before: Events, how: Redone) -> Events:
    """The hashes made anew, as far as the attacker goes."""
    match how:
        case Redone.NOTHING:
            return events
        case Redone.THE_ROW:
            known = {id(event) for event in before}
            return [event if id(event) in known else _rehashed(event, _previous(events, at)) for at, event in
                    enumerate(events)]  # fmt: skip
        case Redone.THE_CHAINS:
            return list(_rechained(events))
    return [_placed(event, place) for place, event in enumerate(_rechained(events))]


def _rehashed(event: ExportedEvent, previous: bytes) -> ExportedEvent:
    made = Link(DESK, event.claim, event.sequence, event.hour, event.time, event.seal, previous)
    return replace(event, hash=made.hash())


def _previous(events: Events, place: int) -> bytes:
    same = [event.hash for event in events[:place] if event.claim == events[place].claim]
    return same[-1] if same else GENESIS


def _rechained(events: Iterable[ExportedEvent]) -> Iterable[ExportedEvent]:
    ends: dict[int, ExportedEvent] = {}
    for event in events:
        last = ends.get(event.claim)
        sequence, previous = (last.sequence + 1, last.hash) if last else (1, GENESIS)
        ends[event.claim] = _rehashed(replace(event, sequence=sequence), previous)
        yield ends[event.claim]


def _placed(event: ExportedEvent, place: int) -> ExportedEvent:
    return event if event.index is None else replace(event, index=place)


def forge_what_is_shown(events: Events, place: int, random: Random) -> Events:
    """Something else is shown, and the seal is left as it was."""
    event = events[place]
    other = happening(random, event.claim, 2, START, GENESIS, event.index)
    opened = Opened(random.randbytes(16), "vote_cast", '{"round":9}')
    return _with(events, place, replace(event, opened=opened, said=other.said))


def tampered(history: History, random: Random) -> tuple[str, int, Redone, Events]:
    """One random tampering of what the last checkpoint covers: its name, the first row it touches, the events after."""
    tampering, how = random.choice(TAMPERINGS), random.choice(list(Redone))
    place = random.randrange(history.sizes[-1])
    events = tampering(history.events, place, random)
    first = next((at for at, pair in enumerate(zip(events, history.events, strict=False)) if pair[0] is not pair[1]),
                 min(len(events), len(history.events)))  # fmt: skip
    return tampering.__name__, first, how, redo(events, history.events, how)
