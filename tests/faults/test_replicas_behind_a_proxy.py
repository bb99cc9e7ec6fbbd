"""Two replicas share the deliveries and the database; each is killed in turn, and nobody notices."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path
from random import Random

import pytest

from bot.sandbox import Faults, Sandbox
from storage.store import Store
from tests.faults.process import Story
from tests.faults.proxy import Proxy
from tests.faults.test_kill import done
from tests.faults.test_kill_webhook import ServedProcess
from tests.postgres import Server


class Replicas:
    """Two bots on one PostgreSQL behind one proxy, and the story of a desk that works with them."""

    def __init__(self, telegram: Sandbox, url: str, folder: Path) -> None:
        self.both = [self._replica(telegram, url, folder, name) for name in ("first", "second")]
        self.proxy = Proxy(*(replica.port for replica in self.both))
        self.store = Store(url)
        self.story = Story(telegram, self.both[0], self.store, Random(1))

    def _replica(self, telegram: Sandbox, url: str, folder: Path, name: str) -> ServedProcess:
        own = folder / name
        own.mkdir()
        replica = ServedProcess(telegram, own, own / "unused.db")
        replica.env |= {"CLAIMDESK_DATABASE_URL": url, "CLAIMDESK_SIGNING_KEY_FILE": str(folder / "claimdesk.key")}
        return replica

    async def set_out(self) -> None:
        """Both start at once, and the bot is added to the group."""
        for replica in self.both:
            replica.env |= {"CLAIMDESK_WEBHOOK_URL": f"http://127.0.0.1:{self.proxy.port}/desk"}
            replica.start()
        for replica in self.both:
            await replica.ready()
        await self.story.group.add_bot()

    def close(self) -> None:
        for replica in self.both:
            replica.close()
        self.store.close()


@pytest.fixture
async def replicas(postgresql: Server, migrated_database: str, tmp_path: Path) -> AsyncIterator[Replicas]:
    url = postgresql.create(template=migrated_database)
    async with AsyncExitStack() as stack:
        telegram = await stack.enter_async_context(Sandbox(faults=Faults(duplicate=0.3, seed=2)))
        replicas = Replicas(telegram, url, tmp_path)
        await stack.enter_async_context(replicas.proxy.open())
        try:
            await replicas.set_out()
            yield replicas
        finally:
            replicas.close()
    postgresql.drop(url)


async def test_they_share_the_work_and_each_may_die(replicas: Replicas) -> None:
    story = replicas.story
    set_up, hand_in, *others = story.steps()
    for step in (set_up, hand_in):
        await done(story, step)
    assert all(replicas.proxy.dealt.values())
    for number, step in enumerate(others):
        dying = replicas.both[number % 2]
        await step.begin()
        dying.kill()
        await story.sees(step)  # the other one does it alone
        dying.start()
        await dying.ready()
    await story.rests()

    story.check_receipts()
    story.check_end(most_copies=len(others))
