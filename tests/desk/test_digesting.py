from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise, product
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

import pytest

from bot.claims.desk import Desk
from bot.claims.model import DeskId
from bot.desk.digesting import last_due
from tests.scoreboard import count

BERLIN = Desk(DeskId(1), -7, "Berlin desk", zone="Europe/Berlin", digest_at=time(8))


def test_before_the_hour_yesterdays_digest_is_the_last_due():
    assert last_due(BERLIN, datetime(2026, 11, 25, 6, 59, tzinfo=UTC)) == date(2026, 11, 24)
    assert last_due(BERLIN, datetime(2026, 11, 25, 7, 0, tzinfo=UTC)) == date(2026, 11, 25)


def test_a_digest_that_is_off_is_never_due():
    assert last_due(replace(BERLIN, digest_at=None), datetime(2026, 11, 25, 12, tzinfo=UTC)) is None


FIRST, LAST = datetime(2026, 1, 1, tzinfo=UTC), datetime(2031, 1, 1, tzinfo=UTC)
TICK = timedelta(hours=1)
LATEST = timedelta(hours=2) + TICK  # an hour that the clock skips comes so much later; Troll skips two


@pytest.mark.proof
def test_every_local_date_has_its_digest_once_in_every_zone_through_every_change_of_its_clock():
    """All zones, all changes of 2026 to 2030, every hour of the day; zones that share their rules are one."""
    for zone, changes in _zones():
        for change, at in product(changes, range(24)):
            hour = time(at, 30 * ((at + change.day) % 2))
            desk = replace(BERLIN, zone=zone, digest_at=hour)
            sent = _sent(desk, change - timedelta(hours=26), change + timedelta(hours=30))
            dates = [day for day, _ in sent]
            count("digest_days", len(dates))
            missed = count("digests_missed", sum((b - a).days != 1 for a, b in pairwise(sorted(set(dates)))))
            double = count("digests_double", len(dates) - len(set(dates)))
            assert (missed, double) == (0, 0), (zone, change, hour, dates)
            for day, moment in sent[1:]:  # the first was due before the sweep began
                local = moment.astimezone(ZoneInfo(zone))
                late = local.replace(tzinfo=None) - datetime.combine(day, hour)
                earliest = -LATEST if local.fold else timedelta()  # the clock was there, and has gone back meanwhile
                assert earliest <= late <= LATEST, (zone, change, hour, local)


@pytest.mark.parametrize("outage", [timedelta(hours=hours) for hours in (1, 9, 23)])
def test_what_came_due_while_nobody_was_there_goes_out_late_rather_than_never(outage: timedelta):
    begins = datetime(2026, 10, 24, 21, tzinfo=UTC)  # the night in which the clock goes back
    for at in range(24):
        sent = _sent(replace(BERLIN, digest_at=time(at)), begins, begins + timedelta(days=3), outage)
        dates = [day for day, _ in sent]
        assert dates == sorted(set(dates))
        assert [(b - a).days for a, b in pairwise(dates)] == [1] * (len(dates) - 1)


def _zones() -> list[tuple[str, list[datetime]]]:
    """One zone for each set of rules there is, with the changes of its clock; one ordinary day for those without."""
    found: dict[tuple[Any, ...], tuple[str, list[datetime]]] = {}
    for zone in sorted(available_timezones() - {"localtime"}):
        changes = _changes(ZoneInfo(zone))
        offsets = tuple((at, at.astimezone(ZoneInfo(zone)).utcoffset()) for at in (FIRST, *changes))
        found.setdefault(offsets, (zone, changes or [FIRST]))
    assert len(found) > 60
    return list(found.values())


def _changes(zone: ZoneInfo) -> list[datetime]:
    """The first minutes of every new offset, found by halving the days on which it changed."""
    changes = []
    for day in range((LAST - FIRST).days):
        low, high = FIRST + timedelta(days=day), FIRST + timedelta(days=day + 1)
        before = zone.utcoffset(low.astimezone(zone))
        if before == zone.utcoffset(high.astimezone(zone)):
            continue
        while high - low > timedelta(minutes=1):
            middle = low + (high - low) / 2
            low, high = (middle, high) if zone.utcoffset(middle.astimezone(zone)) == before else (low, middle)
        changes.append(high.replace(second=0, microsecond=0))
    return changes


def _sent(
    desk: Desk, first: datetime, last: datetime, outage: timedelta = timedelta()
) -> list[tuple[date, datetime]]:  # fmt: skip
    """What a tick every hour sends, and when; the bot is away for the first hours."""
    at, rows, sent = first + outage, set[date](), list[tuple[date, datetime]]()
    while at < last:
        day = last_due(desk, at)
        if day is not None and day not in rows:
            rows.add(day)
            sent.append((day, at))
        at += TICK
    return sent
