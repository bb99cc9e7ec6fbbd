"""The publisher: rounds that remove the difference between what should hang in the chats and what does."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import datetime, timedelta

from telegram import Bot

from bot.desk.duty import ALONE, Alone, Duty, NotOurs
from bot.publisher.carry_out import Done, carry_out
from bot.publisher.contact import Contact
from bot.publisher.errand import Errand, Verbs, left_behind, put_off, remember, remember_late, set_out
from bot.publisher.manner import Manners
from bot.publisher.pace import Haste, Pace, is_group
from bot.publisher.refusals import No, Refusal
from bot.telemetry import place
from storage.postings import NoSuchPosting, Posting
from storage.store import Store

log = logging.getLogger(__name__)

SIDE_BY_SIDE = 8  # chats served at a time; more are slower, not faster
AT_A_LOOK = 200  # postings; every chat gets its share
LATEST = timedelta(seconds=1)  # from one look at the database to the next
REST = timedelta(seconds=2)  # between two edits of one message in a group: votes come in bursts
BROKEN = timedelta(seconds=30)  # before a posting is tried again whose card could not be made

# Seconds before each try to keep an outcome, and whether the desk's part belongs to it: a desk that fails again
# and again must not make us forget what hangs.
TRIES_TO_REMEMBER = ((0, True), (0.1, True), (0.5, True), (1, False), (5, False), (30, False))


class Publisher:
    """Everything that the bot says goes through here. Ordering in one chat is kept, chats go side by side.

    One process at a time publishes: nothing is begun without the duty. What is under way when the duty is lost may be
    repeated by whoever has it then.
    """

    def __init__(
        self, store: Store, bot: Bot, verbs: Verbs, clock: Callable[[], datetime], pace: Pace | None = None,
        duty: Duty | Alone = ALONE,
    ) -> None:  # fmt: skip
        self._store, self._bot, self._verbs, self._clock, self._duty = store, bot, verbs, clock, duty
        self._pace = pace or Pace()
        self._contact, self._manners = Contact(), Manners()
        self._something, self._closing = asyncio.Event(), False
        self._under_way: dict[int, asyncio.Task[None]] = {}
        self._rests: dict[int, datetime] = {}

    def nudge(self) -> None:
        """Something changed that may show: look now, not in a second."""
        self._something.set()

    async def run(self) -> None:
        """Goes round, whenever that is our duty, until cancelled; alone, until `drain` is called."""
        await self._duty.while_ours(self._go_round)

    async def _go_round(self) -> None:
        recovered = False
        while not self._closing:
            self._something.clear()
            recovered = recovered or await self._recovered()
            await self._wait_until(await self._round_unless_broken() if recovered else self._clock() + LATEST)

    async def drain(self, seconds: float) -> None:
        """Begins nothing new and lets what is under way finish, for at most so many seconds."""
        self._closing = True
        self.nudge()
        if self._under_way:
            await asyncio.wait(self._under_way.values(), timeout=seconds)

    async def recover(self) -> None:
        """With a new duty: calls that were cut off are made again, and those of the last minute still count."""
        at = self._clock()
        cut_off = await self._store.run(self._duty.fenced(left_behind), at)
        calls = await self._store.run(lambda records: records.postings.calls_since(at - self._pace.memory))
        self._pace.remember([*calls, *((posting.chat, at) for posting in cut_off)])
        for posting in cut_off:
            log.warning("posting %s was being sent when a process ended; it is sent again", posting.id)

    async def _recovered(self) -> bool:
        try:
            await self.recover()
        except Exception:
            log.exception("what was left behind could not be found out")
            return False
        return True

    async def round(self) -> datetime:
        """Starts one errand in every chat where something differs and may be said; returns when to look again."""
        at = self._clock()
        if self._closing or not self._duty.ours:
            return at + LATEST
        self._rests = {posting: until for posting, until in self._rests.items() if until > at}
        differing = await self._store.run(lambda records: records.postings.differing(at, AT_A_LOOK))
        again = at + LATEST
        for posting in self._first_in_each_chat(differing):
            when = self._pace.next_at(posting.chat, at, haste(posting))
            if when > at:
                again = min(again, when)
            elif len(self._under_way) < SIDE_BY_SIDE:
                self._start(posting, at)
        return again

    async def catch_up(self) -> None:
        """Goes round until nothing differs that may be said now. For tests and short-lived programs."""
        while True:
            await self.round()
            if not self._under_way:
                return
            await asyncio.wait(self._under_way.values())

    def _first_in_each_chat(self, differing: Iterable[Posting]) -> list[Posting]:
        first: dict[int, Posting] = {}
        for posting in sorted(differing, key=lambda posting: (haste(posting), posting.id)):
            if posting.chat not in self._under_way and posting.id not in self._rests:
                first.setdefault(posting.chat, posting)
        return list(first.values())

    def _start(self, posting: Posting, at: datetime) -> None:
        self._pace.spend(posting.chat, at)
        task = asyncio.create_task(self._errand(posting, at))
        self._under_way[posting.chat] = task
        task.add_done_callback(lambda done: self._finished(posting.chat, done))

    def _finished(self, chat: int, task: asyncio.Task[None]) -> None:
        del self._under_way[chat]
        if not task.cancelled() and (error := task.exception()):
            log.error("an errand in %s failed", place(chat), exc_info=error)
        self.nudge()

    async def _errand(self, posting: Posting, at: datetime) -> None:
        """One call for one posting, from the card to the note of what came of it."""
        errand = await self._set_out(posting, at)
        if errand is None:
            self._pace.unspend(posting.chat, at)
            return
        manner = self._manners.of(errand.posting, self._clock())
        outcome = await carry_out(self._bot, errand.posting, errand.step, manner)
        await self._remember(errand, self._learn(errand.posting, outcome))

    async def _set_out(self, posting: Posting, at: datetime) -> Errand | None:
        try:
            return await self._store.run(self._duty.fenced(set_out), posting.id, self._verbs, at)
        except NotOurs:
            self._duty.lost()
            return None
        except NoSuchPosting:  # its person was forgotten meanwhile
            return None
        except Exception:
            log.exception("the card of posting %s could not be made", posting.id)
            await self._store.run(put_off, posting.id, at + BROKEN)
            return None

    def _learn(self, posting: Posting, outcome: Done | No) -> Done | No:
        """What the outcome says about the pace, the contact and the manner of further calls."""
        at = self._clock()
        self._pace.answered(posting.chat, at)
        if quiet := self._contact.heard(outcome, at):
            self._pace.halt_all(quiet)
        if isinstance(outcome, Done):
            if haste(posting) is Haste.EDIT and is_group(posting.chat):
                self._rests[posting.id] = at + REST
            return outcome
        log.info("posting %s in %s: %s", posting.id, place(posting.chat), outcome.meaning)
        if outcome.meaning is Refusal.SLOW_DOWN:
            self._pace.halt(posting.chat, at, outcome.wait)
        return self._manners.learn(posting, outcome, at)

    async def _remember(self, errand: Errand, outcome: Done | No) -> None:
        """Keeps the outcome. While that fails the posting stays marked, so that it cannot be sent twice meanwhile."""
        bare = Verbs(self._verbs.make_card)
        for pause, with_desk in TRIES_TO_REMEMBER:
            await asyncio.sleep(pause)
            try:
                verbs = self._verbs if with_desk else bare
                return await self._store.run(self._duty.fenced(remember), errand, outcome, verbs, self._clock())
            except NotOurs:
                return await self._store.run(remember_late, errand, outcome, verbs, self._clock())
            except Exception:
                log.exception("what came of posting %s could not be kept", errand.posting.id)
        return None

    async def _round_unless_broken(self) -> datetime:
        try:
            return await self.round()
        except Exception:
            log.exception("a round of the publisher failed")
            return self._clock() + LATEST

    async def _wait_until(self, when: datetime) -> None:
        seconds = max(0.0, min(LATEST, when - self._clock()).total_seconds())
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):  # wait_for would swallow a cancellation that meets a nudge
                await self._something.wait()


def haste(posting: Posting) -> Haste:
    """Changed claims come last, but for those whose status moved. Other changes are answers, such as a report's end."""
    if posting.message_id and posting.claim is not None:
        return Haste.CARD if posting.hurried else Haste.EDIT
    return Haste(min(abs(posting.priority), Haste.DIGEST))  # a hurried card whose message is gone is a new card
