"""The durable inbox: every update is stored before Telegram is told that it arrived."""

from __future__ import annotations

import asyncio
import json
import logging
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from telegram import Bot
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError
from telegram.request import HTTPXRequest

from bot.chat.lines import line_of
from bot.desk.duty import ALONE, Alone, Duty
from bot.desk.housekeeping import announce_gap
from bot.desk.vitals import LAST_CONTACT
from storage.inbox import Arrival
from storage.records import Records
from storage.store import Store

log = logging.getLogger(__name__)

LONG_POLL = 25  # seconds
AT_ONCE = 0.2  # seconds; an empty answer to a long poll comes later than that
PAUSE = 2.0  # seconds before the next try when Telegram cannot be reached
LONGEST_PAUSE = 30.0
WANTED = ["message", "edited_message", "callback_query", "my_chat_member", "chat_member"]
FRESH = timedelta(seconds=1)  # a contact so young need not be noted anew
GAP = timedelta(seconds=120)  # after which presses may be gone: they live 150 s on Telegram's side


class RawUpdates(HTTPXRequest):
    """A request that keeps the updates as they came, unknown fields included."""

    raw: list[dict[str, Any]]

    async def do_request(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:
        """The answer, remembered in `raw` as far as it is a list of updates."""
        self.raw = []
        code, payload = await super().do_request(*args, **kwargs)
        self.raw = _updates_in(payload)
        return code, payload


class Inbox:
    """Polls Telegram and stores what comes; `nudge` wakes the lane that handles it. One process at a time polls."""

    def __init__(
        self, store: Store, bot: Bot, request: RawUpdates, clock: Callable[[], datetime], nudge: Callable[[], None],
        duty: Duty | Alone = ALONE,
    ) -> None:  # fmt: skip
        self._store, self._bot, self._request, self._clock, self._nudge = store, bot, request, clock, nudge
        self._duty = duty
        self._offset: int | None = None  # none at start: update_id may restart lower after a quiet week
        self._patience = 0  # seconds; the first poll after a silence answers at once, so that a gap is told of at once

    async def run(self) -> None:
        """Polls until cancelled, whenever that is our duty. A wrong token ends it; everything else is tried again."""
        await self._duty.while_ours(self._poll_on)

    async def _poll_on(self) -> None:
        pause, self._offset, self._patience = PAUSE, None, 0
        await self._leave_webhook()
        while True:
            try:
                await self._poll()
                pause, self._patience = PAUSE, LONG_POLL
            except InvalidToken:
                raise
            except RetryAfter as wait:
                await asyncio.sleep(seconds(wait.retry_after))
            except Conflict:
                log.error("another program asks for updates with this token; each must have its own bot")
                pause = await _rested(pause)
            except TelegramError as error:
                log.warning("telegram cannot be reached: %s; trying again in %.0f s", type(error).__name__, pause)
                pause = await _rested(pause)
            except Exception:
                log.exception("a poll failed; what was not stored is not confirmed and comes again")
                pause = await _rested(pause)

    async def _leave_webhook(self) -> None:
        """A webhook that an earlier set-up left behind would refuse every poll. What waits for it is polled."""
        try:
            if (await self._bot.get_webhook_info()).url:
                await self._bot.delete_webhook()
                log.warning("a webhook was set; it is removed, since CLAIMDESK_WEBHOOK_URL is not")
        except TelegramError as error:
            log.warning("a webhook, if there is one, could not be removed: %s", type(error).__name__)

    async def _poll(self) -> None:
        began, patience, self._patience = time.monotonic(), self._patience, 0
        try:
            await self._bot.get_updates(offset=self._offset, timeout=patience, allowed_updates=WANTED)
        except TelegramError:
            raise
        except Exception:  # an update that the library cannot read is still stored as it came
            if not self._request.raw:
                raise
        batch = sorted(self._request.raw, key=lambda update: int(update["update_id"]))
        await self._store.run(keep, batch, self._clock())
        if batch:
            self._offset = int(batch[-1]["update_id"]) + 1
            self._nudge()
        elif patience and time.monotonic() - began < AT_ONCE:
            await asyncio.sleep(AT_ONCE)  # a server that does not wait would be asked in a circle


def keep(records: Records, batch: list[dict[str, Any]], at: datetime) -> None:
    """Stores a batch and the time of this contact; after a long silence the desks are told which minutes are lost."""
    _note_contact(records, at)
    records.inbox.store([_arrival(update) for update in batch], at)


def _note_contact(records: Records, at: datetime) -> None:
    """Many replicas hear from Telegram at once after a silence; the first of them tells the desks."""
    if _is_fresh(records.settings.get(LAST_CONTACT), at):
        return
    last = _time(records.settings.hold(LAST_CONTACT))
    if last and at - last > GAP:
        announce_gap(records, last, at)
    if last is None or at > last:
        records.settings.put(LAST_CONTACT, at.isoformat())


def _is_fresh(last: str | None, at: datetime) -> bool:
    then = _time(last)
    return then is not None and abs(at - then) < FRESH


def _time(written: str | None) -> datetime | None:
    return datetime.fromisoformat(written) if written else None


def _arrival(update: dict[str, Any]) -> Arrival:
    return Arrival(int(update["update_id"]), json.dumps(update, ensure_ascii=False), line_of(update))


async def _rested(pause: float) -> float:
    """Rests, and tells how long to rest the next time."""
    await asyncio.sleep(pause)
    return min(pause * 2, LONGEST_PAUSE)


def _updates_in(payload: bytes) -> list[dict[str, Any]]:
    try:
        result = json.loads(payload).get("result")
    except (ValueError, AttributeError):
        return []
    return result if isinstance(result, list) else []


def seconds(wait: int | timedelta) -> float:
    """How long Telegram says to wait, whichever way the library gives it."""
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
