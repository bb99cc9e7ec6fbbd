"""`claimdesk demo`: the real bot against a Telegram of our own, in a folder that is gone afterwards."""

from __future__ import annotations

import asyncio
import sys
import tempfile
from collections.abc import Coroutine
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Any

from pydantic import SecretStr
from rich.console import Console

from bot.app import Claimdesk
from bot.config import Settings
from bot.demo.stage import Stage
from bot.demo.story import Story
from bot.publisher.pace import Pace, Window
from bot.sandbox import Sandbox
from bot.telemetry import set_up_logging
from storage.store import Store

PAUSE = 0.35  # seconds between messages, so that they can be read as they come
QUICK = Window(1000, timedelta(seconds=1))  # the sandbox has no flood control


def show(*, fast: bool) -> None:
    """Plays the story once and prints it."""
    set_up_logging(quiet=True)
    console = Console(width=None if sys.stdout.isatty() else 100)
    pause = 0.0 if fast or not sys.stdout.isatty() else PAUSE
    with tempfile.TemporaryDirectory(prefix="claimdesk-demo-") as folder:
        asyncio.run(_play(Stage(console, pause), Path(folder)))


async def _play(stage: Stage, folder: Path) -> None:
    async with Sandbox(name="claimdesk", username="claimdesk_bot") as telegram:
        store = Store(f"sqlite:///{folder / 'demo.db'}")
        store.migrate()
        stop = asyncio.Event()
        claimdesk = Claimdesk(_settings(telegram, folder), store, pace=Pace(QUICK, QUICK, QUICK))
        running = asyncio.create_task(claimdesk.run(stop))
        try:
            await _until_first_failure(Story(telegram, stage).play(), running)
        finally:
            stop.set()
            with suppress(asyncio.CancelledError):
                await running
            store.close()


async def _until_first_failure(story: Coroutine[Any, Any, None], running: asyncio.Task[None]) -> None:
    """Plays the story; a bot that fails in the middle ends it at once, with its own error."""
    playing = asyncio.create_task(story)
    await asyncio.wait({playing, running}, return_when=asyncio.FIRST_COMPLETED)
    if not playing.done():
        playing.cancel()
        running.result()
    await playing


def _settings(telegram: Sandbox, folder: Path) -> Settings:
    return Settings(
        token=SecretStr(telegram.token),
        api_url=telegram.url,
        database_url=f"sqlite:///{folder / 'demo.db'}",
        signing_key_file=folder / "demo.key",
    )
