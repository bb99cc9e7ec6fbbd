"""The bot behind a webhook is killed: what was acknowledged with 200 is in the inbox, and is handled after all."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest

from bot.sandbox import Fault, Sandbox
from bot.signing.keyfile import signing_key, webhook_path, webhook_secret
from tests.faults.process import BotProcess, Story
from tests.faults.test_kill import a_story, done_to_the_end, starts_again, through_kills


class ServedProcess(BotProcess):
    """`claimdesk run` with a webhook."""

    def __init__(self, telegram: Sandbox, folder: Path, database: Path) -> None:
        super().__init__(telegram, folder, database)
        with socket.create_server(("127.0.0.1", 0)) as door:
            self.port: int = door.getsockname()[1]
        self.at = f"127.0.0.1:{self.port}"
        self.env |= {"CLAIMDESK_LISTEN": self.at, "CLAIMDESK_WEBHOOK_URL": f"http://{self.at}"}

    async def ready(self) -> None:
        """Waits until it works, and everything that waited for it is delivered."""
        updates = self.telegram.world.updates
        async with httpx.AsyncClient(trust_env=False) as client, asyncio.timeout(60):
            while updates.waiting or not await self._works(client):  # noqa: ASYNC110  a process rings no bell
                await asyncio.sleep(0.05)

    async def _works(self, client: httpx.AsyncClient) -> bool:
        try:
            return bool((await client.get(f"http://{self.at}/healthz")).json()["loops"])
        except httpx.TransportError:
            return False


@pytest.fixture
async def story(tmp_path: Path, migrated_file: Path) -> AsyncIterator[Story]:
    async with a_story(tmp_path, migrated_file, 1, ServedProcess) as story:
        yield story


async def test_killed_between_the_acknowledgement_and_the_handling_it_loses_nothing(story: Story):
    set_up, hand_in, first, *others = story.steps()
    for step in (set_up, hand_in):
        await done_to_the_end(story, step)
    story.telegram.next_call("getChatMember", Fault.SLOW)
    await first.begin()
    await story.telegram.until(lambda: story.telegram.faults_met[Fault.SLOW], 10)
    for step in others:  # the lane waits for that answer, and all of these are acknowledged meanwhile
        await step.begin()
    await story.telegram.until(lambda: not story.telegram.world.updates.waiting, 10)
    assert not any(press.answered for press in story.presses)
    story.dies()
    await starts_again(story)
    for step in (first, *others):
        await story.telegram.until(step.seen, 30)
    await story.rests()

    story.check_end(most_copies=1)
    assert len(story.presses) == 3


async def test_killed_in_the_middle_of_anything_it_loses_nothing_and_tells_no_secret(story: Story, tmp_path: Path):
    await through_kills(story)

    said, key = (tmp_path / "bot.log").read_text(encoding="utf-8"), signing_key(tmp_path / "claimdesk.key")
    assert "telegram delivers to the webhook" in said
    for secret in (webhook_path(key), webhook_secret(key), story.telegram.token):
        assert secret not in said
