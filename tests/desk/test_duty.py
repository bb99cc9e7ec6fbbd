"""Duties: one process at a time does the work, another goes on with it, and nobody acts without the duty."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

import pytest

from bot.desk import duty as duties
from bot.desk.duty import LASTS, Duty, NotOurs
from bot.sandbox.clock import HandClock
from storage.records import Records
from storage.store import Store

pytestmark = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)


@pytest.fixture(autouse=True)
def asks_often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(duties, "RENEW", 0.02)
    monkeypatch.setattr(duties, "TRY", 0.02)


class Process:
    """A process with one duty; `did` is what it did under it."""

    def __init__(self, url: str, clock: HandClock) -> None:
        self.store = Store(url)
        self.duty = Duty(self.store, "publish", clock)
        self.did: list[str] = []
        self.tasks: list[asyncio.Task[None]] = []

    def starts(self) -> None:
        self.tasks = [asyncio.create_task(self.duty.keep()), asyncio.create_task(self.duty.while_ours(self.work))]

    async def work(self) -> None:
        self.did.append("begins")
        try:
            await asyncio.Event().wait()
        finally:
            self.did.append("ends")

    async def dies(self) -> None:
        for task in self.tasks:
            task.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)


async def sees(seen: Callable[[], object]) -> None:
    async with asyncio.timeout(20):
        while not seen():  # noqa: ASYNC110  nobody tells
            await asyncio.sleep(0.01)


@asynccontextmanager
async def a_process(url: str, clock: HandClock) -> AsyncIterator[Process]:
    process = Process(url, clock)
    yield process
    await process.dies()
    process.store.close()


@pytest.fixture
async def first(database_url: str, clock: HandClock) -> AsyncIterator[Process]:
    async with a_process(database_url, clock) as process:
        process.starts()
        await sees(lambda: process.did == ["begins"])
        yield process


@pytest.fixture
async def second(first: Process, database_url: str, clock: HandClock) -> AsyncIterator[Process]:
    async with a_process(database_url, clock) as process:
        process.starts()
        await asyncio.sleep(0.1)
        assert process.did == []
        yield process


async def test_when_one_is_killed_another_takes_the_duty_after_its_time(
    first: Process, second: Process, clock: HandClock
):
    await first.dies()
    clock.forward(seconds=LASTS.total_seconds() - 1)
    await asyncio.sleep(0.1)
    assert second.did == []
    clock.forward(seconds=1)
    await sees(lambda: second.did == ["begins"])


async def test_who_leaves_in_good_order_is_followed_at_once(first: Process, second: Process):
    await first.dies()
    await first.duty.give_up()
    await sees(lambda: second.did == ["begins"])


async def test_who_renews_it_keeps_it(first: Process, second: Process, clock: HandClock):
    for _ in range(5):
        clock.forward(seconds=LASTS.total_seconds() - 1)
        await asyncio.sleep(0.1)
    assert (first.did, second.did) == (["begins"], [])


async def test_who_has_lost_it_without_knowing_can_change_nothing(first: Process, database_url: str, clock: HandClock):
    def work(records: Records) -> str:
        records.settings.put("done", "by the first")
        return "done"

    assert await first.store.run(first.duty.fenced(work)) == "done"
    first.tasks[0].cancel()  # it hears nothing any more, and goes on
    clock.forward(seconds=60)
    async with a_process(database_url, clock) as other:
        other.starts()
        await sees(lambda: other.did == ["begins"])
        assert first.duty.ours
        with pytest.raises(NotOurs):
            await first.store.run(first.duty.fenced(work))


async def test_who_finds_that_it_was_lost_stops_its_work(first: Process, database_url: str, clock: HandClock):
    def stolen(records: Records) -> None:
        records.leases.take("publish", "somebody", clock() + timedelta(seconds=60), LASTS)

    await first.store.run(stolen)
    await sees(lambda: first.did == ["begins", "ends"])
    with pytest.raises(NotOurs):
        await first.store.run(first.duty.fenced(lambda _: None))


async def test_work_that_fails_is_told_of(first: Process):
    async def fails() -> None:
        raise RuntimeError("a planted mistake")

    with pytest.raises(RuntimeError, match="planted"):
        await first.duty.while_ours(fails)


async def test_a_database_that_is_away_for_a_moment_is_asked_again(first: Process, monkeypatch: pytest.MonkeyPatch):
    asked = []

    def away(*_: Any) -> int:
        asked.append(True)
        raise ConnectionError("a planted failure")

    with monkeypatch.context() as patch:
        patch.setattr(duties, "take", away)
        await sees(lambda: len(asked) > 2)
    assert await first.store.run(first.duty.fenced(lambda _: "still ours")) == "still ours"
    assert first.did == ["begins"]
