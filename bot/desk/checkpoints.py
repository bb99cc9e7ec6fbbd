"""Checkpoints: the desk's history brought into its log, and the log's head signed."""

from __future__ import annotations

from datetime import datetime

from bot.cards.checkpoint import Signed
from bot.claims.errors import ClaimdeskError
from bot.claims.merkle import root_at
from bot.claims.model import DeskId
from bot.signing import BadCheckpoint, BadNote, Notary, NotSigned, SignatureForged, WrongLog, open_checkpoint
from bot.signing.growth_proof import growth_proof
from storage.log import KeptCheckpoint, LogContradicts
from storage.records import Records

NOT_OURS = (BadNote, BadCheckpoint, NotSigned, SignatureForged, WrongLog)


class LogDoesNotHold(ClaimdeskError):
    """No checkpoint can be signed: the log of this desk is not the one that the last checkpoint was signed over.
    Somebody has changed the database past the bot. `claimdesk verify` tells where."""


def cut_checkpoint(records: Records, desk: DeskId, notary: Notary, at: datetime) -> Signed:
    """Brings what happened into the desk's log and signs its head. Raises LogDoesNotHold, and then changes nothing.

    Whatever is being written at this moment comes with the next one. The proof of growth is None for the first
    checkpoint, and for the first that a new key signs.
    """
    records.log.lock(desk)
    last = records.log.last_checkpoint(desk)
    if last and not holds(records, desk, last):
        raise LogDoesNotHold
    try:
        size = records.log.take_in(desk)
    except LogContradicts as error:
        raise LogDoesNotHold from error
    root = root_at(size, records.log.subtrees(desk))
    note = notary.sign_checkpoint(desk, size, root, at)
    records.log.keep(desk, size, root, note, at)
    return Signed(size, root, notary.fingerprint, note, _growth(records, desk, notary, last, note))


def holds(records: Records, desk: DeskId, last: KeptCheckpoint) -> bool:
    """Whether the log still begins as it was when this checkpoint was signed, as far as its subtrees tell."""
    if last.size > records.log.size(desk):
        return False
    try:
        return root_at(last.size, records.log.subtrees(desk)) == last.root
    except (ValueError, IndexError, TypeError):  # a leaf or a subtree is missing, or is no hash
        return False


def _growth(records: Records, desk: DeskId, notary: Notary, last: KeptCheckpoint | None, note: str) -> str | None:
    if last is None:
        return None
    try:
        open_checkpoint(last.note, notary.verifier_key(desk))
    except NOT_OURS:
        return None
    return growth_proof(last.note, note, records.log.subtrees(desk))
