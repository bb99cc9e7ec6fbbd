"""The wiring on one page: storage, inbox, lane, conversation, reading room, publisher and timetable."""

from __future__ import annotations

import asyncio
import logging
import signal
from collections.abc import Callable, Coroutine
from contextlib import AbstractAsyncContextManager, nullcontext, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
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
from bot.chat.leads import leads_of
from bot.chat.menus import set_menus
from bot.chat.webhook import Hook, Webhook, hook_at
from bot.claims.errors import ClaimdeskError
from bot.config import Settings
from bot.counting import Counting
from bot.desk import audiences
from bot.desk.caretaker import Caretaker
from bot.desk.duty import Duty, keep
from bot.desk.housekeeping import join_ripe_drafts
from bot.desk.publishing import first_shown
from bot.desk.reading import ReadingRoom
from bot.desk.showing import Showing
from bot.desk.vitals import figures, vitals
from bot.publisher.errand import Verbs
from bot.publisher.pace import Pace
from bot.publisher.rounds import Publisher
from bot.second_reader import Endpoint, SecondReader
from bot.signing import Notary, press_key, signing_key
from bot.telemetry import Calls, set_up_logging
from bot.timetable import Tick, schedule
from bot.web.health import health
from bot.web.letterbox import Letterbox
from bot.web.listener import listening
from bot.web.metrics import metrics
from bot.web.site import site
from storage.store import Store

log = logging.getLogger(__name__)

DRAIN = 8.0  # seconds for what is in flight when the bot is told to stop; systemd and Docker allow more
CONNECTIONS = 32  # for calls; the long poll has its own
KEEP_HOUSE = 15.0  # seconds
JOIN_DRAFTS = 1.0
DUTIES = ("poll", "publish", "read")  # of several replicas, one at a time does each of these


class TokenRefused(ClaimdeskError):
    """{url} does not accept the token. Ask BotFather for the right one and set CLAIMDESK_TOKEN.
    Should CLAIMDESK_API_URL be set, look at that too: an address where there is no Bot API server says the same."""


class KeyIsMissing(ClaimdeskError):
    """There is no key file {path}, and this database holds checkpoints that its key has signed. Put the file back: with
    another key the buttons that hang go dead, and what was signed is no longer vouched for by this desk. If it is lost
    for good, make a new one (openssl rand -hex 32 > {path}) and publish what `claimdesk key` prints then."""


class NoSecondReader(ClaimdeskError):
    """There is no second reader. Set CLAIMDESK_LLM_URL and CLAIMDESK_LLM_MODEL to an OpenAI-compatible endpoint."""


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
    _notary: Notary | None = None
    _calls: Calls = field(default_factory=Calls)
    _loops: dict[str, asyncio.Task[None]] = field(default_factory=dict)

    async def run(self, stop: asyncio.Event) -> None:
        """Works until `stop` is set, then drains. Raises TokenRefused, BadKeyFile, KeyIsMissing or CannotListen."""
        await self._look_for_key()
        secret = signing_key(self.settings.signing_key_file)
        signer, self._notary = Signer(press_key(secret)), Notary(secret)
        hook = webhook_of(self.settings)
        webhook = Webhook(self.store, hook, self.clock) if hook else None
        request = RawUpdates(connection_pool_size=2)
        application = _application(self.settings, request, self._calls)
        try:
            async with self._served(hook, webhook):
                if await _reached(application, stop):
                    await self._run(application, webhook or request, signer, stop)
        except InvalidToken as error:
            raise TokenRefused(url=self.settings.api_url) from error

    async def _look_for_key(self) -> None:
        """A key is made for a new database only: where history is signed, a new one would look like an attack."""
        signed = await self.store.run(lambda records: records.log.is_signed())
        if signed and not self.settings.signing_key_file.exists():
            raise KeyIsMissing(path=self.settings.signing_key_file)

    def _served(self, hook: Hook | None, webhook: Webhook | None) -> AbstractAsyncContextManager[Any]:
        """What is served before Telegram can be reached, too: deliveries are stored, and health is told."""
        if self.settings.listen_at is None:
            return nullcontext()
        letterbox = Letterbox(hook.path, hook.secret, webhook.receive) if hook and webhook else None
        well = health(self._alive, lambda: self.store.run(vitals), self.clock)
        numbers = metrics(lambda: self.store.run(figures), self._calls, self.clock)
        return listening(site(well, numbers, letterbox), *self.settings.listen_at)

    def _alive(self) -> dict[str, bool]:
        return {name: not task.done() for name, task in self._loops.items()}

    async def _run(self, application: Any, source: Webhook | RawUpdates, signer: Signer, stop: asyncio.Event) -> None:
        async with application:
            await application.start()
            try:
                await self._work(application, source, signer, stop)
            finally:  # one that still runs hides behind its own complaint why it failed
                await application.stop()

    async def _work(self, application: Any, source: Webhook | RawUpdates, signer: Signer, stop: asyncio.Event) -> None:
        bot: ExtBot[None] = application.bot
        verbs = Verbs(Showing(signer).card, first_shown, audiences.moved, audiences.left)
        poll, publish, read = (Duty(self.store, what, self.clock) for what in DUTIES)
        publisher = Publisher(self.store, bot, verbs, self.clock, self.pace, publish)
        second = second_reader_of(self.settings)
        reading = ReadingRoom(self.store, FileRoom(bot).fetch, self.clock, publisher.nudge, read, second)

        def something_happened() -> None:
            publisher.nudge()
            reading.nudge()

        doorkeeper = Doorkeeper(bot, self.clock)
        talk = Conversation(self.store, bot, doorkeeper, signer, self.clock, something_happened, self._notary)
        lane = Lane(self.store, bot, talk.handle, talk.apologise, self.clock)
        coming_in = (
            source.run(bot, lane.nudge)
            if isinstance(source, Webhook)
            else Inbox(self.store, bot, source, self.clock, lane.nudge, poll).run()
        )
        schedule(application, self._ticks(bot, something_happened))
        await _menus(bot)
        log.info("ready as @%s", bot.username)
        loops = {"inbox": coming_in, "lane": lane.run(), "reading": reading.run(), "publisher": publisher.run()}
        try:
            await self._until(stop, {**loops, "duties": keep(poll, publish, read)})
        finally:
            await asyncio.gather(poll.give_up(), read.give_up(), lane.drain(DRAIN), publisher.drain(DRAIN))
            await publish.give_up()

    async def _until(self, stop: asyncio.Event, loops: dict[str, Coroutine[Any, Any, None]]) -> None:
        """Runs the loops until `stop` is set or one of them fails; each ends at its next rest."""
        self._loops = {name: asyncio.create_task(loop, name=name) for name, loop in loops.items()}
        tasks, waiting = self._loops.values(), asyncio.create_task(stop.wait())
        done, _ = await asyncio.wait([*tasks, waiting], return_when=asyncio.FIRST_COMPLETED)
        for task in (*tasks, waiting):
            task.cancel()
        await asyncio.gather(*tasks, waiting, return_exceptions=True)
        for task in done:
            task.result()

    def _ticks(self, bot: ExtBot[None], happened: Callable[[], None]) -> tuple[Tick, ...]:
        async def drafts() -> None:
            if await self.store.run(join_ripe_drafts, self.clock()):
                happened()

        assert self._notary is not None
        caretaker = Caretaker(self.store, self.clock, self._notary, partial(leads_of, bot), happened)
        return Tick(caretaker.look, KEEP_HOUSE), Tick(drafts, JOIN_DRAFTS)


def run_until_stopped(settings: Settings) -> None:
    """`claimdesk run`: until SIGTERM or Ctrl-C."""
    hook = webhook_of(settings)
    set_up_logging((settings.bot_token, settings.second_reader_key, *((hook.path, hook.secret) if hook else ())))
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


def webhook_of(settings: Settings) -> Hook | None:
    """The webhook of these settings, if they name one. Raises BadKeyFile."""
    if settings.webhook_url is None:
        return None
    given = settings.webhook_secret.get_secret_value() if settings.webhook_secret else None
    return hook_at(settings.webhook_url, signing_key(settings.signing_key_file), given)


def second_reader_of(settings: Settings) -> SecondReader | None:
    """The second reader of these settings, if they name one."""
    if settings.llm_url is None or settings.llm_model is None:
        return None
    return SecondReader(Endpoint(settings.llm_url, settings.llm_model, settings.second_reader_key))


def _application(settings: Settings, request: RawUpdates, calls: Calls) -> Application[Any, Any, Any, Any, Any, Any]:
    """python-telegram-bot's application without its updater: updates are polled and stored by the inbox."""
    return (
        ApplicationBuilder()
        .token(settings.bot_token)
        .base_url(f"{settings.api_url}/bot")
        .base_file_url(f"{settings.api_url}/file/bot")
        .request(HTTPXRequest(connection_pool_size=CONNECTIONS))
        .get_updates_request(request)
        .rate_limiter(Counting(calls))
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
