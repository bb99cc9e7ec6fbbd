from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo, available_timezones

import pytest

from bot.claims.desk import Desk
from bot.claims.model import DeskId
from bot.desk.digesting import last_due

BERLIN = Desk(DeskId(1), -7, "Berlin desk", zone="Europe/Berlin", digest_at=time(8))


def test_before_the_hour_yesterdays_digest_is_the_last_due():
    assert last_due(BERLIN, datetime(2026, 11, 25, 6, 59, tzinfo=UTC)) == date(2026, 11, 24)
    assert last_due(BERLIN, datetime(2026, 11, 25, 7, 0, tzinfo=UTC)) == date(2026, 11, 25)


def test_a_digest_that_is_off_is_never_due():
    assert last_due(replace(BERLIN, digest_at=None), datetime(2026, 11, 25, 12, tzinfo=UTC)) is None


@pytest.mark.parametrize("hour", range(24))
def test_every_day_gets_its_digest_once_through_both_changes_of_the_clock(hour: int):
    desk = replace(BERLIN, digest_at=time(hour, 30))
    for first in (date(2026, 3, 27), date(2026, 10, 23)):
        days = _days_sent(desk, first, 5)
        assert days == sorted(set(days))
        assert len(days) >= 5


def test_no_zone_skips_a_day_or_repeats_one_around_its_changes():
    """A sweep by the hour over a spring and an autumn, in every zone there is."""
    wrong = []
    for zone in sorted(available_timezones()):
        for first in (date(2026, 3, 26), date(2026, 10, 22)):
            days = _days_sent(replace(BERLIN, zone=zone, digest_at=time(0, 30)), first, 5)
            gaps = [(a, b) for a, b in pairwise(days) if b - a != timedelta(days=1)]
            wrong += [(zone, gaps)] if gaps else []

    assert wrong == []


def _days_sent(desk: Desk, first: date, days: int) -> list[date]:
    """The local dates for which a tick every half hour would send a digest, in the order of sending."""
    at = datetime(first.year, first.month, first.day, tzinfo=ZoneInfo(desk.zone)).astimezone(UTC)
    sent: list[date] = []
    for _ in range(48 * days):
        day = last_due(desk, at)
        if day and day not in sent:
            sent.append(day)
        at += timedelta(minutes=30)
    return sent
