from __future__ import annotations

import shutil
from collections.abc import AsyncIterator, Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.sandbox import Sandbox
from bot.sandbox.clock import WallClock
from tests.journeys.office import Office


@pytest.fixture(autouse=True)
def nobody_waits_long(monkeypatch: pytest.MonkeyPatch) -> None:
    """What comes due by itself is looked for at once when a story moves the clock; cards rest less between edits."""
    monkeypatch.setattr("bot.app.KEEP_HOUSE", 0.2)
    monkeypatch.setattr("bot.app.JOIN_DRAFTS", 0.2)
    monkeypatch.setattr("bot.desk.shift.LOOK_AGAIN", 0.2)
    monkeypatch.setattr("bot.publisher.rounds.REST", timedelta(seconds=0.2))


@pytest.fixture
async def telegram() -> AsyncIterator[Sandbox]:
    async with Sandbox(clock=WallClock()) as telegram:
        yield telegram


@pytest.fixture
async def new_office(telegram: Sandbox, migrated_file: Path, tmp_path: Path) -> AsyncIterator[Callable[..., Office]]:
    """Makes a running bot whose group is no desk yet, on SQLite; the group's details may be given."""
    opened: list[Office] = []

    async def open_office(**details: Any) -> Office:
        path = shutil.copy(migrated_file, tmp_path / "claimdesk.db")
        office = Office(telegram, f"sqlite:///{path}", tmp_path, telegram.world.clock, **details)
        opened.append(office)
        await office.open()
        return office

    yield open_office
    for office in opened:
        await office.close()


@pytest.fixture
async def office(new_office: Callable[..., Any]) -> Office:
    """A running bot with a desk that has been set up, on SQLite."""
    office: Office = await new_office()
    await office.set_up()
    return office


@pytest.fixture
async def any_office(telegram: Sandbox, database_url: str, tmp_path: Path) -> AsyncIterator[Office]:
    """The same on each database."""
    office = Office(telegram, database_url, tmp_path, telegram.world.clock)
    await office.open()
    await office.set_up()
    yield office
    await office.close()
