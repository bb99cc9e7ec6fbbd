"""How a claim relates to others: what the rules propose and what reviewers have said, the last word on each pair."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.claims import events as e
from bot.claims.events import Side
from bot.claims.model import ClaimNumber, Codename
from bot.claims.relations import Relation


class LinkState(StrEnum):
    """How far a link has come."""

    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    DISMISSED = "dismissed"


@dataclass(frozen=True, slots=True)
class Link:
    """One claim's relation to the claim number `other`; `by` is who confirmed or dismissed it, None for a proposal."""

    other: ClaimNumber
    relation: Relation
    side: Side
    state: LinkState
    reasons: str = ""
    by: Codename | None = None

    @property
    def label(self) -> str:
        """What people call the other claim: C-12."""
        return f"C-{self.other}"


TAKES_THE_PLACE = frozenset({Relation.UPDATES, Relation.SAME})  # confirmed, one of the two claims gives way
Links = Mapping[ClaimNumber, Link]


def after_link(links: Links, event: e.LinkProposed | e.Linked | e.Unlinked) -> dict[ClaimNumber, Link]:
    """The links after one more event. A proposal never takes the place of what a reviewer has said."""
    other = ClaimNumber(event.other)
    known = links.get(other)
    match event:
        case e.LinkProposed(_, relation, side, reasons):
            new = Link(other, relation, side, LinkState.PROPOSED, reasons)
            return {**links, other: known if known and known.by else new}
        case e.Linked(_, relation, side, by):
            return {**links, other: Link(other, relation, side, LinkState.CONFIRMED, _reasons(known), by)}
    return {**links, other: replace(known, state=LinkState.DISMISSED, by=event.by)} if known else dict(links)


def _reasons(known: Link | None) -> str:
    return known.reasons if known else ""


def superseded_by(links: Links) -> Link | None:
    """The confirmed link by which another claim stands in this one's place: a later one, or an older one that
    says the same. The lowest number where there are several."""
    taking = [link for link in links.values() if link.state is LinkState.CONFIRMED and _gives_way(link)]
    return min(taking, key=lambda link: link.other, default=None)


def _gives_way(link: Link) -> bool:
    return (link.relation, link.side) in {(Relation.UPDATES, Side.OLDER), (Relation.SAME, Side.NEWER)}


def holding(links: Links) -> list[Link]:
    """The links that nobody has dismissed, confirmed ones first, then by number."""
    held = (link for link in links.values() if link.state is not LinkState.DISMISSED)
    return sorted(held, key=lambda link: (link.state is LinkState.PROPOSED, link.other))
