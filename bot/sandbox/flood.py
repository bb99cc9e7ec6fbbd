"""Telegram's flood limits: 20 messages a minute in a group, about one a second in private, 30 a second in all."""

from __future__ import annotations

from collections import defaultdict, deque
from datetime import datetime, timedelta
from math import ceil

from bot.sandbox.clock import Clock
from bot.sandbox.refusals import TOO_MANY_REQUESTS, Refusal

COUNTED = frozenset(
    ["sendmessage", "senddocument", "sendphoto", "editmessagetext", "editmessagecaption", "editmessagereplymarkup"]
)

GROUP = (20, timedelta(seconds=60))
PRIVATE = (5, timedelta(seconds=5))  # one a second on average; a short burst passes
OVERALL = (30, timedelta(seconds=1))


class FloodGate:
    """Counts what the bot sends and turns it away when it is too much. Edits count as messages do."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._sent: defaultdict[int | str, deque[datetime]] = defaultdict(deque)

    def pass_through(self, chat: int) -> None:
        """Lets one message through. Raises Refusal 429 with retry_after in whole seconds."""
        now = self._clock()
        windows = ((chat, GROUP if chat < 0 else PRIVATE), ("overall", OVERALL))
        wait = max(self._wait(key, limit, span, now) for key, (limit, span) in windows)
        if wait > timedelta(0):
            seconds = max(1, ceil(wait.total_seconds()))
            raise Refusal(TOO_MANY_REQUESTS, seconds=seconds, parameters={"retry_after": seconds})
        for key, _ in windows:
            self._sent[key].append(now)

    def _wait(self, key: int | str, limit: int, span: timedelta, now: datetime) -> timedelta:
        sent = self._sent[key]
        while sent and sent[0] <= now - span:
            sent.popleft()
        return sent[0] + span - now if len(sent) >= limit else timedelta(0)
