"""Days and moments in words."""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from bot.cards.wording import say
from bot.claims.model import EventDate, Precision


def day_in_words(day: date) -> str:
    """A day: “7 July 2021”."""
    return say("when.day", day=day.day, month=_month(day), year=str(day.year))


def days_in_words(when: EventDate) -> str:
    """The day or days on which something happened, as exactly as they are known.

    >>> days_in_words(EventDate(date(2021, 7, 7), date(2021, 7, 8)))
    '7–8 July 2021'
    >>> days_in_words(EventDate(date(2021, 7, 1), date(2021, 7, 31), Precision.MONTH))
    'July 2021'
    """
    start, end = when.start, when.end
    if when.precision is Precision.YEAR and start.year == end.year:
        return str(start.year)
    if when.precision is Precision.MONTH and (start.year, start.month) == (end.year, end.month):
        return say("when.month", month=_month(start), year=str(start.year))
    if when.precision is Precision.WEEK:
        return say("when.week", first=day_in_words(start))
    return _span(start, end)


def moment_in_words(at: datetime, zone: str) -> str:
    """A moment in a time zone, with the zone's name: “9 July, 14:00 (UTC)”."""
    local = at.astimezone(ZoneInfo(zone))
    hour = say("when.hour", hour=f"{local:%H:%M}", zone=zone)
    return say("when.moment", day=local.day, month=_month(local), hour=hour)


def local_day(at: datetime, zone: str) -> date:
    """The date that a moment has in a time zone."""
    return at.astimezone(ZoneInfo(zone)).date()


def rounded_hour(at: datetime, zone: str) -> str:
    """The hour in which something happened, as others may know it: “14:00”."""
    return f"{at.astimezone(ZoneInfo(zone)):%H}:00"


def hour_in_words(hour: time) -> str:
    """A time of day: “08:00”."""
    return f"{hour:%H:%M}"


def _span(start: date, end: date) -> str:
    last = {"day": end.day, "month": _month(end), "year": str(end.year)}
    if start == end:
        return say("when.day", **last)
    if start.year != end.year:
        return say("when.years", first=start.day, first_month=_month(start), first_year=str(start.year), **last)
    if start.month != end.month:
        return say("when.months", first=start.day, first_month=_month(start), **last)
    return say("when.days", first=start.day, **last)


def _month(day: date) -> str:
    return say(f"when.{day.month}")
