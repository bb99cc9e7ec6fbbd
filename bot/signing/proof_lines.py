"""The text form of proofs: one hash a line in base64, and with a place and a checkpoint C2SP tlog-proof."""

from __future__ import annotations

import base64
import re
from collections.abc import Sequence
from typing import Any

from bot.claims.errors import ClaimdeskError
from bot.signing.notes import from_base64

LOG_PROOF = "c2sp.org/tlog-proof@v1"
_INDEX = re.compile(r"index (0|[1-9][0-9]{0,17})")


class NotAProof(ClaimdeskError):
    """This is not a proof as claimdesk writes it ({format})."""


def hash_line(node: bytes) -> str:
    """A hash as a line, without its end."""
    return base64.b64encode(node).decode()


def read_hash_line(line: str) -> bytes:
    """The 32 bytes of a line. Raises ValueError."""
    node = from_base64(line)
    if node is None or len(node) != 32:
        raise ValueError("not a hash")
    return node


def log_proof(place: int, path: Sequence[bytes], note: str) -> str:
    """That a leaf stands at this place of the log whose checkpoint is the note, by its audit path."""
    return "\n".join([LOG_PROOF, f"index {place}", *map(hash_line, path), "", note])


def read_log_proof(text: Any) -> tuple[int, list[bytes], str]:
    """The place, the path and the note of such a text. Raises ValueError, AttributeError."""
    head, parted, note = text.partition("\n\n")
    first, index, *path = head.split("\n")
    place = _INDEX.fullmatch(index)
    if first != LOG_PROOF or not place or not parted:
        raise ValueError("not a proof")
    return int(place[1]), [read_hash_line(line) for line in path], note
