"""How well sourced a claim is: by its own sources, and those of the claims that a reviewer joined to it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.claims.claim import Claim, Related, Source
from bot.claims.events import Side
from bot.claims.grade import Graded
from bot.claims.links import LinkState
from bot.claims.relations import Relation, Told
from bot.claims.status import CLOSED, Status
from bot.desk.parties import parties_of
from bot.matching.grading import grade
from storage.records import Records

FALLEN = CLOSED | {Status.DISPUTED}


def graded(records: Records, claim: Claim, sources: Iterable[Source], related: Sequence[Related]) -> Graded:
    """The grade; a contradiction that nobody has dismissed, to a claim that still stands, is an open one."""
    joined = [one.claim for one in related if _joined_to_this(one)]
    all_sources = [*sources, *(source for other in joined for source in records.claims.sources(other))]
    against = any(one.link.relation is Relation.CONTRADICTS and one.status not in FALLEN for one in related)
    parties = parties_of(records, claim.desk)
    return grade([told_in(source) for source in all_sources], contradicted=against, parties=parties)


def told_in(source: Source) -> Told:
    """A mention as a source of a claim tells it; versions and near-copies of a text are one text."""
    day = source.published or source.received.date()
    return Told(source.mention, outlet=source.source, told_on=day, copy=str(source.text))


def _joined_to_this(one: Related) -> bool:
    link = one.link
    return link.state is LinkState.CONFIRMED and (link.relation, link.side) == (Relation.SAME, Side.OLDER)
