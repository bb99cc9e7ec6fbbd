"""Delivering updates to a URL."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.sandbox import Person, Sandbox
from bot.sandbox.line import Exchange


class Receiver:
    """A bot's end of a webhook: takes what comes, or answers with the codes it was given first."""

    def __init__(self) -> None:
        self.url = ""
        self.codes: list[int] = []
        self.tried: list[tuple[dict[str, Any], str | None]] = []

    async def take(self, request: Request) -> Response:
        secret = request.headers.get("X-Telegram-Bot-Api-Secret-Token")
        self.tried.append((await request.json(), secret))
        return Response(status_code=self.codes.pop(0) if self.codes else 200)

    @property
    def texts(self) -> list[str]:
        return [update["message"]["text"] for update, _ in self.tried]


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    receiver = Receiver()
    exchange = Exchange(Starlette(routes=[Route("/hook", receiver.take, methods=["POST"])]))
    receiver.url = f"http://127.0.0.1:{await exchange.open(0)}/hook"
    yield receiver
    await exchange.close()


async def test_updates_are_posted_with_the_secret(ask, telegram: Sandbox, receiver: Receiver, bob: Person) -> None:
    await ask("setWebhook", url=receiver.url, secret_token="hush")
    await bob.says(bob.private, "one")
    await bob.says(bob.private, "two")
    await telegram.settled(quiet=0)

    assert receiver.texts == ["one", "two"]
    assert {secret for _, secret in receiver.tried} == {"hush"}


async def test_what_is_not_taken_comes_again_in_order(ask, telegram: Sandbox, receiver: Receiver, bob: Person) -> None:
    receiver.codes = [500, 503]
    await ask("setWebhook", url=receiver.url)
    await bob.says(bob.private, "one")
    await bob.says(bob.private, "two")
    await telegram.settled(quiet=0)

    assert receiver.texts == ["one", "one", "one", "two"]
    info = (await ask("getWebhookInfo"))["result"]
    assert (info["pending_update_count"], info["last_error_message"]) == (0, "Wrong response from the webhook: 503")


async def test_with_a_webhook_there_is_no_polling(ask, receiver: Receiver) -> None:
    await ask("setWebhook", url=receiver.url)
    answer = await ask("getUpdates")
    assert answer["error_code"] == 409
    assert "can't use getUpdates method while webhook is active" in answer["description"]

    await ask("deleteWebhook")
    assert (await ask("getUpdates"))["ok"]


async def test_only_loopback_is_delivered_to(refused) -> None:
    assert "loopback" in await refused("setWebhook", url="https://example.com/hook")


async def test_pending_updates_can_be_dropped(ask, bob: Person) -> None:
    await bob.says(bob.private, "old")
    await ask("deleteWebhook", drop_pending_updates=True)

    assert (await ask("getUpdates"))["result"] == []
