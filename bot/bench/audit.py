"""How fast a history is audited, against plainly reading the same rows through the same engine, each hashed once."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

from rich.console import Console

from bot.claims.audit import Anchor, DatabaseRow, Report, audit_database
from bot.claims.errors import ClaimdeskError
from bot.claims.model import DeskId
from bot.desk.checkpoints import cut_checkpoint
from bot.signing import Notary
from storage.records import Records
from storage.rehearsal import Rehearsal
from storage.store import Store

ROUNDS = 3  # in turn, so that both see the machine as it is; the best of each counts


class AuditFailed(ClaimdeskError):
    """The audit found something wrong with a history that nobody touched: {what}"""


@dataclass(frozen=True, slots=True)
class Speed:
    """How many seconds each way took for so many events; `ratio` is the audit's speed as a share of the plain one's."""

    events: int
    plain: float
    audited: float

    @property
    def ratio(self) -> float:
        """1 is as fast as reading and hashing the rows plainly, 0.5 half as fast."""
        return self.plain / self.audited


def bench_audit(events: int) -> Speed:
    """Makes a database in a folder that is gone afterwards, and measures. Raises AuditFailed."""
    console = Console()
    with tempfile.TemporaryDirectory(prefix="claimdesk-bench-") as folder:
        store = Store(f"sqlite:///{Path(folder) / 'bench.db'}")
        try:
            store.migrate()
            desk, anchor = _fill(store, events, console)
            return _measured(store, desk, anchor, console)
        finally:
            store.close()


def _fill(store: Store, events: int, console: Console) -> tuple[DeskId, Anchor]:
    console.print(f"Writing a history of {events:,} events …")
    with store.transaction() as records:
        desk = Rehearsal(records.log.db).history(events)
        signed = cut_checkpoint(records, desk, Notary(bytes(32)), datetime.now(UTC))
    return desk, Anchor(signed.size, signed.root)


def _measured(store: Store, desk: DeskId, anchor: Anchor, console: Console) -> Speed:
    plain, audited = [], []
    for _ in range(ROUNDS):
        plain.append(_timed(store, lambda records: _read_and_hash(records.auditing.batches(desk))))
        audited.append(
            _timed(store, lambda records: _check(audit_database(desk, records.auditing.batches(desk), [anchor])))
        )
    speed = Speed(anchor.size, min(plain), min(audited))
    for line in _told(speed):
        console.print(line, highlight=False)
    return speed


def _timed(store: Store, work: Callable[[Records], None]) -> float:
    with store.snapshot() as records:
        start = perf_counter()
        work(records)
        return perf_counter() - start


def _read_and_hash(batches: Iterable[Sequence[DatabaseRow]]) -> None:
    """Every row once, and one SHA-256 over all that it says."""
    sha256 = hashlib.sha256
    for batch in batches:
        for place, claim, sequence, stored, salt, name, payload, moment in batch:
            sha256(stored + salt + f"{place} {claim} {sequence} {name} {payload} {moment}".encode()).digest()


def _check(report: Report) -> None:
    if not report.sound or report.unanchored:
        raise AuditFailed(what="; ".join(one.sentence for one in report.findings))


def _told(speed: Speed) -> Iterator[str]:
    yield f"Read and hashed plainly: {speed.events / speed.plain:,.0f} events/s ({speed.plain:.2f} s)"
    yield f"Audited: {speed.events / speed.audited:,.0f} events/s ({speed.audited:.2f} s)"
    yield f"Ratio: {speed.ratio:.2f} (best of {ROUNDS} each, SQLite, one process)"
