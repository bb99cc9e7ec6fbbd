"""Handing the history out: a desk's whole history as an export, one claim as a proof. Blind where the desk is blind."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from bot.claims.audit import DatabaseRow
from bot.claims.audit_export import SAYING, ExportedEvent, Header, Opened, Said, canonical, export
from bot.claims.chain import Salt, body_of, seal
from bot.claims.claim import Claim
from bot.claims.errors import ClaimdeskError
from bot.claims.model import DeskId
from bot.claims.opening import openable
from bot.signing.claim_proof import claim_proof
from storage.auditing import SourceOfClaim
from storage.records import Records

AT_ONCE = 1000  # rows


class NoCheckpointYet(ClaimdeskError):
    """No checkpoint of this desk has been signed yet. Sign one first: claimdesk checkpoint"""


def exported(records: Records, desk: DeskId, origin: str, at: datetime) -> Iterator[str]:
    """The lines of a desk's export, in constant memory. The records must be a snapshot.

    No line holds an exact time or who somebody is on Telegram, and what must stay blind is sealed.
    """
    header = Header(origin, desk, records.log.size(desk), at)
    return export(header, _events(records, desk, records.auditing.batches(desk)))


def proof_of(records: Records, claim: Claim) -> str:
    """The proof of a claim against the last checkpoint, as JSON. Raises NoCheckpointYet, NothingAnchored."""
    last = records.log.last_checkpoint(claim.desk)
    if last is None:
        raise NoCheckpointYet
    rows = list(records.auditing.rows_of(claim.id))
    events = list(_events(records, claim.desk, [rows]))
    return claim_proof(claim.desk, events, last.note, records.log.subtrees(claim.desk))


def _events(
    records: Records, desk: DeskId, batches: Iterable[Sequence[DatabaseRow]]
) -> Iterator[ExportedEvent]:  # fmt: skip
    for batch in batches:
        for first in range(0, len(batch), AT_ONCE):
            yield from _opened(records, desk, batch[first : first + AT_ONCE])


def _opened(records: Records, desk: DeskId, rows: Sequence[DatabaseRow]) -> Iterator[ExportedEvent]:
    """These rows, opened where that may be: which are, only the whole history of each claim tells."""
    claims = records.auditing.numbered(desk, {row[1] for row in rows})
    may = {number: openable(entries) for number, entries in records.auditing.histories(claims).items()}
    sources = records.auditing.sources_by_number(claims)
    for row in rows:
        yield _event(row, shown=row[2] in may[row[1]], sources=sources[row[1]])


def _event(row: DatabaseRow, *, shown: bool, sources: dict[int, SourceOfClaim]) -> ExportedEvent:
    place, claim, sequence, stored, both, name, payload, moment = row
    salt = Salt.read(bytes(both))
    return ExportedEvent(
        place, claim, sequence, moment[:13], hashlib.sha256(salt.time + moment.encode()).digest(),
        seal(salt.body, body_of(name, payload)), bytes(stored), Opened(salt.body, name, payload) if shown else None,
        _said(payload, sources) if shown and name in SAYING else None,
    )  # fmt: skip


def _said(payload: str, sources: dict[int, SourceOfClaim]) -> Said | None:
    """What the source says; None where nothing was sealed, or it is gone."""
    fields = json.loads(payload)
    source = sources.get(fields["mention"])
    if source is None or not fields.get("says"):
        return None
    salt, statement, mention, document = source
    return Said(salt, statement, canonical(json.loads(mention)), document)
