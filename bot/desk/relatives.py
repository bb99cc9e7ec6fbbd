"""What is shown of the claims that a claim relates to."""

from __future__ import annotations

from bot.claims.claim import Claim, Related
from bot.claims.history import Standing
from bot.claims.links import holding
from storage.records import Records


def related(records: Records, claim: Claim, standing: Standing) -> tuple[Related, ...]:
    """The links of a claim that nobody has dismissed, confirmed ones first, each with the other claim."""
    links = holding(standing.links)
    if not links:
        return ()
    reasons = {pair.other_than(claim.id): pair.reasons for pair in records.links.of([claim.id])}
    others = {one.number: one for one in records.claims.numbered(claim.desk, [link.other for link in links])}
    return tuple(
        Related(link, other.id, other.statement, other.status, reasons.get(other.id, ""))
        for link in links
        if (other := others.get(link.other))
    )
