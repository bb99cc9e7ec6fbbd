"""The queue of updates: what the bot has not confirmed yet."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from bot.sandbox.changes import Changes
from bot.sandbox.clock import Clock
from bot.sandbox.limits import UPDATE_LIFETIME

FIRST_ID = 100_000_001
FAR_AHEAD = 10
KINDS = frozenset(
    (
        "message",
        "edited_message",
        "channel_post",
        "edited_channel_post",
        "callback_query",
        "inline_query",
        "chosen_inline_result",
        "my_chat_member",
        "chat_member",
        "chat_join_request",
        "message_reaction",
        "message_reaction_count",
        "poll",
        "poll_answer",
        "shipping_query",
        "pre_checkout_query",
        "chat_boost",
        "removed_chat_boost",
    )
)
ONLY_ON_REQUEST = frozenset({"chat_member", "message_reaction", "message_reaction_count"})


@dataclass(frozen=True, slots=True)
class Queued:
    """One update as it waits. `line` names those that keep their order when a webhook delivers them."""

    id: int
    kind: str
    payload: str
    expires: datetime
    line: str

    def to_json(self) -> dict[str, Any]:
        """The update as the bot gets it."""
        return {"update_id": self.id, self.kind: json.loads(self.payload)}


class Updates:
    """Updates in order of arrival. They wait until they are confirmed, or too old."""

    def __init__(self, clock: Clock, changes: Changes) -> None:
        self._clock = clock
        self._changes = changes
        self._waiting: deque[Queued] = deque()
        self._next_id = FIRST_ID
        self._allowed: frozenset[str] | None = None
        self.confirmed = 0

    def put(self, kind: str, payload: dict[str, Any], line: str, lifetime: timedelta = UPDATE_LIFETIME) -> None:
        """Queues an update, unless the bot did not ask for its kind."""
        if not self.wanted(kind):
            return
        frozen = json.dumps(payload, ensure_ascii=False)
        self._waiting.append(Queued(self._next_id, kind, frozen, self._clock() + lifetime, line))
        self._next_id += 1
        self._changes.ring()

    def wanted(self, kind: str) -> bool:
        """Whether the bot asked for this kind, or asked for nothing special and gets it all the same."""
        return kind not in ONLY_ON_REQUEST if self._allowed is None else kind in self._allowed

    def allow(self, kinds: Iterable[str] | None) -> None:
        """Remembers which kinds the bot wants; nothing it knows means the usual ones."""
        named = frozenset(kinds or ()) & KINDS
        self._allowed = named or None

    @property
    def allowed(self) -> list[str] | None:
        """The kinds the bot asked for, None for the usual ones."""
        return sorted(self._allowed) if self._allowed is not None else None

    @property
    def waiting(self) -> list[Queued]:
        """What is not confirmed and not too old, in order."""
        self._drop_old()
        return list(self._waiting)

    def confirm_before(self, offset: int) -> None:
        """The bot has everything below the offset; a negative one keeps only that many from the end."""
        if offset < 0:
            offset = self._waiting[offset].id if len(self._waiting) >= -offset else 0
        if offset > self._next_id + FAR_AHEAD:
            return  # an offset from another numbering: the server begins at its first update
        while self._waiting and self._waiting[0].id < offset:
            self._waiting.popleft()
            self.confirmed += 1
            self._changes.ring()

    def confirm(self, update: Queued) -> None:
        """A webhook has taken this one."""
        if update in self._waiting:
            self._waiting.remove(update)
            self.confirmed += 1
            self._changes.ring()

    def forget_all(self) -> None:
        """Drops everything that waits."""
        self._waiting.clear()
        self._changes.ring()

    def restart_from(self, update_id: int) -> None:
        """Numbers the next update so; the real server may start lower after a quiet week."""
        self._next_id = update_id

    def _drop_old(self) -> None:
        now = self._clock()
        kept = [update for update in self._waiting if update.expires > now]
        if len(kept) != len(self._waiting):
            self._waiting = deque(kept)
            self._changes.ring()
