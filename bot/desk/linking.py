"""How two claims relate, as a reviewer says it. Nothing copies a status: an update supersedes, and no more."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.claims import events as e
from bot.claims.claim import Claim
from bot.claims.desk import Reviewer
from bot.claims.errors import ClaimdeskError
from bot.claims.links import TAKES_THE_PLACE, Link, LinkState
from bot.claims.model import ClaimId
from bot.claims.relations import Relation
from bot.claims.status import Status
from bot.desk.ledger import Ledger, NoSuchClaim, open_ledger
from storage.records import Records

LONGEST_CHAIN = 100  # claims, each taking the place of the next


class SameClaimTwice(ClaimdeskError):
    """{label} cannot relate to itself. Name two claims: /link {label} contradicts C-12."""


class NotLinked(ClaimdeskError):
    """{one} and {other} are not linked."""


class NoClaimAnyMore(ClaimdeskError):
    """{label} was set aside as no claim, so it relates to nothing."""


class TakenBack(ClaimdeskError):
    """{label} was taken back by its source, so no other claim gives way to it."""


class GoesInACircle(ClaimdeskError):
    """{one} has taken the place of {other} already, so it cannot give way to it. First /unlink what is wrong."""


@dataclass(frozen=True, slots=True)
class LinkReceipt:
    """What was said of two claims: `relation` is None for no relation; `repeated` when that was so already."""

    newer: Claim
    older: Claim
    relation: Relation | None
    by: Reviewer
    repeated: bool = False


@dataclass(frozen=True, slots=True)
class _Ends:
    """The ledgers of both claims, locked in order of their ids."""

    newer: Ledger
    older: Ledger

    @property
    def link(self) -> Link | None:
        """What is known of the two, as the newer claim tells it."""
        return self.newer.standing.links.get(self.older.claim.number)


def link(
    records: Records, newer: ClaimId, relation: Relation, older: ClaimId, by: Reviewer, at: datetime
) -> LinkReceipt:
    """Records how the newer claim relates to the older one, in both histories; the last word on a pair counts.

    Raises SameClaimTwice, NoSuchClaim, NoClaimAnyMore, TakenBack or GoesInACircle.
    """
    if relation in TAKES_THE_PLACE:
        _wait_for_others(records, newer)
    ends = _open(records, newer, older, at)
    _check(records, ends, relation)
    known = ends.link
    if known and (known.relation, known.side, known.state) == (relation, e.Side.NEWER, LinkState.CONFIRMED):
        return LinkReceipt(ends.newer.claim, ends.older.claim, relation, by, repeated=True)
    ends.newer.enter(e.Linked(ends.older.claim.number, relation, e.Side.NEWER, by.codename))
    ends.older.enter(e.Linked(ends.newer.claim.number, relation, e.Side.OLDER, by.codename))
    records.links.decide(ends.newer.claim.desk, newer, older, relation, LinkState.CONFIRMED, at)
    return LinkReceipt(ends.newer.claim, ends.older.claim, relation, by)


def unlink(records: Records, one: ClaimId, other: ClaimId, by: Reviewer, at: datetime) -> LinkReceipt:
    """Records that two claims do not relate: no to a proposal, or a link taken back.

    Raises SameClaimTwice, NoSuchClaim or NotLinked.
    """
    ends = _open(records, one, other, at)
    known = ends.link
    if known is None:
        raise NotLinked(one=ends.newer.claim.label, other=ends.older.claim.label)
    if known.side is e.Side.OLDER:
        ends = _Ends(ends.older, ends.newer)
    newer, older = ends.newer.claim, ends.older.claim
    if known.state is LinkState.DISMISSED:
        return LinkReceipt(newer, older, None, by, repeated=True)
    ends.newer.enter(e.Unlinked(older.number, by.codename))
    ends.older.enter(e.Unlinked(newer.number, by.codename))
    records.links.decide(newer.desk, newer.id, older.id, known.relation, LinkState.DISMISSED, at)
    return LinkReceipt(newer, older, None, by)


def _wait_for_others(records: Records, claim: ClaimId) -> None:
    """Two links between four claims could make a circle that neither sees: so claims of a desk give way in turn."""
    if known := records.claims.get(claim):
        records.desks.get(known.desk, lock=True)


def _open(records: Records, newer: ClaimId, older: ClaimId, at: datetime) -> _Ends:
    first, second = (open_ledger(records, claim, at) for claim in sorted((newer, older)))
    if newer == older:
        raise SameClaimTwice(label=first.claim.label)
    if first.claim.desk != second.claim.desk:
        raise NoSuchClaim(number=second.claim.number)
    return _Ends(first, second) if first.claim.id == newer else _Ends(second, first)


def _check(records: Records, ends: _Ends, relation: Relation) -> None:
    for ledger in (ends.newer, ends.older):
        if ledger.standing.status is Status.REJECTED:
            raise NoClaimAnyMore(label=ledger.claim.label)
    giving, taking = (ends.newer, ends.older) if relation is Relation.SAME else (ends.older, ends.newer)
    if relation in TAKES_THE_PLACE and taking.standing.status is Status.RETRACTED:
        raise TakenBack(label=taking.claim.label)
    if relation in TAKES_THE_PLACE and giving.claim.id in _in_place_of(records, taking.claim.id, giving.claim.id):
        raise GoesInACircle(one=giving.claim.label, other=taking.claim.label)


def _in_place_of(records: Records, claim: ClaimId, apart_from: ClaimId) -> set[ClaimId]:
    """All claims that stand in this one's place, directly or by way of others; without the link to `apart_from` itself,
    which is about to be said anew."""
    found: set[ClaimId] = set()
    waiting = {claim}
    while waiting and len(found) < LONGEST_CHAIN:
        pairs = [pair for pair in records.links.of(waiting) if {pair.newer, pair.older} != {claim, apart_from}]
        waiting = {pair.taking for pair in pairs if pair.giving in waiting} - found
        found |= waiting
    return found
