"""A moment of the past, as people name it: exactly, by the day, by the weekday, or by how long ago it was."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.claims.errors import ClaimdeskError

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
LONGEST = 5  # words
_UNITS = {
    "m": timedelta(minutes=1), "min": timedelta(minutes=1), "minute": timedelta(minutes=1),
    "h": timedelta(hours=1), "hour": timedelta(hours=1),
    "d": timedelta(days=1), "day": timedelta(days=1),
    "w": timedelta(weeks=1), "week": timedelta(weeks=1),
}  # fmt: skip
_CLOCK = re.compile(r"(?:at )?([01]?[0-9]|2[0-3]):([0-5][0-9])")
_AGO = re.compile(r"(?:-\s?([0-9]{1,5})\s?([a-z]+?)s?|([0-9]{1,5})\s?([a-z]+?)s? ago)")
_LAST_SECOND = time(23, 59, 59)


class WhichTime(ClaimdeskError):
    """Which time? For example: 2026-11-01 08:00, 2026-11-01, yesterday 18:00, last Tuesday, or 3 hours ago."""


class NotATime(ClaimdeskError):
    """I cannot read “{words}” as a time. Write for example 2026-11-01 08:00, yesterday 18:00, last Tuesday, or 3 hours ago."""  # noqa: E501


class StillToCome(ClaimdeskError):
    """“{words}” is still to come; I can only tell what was believed before."""


def read_moment(words: str, now: datetime, zone: str) -> datetime:
    """The moment that these words name, in UTC, to the second. Without an offset it is a time in `zone`.

    A day alone means its end, or now while it lasts. Raises WhichTime, NotATime or StillToCome.

    >>> noon = datetime(2026, 11, 25, 12, tzinfo=UTC)
    >>> read_moment("yesterday 18:00", noon, "Asia/Kabul").isoformat()
    '2026-11-24T13:30:00+00:00'
    >>> read_moment("2026-11-01", noon, "UTC").isoformat()
    '2026-11-01T23:59:59+00:00'
    """
    if not words.strip():
        raise WhichTime
    moment = _moment(" ".join(words.split()), now, ZoneInfo(zone))
    if moment is None:
        raise NotATime(words=words[:40])
    if moment > now:
        raise StillToCome(words=words[:40])
    return moment


def split_moment(words: str, now: datetime, zone: str) -> tuple[datetime, str]:
    """The moment that a line of words begins with, and the words after it. Raises as `read_moment`."""
    said = words.split()
    for many in range(min(LONGEST, len(said)), 0, -1):
        named = " ".join(said[:many])
        if _moment(named, now, ZoneInfo(zone)) is not None:
            return read_moment(named, now, zone), " ".join(said[many:])
    return read_moment(" ".join(said[:2]), now, zone), ""


def _moment(words: str, now: datetime, zone: ZoneInfo) -> datetime | None:
    try:
        said = words.lower()
        found = _ago(said, now) or _exact(words) or _local(said, now, zone)
        return found.astimezone(UTC).replace(microsecond=0) if found else None
    except (ValueError, OverflowError):
        return None


def _ago(said: str, now: datetime) -> datetime | None:
    found = _AGO.fullmatch(said)
    if said == "now" or not found:
        return now if said == "now" else None
    unit = _UNITS.get(found[2] or found[4])
    return now - int(found[1] or found[3]) * unit if unit else None


def _exact(words: str) -> datetime | None:
    """A time with its offset, in the form of ISO 8601."""
    if not re.match(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ]", words):
        return None
    moment = datetime.fromisoformat(words.upper())
    return moment if moment.tzinfo else None


def _local(said: str, now: datetime, zone: ZoneInfo) -> datetime | None:
    """A day, a time of day, or both, as the desk's clocks show them."""
    today = now.astimezone(zone).date()
    if clock := _CLOCK.fullmatch(said):
        return datetime.combine(today, _time(clock), zone)
    head, _, last = re.sub(r"^([0-9-]{10})t", r"\1 ", said).rpartition(" ")
    if head and (clock := _CLOCK.fullmatch(last)):
        day = _day(head.removesuffix(" at"), today)
        return datetime.combine(day, _time(clock), zone) if day else None
    return _end_of(_day(said, today), now, zone)


def _end_of(day: date | None, now: datetime, zone: ZoneInfo) -> datetime | None:
    if day is None:
        return None
    return now if day == now.astimezone(zone).date() else datetime.combine(day, _LAST_SECOND, zone)


def _time(clock: re.Match[str]) -> time:
    return time(int(clock[1]), int(clock[2]))


def _day(said: str, today: date) -> date | None:
    if said in ("today", "yesterday"):
        return today - timedelta(days=said == "yesterday")
    weekday = said.removeprefix("last ").removeprefix("on ")
    if weekday in WEEKDAYS:
        return today - timedelta(days=(today.weekday() - WEEKDAYS.index(weekday) - 1) % 7 + 1)
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", said):
        return date.fromisoformat(said)
    for form in ("%d %B %Y", "%d %b %Y"):
        try:
            return datetime.strptime(said, form).date()  # noqa: DTZ007 (a day has no zone)
        except ValueError:
            continue
    return None
