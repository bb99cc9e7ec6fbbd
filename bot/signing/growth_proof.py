"""The proof that a log has only grown: that the log of one checkpoint is the beginning of another's."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from bot.claims import audit_findings as found
from bot.claims.merkle import Subtrees, consistency_proof, verify_consistency
from bot.signing import wording
from bot.signing.checkpoints import Checkpoint, open_checkpoint
from bot.signing.notes import VerifierKey, read_note
from bot.signing.proof_lines import NotAProof, hash_line, read_hash_line
from bot.signing.verdict import signed

GROWTH_PROOF = "claimdesk-consistency/1"


def growth_proof(old: str, new: str, subtree: Subtrees) -> str:
    """The proof, as JSON, that the log of the new note begins with the one of the old. Raises NoSuchProof."""
    sizes = [Checkpoint.read(read_note(note).text).size for note in (old, new)]
    proof = [hash_line(node) for node in consistency_proof(sizes[0], sizes[1], subtree)]
    return json.dumps({"format": GROWTH_PROOF, "old": old, "new": new, "proof": proof}, indent=1) + "\n"


@dataclass(frozen=True, slots=True)
class GrowthVerdict:
    """What a growth proof shows of two signed checkpoints."""

    old: Checkpoint
    new: Checkpoint
    findings: tuple[found.Finding, ...]

    def told(self) -> Iterator[str]:
        """The verdict in sentences, what is wrong apart."""
        if not self.findings:
            yield wording.GROWN.format(
                old=self.old.size, old_when=signed(self.old), new=self.new.size, new_when=signed(self.new)
            )


def verify_growth_proof(text: str, key: VerifierKey) -> GrowthVerdict:
    """What a growth proof shows. Raises NotAProof, and what `open_checkpoint` raises."""
    try:
        fields = json.loads(text)
        notes: tuple[str, str] = (fields["old"], fields["new"])
        proof = [read_hash_line(line) for line in fields["proof"]]
        good = fields["format"] == GROWTH_PROOF and all(isinstance(note, str) for note in notes)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise NotAProof(format=GROWTH_PROOF) from error
    if not good:
        raise NotAProof(format=GROWTH_PROOF)
    old, new = (open_checkpoint(note, key) for note in notes)
    if verify_consistency(old.size, new.size, old.root, new.root, proof):
        return GrowthVerdict(old, new, ())
    return GrowthVerdict(old, new, (found.NotGrown(old=old.size, new=new.size),))
