"""A Telegram with two people and a group in it, and a plain way to call the Bot API."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest

from bot.sandbox import Group, HandClock, Person, Sandbox

Ask = Callable[..., Awaitable[dict[str, Any]]]
Refused = Callable[..., Awaitable[str]]


@pytest.fixture
def clock() -> HandClock:
    return HandClock(datetime(2026, 3, 1, 12, tzinfo=UTC))


@pytest.fixture
async def telegram(clock: HandClock) -> AsyncIterator[Sandbox]:
    async with Sandbox(clock=clock) as sandbox:
        yield sandbox


@pytest.fixture
async def client() -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(trust_env=False, timeout=5) as client:
        yield client


@pytest.fixture
def ask(telegram: Sandbox, client: httpx.AsyncClient) -> Ask:
    """Calls a method with JSON and gives the whole answer."""

    async def call(method: str, **parameters: Any) -> dict[str, Any]:
        response = await client.post(f"{telegram.base_url}{telegram.token}/{method}", json=parameters)
        answer: dict[str, Any] = response.json()
        assert answer["ok"] is (response.status_code == 200)
        return answer

    return call


@pytest.fixture
def refused(ask: Ask) -> Refused:
    """Calls a method that is to fail and gives the words of the refusal."""

    async def call(method: str, **parameters: Any) -> str:
        answer = await ask(method, **parameters)
        assert not answer["ok"], answer
        return str(answer["description"])

    return call


@pytest.fixture
def alice(telegram: Sandbox) -> Person:
    return telegram.person("Alice", username="alice")


@pytest.fixture
def bob(telegram: Sandbox) -> Person:
    return telegram.person("Bob")


@pytest.fixture
async def desk(telegram: Sandbox, alice: Person, bob: Person) -> Group:
    """A supergroup of Alice's with Bob and the bot in it, whose arrival the bot has seen."""
    group = telegram.group("Desk", creator=alice, members=[bob])
    await group.add_bot()
    telegram.world.updates.forget_all()
    return group
