"""Circles: claims with all that they are tied to by links which nobody has dismissed, directly or by way of others."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from bot.claims.claim import Claim
from bot.claims.incidents import Tie
from bot.claims.model import ClaimId, Kind
from bot.claims.status import Status
from storage.links import Pair
from storage.records import Records

MOST = 1_000  # claims of one circle: what is looked at does not grow with the desk
AT_ONCE = 400


@dataclass(frozen=True, slots=True)
class Circle:
    """Claims and how they are tied."""

    claims: tuple[Claim, ...]
    ties: tuple[Tie, ...]


def circle(records: Records, seeds: Iterable[Claim], kinds: Collection[Kind]) -> Circle:
    """The circle around these claims, through claims of these kinds; what was found to be no claim ties nothing."""
    known = {claim.id: claim for claim in seeds if _ties(claim, kinds)}
    pairs: dict[tuple[ClaimId, ClaimId], Pair] = {}
    fresh = list(known)
    while fresh and len(known) < MOST:
        found = _pairs(records, fresh)
        pairs.update({(pair.newer, pair.older): pair for pair in found})
        ends = {end for pair in found for end in (pair.newer, pair.older)} - known.keys()
        new = [claim for claim in records.scenes.claims(ends) if _ties(claim, kinds)]
        known.update({claim.id: claim for claim in new})
        fresh = [claim.id for claim in new]
    ties = (Tie(pair.newer, pair.older, pair.relation) for pair in pairs.values())
    return Circle(tuple(known.values()), tuple(tie for tie in ties if tie.one in known and tie.other in known))


def _ties(claim: Claim, kinds: Collection[Kind]) -> bool:
    return claim.mention.kind in kinds and claim.status is not Status.REJECTED


def _pairs(records: Records, claims: list[ClaimId]) -> list[Pair]:
    batches = (claims[start : start + AT_ONCE] for start in range(0, len(claims), AT_ONCE))
    return [pair for few in batches for pair in records.links.of(few)]
