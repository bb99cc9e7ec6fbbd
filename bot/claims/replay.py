"""A claim as it stood at a moment: what was believed then, and how much of it may be told today.

What may be told is decided from the whole history. A round is told up to its last decision that shows a tally; a round
that never came so far, or that a withdrawal made blind again, shows counts only, at every moment.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from itertools import takewhile

from bot.claims import events as e
from bot.claims.consensus import BEYOND_VOTES, Ground, Rule, Tally
from bot.claims.history import Overruling, Standing, after, answered_since_shown
from bot.claims.links import Link, holding
from bot.claims.model import DocumentId
from bot.claims.status import REVEALING, Status


class Veil(StrEnum):
    """How much of the votes of that moment may be told."""

    SHOWN = "shown"  # the tally was on the card then
    SINCE = "decided_since"  # it was blind then, and has been decided since
    BLIND = "blind"  # it was blind then, and still is
    AGAIN = "blind_again"  # it was on the card then, and is blind again since


@dataclass(frozen=True, slots=True)
class AsItStood:
    """Where a claim stood at a moment, without anything that must stay blind.

    `ground` is None where it would tell of votes that are blind again. `answered` counts the answers of that round,
    as the card did: without those that were set aside. `tally` is what the card showed (`SHOWN`), or what was in at
    the full hour before, `tally_at` (`SINCE`): finer than to the hour no vote is told. `since` is when the status came
    to be, None for one that never changed. `documents` are those known to say it by then, in order. `held_back` tells
    that no round had been opened, `now` is the status today. `links` are those that nobody had dismissed,
    confirmed ones first, `superseded_by` is the one through which another claim stood in this one's place.
    """

    status: Status
    ground: Ground | None
    rule: Rule
    round: int
    answered: int
    answered_since: int
    veil: Veil
    tally: Tally | None
    tally_at: datetime | None
    since: datetime | None
    lost: int
    documents: tuple[DocumentId, ...]
    overruled: Overruling | None
    window_ends: datetime | None
    now: Status
    links: tuple[Link, ...]
    superseded_by: Link | None

    @property
    def held_back(self) -> bool:
        """Whether it was not before the desk yet."""
        return self.round == 0


def as_it_stood(entries: Sequence[e.Entry], at: datetime) -> AsItStood | None:
    """The claim at `at`, from its whole history in order of sequence; None when nobody knew of it yet."""
    by_then = [*takewhile(lambda entry: entry.at <= at, entries)]
    if not by_then:
        return None
    then = _folded(by_then)
    veil = _veil(then, told_rounds(entries))
    hour = at.astimezone(UTC).replace(minute=0, second=0, microsecond=0)
    return AsItStood(
        status=then.status, ground=_ground(then, veil), rule=then.rule, round=then.round, answered=len(then.counting),
        answered_since=answered_since_shown(by_then) if veil is Veil.SHOWN else 0, veil=veil,
        tally=_tally(by_then, then, veil, hour), tally_at=hour if veil is Veil.SINCE else None,
        since=_since(by_then), lost=then.lost if veil is Veil.SHOWN else 0, documents=_documents(by_then),
        overruled=then.overruled, window_ends=then.window_ends, now=_folded(entries).status,
        links=tuple(holding(then.links)), superseded_by=then.superseded_by,
    )  # fmt: skip


def told_rounds(entries: Iterable[e.Entry]) -> frozenset[int]:
    """The rounds whose votes may be told up to their last decision: those that were last left decided."""
    told: set[int] = set()
    round = 0
    for entry in entries:
        match entry.event:
            case e.RoundOpened(round=number):
                round = number
            case e.Moved(now=now, ground=ground) if ground not in BEYOND_VOTES:
                (told.add if now in REVEALING else told.discard)(round)
    return frozenset(told)


def _veil(then: Standing, told: frozenset[int]) -> Veil:
    """Blind then and told today means that the decision came later: the votes of that moment are before it."""
    if then.shown is not None:
        return Veil.SHOWN if then.round in told else Veil.AGAIN
    return Veil.SINCE if then.round in told else Veil.BLIND


def _ground(then: Standing, veil: Veil) -> Ground | None:
    hidden = veil is Veil.AGAIN and then.ground not in BEYOND_VOTES
    return None if hidden else then.ground


def _tally(by_then: Sequence[e.Entry], then: Standing, veil: Veil, hour: datetime) -> Tally | None:
    if veil is Veil.SHOWN:
        return then.shown
    if veil is not Veil.SINCE:
        return None
    at_the_hour = _folded(entry for entry in by_then if entry.at <= hour)
    return at_the_hour.tally if at_the_hour.round == then.round else Tally()


def _since(by_then: Sequence[e.Entry]) -> datetime | None:
    changes = [entry.at for entry in by_then if isinstance(entry.event, e.StatusChanged)]
    return changes[-1] if changes else None


def _documents(by_then: Iterable[e.Entry]) -> tuple[DocumentId, ...]:
    found = [entry.event for entry in by_then if isinstance(entry.event, e.ClaimOpened | e.MentionAdded)]
    return tuple(dict.fromkeys(DocumentId(event.document) for event in found))


def _folded(entries: Iterable[e.Entry]) -> Standing:
    claim = Standing()
    for entry in entries:
        claim = after(claim, entry)
    return claim
