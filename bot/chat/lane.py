"""The lane: stored updates are handled one after the other, each done in the transaction of its effect."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import datetime

from telegram import Bot, Update

from bot.desk.shift import Shift
from storage.inbox import ATTEMPTS, InboxRow
from storage.store import Store

log = logging.getLogger(__name__)

AT_ONCE = 50
PAUSE = 1.0  # seconds before a failed update is tried again

Handle = Callable[[Update, InboxRow], Awaitable[None]]


class Lane:
    """Handles what is in the inbox, in order of arrival. `nudge` tells it that something came."""

    def __init__(
        self, store: Store, bot: Bot, handle: Handle, apologise: Handle, clock: Callable[[], datetime]
    ) -> None:
        self._store, self._bot, self._clock = store, bot, clock
        self._handle, self._apologise = handle, apologise
        self._shift = Shift(self.once)

    def nudge(self) -> None:
        """Something was stored."""
        self._shift.nudge()

    async def run(self) -> None:
        """Handles updates until cancelled."""
        await self._shift.run()

    async def once(self) -> int:
        """Handles what is there now; returns how many updates that were."""
        rows = await self._store.run(lambda records: records.inbox.next(AT_ONCE))
        for row in rows:
            await self._one(row)
        return len(rows)

    async def _one(self, row: InboxRow) -> None:
        try:
            await self._handle(self._read(row), row)
        except Exception:
            log.exception("update failed", extra={"reference": row.id})
            await self._failed(row)
        else:
            await self._store.run(lambda records: records.inbox.done(row.id, self._clock()))

    def _read(self, row: InboxRow) -> Update:
        return Update.de_json(json.loads(row.payload), self._bot)

    async def _failed(self, row: InboxRow) -> None:
        """Tried again after a pause; set aside with an apology after the last attempt."""
        await self._store.run(lambda records: records.inbox.failed(row.id, self._clock(), str(row.id)))
        if row.attempts + 1 < ATTEMPTS:
            return await asyncio.sleep(PAUSE)
        with suppress(Exception):  # an update that cannot be read has nobody to apologise to
            await self._apologise(self._read(row), row)
        return None
