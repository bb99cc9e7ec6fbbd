"""What a database at rest holds of how claims relate, for those who look whether it contradicts itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import aliased
from sqlmodel import col

from bot.claims.events import Linked, LinkProposed, Side, Unlinked
from bot.claims.links import Link, after_link
from bot.claims.model import ClaimNumber
from storage.history import entry_of_row
from storage.room import Room
from storage.tables import ClaimRow, EventRow, LinkRow

OF_LINKS = (LinkProposed.NAME, Linked.NAME, Unlinked.NAME)
_NEWER, _OLDER = aliased(ClaimRow), aliased(ClaimRow)


@dataclass(frozen=True, slots=True)
class KeptLinks:
    """What the table says of one claim's links, by the other claim's number, each as the claim's history should tell
    it; and what the histories of those others tell of this claim. `astray` are those that the table gives to a desk
    that is not the one of both claims.
    """

    listed: Mapping[ClaimNumber, Link] = field(default_factory=dict)
    told_by_others: Mapping[ClaimNumber, Link] = field(default_factory=dict)
    astray: frozenset[ClaimNumber] = frozenset()


NO_LINKS = KeptLinks()


class LinksAtRest(Room):
    """Reads both ends of every link; nothing here changes anything."""

    def of(self, claims: Collection[int]) -> dict[int, KeptLinks]:
        """What is kept of the links of these claims; two questions, however many they are."""
        rows = [row for row in self._rows(claims) if {row.newer_id, row.older_id} & set(claims)]
        told = self._told({end for row in rows for end in (row.newer_id, row.older_id)})
        numbers = {end: number for row in rows for end, number in _ends(row)}
        found: dict[int, list[Any]] = defaultdict(list)
        for row in rows:
            for end, _ in _ends(row):
                found[end].append(row)
        return {claim: _kept(claim, found[claim], told, numbers) for claim in claims if claim in found}

    def _rows(self, claims: Collection[int]) -> Iterable[Any]:
        question: Select[Any, Any, Any, Any] = (
            select(
                LinkRow, col(_NEWER.number).label("newer_number"), col(_OLDER.number).label("older_number"),
                ((col(_NEWER.desk_id) == col(LinkRow.desk_id)) & (col(_OLDER.desk_id) == col(LinkRow.desk_id)))
                .label("at_home"),
            )
            .join(_NEWER, col(_NEWER.id) == col(LinkRow.newer_id))
            .join(_OLDER, col(_OLDER.id) == col(LinkRow.older_id))
            .where(or_(col(LinkRow.newer_id).in_(claims), col(LinkRow.older_id).in_(claims)))
        )  # fmt: skip
        return self.db.execute(question.order_by(col(LinkRow.newer_id), col(LinkRow.older_id)))

    def _told(self, claims: Collection[int]) -> dict[int, dict[ClaimNumber, Link]]:
        """The links as the histories of these claims tell them."""
        which = (col(EventRow.claim_id).in_(claims), col(EventRow.name).in_(OF_LINKS))
        question = select(EventRow).where(*which).order_by(col(EventRow.claim_id), col(EventRow.sequence))
        found: dict[int, dict[ClaimNumber, Link]] = defaultdict(dict)
        for row in self.db.execute(question):
            event = entry_of_row(row, row.sequence, row.at).event
            if isinstance(event, LinkProposed | Linked | Unlinked):
                found[row.claim_id] = after_link(found[row.claim_id], event)
        return found


def _ends(row: Any) -> tuple[tuple[int, ClaimNumber], tuple[int, ClaimNumber]]:
    return (row.newer_id, ClaimNumber(row.newer_number)), (row.older_id, ClaimNumber(row.older_number))


def _kept(
    claim: int, rows: Iterable[Any], told: Mapping[int, Mapping[ClaimNumber, Link]], numbers: Mapping[int, ClaimNumber]
) -> KeptLinks:
    listed, by_others, astray = {}, {}, set()
    for row in rows:
        newer, older = _ends(row)
        side, (other, number) = (Side.NEWER, older) if newer[0] == claim else (Side.OLDER, newer)
        listed[number] = Link(number, row.relation, side, row.state)
        if link := told.get(other, {}).get(numbers[claim]):
            by_others[number] = link
        if not row.at_home:
            astray.add(number)
    return KeptLinks(listed, by_others, frozenset(astray))
