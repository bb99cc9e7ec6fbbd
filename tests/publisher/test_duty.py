"""Two publishers on one PostgreSQL: one at a time speaks, and what the other left half done is finished once."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator

import pytest

from bot.desk.duty import Duty
from bot.publisher import rounds
from bot.publisher.carry_out import carry_out
from bot.publisher.rounds import Publisher
from storage.states import PostingState
from storage.store import Store


@pytest.fixture
def database_url(request: pytest.FixtureRequest) -> Iterator[str]:
    server = request.getfixturevalue("postgresql")
    url = server.create(template=request.getfixturevalue("migrated_database"))
    yield url
    server.drop(url)


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    store = Store(database_url)
    yield store
    store.close()


@pytest.fixture
async def others(room, database_url: str) -> AsyncIterator[Store]:
    """The store of another process."""
    store = Store(database_url)
    yield store
    store.close()


def publisher_of(room, store: Store) -> tuple[Publisher, Duty]:
    duty = Duty(store, "publish", room.clock)
    return Publisher(store, room.telegram, room.verbs, room.clock, duty=duty), duty


async def takes(duty: Duty) -> None:
    """Takes the duty if it is free, and asks no further."""
    keeping = asyncio.create_task(duty.keep())
    await asyncio.sleep(0.2)
    keeping.cancel()


def said_by_bot(chat) -> list[str]:
    return [message.text for message in chat.messages if message.by_bot]


async def test_without_the_duty_nothing_is_said(room, group, others):
    publisher, duty = publisher_of(room, room.store)
    _, elsewhere = publisher_of(room, others)
    await takes(elsewhere)
    await takes(duty)
    room.wants(group.id, "card", "C-1")
    await publisher.catch_up()
    assert said_by_bot(group) == []

    await elsewhere.give_up()
    await takes(duty)
    await publisher.catch_up()
    assert said_by_bot(group) == ["C-1"]


async def test_who_has_lost_the_duty_without_knowing_begins_nothing(room, group, others):
    publisher, duty = publisher_of(room, room.store)
    _, elsewhere = publisher_of(room, others)
    await takes(duty)
    room.clock.forward(seconds=60)
    await takes(elsewhere)
    assert duty.ours
    posting = room.wants(group.id, "card", "C-1")
    await publisher.catch_up()

    assert not duty.ours
    assert said_by_bot(group) == []
    assert room.now(posting).attempts == 0


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> asyncio.Event:
    """The first call reaches Telegram, and its answer comes when this is set."""
    answers, called = asyncio.Event(), []

    async def call(*asked):
        called.append(asked)
        outcome = await carry_out(*asked)
        if len(called) == 1:
            await answers.wait()
        return outcome

    monkeypatch.setattr(rounds, "carry_out", call)
    return answers


async def under_way(publisher: Publisher, group) -> asyncio.Task[None]:
    saying = asyncio.create_task(publisher.catch_up())
    async with asyncio.timeout(10):
        while not said_by_bot(group):  # noqa: ASYNC110  nobody tells
            await asyncio.sleep(0.01)
    return saying


async def test_an_answer_that_comes_after_the_duty_was_lost_still_saves_a_repeat(room, group, others, answer):
    publisher, duty = publisher_of(room, room.store)
    after, elsewhere = publisher_of(room, others)
    await takes(duty)
    posting = room.wants(group.id, "card", "C-1")
    saying = await under_way(publisher, group)
    room.clock.forward(seconds=60)
    await takes(elsewhere)
    await after.recover()
    assert room.now(posting).state is PostingState.UNCERTAIN
    answer.set()
    await saying
    await after.catch_up()

    assert said_by_bot(group) == ["C-1"]
    assert room.now(posting).state is PostingState.SHOWN


async def test_an_answer_that_comes_after_the_message_was_repeated_changes_nothing(room, group, others, answer):
    publisher, duty = publisher_of(room, room.store)
    after, elsewhere = publisher_of(room, others)
    await takes(duty)
    posting = room.wants(group.id, "card", "C-1")
    saying = await under_way(publisher, group)
    room.clock.forward(seconds=60)
    await takes(elsewhere)
    await after.recover()
    await after.catch_up()
    shown = room.now(posting)
    answer.set()
    await saying

    assert said_by_bot(group) == ["C-1", "C-1"]
    assert room.now(posting) == shown


async def test_the_next_one_keeps_to_the_pace_of_the_one_before(room, group, others):
    publisher, duty = publisher_of(room, room.store)
    after, elsewhere = publisher_of(room, others)
    await takes(duty)
    for number in range(25):
        room.wants(group.id, f"card {number}", f"C-{number}")
    for _ in range(20):
        await publisher.catch_up()
        room.clock.forward(seconds=1)
    assert len(said_by_bot(group)) == 20
    await duty.give_up()
    await takes(elsewhere)
    await after.recover()
    await after.catch_up()

    assert len(said_by_bot(group)) == 20
