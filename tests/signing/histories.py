"""Small random histories as a desk would export them, and verification of their lines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random

from bot.claims.audit import Report
from bot.claims.audit_export import ExportedEvent, Header, Opened, Said, canonical, export
from bot.claims.chain import GENESIS, Salt, body_of, link, seal
from bot.claims.merkle import root
from bot.signing import Notary, VerifierKey
from bot.signing.verdict import open_all, verify_export

DESK = 3
START = datetime(2026, 11, 25, 12, tzinfo=UTC)
NOTARY = Notary(bytes(range(32)))
KEY = NOTARY.verifier_key(DESK)


@dataclass(frozen=True)
class History:
    """An export's events, and the checkpoints that were signed on the way."""

    events: list[ExportedEvent]
    notes: list[str]
    sizes: list[int]

    @property
    def size(self) -> int:
        return sum(event.index is not None for event in self.events)

    def text(self) -> str:
        return text_of(self.events, self.size)


def text_of(events: Sequence[ExportedEvent], size: int | None = None) -> str:
    """The export of these events, whose first line speaks of `size` (or the right number)."""
    logged = sum(event.index is not None for event in events) if size is None else size
    return "".join(export(Header(NOTARY.origin(DESK), DESK, logged, START), events))


def verify(text: str, notes: Iterable[str], key: VerifierKey = KEY) -> Report:
    """The verdict over an export and checkpoints that are all signed by the key."""
    opened = open_all(notes, key)
    assert not opened.forged
    return verify_export(iter(text.splitlines(keepends=True)), opened, key)


def history(random: Random, rows: int = 30, claims: int = 4, unanchored: int = 4, checkpoints: int = 3) -> History:
    """So many rows spread over the claims, the last few not in the log, checkpoints at random sizes before them."""
    ends: dict[int, tuple[int, bytes]] = {}
    events = []
    for place in range(rows):
        claim = random.randint(1, claims)
        sequence, previous = ends.get(claim, (0, GENESIS))
        index = place if place < rows - unanchored else None
        event = happening(random, claim, sequence + 1, START + timedelta(seconds=97.3 * place), previous, index)
        ends[claim] = sequence + 1, event.hash
        events.append(event)
    logged = rows - unanchored
    sizes = sorted({logged, *random.sample(range(1, logged), checkpoints - 1)})
    return History(events, [note(events, size) for size in sizes], sizes)


def note(events: Sequence[ExportedEvent], size: int, notary: Notary = NOTARY) -> str:
    """The checkpoint over the first events."""
    return notary.sign_checkpoint(DESK, size, root(event.hash for event in events[:size]), START + timedelta(days=1))


def happening(
    random: Random, claim: int, sequence: int, at: datetime, previous: bytes, index: int | None
) -> ExportedEvent:
    """One event: the first of a claim opens it, the others are votes; some of what is sealed is shown."""
    salt = Salt(random.randbytes(16), random.randbytes(16))
    said = _said(random) if sequence == 1 else None
    name, payload = _opening(said) if said else _vote(random)
    made = link(DESK, claim, sequence, at, salt, body_of(name, payload), previous)
    shown = Opened(salt.body, name, payload) if said or random.random() < 0.6 else None
    erased = random.random() < 0.2
    return ExportedEvent(
        index, claim, sequence, made.hour, made.time, made.seal, made.hash(), shown, None if erased else said
    )


def _said(random: Random) -> Said:
    mention = canonical({"kind": "attack", "quote": "“Двері” — shelled", "start": random.randint(0, 99), "lat": 34.9})
    return Said(
        random.randbytes(16), f"The town was shelled on {random.randint(1, 28)} July.\nTwice.", mention,
        random.choice([None, random.randbytes(32).hex()]),
    )  # fmt: skip


def _opening(said: Said) -> tuple[str, str]:
    return "claim_opened", canonical({"document": 7, "mention": 9, "says": seal(said.salt, said.sealed).hex()})


def _vote(random: Random) -> tuple[str, str]:
    stance = random.choice(["verify", "dispute", "unsure"])
    return "vote_cast", canonical({"round": 1, "reviewer": random.randbytes(8).hex(), "stance": stance})


def lines_of(text: str) -> list[dict[str, object]]:
    """What the lines of an export hold."""
    return [json.loads(line) for line in text.splitlines()]
