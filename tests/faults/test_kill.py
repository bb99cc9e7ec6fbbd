"""The running bot is killed between any two steps and in the middle of them, and loses nothing."""

from __future__ import annotations

import asyncio
import shutil
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from random import Random
from time import monotonic

import pytest

from bot.sandbox import Fault, Faults, Sandbox
from storage.store import Store
from tests.faults.process import BotProcess, Step, Story

KILLS = 6  # in one story
SLOW = Faults(slow_seconds=20)  # where a test says so, answers come long after the bot is dead
pytestmark = pytest.mark.proof


@asynccontextmanager
async def a_story(
    folder: Path, template: Path, seed: int, process: type[BotProcess] = BotProcess
) -> AsyncIterator[Story]:
    """A story of its own in its own folder, with the bot running."""
    database = Path(shutil.copy(template, folder / "claimdesk.db"))
    store = Store(f"sqlite:///{database}")
    async with Sandbox(faults=SLOW) as telegram:
        story = Story(telegram, process(telegram, folder, database), store, Random(seed))
        try:
            await story.set_out()
            yield story
        finally:
            story.process.close()
            store.close()


@pytest.fixture
async def story(tmp_path: Path, migrated_file: Path) -> AsyncIterator[Story]:
    async with a_story(tmp_path, migrated_file, seed=1) as story:
        yield story


async def starts_again(story: Story) -> None:
    story.process.start()
    await story.process.ready()


async def done(story: Story, step: Step) -> None:
    await step.begin()
    await story.sees(step)


async def done_to_the_end(story: Story, step: Step) -> None:
    await done(story, step)
    await story.rests()


async def killed_at_some_moment(story: Story, step: Step) -> None:
    """Killed a moment after some call that follows the step, or while it starts again."""
    calls, ahead = story.telegram.calls, len(story.telegram.calls) + story.random.randrange(6)
    await step.begin()
    with suppress(TimeoutError):  # when there are not so many calls, it is killed at rest
        await story.telegram.until(lambda: len(calls) >= ahead, 2)
    await asyncio.sleep(story.random.uniform(0, 0.03))
    story.dies()
    await starts_again(story)
    await story.sees(step)


async def test_killed_at_rest_between_any_two_steps_it_loses_nothing_and_repeats_nothing(story: Story):
    for step in story.steps():
        await done_to_the_end(story, step)
        messages = len(story.group.messages)
        story.dies()
        await starts_again(story)
        await story.rests()
        assert len(story.group.messages) == messages

    story.check_end(most_copies=0)
    assert story.kills == 7


@pytest.mark.parametrize("seed", [1, 2])
async def test_killed_in_the_middle_of_anything_it_loses_nothing_and_repeats_at_most_one_message_a_kill(
    seed: int, tmp_path: Path, migrated_file: Path
):
    async with a_story(tmp_path, migrated_file, seed) as story:
        await through_kills(story)


async def through_kills(story: Story) -> None:
    steps = story.steps()
    killed = set(story.random.sample(range(len(steps)), KILLS))
    for number, step in enumerate(steps):
        await (killed_at_some_moment if number in killed else done)(story, step)
    await story.rests()
    story.check_end(most_copies=story.kills)


async def test_a_card_whose_sending_was_cut_off_hangs_twice_at_most_and_votes_count_from_each(story: Story):
    set_up, hand_in, *others = story.steps()
    await done_to_the_end(story, set_up)
    story.telegram.next_call("sendMessage", None, Fault.SLOW)
    await hand_in.begin()
    await story.telegram.until(lambda: story.telegram.faults_met[Fault.SLOW], 10)
    story.dies()
    await starts_again(story)
    await story.sees(hand_in)
    for step in others:
        await done(story, step)
    await story.rests()

    story.check_end(most_copies=1)


async def test_told_to_stop_it_ends_within_ten_seconds_in_good_order(story: Story):
    set_up, hand_in, *others = story.steps()
    for step in (set_up, hand_in):
        await done(story, step)
    for number, step in enumerate(others):
        await step.begin()
        if number % 2 == 0:
            await stops_and_starts_again(story)
        await story.sees(step)
    await story.rests()

    story.check_end(most_copies=0)


async def stops_and_starts_again(story: Story) -> None:
    story.process.send(signal.SIGTERM)
    assert await asyncio.to_thread(story.process.ended, 10) == 0, story.process.said()
    story.check_receipts()
    await starts_again(story)


@pytest.mark.soak
async def test_killed_for_as_long_as_one_likes_it_loses_nothing(
    tmp_path_factory: pytest.TempPathFactory, migrated_file: Path, soak_minutes: float
):
    end, seed = monotonic() + 60 * soak_minutes, 1000
    while monotonic() < end:
        seed += 1
        async with a_story(tmp_path_factory.mktemp("story"), migrated_file, seed) as story:
            await through_kills(story)
