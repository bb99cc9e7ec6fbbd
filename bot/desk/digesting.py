"""The daily digest: one row a chat and local date decides that it goes out, once, late rather than never."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.cards.digest import digest_card
from bot.claims.desk import Desk
from bot.claims.digest import Digest, summarize
from bot.desk.publishing import Priority, want_message
from bot.desk.settings import read_hour
from storage.records import Records

A_DAY = timedelta(days=1)
LONGEST_WAITING = 5


def last_due(desk: Desk, at: datetime) -> date | None:
    """The latest local date whose digest hour has come; None when the digest is off.

    An hour that the clock skips counts by the offset before the change, one that comes twice by its first coming.
    """
    if desk.digest_at is None:
        return None
    today = at.astimezone(ZoneInfo(desk.zone)).date()
    return today if _hour_of(desk, today) <= at else today - A_DAY


def _hour_of(desk: Desk, day: date) -> datetime:
    assert desk.digest_at is not None
    return datetime.combine(day, desk.digest_at, ZoneInfo(desk.zone)).astimezone(ZoneInfo("UTC"))


def send_due_digests(records: Records, at: datetime) -> int:
    """Freezes the digest of every desk whose hour has come and that has none for this date; returns how many."""
    return sum(_send_if_due(records, desk, at) for desk in records.desks.all_open())


def _send_if_due(records: Records, desk: Desk, at: datetime) -> bool:
    day = last_due(desk, at)
    if day is None:
        return False
    since = records.digests.last_before(desk.id, at) or at - A_DAY
    if not records.digests.claim_day(desk.id, day, at):
        return False
    card = digest_card(digest_of(records, desk, since, at), desk)
    want_message(records, desk.chat, f"digest:{day}", card, at, topic=desk.topic, priority=Priority.DIGEST)
    return True


def skip_past_digest(records: Records, desk: Desk, at: datetime) -> None:
    """A desk that is set up after its digest hour gets its first digest tomorrow, not at once.

    When it had digests before, the next one goes on where the last one ended.
    """
    if day := last_due(desk, at):
        records.digests.claim_day(desk.id, day, records.digests.last_before(desk.id, at) or at)


def set_digest_hour(records: Records, desk: Desk, wish: str, at: datetime) -> Desk:
    """Sets the hour of the daily digest, or switches it off; the next one comes when that hour comes next."""
    changed = replace(desk, digest_at=read_hour(wish))
    records.desks.change(changed)
    skip_past_digest(records, changed, at)
    return changed


def digest_of(records: Records, desk: Desk, since: datetime, until: datetime) -> Digest:
    """What changed between two moments, the tolls as reported, and what waits longest."""
    return summarize(
        day=until.astimezone(ZoneInfo(desk.zone)).date(),
        since=since,
        until=until,
        changes=records.history.changes(desk.id, since, until),
        tolls=records.claims.casualties_since(desk.id, since),
        waiting=records.claims.longest_waiting(desk.id, LONGEST_WAITING),
        counts=records.claims.counts(desk.id),
    )


def digest_now(records: Records, desk: Desk, at: datetime) -> Digest:
    """The digest of the last 24 hours, asked for by hand; the daily one comes all the same."""
    return digest_of(records, desk, at - A_DAY, at)
