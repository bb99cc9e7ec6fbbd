"""Bots that start at once and end where they are told to, and the desk that they are the bot of."""

from __future__ import annotations

import asyncio
import os
import select
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import bot
from bot.sandbox import Message, Sandbox
from bot.sandbox.clock import WallClock
from storage.records import Records
from storage.store import Store
from tests.faults.forked import ENDED, Job, written
from tests.faults.invariants import broken, copies, unfinished
from tests.scoreboard import count

A_DAY = 86_400
HOUSE = str(Path(bot.__file__).parents[1])


class Nursery:
    """The process that bots are forked from; one bot lives at a time."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.forked"],
            cwd=HOUSE, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0,
        )  # fmt: skip
        self._alive: int | None = None

    def start(self, job: Job) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(written(job))
        self._process.stdin.flush()
        self._alive = self._answer()

    def arm(self) -> None:
        """From now on it counts its points, if it does not yet."""
        assert self._alive is not None
        if not self.gone:
            os.kill(self._alive, signal.SIGUSR1)

    @property
    def gone(self) -> bool:
        """Whether it has ended by itself."""
        assert self._process.stdout is not None
        return bool(select.select([self._process.stdout], [], [], 0)[0])

    def ended(self) -> int:
        """Waits for its end, and tells its exit code."""
        code, self._alive = self._answer(), None
        return code

    def kill(self) -> None:
        if self._alive is None:
            return
        if not self.gone:
            os.kill(self._alive, signal.SIGKILL)
        self.ended()

    def close(self) -> None:
        self.kill()
        self._process.communicate(timeout=10)

    def _answer(self) -> int:
        assert self._process.stdout is not None
        return int(self._process.stdout.readline())


class Place:
    """A desk of four whose bot ends again and again. `ahead` is by how many days everybody's clock is ahead."""

    def __init__(self, nursery: Nursery, telegram: Sandbox, clock: WallClock, store: Store, folder: Path) -> None:
        self.nursery, self.telegram, self.clock, self.store = nursery, telegram, clock, store
        self.job = Job(
            telegram.token, telegram.url, store.engine.url.render_as_string(hide_password=False),
            str(folder / "key"), str(folder / "bot.log"), str(folder / "mark"),
        )  # fmt: skip
        self.people = [telegram.person(name) for name in ("Amal", "Bosco", "Chiara", "Dawit")]
        self.amal, *self.others = self.people
        self.group = telegram.group("Herat desk", creator=self.amal, members=self.others)
        self.days = 0

    async def starts(self, ends_at: int = 0, *, from_the_start: bool = False) -> None:
        """A new life of the bot; it is at work when this returns, or has ended."""
        self.nursery.start(
            replace(self.job, ends_at=ends_at, from_the_start=from_the_start, ahead=float(self.days * A_DAY))
        )
        polls = self.telegram.world.poller
        for _ in range(4000):
            if polls.is_waited_on or self.nursery.gone:
                return
            await asyncio.sleep(0.005)
        raise TimeoutError(self.said())

    def stops(self) -> None:
        """Killed at rest, and the next life is to be a special one."""
        self.nursery.kill()
        self.telegram.world.poller.cut_off()

    def passes_a_day(self) -> None:
        self.days += 1
        self.clock.forward(days=1)

    async def rests(self, seen: Callable[[], object], seconds: float = 20) -> bool:
        """Waits until the bot has ended (False), or what was wanted is seen and nothing is left to do (True)."""
        end = asyncio.get_running_loop().time() + seconds
        while not self.nursery.gone:
            if seen() and not self.telegram.world.busy() and not self.reads(unfinished):
                return True
            assert asyncio.get_running_loop().time() < end, f"{self.reads(unfinished)}: {self.said()}"
            await asyncio.sleep(0.01)
        return False

    def ended(self) -> str:
        """The bot came to its point: which one that was. The database makes sense all the same."""
        assert self.nursery.ended() == ENDED, self.said()
        self.telegram.world.poller.cut_off()
        found = self.reads(broken)
        count("contradictions", len(found))
        assert found == []
        return Path(self.job.mark).read_text(encoding="utf-8")

    def reads(self, question: Callable[[Records], Any]) -> Any:
        with self.store.transaction() as records:
            return question(records)

    def repeated(self) -> int:
        """How many messages hang of which the bot knows nothing."""
        return sum(self.reads(partial(copies, chat=chat)) for chat in (self.group, *(p.private for p in self.people)))

    def said(self) -> str:
        return Path(self.job.log).read_text(encoding="utf-8")[-3000:] if Path(self.job.log).exists() else ""

    def cards(self) -> list[Message]:
        """The cards, copies left out."""
        first: dict[str, Message] = {}
        for message in self.group.from_bot:
            if message.buttons and " · C-" in message.text:
                first.setdefault(message.text.split(" · ")[1], message)
        return list(first.values())
