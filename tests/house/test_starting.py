from __future__ import annotations

import asyncio
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.app import Claimdesk, KeyIsMissing
from bot.config import Settings
from bot.desk.checkpoints import cut_checkpoint
from bot.sandbox import TOKEN, Sandbox
from bot.signing import BadKeyFile, Notary
from storage.store import Store
from tests.storage.scene import NOON, a_desk


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store(f"sqlite:///{tmp_path / 'desk.db'}")
    store.migrate()
    yield store
    store.close()


def _settings(url: str, key: Path, token: str = TOKEN) -> Settings:
    return Settings(token=SecretStr(token), api_url=url, signing_key_file=key)


def _a_free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port: int = door.getsockname()[1]
        return port


async def test_the_bot_waits_for_a_telegram_that_cannot_be_reached_yet(tmp_path: Path, store: Store) -> None:
    port, stop = _a_free_port(), asyncio.Event()
    settings = _settings(f"http://127.0.0.1:{port}", tmp_path / "desk.key")
    running = asyncio.create_task(Claimdesk(settings, store).run(stop))
    await asyncio.sleep(0.2)
    assert not running.done()
    async with Sandbox(port=port) as telegram:
        await telegram.until(lambda: telegram.calls_of("getMe"), 10)
        stop.set()
        await running


async def test_a_bot_that_waits_for_telegram_can_be_stopped(tmp_path: Path, store: Store) -> None:
    stop = asyncio.Event()
    settings = _settings(f"http://127.0.0.1:{_a_free_port()}", tmp_path / "desk.key")
    running = asyncio.create_task(Claimdesk(settings, store).run(stop))
    await asyncio.sleep(0.2)
    stop.set()
    async with asyncio.timeout(1.5):
        await running


async def test_a_key_that_cannot_be_used_is_named_before_telegram_is_asked(tmp_path: Path, store: Store) -> None:
    key = tmp_path / "desk.key"
    key.write_text("no key")
    with pytest.raises(BadKeyFile):
        await Claimdesk(_settings("http://127.0.0.1:9", key), store).run(asyncio.Event())


async def test_no_new_key_is_made_where_history_is_signed_already(tmp_path: Path, store: Store) -> None:
    with store.transaction() as records:
        cut_checkpoint(records, a_desk(records).id, Notary(bytes(32)), NOON)
    lost = tmp_path / "lost.key"

    with pytest.raises(KeyIsMissing, match=r"lost\.key.*Put the file back"):
        await Claimdesk(_settings("http://127.0.0.1:1", lost), store).run(asyncio.Event())
    assert not lost.exists()
