"""The audit of a desk's history: every claim's chain, the log, and the checkpoints that were signed over it.

It reads the events once, in the order of the log, and keeps one hash a claim and the peaks of the Merkle tree. It must
hold its own against plainly reading and hashing the rows, so its inner loop makes no objects that it can do without.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import NamedTuple, TypeAlias

from bot.claims import audit_findings as found
from bot.claims.chain import GENESIS
from bot.claims.errors import ClaimdeskError
from bot.claims.merkle import EMPTY, Forest

LinkRow: TypeAlias = tuple[int | None, int, int, str, str, str, bytes]
"""An event to be audited: its place in the log from 0 (None when it is not there yet), the claim's number, the sequence
in the claim from 1, and as in `chain.Link` the hour, in lower-case hex the sealed time and the seal, the stored hash"""

DatabaseRow: TypeAlias = tuple[int | None, int, int, bytes, bytes, str, str, str]
"""An event as the database holds it: place, claim, sequence, hash, both salts (32 bytes), name, canonical payload, and
the exact time as `chain.moment_of` writes it."""

BATCH = 4096
MOST = 100  # findings that are told one by one
_FIRST = (0, GENESIS.hex())
_CLOSED = -1  # the place that follows once rows came that are not in the log


class Anchor(NamedTuple):
    """What a checkpoint says whose signature was verified: that the log of this size has this root."""

    size: int
    root: bytes


@dataclass(frozen=True, slots=True)
class Report:
    """What an audit found. `logged` of the `events` are in the log; `findings` beyond a hundred are only counted.

    `held` are the checkpoints that hold, by size; `root` is the one of the whole log.
    """

    events: int
    logged: int
    claims: int
    held: tuple[Anchor, ...]
    findings: tuple[ClaimdeskError, ...]
    more: int = 0
    root: bytes = EMPTY

    @property
    def sound(self) -> bool:
        """Whether nothing was found."""
        return not self.findings

    @property
    def unanchored(self) -> int:
        """How many events came after the last checkpoint that holds: nothing outside vouches for them yet."""
        return self.events - max((anchor.size for anchor in self.held), default=0)

    def with_finding(self, finding: ClaimdeskError, holds: bool) -> Report:
        """The report with one finding more, if it holds."""
        return replace(self, findings=(*self.findings, finding)) if holds else self


class Findings:
    """What was found so far, in order: the first hundred, and how many more."""

    def __init__(self) -> None:
        self.told: list[ClaimdeskError] = []
        self.more = 0

    def add(self, finding: ClaimdeskError) -> None:
        """One more."""
        if len(self.told) < MOST:
            self.told.append(finding)
        else:
            self.more += 1


def audit(
    desk: int, rows: Iterable[LinkRow], anchors: Iterable[Anchor] = (), findings: Findings | None = None
) -> Report:
    """Audit a desk's events: those in the log in its order, then the others, each claim's by sequence.

    Checked are each claim's sequence and chain, the places in the log, and the root at each anchor's size. A changed,
    dropped, moved or inserted row is found by its claim and row; where all hashes were made anew after that, by the
    first anchor that fails. `findings` may hold, or come to hold while the rows are read, what their source finds.
    """
    reading = _Reading(desk, sorted(set(anchors)), findings or Findings())
    stream = iter(rows)
    while batch := list(islice(stream, reading.room)):
        reading.take(batch)
    return reading.report()


def audit_database(
    desk: int, batches: Iterable[Sequence[DatabaseRow]], anchors: Iterable[Anchor] = (),
    findings: Findings | None = None,
) -> Report:  # fmt: skip
    """Audit a desk's events as a database holds them, some thousand rows at a time; else as `audit`."""
    reading = _Reading(desk, sorted(set(anchors)), findings or Findings())
    for batch in batches:
        rows = sealed(batch)
        while rows:
            room = reading.room
            reading.take(rows[:room])
            rows = rows[room:]
    return reading.report()


def sealed(batch: Sequence[DatabaseRow]) -> Sequence[LinkRow]:
    """The rows of a database as the audit reads them: everything is open there, so the seals are made anew."""
    sha256 = hashlib.sha256
    try:
        if {type(row[2]) for row in batch} <= {int} and {type(row[3]) for row in batch} <= {bytes}:
            return [
                (
                    place, claim, sequence, moment[:13], sha256(salt[16:] + moment.encode()).hexdigest(),
                    sha256(salt[:16] + f"{name}\n{payload}".encode()).hexdigest(), stored,
                )
                for place, claim, sequence, stored, salt, name, payload, moment in batch
            ]  # fmt: skip
    except (TypeError, AttributeError, UnicodeEncodeError):
        pass
    return list(links(batch))


def links(rows: Iterable[DatabaseRow]) -> Iterable[LinkRow]:
    """The same row by row, for those that may be of any shape.

    Whoever tampers may put a value of another type into a column; such a row comes out as one that leads to no hash.
    """
    sha256 = hashlib.sha256
    for place, claim, sequence, stored, salt, name, payload, moment in rows:
        try:
            time = sha256(salt[16:] + moment.encode()).hexdigest()
            body = sha256(salt[:16] + f"{name}\n{payload}".encode()).hexdigest()
            hour = moment[:13]
        except (TypeError, AttributeError, UnicodeEncodeError):
            time = body = hour = ""
        if type(sequence) is not int or type(stored) is not bytes:
            sequence, stored = 0, b""
        yield place, claim, sequence, hour, time, body, stored


class _Reading:
    """How far an audit has come."""

    def __init__(self, desk: int, anchors: Sequence[Anchor], findings: Findings) -> None:
        self.desk = desk
        self.waiting = list(reversed(anchors))
        self.findings = findings
        self.held: list[Anchor] = []
        self.failed = False
        self.forest = Forest()
        self.last: dict[int, tuple[int, str]] = {}
        self.place = 0
        self.events = 0
        self._compare()

    @property
    def room(self) -> int:
        """How many rows may be taken before a root has to be compared."""
        return min(BATCH, self.waiting[-1].size - self.forest.size) if self.waiting else BATCH

    def take(self, batch: Sequence[LinkRow]) -> None:
        """Follow the chains of some more events, then bring the root forward."""
        last, desk, place, sha256 = self.last, self.desk, self.place, hashlib.sha256
        leaves: list[bytes] = []
        known, log = last.get, leaves.append
        for row in batch:
            index, claim, sequence, hour, time, sealed, stored = row
            before, previous = known(claim, _FIRST)
            digest = sha256(
                f'\0{{"claim":{claim},"desk":{desk},"hour":"{hour}","previous":"{previous}",'
                f'"seal":"{sealed}","sequence":{sequence},"time":"{time}"}}'.encode()
            ).digest()
            if digest != stored or index != place or sequence != before + 1:
                if index is not None or digest != stored or sequence != before + 1:
                    self._look(row, before, digest, place)
                if index is None:
                    last[claim] = sequence, stored.hex()
                    place = _CLOSED
                    continue
                place = index if type(index) is int else place
            last[claim] = sequence, stored.hex()
            log(stored)
            place += 1
        self.place = place
        self.events += len(batch)
        self.forest.extend(leaves)
        self._compare()

    def _look(self, row: LinkRow, before: int, digest: bytes, place: int) -> None:
        """Say what is wrong with a row that is not in the log, or not as it has to be."""
        index, claim, sequence, *_, stored = row
        if sequence != before + 1:
            self._out_of_sequence(claim, sequence, before)
        elif digest != stored:
            self.findings.add(found.RowChanged(claim=claim, row=sequence))
        if index is None:
            return
        if place == _CLOSED:
            self.findings.add(found.LoggedTooLate(claim=claim, row=sequence, place=index))
        elif index != place:
            self.findings.add(found.PlaceWrong(claim=claim, row=sequence, place=index, expected=place))

    def _out_of_sequence(self, claim: int, sequence: int, before: int) -> None:
        if sequence > before + 1:
            self.findings.add(found.RowMissing(claim=claim, row=before + 1, next=sequence))
        else:
            self.findings.add(found.RowOutOfPlace(claim=claim, row=sequence, expected=before + 1))

    def _compare(self) -> None:
        """Compare the root with every anchor of the size that is reached."""
        while self.waiting and self.waiting[-1].size == self.forest.size:
            anchor = self.waiting.pop()
            if anchor.root == self.forest.root():
                self.held.append(anchor)
            else:
                self._fails(found.CheckpointFails(size=anchor.size))

    def _fails(self, finding: found.Finding) -> None:
        """Only the first checkpoint that fails is told: those after it cannot hold."""
        if not self.failed:
            self.findings.add(finding)
        self.failed = True

    def report(self) -> Report:
        """What was found, once all rows are read."""
        if self.waiting:
            self._fails(found.Truncated(size=self.waiting[-1].size, held=self.forest.size))
        told = self.findings
        return Report(
            self.events, self.forest.size, len(self.last), tuple(self.held), tuple(told.told), told.more,
            self.forest.root(),
        )  # fmt: skip
