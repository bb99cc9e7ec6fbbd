from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from pydantic import SecretStr
from telegram import Bot

from bot.app import webhook_of
from bot.config import Settings
from bot.doctor import DeliveredElsewhere, NotDelivered, _webhook
from bot.sandbox import Sandbox


@pytest.fixture
async def telegram() -> AsyncIterator[Sandbox]:
    async with Sandbox() as telegram:
        yield telegram


@pytest.fixture
def settings(telegram: Sandbox, tmp_path: Path) -> Settings:
    settings = Settings(
        token=SecretStr(telegram.token), api_url=telegram.url, signing_key_file=tmp_path / "desk.key",
        webhook_url="http://127.0.0.1:9/desk", listen="127.0.0.1:9",
    )  # fmt: skip
    webhook_of(settings)
    return settings


async def set_to(telegram: Sandbox, url: str) -> None:
    async with Bot(telegram.token, base_url=telegram.base_url) as bot:
        await bot.set_webhook(url)


async def test_a_webhook_that_is_set_is_well(telegram: Sandbox, settings: Settings) -> None:
    hook = webhook_of(settings)
    assert hook is not None
    await set_to(telegram, hook.url)
    assert await _webhook(settings) == "Telegram delivers here; waiting there: 0"


async def test_a_webhook_elsewhere_is_told_by_its_host_alone(telegram: Sandbox, settings: Settings) -> None:
    with pytest.raises(DeliveredElsewhere, match="delivers nowhere"):
        await _webhook(settings)
    await set_to(telegram, "http://localhost:9/a-secret-path")
    with pytest.raises(DeliveredElsewhere, match="delivers to localhost, and not") as told:
        await _webhook(settings)
    assert "a-secret-path" not in str(told.value)


async def test_deliveries_that_fail_are_told_while_something_waits(telegram: Sandbox, settings: Settings) -> None:
    hook = webhook_of(settings)
    assert hook is not None
    await set_to(telegram, hook.url)
    amal = telegram.person("Amal")
    await amal.says(amal.private, "hello")  # nobody listens on that port
    await telegram.until(lambda: telegram.world.webhook.last_error, 10)
    with pytest.raises(NotDelivered, match="1 updates wait there: Connection failed"):
        await _webhook(settings)
