"""Checkpoints: what a log of this size has for a root, signed by the desk's key. Format: C2SP tlog-checkpoint.

claimdesk.0f1e2d3c4b5a6978/desk-1
20852
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
time 2026-11-25T15:00:00Z

— claimdesk.0f1e2d3c4b5a6978/desk-1 Az3grl…
"""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.claims.audit import Anchor
from bot.claims.errors import ClaimdeskError
from bot.claims.merkle import EMPTY
from bot.signing.notes import VerifierKey, from_base64, read_note

_SIZE = re.compile(r"0|[1-9][0-9]{0,17}")
TIME_LINE = "time %Y-%m-%dT%H:%M:%SZ"


class BadCheckpoint(ClaimdeskError):
    """This is not a checkpoint: {why}."""


class WrongLog(ClaimdeskError):
    """The checkpoint is one of the log {found}, and the key is the one of {expected}."""


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The head of a log: `origin` names the log, `size` counts its events, `root` is 32 bytes.

    `more` are the lines that follow; of these the log's own `time` line is understood.
    """

    origin: str
    size: int
    root: bytes
    more: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The lines that are signed."""
        lines = (self.origin, str(self.size), base64.b64encode(self.root).decode(), *self.more)
        return "".join(f"{line}\n" for line in lines)

    @property
    def at(self) -> datetime | None:
        """When it was signed, as its time line says; UTC, to the second."""
        for line in self.more:
            try:
                return datetime.strptime(line, TIME_LINE).replace(tzinfo=UTC)
            except ValueError:
                continue
        return None

    @property
    def anchor(self) -> Anchor:
        """What an audit compares."""
        return Anchor(self.size, self.root)

    @classmethod
    def read(cls, text: str) -> Checkpoint:
        """The checkpoint in the text of a note. Raises BadCheckpoint."""
        lines = text.split("\n")
        if lines.pop() != "" or len(lines) < 3 or not all(lines):
            raise BadCheckpoint(why="it needs three lines or more, none of them empty")
        origin, size, root_line, *more = lines
        root = from_base64(root_line)
        if not _SIZE.fullmatch(size):
            raise BadCheckpoint(why="its second line is not a plain number")
        if root is None or len(root) != 32 or (size == "0" and root != EMPTY):
            raise BadCheckpoint(why="its third line is not the base64 of a root")
        return cls(origin, int(size), root, tuple(more))


def open_checkpoint(note: str, key: VerifierKey) -> Checkpoint:
    """The checkpoint in this note, once its signature and its log are the key's.

    Raises BadNote, BadCheckpoint, NotSigned, SignatureForged, WrongLog.
    """
    checkpoint = Checkpoint.read(key.verify(read_note(note)))
    if checkpoint.origin != key.name:
        raise WrongLog(found=checkpoint.origin, expected=key.name)
    return checkpoint
