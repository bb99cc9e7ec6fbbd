"""The chain of a claim's events: canonical bytes, seals and hashes; hashing only.

What an event says is sealed: the chain holds `SHA-256(salt ‖ body)`, so that a vote can be hidden while its round is
blind, opened later, and proven all along. The exact time is sealed apart, under a salt of its own; in the open stands
the hour. The hash of an event is its RFC 6962 leaf hash, and the next event of the claim names it.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime

SALT_BYTES = 16
GENESIS = bytes(32)  # what the first event of a claim names as the one before it


@dataclass(frozen=True, slots=True)
class Salt:
    """The two salts of an event, each 16 bytes: of what it says, and of when exactly it happened."""

    body: bytes
    time: bytes

    @classmethod
    def fresh(cls) -> Salt:
        """Two new salts."""
        return cls(secrets.token_bytes(SALT_BYTES), secrets.token_bytes(SALT_BYTES))

    @classmethod
    def read(cls, both: bytes) -> Salt:
        """The salts as `bytes` wrote them."""
        return cls(both[:SALT_BYTES], both[SALT_BYTES:])

    def __bytes__(self) -> bytes:
        return self.body + self.time


def seal(salt: bytes, body: str) -> bytes:
    """The commitment to a text: SHA-256 over the salt and the text in UTF-8."""
    return hashlib.sha256(salt + body.encode()).digest()


def body_of(name: str, payload: str) -> str:
    """What is sealed of an event: its name and its canonical payload."""
    return f"{name}\n{payload}"


def says_of(statement: str, mention: str, sha256: str | None) -> str:
    """What is sealed of a source: the claim in plain words, the mention as JSON, the hash of the document."""
    canonical = json.dumps(json.loads(mention), sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return f"{statement}\n{canonical}\n{sha256 or ''}"


def hour_of(at: datetime) -> str:
    """The hour in which it happened, UTC: 2026-11-25T15."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H")


def moment_of(at: datetime) -> str:
    """The exact time as it is sealed: UTC with microseconds."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


@dataclass(frozen=True, slots=True)
class Link:
    """One event as the chain holds it. `desk` and `claim` are numbers that people see; hashes are 32 bytes."""

    desk: int
    claim: int
    sequence: int
    hour: str
    time: bytes
    seal: bytes
    previous: bytes

    def canonical(self) -> bytes:
        """JSON with sorted keys and no spaces, as ASCII."""
        return (
            f'{{"claim":{self.claim},"desk":{self.desk},"hour":"{self.hour}","previous":"{self.previous.hex()}",'
            f'"seal":"{self.seal.hex()}","sequence":{self.sequence},"time":"{self.time.hex()}"}}'
        ).encode("ascii")

    def hash(self) -> bytes:
        """The RFC 6962 leaf hash of the canonical bytes: the hash of the event."""
        return hashlib.sha256(b"\x00" + self.canonical()).digest()


def link(desk: int, claim: int, sequence: int, at: datetime, salt: Salt, body: str, previous: bytes) -> Link:
    """The link that an event makes."""
    return Link(desk, claim, sequence, hour_of(at), seal(salt.time, moment_of(at)), seal(salt.body, body), previous)
