"""The whole job with updates delivered to the bot, and what watches over it meanwhile."""

from __future__ import annotations

import logging
import socket
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.app import webhook_of
from bot.chat.inbox import keep
from bot.chat.webhook import Hook
from bot.sandbox import Faults, Sandbox
from bot.sandbox.clock import WallClock
from storage.records import Records
from tests.journeys.office import Office


def a_free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port: int = door.getsockname()[1]
        return port


class ServedOffice(Office):
    """An office whose bot listens; with a webhook unless it is told to poll."""

    def __init__(self, telegram: Sandbox, database_url: str, folder: Path, clock: WallClock) -> None:
        super().__init__(telegram, database_url, folder, clock)
        self.at = f"127.0.0.1:{a_free_port()}"
        self.delivered()

    def delivered(self) -> None:
        self.settings = self.settings.model_copy(update={"listen": self.at, "webhook_url": f"http://{self.at}/desk"})

    def polls(self) -> None:
        self.settings = self.settings.model_copy(update={"webhook_url": None})

    @property
    def hook(self) -> Hook:
        hook = webhook_of(self.settings)
        assert hook is not None
        return hook

    async def fetches(self, path: str) -> httpx.Response:
        async with httpx.AsyncClient(trust_env=False) as client:
            return await client.get(f"http://{self.at}{path}")

    async def delivers(self, update: dict[str, Any]) -> int:
        headers = {"X-Telegram-Bot-Api-Secret-Token": self.hook.secret}
        async with httpx.AsyncClient(trust_env=False) as client:
            return (await client.post(self.hook.url, json=update, headers=headers)).status_code


@pytest.fixture(params=[Faults(), Faults(duplicate=0.5, reorder=0.5, seed=3)], ids=["in order", "twice, and shuffled"])
async def telegram(request: pytest.FixtureRequest) -> AsyncIterator[Sandbox]:
    async with Sandbox(clock=WallClock(), faults=request.param) as telegram:
        yield telegram


@pytest.fixture
async def office(telegram: Sandbox, database_url: str, tmp_path: Path) -> AsyncIterator[ServedOffice]:
    office = ServedOffice(telegram, database_url, tmp_path, telegram.world.clock)
    await office.open()
    await telegram.until(lambda: telegram.world.webhook.target, 10)
    await office.set_up("quorum=3 margin=2")
    yield office
    await office.close()


def everything_came_once(records: Records) -> bool:
    updates = records.figures.updates()
    return updates.waiting == updates.set_aside == 0


async def test_a_desk_works_by_webhook(office: ServedOffice, telegram: Sandbox) -> None:
    card = await office.hands_in()
    await office.all_press(card, "Verify", office.bosco, office.chiara, office.dawit)

    await office.shows("verified")
    assert await office.reads(everything_came_once)
    assert not telegram.calls_of("deleteWebhook")
    assert (await office.fetches("/readyz")).json()["complaints"] == []
    metrics = (await office.fetches("/metrics")).text
    assert 'claimdesk_claims{status="verified"} 1.0' in metrics
    assert "claimdesk_votes 3.0" in metrics
    assert "claimdesk_updates_set_aside_total 0.0" in metrics


async def test_a_restart_finds_the_updates_that_waited_meanwhile(office: ServedOffice) -> None:
    card = await office.hands_in()
    await office.close()
    presses = [await person.presses(card, "Verify") for person in (office.bosco, office.chiara, office.dawit)]
    await office.open()

    await office.until(lambda: all(press.answered for press in presses), "receipts")
    await office.shows("verified")


async def test_back_to_polling_and_to_the_webhook_again(office: ServedOffice, telegram: Sandbox) -> None:
    card = await office.hands_in()
    await office.close()
    office.polls()
    press = await office.bosco.presses(card, "Verify")
    await office.open()
    await office.until(lambda: press.answered, "a receipt")
    assert telegram.world.webhook.target is None
    assert (await office.fetches("/readyz")).status_code == 200

    await office.close()
    office.delivered()
    press = await office.chiara.presses(card, "Verify")
    await office.open()
    await office.until(lambda: press.answered, "a receipt")
    assert telegram.world.webhook.target is not None


async def test_an_update_that_cannot_be_handled_is_set_aside_and_keeps_nobody_waiting(
    office: ServedOffice, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("bot.chat.lane.PAUSE", 0.01)
    poison = {"update_id": 1, "message": 7}
    with caplog.at_level(logging.CRITICAL):
        assert [await office.delivers(poison) for _ in range(3)] == [200] * 3
        await office.asks(office.amal, "/queue", "Nothing waits")

    updates = await office.reads(lambda records: records.figures.updates())
    assert (updates.set_aside, updates.waiting) == (1, 0)
    assert "claimdesk_updates_set_aside_total 1.0" in (await office.fetches("/metrics")).text


async def test_after_a_silence_the_desk_is_told_once_which_minutes_to_press_again(
    office: ServedOffice, telegram: Sandbox
) -> None:
    await office.hands_in()
    await office.close()
    office.clock.forward(minutes=5)
    for person in (office.bosco, office.chiara):
        await person.says(office.group, "/queue")
    await office.open()

    await office.shows("I was away")
    await office.rests()
    assert sum("I was away" in text for text in office.group.texts) == 1


async def test_what_the_database_could_not_take_is_delivered_again(
    office: ServedOffice, telegram: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, failures = office._store, [ConnectionError("the database is away")] * 3
    assert store is not None
    really = store.run

    async def run(verb: Callable[..., Any], *given: Any, **more: Any) -> Any:
        if verb is keep and failures:
            raise failures.pop()
        return await really(verb, *given, **more)

    monkeypatch.setattr(store, "run", run)
    await office.asks(office.amal, "/queue", "Nothing waits")

    assert failures == []
    assert telegram.world.webhook.last_error is not None
    assert telegram.world.webhook.last_error[1] == "Wrong response from the webhook: 503"
    assert await office.reads(everything_came_once)
