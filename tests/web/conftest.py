"""The app that is served, handed stand-ins for what it is told and for whom it tells."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest
from starlette.types import ASGIApp

from bot.desk.vitals import Figures, Vitals
from bot.telemetry import Calls
from bot.web.health import health
from bot.web.letterbox import Letterbox
from bot.web.metrics import metrics
from bot.web.site import site

PATH, SECRET = "a-path-nobody-knows", "hush_hush-1"
NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
RIGHT = {"X-Telegram-Bot-Api-Secret-Token": SECRET}


class House:
    """What stands behind the app: a shelf for updates, and what the database would say."""

    def __init__(self) -> None:
        self.shelf: list[dict[str, Any]] = []
        self.broken: Exception | None = None
        self.vitals = Vitals(NOON, None)
        self.loops = {"lane": True}
        self.calls = Calls()

    async def receive(self, update: dict[str, Any]) -> None:
        if self.broken:
            raise self.broken
        self.shelf.append(update)

    async def read_vitals(self) -> Vitals:
        if self.broken:
            raise self.broken
        return self.vitals

    async def read_figures(self) -> Figures:
        raise ConnectionError("no database in this house")

    def app(self, letterbox: bool = True) -> ASGIApp:
        well = health(lambda: self.loops, self.read_vitals, lambda: NOON)
        numbers = metrics(self.read_figures, self.calls, lambda: NOON)
        return site(well, numbers, Letterbox(PATH, SECRET, self.receive) if letterbox else None)


@pytest.fixture
def house() -> House:
    return House()


@pytest.fixture
async def client(house: House) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(transport=httpx.ASGITransport(house.app()), base_url="http://bot") as client:
        yield client
