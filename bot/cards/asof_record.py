"""What the desk believed at a moment as data, for other programs; fields are only ever added."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from bot.claims.claim import Claim, Source
from bot.claims.consensus import Tally
from bot.claims.desk import Desk
from bot.claims.links import Link
from bot.claims.replay import AsItStood
from bot.claims.status import Status


def asof_record(desk: Desk, at: datetime, counts: Mapping[Status, int], claims: Iterable[dict[str, Any]]) -> Any:
    """One object: `as_of` (ISO 8601, UTC), `desk` (its number), `counts` (status → claims), `claims`."""
    named = {status.value: count for status, count in counts.items()}
    return {"as_of": _iso(at), "desk": int(desk.id), "counts": named, "claims": list(claims)}


def claim_record(claim: Claim, stood: AsItStood, sources: Sequence[Source]) -> dict[str, Any]:
    """One claim as it stood.

    `claim` (C-17), `statement`, `kind`, `status`, `status_since` (full hour, null when it never changed), `ground`
    (null where it is blind again), `rule` (`version`, `quorum`, `margin`, `window` in hours, `perspectives`), `round`
    (0 while held back), `answered`, `votes` (`shown`, `decided_since`, `blind` or `blind_again`), `tally` (`verify`,
    `dispute`, `unsure`; null where blind), `tally_at` (the full hour it is of, for `decided_since`), `sources`
    (`name`, `title`, `origin`, `published`, `received`), `sources_known` (their number in the history), `status_now`,
    `superseded_by` (C-21, the claim that stood in its place, else null), `links` (`claim`, `relation`, `side`: `newer`
    or `older`, which this claim is of the two, `state`: `confirmed` or `proposed`).
    """
    rule = stood.rule
    return {
        "claim": claim.label, "statement": claim.statement, "kind": claim.mention.kind.value,
        "status": stood.status.value, "status_since": _hour(stood.since),
        "ground": stood.ground.value if stood.ground else None,
        "rule": {
            "version": rule.version, "quorum": rule.quorum, "margin": rule.margin, "window": rule.window,
            "perspectives": rule.perspectives,
        },
        "round": stood.round, "answered": stood.answered, "votes": stood.veil.value, "tally": _tally(stood.tally),
        "tally_at": _hour(stood.tally_at), "sources": [_source(source) for source in sources],
        "sources_known": len(stood.documents), "status_now": stood.now.value,
        "superseded_by": stood.superseded_by.label if stood.superseded_by else None,
        "links": [_link(link) for link in stood.links],
    }  # fmt: skip


def _source(source: Source) -> dict[str, Any]:
    return {
        "name": source.source, "title": source.title, "origin": source.origin.value,
        "published": source.published.isoformat() if source.published else None, "received": _hour(source.received),
    }  # fmt: skip


def _link(link: Link) -> dict[str, str]:
    return {
        "claim": link.label, "relation": link.relation.value, "side": link.side.value, "state": link.state.value,
    }  # fmt: skip


def _tally(tally: Tally | None) -> dict[str, int] | None:
    return {"verify": tally.verify, "dispute": tally.dispute, "unsure": tally.unsure} if tally else None


def _hour(at: datetime | None) -> str | None:
    return _iso(at.replace(minute=0, second=0, microsecond=0)) if at else None


def _iso(at: datetime) -> str:
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z")
