"""What a digest tells of links: contradictions that were opened or settled, and which claim took another's place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.claims.claim import Claim
from bot.claims.digest import Conflict
from bot.claims.events import Entry, Linked, LinkProposed, Unlinked
from bot.claims.links import LinkState
from bot.claims.model import ClaimId, ClaimNumber, DeskId
from bot.claims.relations import Relation
from bot.claims.status import CLOSED
from storage.links import Pair
from storage.records import Records

Moved = Sequence[tuple[Claim, Entry]]


def conflicts_in(records: Records, desk: DeskId, moved: Moved) -> list[Conflict]:
    """The contradictions that these events are about, as they stand now: confirmed ones first, settled ones last.

    Without claims that no longer count, and without pairs of which the desk has seen neither.
    """
    pairs = [pair for pair in _touched(records, desk, moved) if pair.relation is Relation.CONTRADICTS]
    pairs.sort(key=lambda pair: (_ORDER.index(pair.state), -pair.newer_number))
    claims = _claims(records, desk, (number for pair in pairs for number in (pair.newer_number, pair.older_number)))
    found = (Conflict(claims[pair.newer_number], claims[pair.older_number], pair.state) for pair in pairs)
    return [one for one in found if _is_news(one.newer, one.older)]


def _is_news(newer: Claim, older: Claim) -> bool:
    return CLOSED.isdisjoint((newer.status, older.status)) and (newer.released or older.released)


_ORDER = (LinkState.CONFIRMED, LinkState.PROPOSED, LinkState.DISMISSED)


def taken_over(records: Records, desk: DeskId, moved: Moved) -> dict[ClaimId, Claim]:
    """By claim that gave way, the claim that stands in its place."""
    giving = {pair.giving: pair for pair in _touched(records, desk, moved) if pair.giving is not None}
    takers = {claim.id: claim for claim in _claims(records, desk, (_number(pair) for pair in giving.values())).values()}
    return {claim: takers[pair.taking] for claim, pair in giving.items() if claim is not None}


def _touched(records: Records, desk: DeskId, moved: Moved) -> list[Pair]:
    about = [
        (claim.number, ClaimNumber(entry.event.other))
        for claim, entry in moved
        if isinstance(entry.event, LinkProposed | Linked | Unlinked)
    ]
    return records.links.between_all(desk, about)


def _number(pair: Pair) -> ClaimNumber:
    return pair.newer_number if pair.taking == pair.newer else pair.older_number


def _claims(records: Records, desk: DeskId, numbers: Iterable[ClaimNumber]) -> dict[ClaimNumber, Claim]:
    wanted = list(numbers)
    return {claim.number: claim for claim in records.claims.numbered(desk, wanted)} if wanted else {}
