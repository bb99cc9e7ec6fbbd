"""The lane: stored updates are handled one after the other, each done in the transaction of its effect."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime

from telegram import Bot, Update

from storage.inbox import InboxRow
from storage.store import Store

log = logging.getLogger(__name__)

AT_ONCE = 50
PAUSE = 1.0  # seconds before a failed update is tried again

Handle = Callable[[Update, InboxRow], Awaitable[None]]


class Lane:
    """Handles what is in the inbox, in order of arrival. `nudge` tells it that something came."""

    def __init__(self, store: Store, bot: Bot, handle: Handle, clock: Callable[[], datetime]) -> None:
        self._store, self._bot, self._handle, self._clock = store, bot, handle, clock
        self._something = asyncio.Event()

    def nudge(self) -> None:
        """Something was stored."""
        self._something.set()

    async def run(self) -> None:
        """Handles updates until cancelled."""
        while True:
            self._something.clear()
            if not await self.once():
                await self._something.wait()

    async def once(self) -> int:
        """Handles what is there now; returns how many updates that were."""
        rows = await self._store.run(lambda records: records.inbox.next(AT_ONCE))
        for row in rows:
            await self._one(row)
        return len(rows)

    async def _one(self, row: InboxRow) -> None:
        try:
            update = Update.de_json(json.loads(row.payload), self._bot)
            await self._handle(update, row)
        except Exception:
            log.exception("update failed", extra={"reference": row.id})
            await self._store.run(lambda records: records.inbox.failed(row.id, self._clock(), str(row.id)))
            await asyncio.sleep(PAUSE)
            return
        await self._store.run(lambda records: records.inbox.done(row.id, self._clock()))
