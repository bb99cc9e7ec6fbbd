"""A toll as plain data: the sums by footing, and every event with its intervals and claims."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from bot.cards.tolls import PlaceAsked
from bot.claims.model import Place
from bot.claims.tolls import Counted, Footing, Incident, Report, Share, Toll, Total, is_added, totals


def toll_record(asked: PlaceAsked, found: Sequence[Incident]) -> dict[str, Any]:
    """What `toll_text` tells. `or_more` says that `high` is no upper end; `added`, whether sums take an interval in."""
    return {
        "place": asked.name,
        "first": asked.first.isoformat(),
        "last": asked.last.isoformat(),
        "complete": not asked.cut,
        "totals": [_total(total) for total in totals(found)],
        "events": [_event(one, found) for one in found],
    }


def _total(total: Total) -> dict[str, Any]:
    shares = {footing.value: _share(total.shares[footing]) for footing in Footing if footing in total.shares}
    return {**_who(total.counted), **shares}


def _share(share: Share) -> dict[str, Any]:
    return {
        "low": share.low, "high": share.high, "or_more": share.open, "vague": share.vague, "events": share.incidents
    }  # fmt: skip


def _who(counted: Counted) -> dict[str, Any]:
    effect = counted.effect.value if counted.effect else None
    return {"effect": effect, "group": counted.group, "side": counted.side}


def _event(one: Incident, found: Iterable[Incident]) -> dict[str, Any]:
    return {
        "place": _place(one.place),
        "first": one.first.isoformat(),
        "last": one.last.isoformat(),
        "reach": one.reach.name.lower(),
        "sources": one.sources,
        "tolls": [_toll(toll, added=is_added(one, toll, found)) for toll in one.tolls],
        "denials": _claims(one.denials),
    }


def _place(place: Place | None) -> dict[str, Any] | None:
    if place is None:
        return None
    return {
        "name": place.name, "admin1": place.admin1, "country": place.country, "lat": place.lat, "lon": place.lon
    }  # fmt: skip


def _toll(toll: Toll, *, added: bool) -> dict[str, Any]:
    span = toll.span
    return {
        **_who(toll.counted),
        "cumulative": toll.counted.cumulative,
        "part": toll.counted.part,
        "footing": toll.footing.value,
        "low": span.low,
        "high": span.high,
        "or_more": span.open,
        "vague": span.vague,
        "added": added and toll.footing is not Footing.CONTESTED,
        "claims": _claims(toll.reports),
        "contested_claims": _claims(toll.apart),
    }


def _claims(reports: Iterable[Report]) -> list[dict[str, Any]]:
    return [{"claim": one.claim.label, "status": one.claim.status.value} for one in reports]
