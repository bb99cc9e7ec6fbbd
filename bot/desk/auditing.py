"""The audit of a desk in the database: its history, and everything beside it that the history seals or implies."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace

from bot.claims import audit_findings as found
from bot.claims.audit import Findings, Report, audit_database
from bot.claims.chain import says_of, seal
from bot.claims.errors import ClaimdeskError
from bot.claims.merkle import STEM, Forest, folded
from bot.claims.model import DeskId
from bot.desk.checkpoints import NOT_OURS
from bot.desk.inspection import contradictions_of_claims
from bot.signing import Checkpoint, VerifierKey, open_checkpoint
from storage.auditing import Beside, SourceOfClaim
from storage.log import KeptCheckpoint
from storage.records import Records

UNREADABLE = (LookupError, ValueError, TypeError, AttributeError)  # what reading a row of another shape may raise


def audit_desk(records: Records, desk: DeskId, key: VerifierKey, given: Iterable[Checkpoint] = ()) -> Report:
    """Audit a desk against the checkpoints that the database keeps and those that were `given`, signed by the key.

    One pass over the events in constant memory, in a snapshot. Claims are compared with their histories only where
    these are sound.
    """
    findings = Findings()
    kept = list(kept_checkpoints(records, desk, key, findings))
    anchors = [one.anchor for one in (*given, *kept)]
    report = audit_database(desk, records.auditing.batches(desk), anchors, findings)
    more = Findings()
    for wrong in _beside_the_history(records, desk, report):
        more.add(wrong)
    return replace(report, findings=(*report.findings, *more.told), more=report.more + more.more)


def kept_checkpoints(records: Records, desk: DeskId, key: VerifierKey, findings: Findings) -> Iterator[Checkpoint]:
    """The checkpoints that the database keeps, each opened with the key and compared with its row.

    Those of another key are passed over, as if they were not there: a desk may have had a key before this one.
    """
    for row in records.log.checkpoints(desk):
        if by_another_key(row, key):
            continue
        try:
            checkpoint = open_checkpoint(row.note, key)
        except NOT_OURS as error:
            findings.add(found.CheckpointForged(size=row.size, why=error.sentence))
            continue
        if not _as_signed(row, checkpoint):
            findings.add(found.CheckpointForged(size=row.size, why="its row says something else than its note."))
        yield checkpoint


def of_another_key(records: Records, desk: DeskId, key: VerifierKey) -> int:
    """How many of the checkpoints that the database keeps say that another key signed this desk's log."""
    return sum(by_another_key(row, key) for row in records.log.checkpoints(desk))


def by_another_key(row: KeptCheckpoint, key: VerifierKey) -> bool:
    """Whether its first line names the log of this desk under another key."""
    theirs, ours = row.note.partition("\n")[0], key.name
    return theirs != ours and theirs.rpartition("/")[2] == ours.rpartition("/")[2]


def last_kept(records: Records, desk: DeskId, key: VerifierKey) -> tuple[Checkpoint, ...]:
    """The last checkpoint that the database keeps, if there is one that the key has signed."""
    last = records.log.last_checkpoint(desk)
    try:
        return (open_checkpoint(last.note, key),) if last else ()
    except NOT_OURS:
        return ()


def _as_signed(row: KeptCheckpoint, checkpoint: Checkpoint) -> bool:
    at = row.at.replace(microsecond=0)
    return (row.size, row.root, at) == (checkpoint.size, checkpoint.root, checkpoint.at)


def _beside_the_history(records: Records, desk: DeskId, report: Report) -> Iterator[ClaimdeskError]:
    for number, row in records.auditing.cut_short(desk):
        yield found.EndMissing(claim=number, row=row)
    if not stems_hold(records, desk, report):
        yield found.SubtreesWrong()
    for claim in records.auditing.beside(desk):
        yield from words_wrong(claim)
    if report.sound:
        try:
            yield from contradictions_of_claims(lambda question: question(records), desk)
        except UNREADABLE as error:
            yield found.RowsContradict(why=str(error).split("\n")[0])


def stems_hold(records: Records, desk: DeskId, report: Report) -> bool:
    """Whether the stored subtrees lead to the root that the events have.

    The lowest are compared by way of the root, each higher one with the 256 below it: so nothing is hashed twice.
    """
    try:
        return _stems_root(records, desk, report.logged) == report.root and _stems_fold(records, desk, report.logged)
    except UNREADABLE:
        return False


def _stems_root(records: Records, desk: DeskId, size: int) -> bytes:
    whole = size >> STEM
    lowest = Forest()
    count = 0
    for place, stem in records.log.stems(desk, STEM):
        if place != count:
            raise ValueError("a subtree is missing")
        lowest.add(stem)
        count += 1
    if count != whole:
        raise ValueError("there are too many subtrees, or too few")
    forest = Forest(whole << STEM, lowest.peaks)
    forest.extend(records.log.leaves(desk, whole << STEM))
    return forest.root()


def _stems_fold(records: Records, desk: DeskId, size: int) -> bool:
    level = 2 * STEM
    while True:
        stored = list(records.log.stems(desk, level))
        if [place for place, _ in stored] != list(range(size >> level)):
            return False
        if not stored:
            return not records.log.has_stems_above(desk, level)
        for place, stem in stored:
            below = [one for _, one in records.log.stems(desk, level - STEM, place << STEM, 1 << STEM)]
            if folded(below, STEM)[0] != stem:
                return False
        level += STEM


def words_wrong(beside: Beside) -> Iterator[found.Finding]:
    """What stands beside a claim's history and is not what its events seal."""
    claim, sources = beside.claim, dict(beside.sources)
    for row, payload in beside.says:
        fields = _fields(payload)
        source, says = sources.pop(_number(fields), None), fields.get("says")
        if source is None:
            yield found.WordsMissing(claim=claim, row=row)
        elif says and not _says(source, says):
            yield found.WordsForged(claim=claim, row=row)
    if sources:
        yield found.SourceUnknown(claim=claim)
    sealed: dict[object, int] = {}
    for row, payload in beside.noted:
        fields = _fields(payload)
        sealed |= {fields.get("note"): row, fields.get("reason"): row}
    for words, salt, commitment in beside.notes:
        if commitment not in sealed:
            yield found.NoteUnknown(claim=claim)
        elif not _seals(salt, words, commitment):
            yield found.WordsForged(claim=claim, row=sealed[commitment])


def _fields(payload: str) -> dict[str, object]:
    """What a payload says; nothing where it cannot be read, which the audit of the chain tells."""
    try:
        fields = json.loads(payload)
    except (ValueError, TypeError):
        return {}
    return fields if isinstance(fields, dict) else {}


def _says(source: SourceOfClaim, says: object) -> bool:
    salt, statement, mention, document = source
    try:
        return _seals(salt, says_of(statement, mention, document), says)
    except UNREADABLE:
        return False


def _seals(salt: bytes, words: str, commitment: object) -> bool:
    try:
        return seal(salt, words).hex() == commitment
    except UNREADABLE:
        return False


def _number(fields: dict[str, object]) -> int:
    """The number of the mention that a payload names; 0, which none has, for anything else."""
    mention = fields.get("mention")
    return mention if isinstance(mention, int) else 0
