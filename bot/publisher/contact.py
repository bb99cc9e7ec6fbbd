"""Whether Telegram can be reached, and how long to leave it alone while it cannot."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from bot.publisher.refusals import No, Refusal

log = logging.getLogger(__name__)

TROUBLE = (Refusal.NOT_ARRIVED, Refusal.UNCERTAIN)
FIRST_PAUSE = timedelta(seconds=0.5)
LONGEST_PAUSE = timedelta(seconds=30)


class Contact:
    """Counts failures in a row. Calls that were under way together fail together and count once."""

    def __init__(self) -> None:
        self._failures = 0
        self.quiet_until: datetime | None = None

    def heard(self, outcome: object, at: datetime) -> datetime | None:
        """Takes note of what came of a call; until when to make none, or None when all is well."""
        if isinstance(outcome, No) and outcome.meaning in TROUBLE:
            return self._lost(at)
        if self._failures:
            log.info("telegram answers again")
        self._failures, self.quiet_until = 0, None
        return None

    def _lost(self, at: datetime) -> datetime:
        if self.quiet_until is None or at >= self.quiet_until:
            pause = min(FIRST_PAUSE * 2 ** min(self._failures, 20), LONGEST_PAUSE)
            self._failures += 1
            self.quiet_until = at + pause
            log.warning("telegram does not answer; trying again in %.1f s", pause.total_seconds())
        return self.quiet_until
