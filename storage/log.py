"""A desk's log: its events in one order for good, the subtrees over them, and the checkpoints that were signed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, insert, select, text, update
from sqlalchemy.exc import IntegrityError
from sqlmodel import col

from bot.claims.errors import ClaimdeskError
from bot.claims.merkle import STEM, Subtrees, folded, new_stems, subtrees_from
from bot.claims.model import DeskId
from storage.room import Room
from storage.tables import CheckpointRow, ClaimRow, EventRow, LeafRow, StemRow

LOCK = 1_279_870_791  # any number: the class of PostgreSQL's advisory locks that belong to logs
AT_ONCE = 500  # claims


class LogContradicts(ClaimdeskError):
    """The log of this desk holds events that its claims say are not in it, or lacks some of its own."""


@dataclass(frozen=True, slots=True)
class KeptCheckpoint:
    """A checkpoint as its row tells it; `note` is what was signed."""

    id: int
    size: int
    root: bytes
    note: str
    at: datetime


class Log(Room):
    """The logs of all desks."""

    def lock(self, desk: DeskId) -> None:
        """Until the transaction ends nobody else adds to this log. Intake and votes go on."""
        if self.db.dialect.name == "postgresql":
            self.db.execute(text("SELECT pg_advisory_xact_lock(:log, :desk)"), {"log": LOCK, "desk": desk % (1 << 31)})

    def size(self, desk: DeskId) -> int:
        """How many events are in the log."""
        last = select(func.max(col(LeafRow.position))).where(col(LeafRow.desk_id) == desk)
        place = self.db.execute(last).scalar_one()
        return 0 if place is None else int(place) + 1

    def take_in(self, desk: DeskId) -> int:
        """Brings in every event that is not there yet, and the subtrees forward; returns the new size.

        They come by claim and sequence, so that their order does not tell whose vote on one claim came before whose on
        another. A claim that something happens to at this moment is left for the next time: so this waits for nobody.
        Raises LogContradicts, and then changes nothing.
        """
        try:
            with self.db.begin_nested():
                return self._take_all_in(desk)
        except (IntegrityError, ValueError) as error:
            raise LogContradicts from error

    def _take_all_in(self, desk: DeskId) -> int:
        old = size = self.size(desk)
        waiting = self._claims_waiting(desk)
        for first in range(0, len(waiting), AT_ONCE):
            size += self._take_in(desk, waiting[first : first + AT_ONCE], size)
        self._grow_stems(desk, old, size)
        return size

    def _claims_waiting(self, desk: DeskId) -> Sequence[int]:
        """Claims with events that are not in the log, locked, by their number."""
        which = (col(ClaimRow.desk_id) == desk, col(ClaimRow.sequence) > col(ClaimRow.logged))
        question = select(col(ClaimRow.id)).where(*which).order_by(col(ClaimRow.number))
        locked = question.with_for_update(skip_locked=True, key_share=True)
        return [claim for claim in self.db.execute(locked).scalars() if claim is not None]

    def _take_in(self, desk: DeskId, claims: Sequence[int], size: int) -> int:
        new = (
            select(col(EventRow.id))
            .join(ClaimRow, col(ClaimRow.id) == col(EventRow.claim_id))
            .where(
                col(ClaimRow.id).in_(claims),
                col(EventRow.sequence) > col(ClaimRow.logged), col(EventRow.sequence) <= col(ClaimRow.sequence),
            )
            .order_by(col(ClaimRow.number), col(EventRow.sequence))
        )  # fmt: skip
        leaves = [
            {"desk_id": desk, "position": place, "event_id": event}
            for place, event in enumerate(self.db.execute(new).scalars(), size)
        ]
        if leaves:
            self.db.execute(insert(LeafRow), leaves)
        self.db.execute(update(ClaimRow).where(col(ClaimRow.id).in_(claims)).values(logged=col(ClaimRow.sequence)))
        return len(leaves)

    def _grow_stems(self, desk: DeskId, old: int, new: int) -> None:
        for level, place in new_stems(old, new):
            below = self._row(desk, level - STEM, place << STEM, 1 << STEM)
            self.db.execute(insert(StemRow).values(desk_id=desk, level=level, place=place, hash=folded(below, STEM)[0]))

    def subtrees(self, desk: DeskId) -> Subtrees:
        """The subtrees of the log, from its leaves and the stored ones: roots and proofs need not read all leaves."""
        return subtrees_from(lambda level, first, count: self._row(desk, level, first, count))

    def _row(self, desk: DeskId, level: int, first: int, count: int) -> Sequence[bytes]:
        """Hashes of level 0, 8, 16 …: `count` of them, from the one at place `first`."""
        if level:
            place = col(StemRow.place)
            question = select(col(StemRow.hash)).where(col(StemRow.desk_id) == desk, col(StemRow.level) == level)
        else:
            place = col(LeafRow.position)
            question = (
                select(col(EventRow.hash)).join(LeafRow, col(LeafRow.event_id) == col(EventRow.id))
                .where(col(LeafRow.desk_id) == desk)
            )  # fmt: skip
        return self.db.execute(question.where(place >= first, place < first + count).order_by(place)).scalars().all()

    def stems(self, desk: DeskId, level: int, first: int = 0, count: int = 1 << 62) -> Iterator[tuple[int, bytes]]:
        """The stored subtrees of a level, as place and hash, in order."""
        place = col(StemRow.place)
        question = select(place, col(StemRow.hash)).where(col(StemRow.desk_id) == desk, col(StemRow.level) == level)
        for row in self.db.execute(question.where(place >= first, place < first + count).order_by(place)):
            yield row[0], row[1]

    def has_stems_above(self, desk: DeskId, level: int) -> bool:
        """Whether a subtree is stored that is larger than those of this level."""
        larger = select(col(StemRow.level)).where(col(StemRow.desk_id) == desk, col(StemRow.level) > level)
        return self.db.execute(larger.limit(1)).first() is not None

    def leaves(self, desk: DeskId, first: int) -> Sequence[bytes]:
        """The hashes of the events from this place on."""
        return self._row(desk, 0, first, 1 << 62)

    def keep(self, desk: DeskId, size: int, root: bytes, note: str, at: datetime) -> None:
        """Keeps a checkpoint that was signed."""
        self.db.execute(insert(CheckpointRow).values(desk_id=desk, size=size, root=root, note=note, at=at))

    def last_checkpoint(self, desk: DeskId) -> KeptCheckpoint | None:
        """The one that was signed last."""
        return next(iter(self._kept(desk, limit=1)), None)

    def checkpoints(self, desk: DeskId) -> list[KeptCheckpoint]:
        """All that were signed, the first one first."""
        return self._kept(desk)[::-1]

    def _kept(self, desk: DeskId, limit: int | None = None) -> list[KeptCheckpoint]:
        question = select(CheckpointRow).where(col(CheckpointRow.desk_id) == desk)
        rows = self.db.execute(question.order_by(col(CheckpointRow.id).desc()).limit(limit))
        return [KeptCheckpoint(row.id, row.size, row.root, row.note, row.at) for row in rows]
