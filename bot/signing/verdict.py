"""Verifying an export of a history with checkpoints and a key that came another way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.claims import audit_findings as found
from bot.claims.audit import Findings, Report, audit
from bot.claims.audit_export import Header, read_events
from bot.claims.errors import ClaimdeskError
from bot.signing import wording
from bot.signing.checkpoints import Checkpoint, WrongLog, open_checkpoint
from bot.signing.notary import fingerprint, origin
from bot.signing.notes import NotSigned, SignatureForged, VerifierKey

FORGED = (NotSigned, SignatureForged, WrongLog)


@dataclass(frozen=True, slots=True)
class Opened:
    """The checkpoints whose signature is the key's, and what is wrong with the others."""

    checkpoints: tuple[Checkpoint, ...]
    forged: tuple[ClaimdeskError, ...]


def open_all(notes: Iterable[str], key: VerifierKey) -> Opened:
    """Open each note. Raises BadNote and BadCheckpoint for what is none."""
    good: list[Checkpoint] = []
    forged: list[ClaimdeskError] = []
    for note in notes:
        try:
            good.append(open_checkpoint(note, key))
        except FORGED as error:
            forged.append(error)
    return Opened(tuple(good), tuple(forged))


def verify_export(lines: Iterator[str], opened: Opened, key: VerifierKey) -> Report:
    """Audit an export, given its lines. Raises NotAnExport when the first is no header."""
    header = Header.read(next(lines, "").removesuffix("\n"))
    findings = Findings()
    if not header.origin == key.name == origin(key.public, header.desk):
        findings.add(found.OtherLog(found=header.origin, desk=header.desk, expected=key.name))
    rows = (event.row for event in read_events(lines, findings))
    report = audit(header.desk, rows, (checkpoint.anchor for checkpoint in opened.checkpoints), findings)
    return report.with_finding(found.SizeWrong(said=header.size, held=report.logged), header.size != report.logged)


def told(report: Report, opened: Opened, key: VerifierKey) -> Iterator[str]:
    """What the audit of a history found, line by line; also for the audit of a database."""
    yield wording.HISTORY.format(log=key.name, events=report.events, claims=report.claims, logged=report.logged)
    yield wording.KEY.format(fingerprint=fingerprint(key.public))
    for checkpoint in sorted(opened.checkpoints, key=lambda one: one.size):
        if checkpoint.anchor in report.held:
            yield wording.HOLDS.format(size=checkpoint.size, when=signed(checkpoint))
    yield wording.UNANCHORED.format(count=report.unanchored) if report.unanchored else wording.ANCHORED
    yield from told_findings(report.findings, opened.forged, report.more)


def told_findings(
    findings: Sequence[ClaimdeskError], forged: Sequence[ClaimdeskError] = (), more: int = 0
) -> Iterator[str]:
    """What is wrong, or that nothing is."""
    wrong = [*forged, *findings]
    if not wrong:
        yield wording.SOUND
        return
    yield wording.UNSOUND_ONE if len(wrong) == 1 else wording.UNSOUND.format(count=len(wrong) + more)
    yield from (error.sentence for error in wrong)
    if more:
        yield wording.MORE.format(count=more)


def signed(checkpoint: Checkpoint) -> str:
    """When it was signed, as the end of a phrase; empty when it does not say."""
    return wording.SIGNED.format(at=checkpoint.at) if checkpoint.at else ""
