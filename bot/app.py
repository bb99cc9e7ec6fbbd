"""The wiring on one page: storage, inbox, lane, conversation, reading room, publisher and timetable."""

from __future__ import annotations

import asyncio
import logging
import signal
from collections.abc import Callable, Coroutine
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from telegram.error import InvalidToken, TelegramError
from telegram.ext import Application, ApplicationBuilder, ExtBot
from telegram.request import HTTPXRequest

from bot.cards.presses import Signer
from bot.chat.conversation import Conversation
from bot.chat.doorkeeper import Doorkeeper
from bot.chat.files import FileRoom
from bot.chat.inbox import LONGEST_PAUSE, PAUSE, Inbox, RawUpdates
from bot.chat.lane import Lane
from bot.chat.menus import set_menus
from bot.claims.errors import ClaimdeskError
from bot.config import Settings
from bot.desk import audiences
from bot.desk.housekeeping import join_ripe_drafts, keep_house
from bot.desk.publishing import first_shown
from bot.desk.reading import ReadingRoom
from bot.desk.showing import Showing
from bot.publisher.errand import Verbs
from bot.publisher.pace import Pace
from bot.publisher.rounds import Publisher
from bot.signing import press_key, signing_key
from bot.telemetry import set_up_logging
from bot.timetable import Tick, schedule
from storage.store import Store

log = logging.getLogger(__name__)

DRAIN = 8.0  # seconds for what is in flight when the bot is told to stop; systemd and Docker allow more
CONNECTIONS = 32  # for calls; the long poll has its own
KEEP_HOUSE = 15.0  # seconds
JOIN_DRAFTS = 1.0


class TokenRefused(ClaimdeskError):
    """{url} does not accept the token. Ask BotFather for the right one and set CLAIMDESK_TOKEN.
    Should CLAIMDESK_API_URL be set, look at that too: an address where there is no Bot API server says the same."""


def utc_now() -> datetime:
    """The clock of the running bot."""
    return datetime.now(UTC)


@dataclass(slots=True)
class Claimdesk:
    """The running bot: its rooms, and the loops that keep them going."""

    settings: Settings
    store: Store
    clock: Callable[[], datetime] = utc_now
    pace: Pace | None = None

    async def run(self, stop: asyncio.Event) -> None:
        """Works until `stop` is set, then drains. Raises TokenRefused or BadKeyFile."""
        signer = Signer(press_key(signing_key(self.settings.signing_key_file)))
        request = RawUpdates(connection_pool_size=2)
        application = _application(self.settings, request)
        try:
            if await _reached(application, stop):
                await self._run(application, request, signer, stop)
        except InvalidToken as error:
            raise TokenRefused(url=self.settings.api_url) from error

    async def _run(self, application: Any, request: RawUpdates, signer: Signer, stop: asyncio.Event) -> None:
        async with application:
            await application.start()
            try:
                await self._work(application, request, signer, stop)
            finally:  # one that still runs hides behind its own complaint why it failed
                await application.stop()

    async def _work(self, application: Any, request: RawUpdates, signer: Signer, stop: asyncio.Event) -> None:
        bot: ExtBot[None] = application.bot
        verbs = Verbs(Showing(signer).card, first_shown, audiences.moved, audiences.left)
        publisher = Publisher(self.store, bot, verbs, self.clock, self.pace)
        reading = ReadingRoom(self.store, FileRoom(bot).fetch, self.clock, publisher.nudge)

        def something_happened() -> None:
            publisher.nudge()
            reading.nudge()

        doorkeeper = Doorkeeper(bot, self.clock)
        talk = Conversation(self.store, bot, doorkeeper, signer, self.clock, something_happened)
        lane = Lane(self.store, bot, talk.handle, talk.apologise, self.clock)
        inbox = Inbox(self.store, bot, request, self.clock, lane.nudge)
        schedule(application, self._ticks(something_happened))
        await _menus(bot)
        log.info("ready as @%s", bot.username)
        await _until(stop, inbox.run(), lane.run(), reading.run(), publisher.run())
        await publisher.drain(DRAIN)

    def _ticks(self, happened: Callable[[], None]) -> tuple[Tick, ...]:
        async def house() -> None:
            if await self.store.run(keep_house, self.clock()):
                happened()

        async def drafts() -> None:
            if await self.store.run(join_ripe_drafts, self.clock()):
                happened()

        return Tick(house, KEEP_HOUSE), Tick(drafts, JOIN_DRAFTS)


def run_until_stopped(settings: Settings) -> None:
    """`claimdesk run`: until SIGTERM or Ctrl-C."""
    set_up_logging((settings.bot_token,))
    store = Store(settings.database_url)
    try:
        store.migrate()
        asyncio.run(_run_with_signals(Claimdesk(settings, store)))
    finally:
        store.close()


async def _run_with_signals(claimdesk: Claimdesk) -> None:
    stop, loop = asyncio.Event(), asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    await claimdesk.run(stop)


def _application(settings: Settings, request: RawUpdates) -> Application[Any, Any, Any, Any, Any, Any]:
    """python-telegram-bot's application without its updater: updates are polled and stored by the inbox."""
    return (
        ApplicationBuilder()
        .token(settings.bot_token)
        .base_url(f"{settings.api_url}/bot")
        .base_file_url(f"{settings.api_url}/file/bot")
        .request(HTTPXRequest(connection_pool_size=CONNECTIONS))
        .get_updates_request(request)
        .updater(None)
        .build()
    )


async def _reached(application: Any, stop: asyncio.Event) -> bool:
    """Says hello to Telegram, however long it cannot be reached; False when stopped before. Raises InvalidToken."""
    pause = PAUSE
    while not stop.is_set():
        try:
            await application.initialize()
            return True
        except InvalidToken:
            raise
        except TelegramError as error:
            log.warning("telegram cannot be reached: %s; trying again in %.0f s", type(error).__name__, pause)
            with suppress(TimeoutError):
                async with asyncio.timeout(pause):
                    await stop.wait()
            pause = min(pause * 2, LONGEST_PAUSE)
    return False


async def _menus(bot: ExtBot[None]) -> None:
    try:
        await set_menus(bot)
    except TelegramError as error:
        log.warning("the menus could not be set: %s", type(error).__name__)


async def _until(stop: asyncio.Event, *loops: Coroutine[Any, Any, None]) -> None:
    """Runs the loops until `stop` is set or one of them fails; each ends at its next rest."""
    tasks = [asyncio.create_task(loop) for loop in loops]
    waiting = asyncio.create_task(stop.wait())
    done, _ = await asyncio.wait([*tasks, waiting], return_when=asyncio.FIRST_COMPLETED)
    for task in (*tasks, waiting):
        task.cancel()
    await asyncio.gather(*tasks, waiting, return_exceptions=True)
    for task in done:
        task.result()
