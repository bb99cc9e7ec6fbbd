"""The proof of one claim, which stands alone: its events, and that they are in the log that a checkpoint signs.

It holds one inclusion proof, of the last event that the checkpoint covers: each event names the hash of the one before
it, so whoever holds the last holds them all, in this order and without a gap. What came after that event is shown and
called unanchored; whether there was more, only an export of the whole log can tell.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.claims import audit_findings as found
from bot.claims.audit import Findings, audit
from bot.claims.audit_export import ExportedEvent, number
from bot.claims.errors import ClaimdeskError
from bot.claims.merkle import Subtrees, inclusion_proof, verify_inclusion
from bot.signing import wording
from bot.signing.checkpoints import Checkpoint, open_checkpoint
from bot.signing.notary import origin
from bot.signing.notes import VerifierKey, read_note
from bot.signing.proof_lines import NotAProof, log_proof, read_log_proof
from bot.signing.verdict import signed

CLAIM_PROOF = "claimdesk-proof/1"


class NothingAnchored(ClaimdeskError):
    """No event of C-{claim} is covered by the checkpoint over {size} events yet: sign another one first."""


@dataclass(frozen=True, slots=True)
class ClaimVerdict:
    """What a claim's proof shows: of its `events`, those up to row `covered` are in the log that was signed."""

    claim: int
    events: int
    covered: int
    checkpoint: Checkpoint
    findings: tuple[ClaimdeskError, ...]

    def told(self) -> Iterator[str]:
        """The verdict in sentences, what is wrong apart."""
        if self.findings:
            return
        at = {"log": self.checkpoint.origin, "size": self.checkpoint.size, "when": signed(self.checkpoint)}
        yield wording.CLAIM.format(claim=self.claim, covered=self.covered, **at)
        if self.events > self.covered:
            yield wording.CLAIM_LATER.format(first=self.covered + 1, last=self.events)


def claim_proof(desk: int, events: Sequence[ExportedEvent], note: str, subtree: Subtrees) -> str:
    """The proof of a claim, as JSON: all its events, by sequence, and the place of the last that the note covers.

    The inclusion proof and the checkpoint stand in it as one text in the form of C2SP tlog-proof.
    Raises NothingAnchored.
    """
    checkpoint = Checkpoint.read(read_note(note).text)
    places = [event.index for event in events if event.index is not None and event.index < checkpoint.size]
    claim = events[0].claim
    if not places:
        raise NothingAnchored(claim=claim, size=checkpoint.size)
    proof = inclusion_proof(places[-1], checkpoint.size, subtree)
    head = json.dumps({"format": CLAIM_PROOF, "origin": checkpoint.origin, "desk": desk, "claim": claim})
    lines = ",\n".join(map(str, events))
    return f'{head[:-1]}, "events": [\n{lines}\n], "proof": {json.dumps(log_proof(places[-1], proof, note))}}}\n'


def verify_claim_proof(text: str, key: VerifierKey) -> ClaimVerdict:
    """What a proof shows. Raises NotAProof, and what `open_checkpoint` raises."""
    try:
        fields = json.loads(text)
        desk, claim = number(fields["desk"]), number(fields["claim"])
        events = [ExportedEvent.of(one) for one in fields["events"]]
        place, proof, note = read_log_proof(fields["proof"])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise NotAProof(format=CLAIM_PROOF) from error
    if fields.get("format") != CLAIM_PROOF or not events or any(event.claim != claim for event in events):
        raise NotAProof(format=CLAIM_PROOF)
    checkpoint = open_checkpoint(note, key)
    findings = _faults(desk, events, fields.get("origin"), key)
    last = next((event for event in events if event.index == place), events[-1])
    if not verify_inclusion(last.hash, place, checkpoint.size, proof, checkpoint.root):
        findings.add(found.NotInLog(claim=claim, row=last.sequence, place=place, size=checkpoint.size))
    return ClaimVerdict(claim, len(events), last.sequence, checkpoint, tuple(findings.told))


def _faults(desk: int, events: Sequence[ExportedEvent], log: object, key: VerifierKey) -> Findings:
    """What is wrong with the claim's own chain, and with what its events show."""
    findings = Findings()
    if not log == key.name == origin(key.public, desk):
        findings.add(found.OtherLog(found=log, desk=desk, expected=key.name))
    for event in events:
        for fault in event.faults():
            findings.add(fault)
    audit(desk, ((None, *event.row[1:]) for event in events), findings=findings)
    return findings
