"""Where the sandbox takes the time from: the wall, or a clock that a test moves by hand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

Clock = Callable[[], datetime]
"""Gives the moment it is now, aware and in UTC."""


class WallClock:
    """The time of this machine, and what somebody put it forward."""

    def __init__(self) -> None:
        self._ahead = timedelta(0)

    def __call__(self) -> datetime:
        """The moment the clock shows."""
        return datetime.now(UTC) + self._ahead

    def forward(self, *, seconds: float = 0, minutes: float = 0, hours: float = 0, days: float = 0) -> None:
        """Moves the clock on."""
        self._ahead += timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)


class HandClock:
    """A clock that stands still until somebody moves it.

    >>> clock = HandClock(datetime(2026, 3, 1, 12, tzinfo=UTC))
    >>> clock.forward(seconds=90)
    >>> clock().isoformat()
    '2026-03-01T12:01:30+00:00'
    """

    def __init__(self, at: datetime) -> None:
        self._at = at

    def __call__(self) -> datetime:
        """The moment the clock shows."""
        return self._at

    def forward(self, *, seconds: float = 0, minutes: float = 0, hours: float = 0, days: float = 0) -> None:
        """Moves the clock on."""
        self._at += timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)
