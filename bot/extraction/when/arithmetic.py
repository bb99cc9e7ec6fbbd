"""Days reckoned from days: weekdays, weeks, months, parts of months, feasts that move."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

DAY = timedelta(days=1)


def a_day(year: int, month: int, day: int) -> date | None:
    """The date, or None where the calendar has no such day, or is too near its ends to reckon from."""
    try:
        return date(year, month, day) if 1000 <= year <= 9000 else None
    except ValueError:
        return None


def shifted(day: date, days: int) -> date | None:
    """`days` later (or earlier), or None beyond the calendar's ends."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def latest_weekday(weekday: int, until: date) -> date:
    """The last such weekday up to and including `until`."""
    return until - timedelta(days=(until.weekday() - weekday) % 7)


def next_weekday(weekday: int, since: date) -> date:
    """The first such weekday from `since` on, `since` included."""
    return since + timedelta(days=(weekday - since.weekday()) % 7)


def month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def months_back(day: date, months: int) -> date:
    """The same day of the month so many months earlier, or the month's last day where it is shorter."""
    index = max(day.year * 12 + day.month - 1 - months, 12)
    year, month = index // 12, index % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def part_of_month(year: int, month: int, part: str) -> tuple[date, date]:
    """Early is the 1st to the 10th, mid the 11th to the 20th, late the rest; "" is the whole month."""
    last = month_end(year, month)
    first, until = {"early": (1, 10), "mid": (11, 20), "late": (21, last.day)}.get(part, (1, last.day))
    return date(year, month, first), date(year, month, until)


def nearest_year(month: int, day: int, published: date, future: bool) -> date | None:
    """The day of that name nearest to `published`: not after it, or with `future` not before it."""
    years = range(published.year, published.year + 9) if future else range(published.year, published.year - 9, -1)
    for year in years:
        candidate = a_day(year, month, day) if year >= 1 else None
        if candidate and (candidate >= published if future else candidate <= published):
            return candidate
    return None


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm of 1876)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def weekday_of_month(year: int, month: int, weekday: int, which: int) -> date:
    """The first, second … (or, with -1, the last) such weekday of a month."""
    if which < 0:
        return latest_weekday(weekday, month_end(year, month))
    return next_weekday(weekday, date(year, month, 1)) + timedelta(weeks=which - 1)
