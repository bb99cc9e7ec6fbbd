"""The lane: lines go side by side, each in its order; what fails holds up its own line only."""

from __future__ import annotations

import asyncio
import json
from collections import defaultdict
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.chat import lane as lanes
from bot.chat.lane import SIDE_BY_SIDE, Lane
from storage.inbox import ATTEMPTS, Arrival, InboxRow
from storage.store import Store

pytestmark = pytest.mark.usefixtures("short_pauses")


@pytest.fixture
def short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lanes, "PAUSE", 0.05)
    monkeypatch.setattr("bot.desk.shift.LOOK_AGAIN", 0.1)


class Desk:
    """Handles by writing down; `before` is done first, and may wait or fail."""

    def __init__(self, store: Store) -> None:
        self.store, self.begun, self.handled, self.sorry = store, [], [], []
        self.before: dict[int, Callable[[], Any]] = {}
        self.lane = self.opens(store)

    def opens(self, store: Store) -> Lane:
        return Lane(store, None, self.handle, self.apologise, lambda: datetime.now(UTC))  # type: ignore[arg-type]

    async def handle(self, _: Any, row: InboxRow) -> None:
        self.begun.append(row.update_id)
        if row.update_id in self.before:
            await self.before[row.update_id]()
        self.handled.append(row.update_id)

    async def apologise(self, _: Any, row: InboxRow) -> None:
        self.sorry.append(row.update_id)

    def hears(self, *updates: tuple[int, str]) -> None:
        arrivals = [Arrival(number, json.dumps({"update_id": number}), line) for number, line in updates]
        with self.store.transaction() as records:
            records.inbox.store(arrivals, datetime.now(UTC))
        self.lane.nudge()

    async def sees(self, seen: Callable[[], object]) -> None:
        async with asyncio.timeout(20):
            while not seen():  # noqa: ASYNC110  nobody tells
                await asyncio.sleep(0.01)


@pytest.fixture
async def desk(store: Store) -> AsyncIterator[Desk]:
    desk = Desk(store)
    running = asyncio.create_task(desk.lane.run())
    yield desk
    running.cancel()
    await desk.lane.drain(5)
    await asyncio.gather(running, return_exceptions=True)


async def fails() -> None:
    raise RuntimeError("a planted mistake")


async def test_a_slow_update_holds_up_its_own_line_and_no_other(desk: Desk):
    go = asyncio.Event()
    desk.before[1] = go.wait
    desk.hears((1, "slow"), (2, "slow"), (3, "quick"), (4, "quick"))
    await desk.sees(lambda: {3, 4} <= set(desk.handled))
    assert 2 not in desk.begun
    go.set()
    await desk.sees(lambda: len(desk.handled) == 4)

    assert desk.handled == [3, 4, 1, 2]


async def test_a_failing_update_is_tried_three_times_before_its_line_goes_on_and_others_do_not_wait(desk: Desk):
    desk.before[1] = fails
    desk.hears((1, "bad"), (2, "bad"), (3, "good"))
    await desk.sees(lambda: len(desk.handled) == 2)

    assert desk.handled == [3, 2]
    assert desk.begun.count(1) == ATTEMPTS
    assert desk.sorry == [1]


async def test_so_many_lines_go_side_by_side_and_no_more(desk: Desk):
    go = asyncio.Event()
    count = SIDE_BY_SIDE + 4
    desk.before = dict.fromkeys(range(count), go.wait)
    desk.hears(*((number, f"line {number}") for number in range(count)))
    await desk.sees(lambda: len(desk.begun) == SIDE_BY_SIDE)
    await asyncio.sleep(0.2)
    assert len(desk.begun) == SIDE_BY_SIDE
    go.set()
    await desk.sees(lambda: len(desk.handled) == count)

    assert sorted(desk.handled) == list(range(count))


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_two_replicas_share_the_lines_and_keep_their_order(desk: Desk, database_url: str):
    lines: dict[int, str] = {number: f"line {number % 5}" for number in range(100)}
    desk.before = {number: lambda: asyncio.sleep(0.001) for number in lines}
    other_store = Store(database_url)
    other = desk.opens(other_store)
    running = asyncio.create_task(other.run())
    desk.hears(*lines.items())
    await desk.sees(lambda: len(desk.handled) == len(lines))
    running.cancel()
    await other.drain(5)
    other_store.close()

    in_order = defaultdict(list)
    for number in desk.handled:
        in_order[lines[number]].append(number)
    assert all(numbers == sorted(set(numbers)) for numbers in in_order.values())


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_who_is_told_to_stop_ends_its_updates_and_leaves_the_rest_to_others_at_once(
    desk: Desk, database_url: str
):
    go = asyncio.Event()
    desk.before[1] = go.wait
    desk.hears((1, "x"), (2, "x"))
    await desk.sees(lambda: desk.begun == [1])
    ending = asyncio.create_task(desk.lane.drain(5))
    await asyncio.sleep(0.05)
    go.set()
    await ending
    assert desk.handled == [1]

    other_store = Store(database_url)
    assert await desk.opens(other_store).once() == 1
    await desk.sees(lambda: desk.handled == [1, 2])
    other_store.close()
