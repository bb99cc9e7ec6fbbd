"""What would change if a reviewer were not counted: every claim of a desk is folded with and without their answers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from bot.claims.claim import Claim
from bot.claims.desk import Desk, Reviewer
from bot.claims.events import Entry
from bot.claims.history import fold
from bot.claims.model import ClaimId
from bot.claims.pseudonyms import voter
from bot.claims.recount import Difference, Recount, concerns, difference
from bot.desk.acquaintance import ForgottenBefore, reviewer_called
from bot.desk.moments import read_moment
from storage.records import Records

AT_ONCE = 200  # claims whose histories are held at a time


def recount(records: Records, desk: Desk, words: str, at: datetime) -> Recount:
    """Reads “amber fox since 2026-11-01”, and counts. Raises as `reviewer_called` and `read_moment` do."""
    codename, _, moment = words.partition(" since ")
    reviewer = reviewer_called(records, desk.id, codename)
    since = read_beginning(moment.strip(), at, desk.zone) if moment.strip() else None
    return _recount(records, desk, reviewer, since, at)


def read_beginning(words: str, at: datetime, zone: str) -> datetime:
    """The moment from which on something is left out: a day alone begins with its first second in `zone`."""
    try:
        return datetime.combine(date.fromisoformat(words), time(), ZoneInfo(zone))
    except ValueError:
        return read_moment(words, at, zone)


def _recount(records: Records, desk: Desk, reviewer: Reviewer, since: datetime | None, at: datetime) -> Recount:
    claims, secret = records.past.opened_by(desk.id, at), records.reviewers.secret_of(reviewer.id)
    if secret is None:
        raise ForgottenBefore(codename=reviewer.codename)
    answered = blind = 0
    differing: list[tuple[Claim, Difference]] = []
    for start in range(0, len(claims), AT_ONCE):
        for claim, entries in _histories(records, claims[start : start + AT_ONCE]):
            name = voter(secret, desk.id, claim.number)
            if not concerns(entries, name, since):
                continue
            answered += 1
            if fold(entries).blind:
                blind += 1
            elif differs := difference(entries, name, since):
                differing.append((claim, differs))
    differing.sort(key=lambda one: one[0].number)
    return Recount(reviewer, since, len(claims), answered, blind, tuple(differing))


def _histories(records: Records, claims: Sequence[ClaimId]) -> list[tuple[Claim, list[Entry]]]:
    known, told = records.past.claims(claims), records.past.histories(claims)
    return [(known[claim], told[claim]) for claim in claims]
