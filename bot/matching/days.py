"""Days: whether two claims may be about the same time; the report's own day is weak evidence where none is said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from bot.claims.model import EventDate, Precision

NEWS_FOR = 3  # days; a report that says no day is about one of the last days
STILL_NEWS = 7  # days between two reports that say no day, beyond which they are hardly about one event
CAMPAIGN = 3  # days; a longer span adds up several events


class Timing(Enum):
    """How the days of two claims stand to each other."""

    SAME = "same"
    OVERLAPPING = "overlapping"
    LIKELY = "likely"  # no day is said on one side, and the reports are of about the same time
    UNKNOWN = "unknown"
    APART = "apart"


@dataclass(frozen=True, slots=True)
class Span:
    """When it happened, both ends included, and when it was told."""

    when: EventDate | None
    told_on: date | None

    @property
    def is_campaign(self) -> bool:
        """Whether it spans several days that are known to the day."""
        if self.when is None:
            return False
        return (self.when.end - self.when.start).days >= CAMPAIGN or self.when.precision is not Precision.DAY


def timing(older: Span, newer: Span) -> Timing:
    """How the days of two claims stand to each other."""
    if older.when and newer.when:
        return _both_said(older.when, newer.when)
    if older.when is None and newer.when is None:
        return _by_reports(older.told_on, newer.told_on)
    said, unsaid = (older, newer) if older.when else (newer, older)
    return _one_said(said, unsaid.told_on)


def _both_said(older: EventDate, newer: EventDate) -> Timing:
    if (older.start, older.end) == (newer.start, newer.end):
        return Timing.SAME
    apart = older.end < newer.start or newer.end < older.start
    return Timing.APART if apart else Timing.OVERLAPPING


def _by_reports(older: date | None, newer: date | None) -> Timing:
    if older is None or newer is None:
        return Timing.UNKNOWN
    return Timing.LIKELY if abs((newer - older).days) <= NEWS_FOR else _hardly(older, newer)


def _hardly(older: date, newer: date) -> Timing:
    return Timing.UNKNOWN if abs((newer - older).days) <= STILL_NEWS else Timing.APART


def _one_said(said: Span, told_on: date | None) -> Timing:
    if told_on is None or said.when is None:
        return Timing.UNKNOWN
    if told_on < said.when.start:
        return Timing.APART
    late = told_on - said.when.end
    if late <= timedelta(days=NEWS_FOR):
        return Timing.LIKELY
    return Timing.UNKNOWN if late <= timedelta(days=STILL_NEWS) else Timing.APART
