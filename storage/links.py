"""How claims relate, as a table: what the histories of both say, for lists."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, delete, or_, select, update
from sqlalchemy.orm import aliased
from sqlmodel import col

from bot.claims.links import TAKES_THE_PLACE, LinkState
from bot.claims.model import ClaimId, ClaimNumber, DeskId
from bot.claims.relations import Relation
from storage.room import Room
from storage.tables import ClaimRow, LinkRow


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims of a desk and how the newer relates to the older."""

    newer: ClaimId
    older: ClaimId
    newer_number: ClaimNumber
    older_number: ClaimNumber
    relation: Relation
    state: LinkState
    reasons: str

    @property
    def giving(self) -> ClaimId | None:
        """The claim that gives way, where a reviewer has said so: the older of an update, the newer of two alike."""
        if self.state is not LinkState.CONFIRMED or self.relation not in TAKES_THE_PLACE:
            return None
        return self.newer if self.relation is Relation.SAME else self.older

    @property
    def taking(self) -> ClaimId:
        """The other one."""
        return self.older if self.giving == self.newer else self.newer

    def other_than(self, claim: ClaimId) -> ClaimId:
        """The other end of the pair."""
        return self.older if claim == self.newer else self.newer


_NEWER, _OLDER = aliased(ClaimRow), aliased(ClaimRow)


class Links(Room):
    """The pairs of claims that relate."""

    def propose(
        self, desk: DeskId, newer: ClaimId, older: ClaimId, relation: Relation, reasons: str, at: datetime
    ) -> bool:
        """Writes a proposal; False when the pair is known already."""
        row = self.insert(
            LinkRow, desk_id=desk, newer_id=newer, older_id=older, relation=relation, state=LinkState.PROPOSED,
            reasons=reasons, opened=at,
        )  # fmt: skip
        once = row.on_conflict_do_nothing(index_elements=["newer_id", "older_id"]).returning(col(LinkRow.newer_id))
        return self.db.execute(once).one_or_none() is not None

    def decide(
        self, desk: DeskId, newer: ClaimId, older: ClaimId, relation: Relation, state: LinkState, at: datetime
    ) -> None:
        """Writes what a reviewer said of the pair, whether it was proposed or not, and in which order."""
        turned = (col(LinkRow.newer_id) == older, col(LinkRow.older_id) == newer)
        self.db.execute(delete(LinkRow).where(*turned))
        self.propose(desk, newer, older, relation, "", at)
        which = (col(LinkRow.newer_id) == newer, col(LinkRow.older_id) == older)
        self.db.execute(update(LinkRow).where(*which).values(relation=relation, state=state, decided=at))

    def between(self, one: ClaimId, other: ClaimId) -> Pair | None:
        """The pair that these two claims make, whichever is the newer."""
        ends = [(one, other), (other, one)]
        these = or_(*((col(LinkRow.newer_id) == newer) & (col(LinkRow.older_id) == older) for newer, older in ends))
        return next(iter(self._pairs(_QUESTION.where(these))), None)

    def of(self, claims: Iterable[ClaimId]) -> list[Pair]:
        """The pairs in which any of these claims stands, without those that were dismissed, in order of numbers."""
        wanted = list(claims)
        here = or_(col(LinkRow.newer_id).in_(wanted), col(LinkRow.older_id).in_(wanted))
        return self._pairs(_QUESTION.where(here, col(LinkRow.state) != LinkState.DISMISSED))

    def between_all(self, desk: DeskId, pairs: Iterable[tuple[ClaimNumber, ClaimNumber]]) -> list[Pair]:
        """What is known of these pairs of a desk's claims, by their numbers, in either order."""
        wanted = {frozenset(pair) for pair in pairs}
        numbers = {number for pair in wanted for number in pair}
        here = (col(LinkRow.desk_id) == desk, col(_NEWER.number).in_(numbers), col(_OLDER.number).in_(numbers))
        found = self._pairs(_QUESTION.where(*here)) if numbers else []
        return [pair for pair in found if {pair.newer_number, pair.older_number} in wanted]

    def _pairs(self, question: Select[Any, Any, Any]) -> list[Pair]:
        ordered = question.order_by(col(_OLDER.number), col(_NEWER.number))
        return [
            Pair(
                ClaimId(row.newer_id), ClaimId(row.older_id), ClaimNumber(row.newer_number),
                ClaimNumber(row.older_number), row.relation, row.state, row.reasons,
            )
            for row in self.db.execute(ordered)
        ]  # fmt: skip


_QUESTION: Select[Any, Any, Any] = (
    select(LinkRow, col(_NEWER.number).label("newer_number"), col(_OLDER.number).label("older_number"))
    .join(_NEWER, col(_NEWER.id) == col(LinkRow.newer_id))
    .join(_OLDER, col(_OLDER.id) == col(LinkRow.older_id))
)
