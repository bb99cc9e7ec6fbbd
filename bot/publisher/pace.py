"""How fast the bot may speak: what Telegram's flood control allows, spent with care.

Telegram publishes 20 messages a minute in a group, one a second in a chat (short bursts pass), and 30
a second overall; edits count like messages. Each limit is a sliding window, and the next call may be
made when the oldest call that fills the window leaves it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import IntEnum

LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
TOGETHER = timedelta(seconds=2)  # two chats refused within this time: the bot as a whole was too fast
FORGET_ABOVE = 1_000  # chats remembered before the idle ones are dropped


class Haste(IntEnum):
    """Who goes first where not everybody can."""

    REPLY = 0
    CARD = 1
    DIGEST = 2
    EDIT = 3


@dataclass(frozen=True, slots=True)
class Window:
    """At most `calls` in any stretch of time as long as `span`."""

    calls: int
    span: timedelta

    def opens(self, made: deque[datetime], spare: int = 0) -> datetime:
        """When one more call fits after those made, if `spare` calls of the window are left to others."""
        room = self.calls - spare
        return made[-room] + self.span if len(made) >= room else LONG_AGO


BURST = Window(3, timedelta(seconds=3))
GROUP_MINUTE = Window(20, timedelta(seconds=60))
EVERYWHERE = Window(30, timedelta(seconds=1))

# Of a group's minute, so many calls are left to the hastier: a command is answered during a flood of votes.
LEFT_TO_OTHERS = {Haste.REPLY: 0, Haste.CARD: 1, Haste.DIGEST: 2, Haste.EDIT: 3}


class Pace:
    """The calls of the last minute, and when the next one may be made.

    A call counts from when it was answered: Telegram cannot have counted it later than that.
    """

    def __init__(self, minute: Window = GROUP_MINUTE, burst: Window = BURST, everywhere: Window = EVERYWHERE) -> None:
        self._minute, self._burst, self._everywhere = minute, burst, everywhere
        self._made: dict[int, deque[datetime]] = {}
        self._all: deque[datetime] = deque(maxlen=everywhere.calls)
        self._halts: dict[int, datetime] = {}
        self._all_halted = LONG_AGO
        self._refused: tuple[int, datetime] = (0, LONG_AGO)

    @property
    def memory(self) -> timedelta:
        """How far back calls matter: read so much of them after a restart."""
        return max(self._minute.span, self._burst.span, self._everywhere.span)

    def next_at(self, chat: int, at: datetime, haste: Haste = Haste.REPLY) -> datetime:
        """When a call to this chat may be made: `at`, or later."""
        made = self._made.get(chat, deque())
        halted = max(self._halts.get(chat, LONG_AGO), self._all_halted)
        opens = max(self._burst.opens(made), self._everywhere.opens(self._all), halted, at)
        return max(opens, self._minute.opens(made, LEFT_TO_OTHERS[haste])) if is_group(chat) else opens

    def spend(self, chat: int, at: datetime) -> None:
        """A call to this chat begins."""
        if len(self._made) > FORGET_ABOVE:
            self._forget_idle(at)
        self._made.setdefault(chat, deque(maxlen=max(self._minute.calls, self._burst.calls))).append(at)
        self._all.append(at)

    def answered(self, chat: int, at: datetime) -> None:
        """The call to this chat that began last was answered."""
        if made := self._made.get(chat):
            made[-1] = max(made[-1], at)

    def unspend(self, chat: int, at: datetime) -> None:
        """The call to this chat that was to begin at this moment turned out not to be needed."""
        if (made := self._made.get(chat)) and made[-1] == at:
            made.pop()
        if at in self._all:
            self._all.remove(at)

    def remember(self, calls: Iterable[tuple[int, datetime]]) -> None:
        """The calls of all processes until now: (chat, when), in any order; its own of before are among them."""
        self._made.clear()
        self._all.clear()
        for chat, when in sorted(calls, key=lambda call: call[1]):
            self.spend(chat, when)

    def halt(self, chat: int, at: datetime, wait: timedelta) -> None:
        """Telegram said to wait. When it says so in two chats at a time, every chat waits."""
        until = at + wait
        before, when = self._refused
        if before != chat and at - when <= TOGETHER:
            self.halt_all(min(until, self._halts.get(before, until)))
        self._halts[chat] = max(until, self._halts.get(chat, LONG_AGO))
        self._refused = (chat, at)

    def halt_all(self, until: datetime) -> None:
        """Nothing goes out before then: Telegram is too busy, or cannot be reached."""
        self._all_halted = max(self._all_halted, until)

    def _forget_idle(self, at: datetime) -> None:
        self._made = {chat: made for chat, made in self._made.items() if made and at - made[-1] < self.memory}
        self._halts = {chat: until for chat, until in self._halts.items() if until > at}


def is_group(chat: int) -> bool:
    """Groups, supergroups and channels have negative ids; people have positive ones."""
    return chat < 0
