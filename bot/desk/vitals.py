"""Whether the bot is well, and how much it has done: read for those who watch over it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.claims.errors import ClaimdeskError
from bot.claims.status import Status
from storage.figures import UpdateFigures
from storage.records import Records

LAST_CONTACT = "last_contact"  # the setting under which every contact with Telegram is noted
SILENCE = timedelta(seconds=120)
WAITS_TOO_LONG = timedelta(seconds=60)


class DatabaseSilent(ClaimdeskError):
    """The database does not answer."""


class NeverReached(ClaimdeskError):
    """Telegram has not been reached yet."""


class TelegramSilent(ClaimdeskError):
    """Telegram was last heard from {seconds} s ago."""


class UpdatesWait(ClaimdeskError):
    """The oldest update that is not handled yet has waited for {seconds} s."""


@dataclass(frozen=True, slots=True)
class Vitals:
    """When Telegram was last heard from, and since when the oldest update waits; None for never, or nothing."""

    last_contact: datetime | None
    oldest_waiting: datetime | None

    def contact_age(self, at: datetime) -> float | None:
        """Seconds since the last contact."""
        return _age(self.last_contact, at)

    def inbox_age(self, at: datetime) -> float:
        """Seconds that the oldest update has waited; 0 when nothing waits."""
        return _age(self.oldest_waiting, at) or 0.0

    def complaints(self, at: datetime) -> Iterator[ClaimdeskError]:
        """What is wrong at this moment."""
        age = self.contact_age(at)
        if age is None:
            yield NeverReached()
        elif age > SILENCE.total_seconds():
            yield TelegramSilent(seconds=int(age))
        if (waits := self.inbox_age(at)) > WAITS_TOO_LONG.total_seconds():
            yield UpdatesWait(seconds=int(waits))


@dataclass(frozen=True, slots=True)
class Figures:
    """How much there is, over all desks and replicas: no person, no id, and no vote's stance."""

    vitals: Vitals
    updates: UpdateFigures
    claims: Mapping[Status, int]
    votes: int
    differing: int
    digests: int
    open_desks: int


def vitals(records: Records) -> Vitals:
    """Whether the bot is well."""
    last = records.settings.get(LAST_CONTACT)
    return Vitals(datetime.fromisoformat(last) if last else None, records.inbox.oldest_waiting())


def figures(records: Records) -> Figures:
    """All the numbers, as of one moment."""
    counted = records.figures
    return Figures(
        vitals(records), counted.updates(), counted.claims_by_status(), counted.votes(), counted.differing(),
        counted.digests(), counted.open_desks(),
    )  # fmt: skip


def _age(since: datetime | None, at: datetime) -> float | None:
    return None if since is None else max(0.0, (at - since).total_seconds())
