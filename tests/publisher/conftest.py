"""A Telegram on loopback and python-telegram-bot talking to it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest
from telegram import Bot
from telegram.request import HTTPXRequest

from bot.sandbox.clock import HandClock
from bot.sandbox.groups import Group
from bot.sandbox.people import Person
from bot.sandbox.sandbox import Sandbox


@pytest.fixture
def clock() -> HandClock:
    return HandClock(datetime(2026, 11, 25, 12, tzinfo=UTC))


@pytest.fixture
async def sandbox(clock: HandClock) -> AsyncIterator[Sandbox]:
    async with Sandbox(clock=clock, flood=True) as sandbox:
        yield sandbox


@pytest.fixture
async def telegram(sandbox: Sandbox) -> AsyncIterator[Bot]:
    request = HTTPXRequest(read_timeout=0.3, connection_pool_size=16)
    async with Bot(sandbox.token, sandbox.base_url, sandbox.base_file_url, request=request) as bot:
        yield bot


@pytest.fixture
def alice(sandbox: Sandbox) -> Person:
    return sandbox.person("Alice")


@pytest.fixture
async def group(sandbox: Sandbox, alice: Person) -> Group:
    group = sandbox.group("Night desk", creator=alice)
    await group.add_bot()
    return group
