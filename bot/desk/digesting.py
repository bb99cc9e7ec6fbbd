"""The daily digest: one row a chat and local date decides that it goes out, once, late rather than never."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.cards.checkpoint import Signed, checkpoint_files, checkpoint_parts
from bot.cards.digest import digest_card
from bot.claims.claim import Claim
from bot.claims.desk import Desk
from bot.claims.digest import Digest, summarize
from bot.claims.events import Entry
from bot.claims.model import DeskId
from bot.desk.checkpoints import LogDoesNotHold, cut_checkpoint
from bot.desk.conflicts import conflicts_in, taken_over
from bot.desk.publishing import Priority, want_message
from bot.desk.settings import read_hour
from bot.desk.tolls import tolls_since
from bot.signing import Notary
from storage.records import Records

log = logging.getLogger(__name__)

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


def digests_due(records: Records, at: datetime) -> list[Desk]:
    """The desks whose hour has come and that have no digest for this date yet."""
    days = ((desk, last_due(desk, at)) for desk in records.desks.all_open())
    return [desk for desk, day in days if day and not records.digests.has(desk.id, day)]


def send_if_due(records: Records, desk: DeskId, at: datetime, notary: Notary, leads: Sequence[int] = ()) -> bool:
    """Freezes the desk's digest when its hour has come and this date has none yet; tells whether it did.

    With it the desk's history is signed, and those of the `leads` (ids of people, as Telegram just named them) who
    have a private chat get the checkpoint as a file.
    """
    home = records.desks.get(desk)
    day = last_due(home, at)
    if day is None or not home.open:
        return False
    since = records.digests.last_before(desk, at) or at - A_DAY
    if not records.digests.claim_day(desk, day, at):
        return False
    _send(records, home, day, since, at, _signed(records, home, notary, at), leads)
    return True


def _send(
    records: Records, desk: Desk, day: date, since: datetime, at: datetime, signed: Signed | None, leads: Sequence[int]
) -> None:
    told = _told(records, desk, since, at, signed)
    records.digests.reached(desk.id, day, signed.size if signed else None)
    card = digest_card(told, desk, checkpoint_parts(signed))
    want_message(records, desk.chat, f"digest:{day}", card, at, topic=desk.topic, priority=Priority.DIGEST)
    if signed:
        _hand_out(records, desk, signed, day, leads, at)


def _told(records: Records, desk: Desk, since: datetime, at: datetime, signed: Signed | None) -> Digest:
    """By the log where both this digest and the last one reach into it, else by the time between them."""
    first = records.digests.last_size(desk.id, at)
    if signed is None or first is None:
        return digest_of(records, desk, since, at)
    return _digest(records, desk, since, at, records.history.changes_logged(desk.id, first, signed.size))


def _signed(records: Records, desk: Desk, notary: Notary, at: datetime) -> Signed | None:
    """The checkpoint, or None: a log that was tampered with must not keep the digest from going out and saying so."""
    try:
        return cut_checkpoint(records, desk.id, notary, at)
    except LogDoesNotHold as error:
        log.error("desk %s: %s", desk.id, error.sentence)
        return None


def _hand_out(records: Records, desk: Desk, signed: Signed, day: date, leads: Iterable[int], at: datetime) -> None:
    """The checkpoint as files, to each lead to whom the bot may write."""
    for lead in filter(records.postings.reaches, leads):
        for number, card in enumerate(checkpoint_files(signed, desk.id, desk.title)):
            want_message(records, lead, f"checkpoint:{desk.id}:{day}:{number}", card, at, priority=Priority.DIGEST)


def skip_past_digest(records: Records, desk: Desk, at: datetime) -> None:
    """A desk that is set up after its digest hour gets its first digest tomorrow, not at once.

    When it had digests before, the next one goes on where the last one ended.
    """
    if day := last_due(desk, at):
        size = records.digests.last_size(desk.id, at)
        if records.digests.claim_day(desk.id, day, records.digests.last_before(desk.id, at) or at):
            records.digests.reached(desk.id, day, size)


def set_digest_hour(records: Records, desk: Desk, wish: str, at: datetime) -> Desk:
    """Sets the hour of the daily digest, or switches it off; the next one comes when that hour comes next."""
    changed = replace(desk, digest_at=read_hour(wish))
    records.desks.change(changed)
    skip_past_digest(records, changed, at)
    return changed


def digest_of(records: Records, desk: Desk, since: datetime, until: datetime) -> Digest:
    """What changed between two moments, the tolls of the events that were reported, and what waits longest."""
    return _digest(records, desk, since, until, records.history.changes(desk.id, since, until))


def _digest(
    records: Records, desk: Desk, since: datetime, until: datetime, changes: Sequence[tuple[Claim, Entry]]
) -> Digest:
    return summarize(
        day=until.astimezone(ZoneInfo(desk.zone)).date(),
        since=since,
        until=until,
        changes=changes,
        tolls=tolls_since(records, desk, since),
        waiting=records.claims.longest_waiting(desk.id, LONGEST_WAITING),
        counts=records.claims.counts(desk.id),
        conflicts=conflicts_in(records, desk.id, changes),
        instead=taken_over(records, desk.id, changes),
    )


def digest_now(records: Records, desk: Desk, at: datetime) -> Digest:
    """The digest of the last 24 hours, asked for by hand; the daily one comes all the same."""
    return digest_of(records, desk, at - A_DAY, at)
