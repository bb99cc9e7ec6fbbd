from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.sandbox import Sandbox
from bot.sandbox.clock import WallClock
from tests.journeys.office import Office


@pytest.fixture
async def telegram() -> AsyncIterator[Sandbox]:
    async with Sandbox(clock=WallClock()) as telegram:
        yield telegram


@pytest.fixture
async def office(telegram: Sandbox, migrated_file: Path, tmp_path: Path) -> AsyncIterator[Office]:
    """A running bot with a desk that has been set up, on SQLite."""
    path = shutil.copy(migrated_file, tmp_path / "claimdesk.db")
    office = Office(telegram, f"sqlite:///{path}", tmp_path, telegram.world.clock)
    await office.open()
    await office.set_up()
    yield office
    await office.close()


@pytest.fixture
async def any_office(telegram: Sandbox, database_url: str, tmp_path: Path) -> AsyncIterator[Office]:
    """The same on each database."""
    office = Office(telegram, database_url, tmp_path, telegram.world.clock)
    await office.open()
    await office.set_up()
    yield office
    await office.close()
