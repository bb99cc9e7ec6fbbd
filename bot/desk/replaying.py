"""What the desk believed at a moment, read from the histories alone: a page of it, or all of it in turn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.cards.dates import moment_in_words
from bot.cards.press import Filter
from bot.claims.claim import Claim, Source
from bot.claims.desk import Desk
from bot.claims.errors import ClaimdeskError
from bot.claims.model import ClaimId, ClaimNumber
from bot.claims.replay import AsItStood, as_it_stood
from bot.claims.status import CLOSED, Status
from storage.records import Records

AT_ONCE = 200  # claims whose histories are held at the same time
WITHIN_THE_SECOND = timedelta(microseconds=999_999)  # a moment is named to the second, and holds all of it
WITHIN_THE_MINUTE = timedelta(seconds=59, microseconds=999_999)  # told to the minute, and never as too early
ORDER = (Status.VERIFIED, Status.DISPUTED, Status.CONTESTED, Status.UNDETERMINED, Status.PENDING, *sorted(CLOSED))


class BeforeTheDesk(ClaimdeskError):
    """This desk did not exist then: it began on {began}."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """A claim as it stood, with the sources that were known by then, in order of arrival."""

    claim: Claim
    stood: AsItStood
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Past:
    """A desk at a moment: how many claims had which status, and all claims wanted, those decided first.

    Within a status the newest claim comes first.
    """

    desk: Desk
    at: datetime
    counts: Mapping[Status, int]
    claims: tuple[ClaimId, ...]


def past(records: Records, desk: Desk, at: datetime, wanted: Filter, number: ClaimNumber | None = None) -> Past:
    """What the desk believed at `at`; a status in `wanted` is that of then. Raises BeforeTheDesk."""
    began = records.past.began(desk.id)
    if at + WITHIN_THE_SECOND < began:
        raise BeforeTheDesk(began=moment_in_words(began + WITHIN_THE_MINUTE, desk.zone))
    until = at + WITHIN_THE_SECOND
    had = records.past.statuses(desk.id, until)
    there = records.past.opened_by(desk.id, until, wanted.kind, wanted.place, number)
    status = {claim: had.get(claim, Status.PENDING) for claim in there}
    chosen = [claim for claim in there if wanted.status in (None, status[claim])]
    chosen.sort(key=lambda claim: ORDER.index(status[claim]))
    counted = Counter(status[claim] for claim in chosen)
    return Past(desk, at, {one: counted[one] for one in ORDER if counted[one]}, tuple(chosen))


def remembered(records: Records, at: datetime, claims: Sequence[ClaimId]) -> list[Remembered]:
    """These claims as they stood at `at`, in the order given; three questions, however many they are."""
    kept, told = records.past.claims(claims), records.past.histories(claims)
    sources = records.past.sources(claims)
    found = ((claim, as_it_stood(told[claim], at + WITHIN_THE_SECOND)) for claim in claims)
    return [Remembered(kept[claim], stood, _known(sources[claim], stood)) for claim, stood in found if stood]


def all_remembered(records: Records, past: Past) -> Iterator[Remembered]:
    """All claims of a past, a few of them in memory at a time."""
    for start in range(0, len(past.claims), AT_ONCE):
        yield from remembered(records, past.at, past.claims[start : start + AT_ONCE])


def _known(sources: Sequence[Source], stood: AsItStood) -> tuple[Source, ...]:
    """One source a document, of those that the history names by then."""
    first = {source.document: source for source in reversed(sources)}
    return tuple(first[document] for document in stood.documents if document in first)
