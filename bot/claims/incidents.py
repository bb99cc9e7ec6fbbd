"""Incidents: claims that are about one event, held together by the links that nobody has dismissed.

They are worked out when somebody asks, and never kept: a link that is dismissed tells events apart at once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from bot.claims.claim import Claim
from bot.claims.model import ClaimId
from bot.claims.relations import Relation
from bot.claims.status import CLOSED, Status

COUNTS_NO_MORE = CLOSED | {Status.DISPUTED}


class Tie(NamedTuple):
    """Two claims that relate, as proposed or as confirmed."""

    one: ClaimId
    other: ClaimId
    relation: Relation


def gathered(claims: Iterable[ClaimId], ties: Iterable[Tie]) -> list[list[ClaimId]]:
    """The claims in groups: whatever is tied, directly or by way of others, is one group; all in order of their ids.

    >>> gathered([1, 2, 3, 4], [Tie(3, 1, Relation.SUPPORTS), Tie(4, 9, Relation.SAME), Tie(9, 3, Relation.UPDATES)])
    [[1, 3, 4], [2]]
    """
    wanted = sorted(set(claims))
    head: dict[ClaimId, ClaimId] = {}
    for tie in ties:
        one, other = _head(head, tie.one), _head(head, tie.other)
        head[max(one, other)] = min(one, other)
    groups: dict[ClaimId, list[ClaimId]] = {}
    for claim in wanted:
        groups.setdefault(_head(head, claim), []).append(claim)
    return list(groups.values())


def events_of(claims: Iterable[Claim], ties: Sequence[Tie]) -> list[list[ClaimId]]:
    """The claims in groups, one an event. A claim that does not say where and when joins the event to which it is tied
    most often; it does not make one of events at different places or on different days."""
    firm = {claim.id: _says_where_and_when(claim) for claim in claims}
    known = [tie for tie in ties if tie.one in firm and tie.other in firm]
    alike = [tie for tie in known if firm[tie.one] is firm[tie.other]]
    home = {claim: group[0] for group in gathered(firm, alike) for claim in group}
    joining: dict[ClaimId, Counter[ClaimId]] = {}
    for tie in known:
        if firm[tie.one] is not firm[tie.other]:
            event, loose = (tie.one, tie.other) if firm[tie.one] else (tie.other, tie.one)
            joining.setdefault(home[loose], Counter())[home[event]] += 1
    return gathered(firm, [*alike, *(Tie(loose, _most_often(to), Relation.SAME) for loose, to in joining.items())])


def _most_often(counted: Mapping[ClaimId, int]) -> ClaimId:
    return min(counted, key=lambda event: (-counted[event], event))


def _says_where_and_when(claim: Claim) -> bool:
    return claim.mention.event_date is not None and claim.mention.place is not None


def _head(head: dict[ClaimId, ClaimId], claim: ClaimId) -> ClaimId:
    while (above := head.get(claim, claim)) != claim:
        head[claim] = head.get(above, above)  # the way is halved, or long chains cost the square of their length
        claim = above
    return claim


def stands(claim: Claim) -> bool:
    """Whether the claim is before the desk and nobody has decided against it."""
    return claim.released and claim.status not in COUNTS_NO_MORE


def rivals(claims: Iterable[Claim], ties: Iterable[Tie]) -> dict[ClaimId, list[Claim]]:
    """The claims that contradict each claim and that nobody has decided against, also those not before the desk yet."""
    known = {claim.id: claim for claim in claims if claim.status not in COUNTS_NO_MORE}
    found: dict[ClaimId, list[Claim]] = {}
    for one, other, relation in ties:
        if relation is Relation.CONTRADICTS:
            for claim, against in ((one, other), (other, one)):
                if against in known:
                    found.setdefault(claim, []).append(known[against])
    return found


def is_contested(claim: Claim, against: Iterable[Claim]) -> bool:
    """Whether reviewers disagree on it, or a contradiction is open: neither side is decided, or both are verified."""
    if claim.status is Status.VERIFIED:
        return any(rival.status is Status.VERIFIED for rival in against)
    return claim.status is Status.CONTESTED or any(True for _ in against)
