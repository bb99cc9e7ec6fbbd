"""The webhook is set, looked after, and left again, and what it brings is stored once."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Barrier

import pytest
from telegram.ext import ExtBot

from bot.chat.inbox import WANTED, Inbox, RawUpdates, keep
from bot.chat.webhook import Webhook, hook_at
from bot.desk.vitals import vitals
from bot.sandbox import Sandbox
from bot.sandbox.clock import HandClock
from storage.store import Store
from tests.storage.scene import Scene, a_desk

KEY = bytes(range(32))
HOOK = hook_at("http://127.0.0.1:9/desk/", KEY)
NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)


@pytest.fixture
async def telegram(clock: HandClock) -> AsyncIterator[Sandbox]:
    async with Sandbox(clock=clock) as telegram:
        yield telegram


@pytest.fixture
async def bot(telegram: Sandbox) -> AsyncIterator[ExtBot[None]]:
    async with ExtBot(telegram.token, base_url=telegram.base_url) as bot:
        yield bot


def with_open_claim(store: Store) -> None:
    with store.transaction() as records:
        Scene(records, a_desk(records)).released()


def notices(store: Store) -> int:
    """How often a desk was told which minutes to press again."""
    with store.transaction() as records:
        return sum(posting.key.startswith("gap:") for posting in records.postings.differing(NOON + timedelta(1), 99))


def test_every_replica_with_the_key_makes_the_same_address_and_secret_and_nobody_else():
    other = hook_at("http://127.0.0.1:9/desk", bytes(32))

    assert hook_at("http://127.0.0.1:9/desk", KEY) == HOOK
    assert HOOK.url == f"http://127.0.0.1:9/desk/{HOOK.path}"
    assert len({HOOK.path, HOOK.secret, other.path, other.secret}) == 4
    assert hook_at("http://127.0.0.1:9", KEY, "mine").secret == "mine"
    assert HOOK.path not in repr(HOOK)
    assert HOOK.secret not in repr(HOOK)


async def test_it_is_set_with_its_secret_and_what_waits_is_kept(
    store: Store, clock: HandClock, telegram: Sandbox, bot: ExtBot[None]
):
    amal = telegram.person("Amal")
    await amal.says(amal.private, "hello")
    await Webhook(store, HOOK, clock).look(bot)
    target = telegram.world.webhook.target

    assert target is not None
    assert (target.url, target.secret, target.connections) == (HOOK.url, HOOK.secret, 40)
    assert telegram.world.updates.allowed == sorted(WANTED)
    assert len(telegram.world.updates.waiting) == 1


async def test_looking_again_sets_nothing_and_is_a_contact(
    store: Store, clock: HandClock, telegram: Sandbox, bot: ExtBot[None]
):
    webhook = Webhook(store, HOOK, clock)
    for _ in range(3):
        await webhook.look(bot)
        clock.forward(seconds=30)

    assert len(telegram.calls_of("setWebhook")) == 1
    assert (await store.run(vitals)).last_contact == clock() - timedelta(seconds=30)


async def test_an_address_that_somebody_else_has_set_is_set_back(
    store: Store, clock: HandClock, bot: ExtBot[None], telegram: Sandbox, caplog: pytest.LogCaptureFixture
):
    webhook = Webhook(store, HOOK, clock)
    await webhook.look(bot)
    await bot.set_webhook("http://127.0.0.1:9/elsewhere", allowed_updates=WANTED)
    await webhook.look(bot)

    assert (await bot.get_webhook_info()).url == HOOK.url
    assert "the same signing key" in caplog.text
    assert HOOK.path not in caplog.text


async def test_a_replica_that_starts_sets_it_though_it_is_set(
    store: Store, clock: HandClock, telegram: Sandbox, bot: ExtBot[None]
):
    for _ in range(2):
        await Webhook(store, HOOK, clock).look(bot)
    assert len(telegram.calls_of("setWebhook")) == 2
    assert not any(call.parameters.get("drop_pending_updates") for call in telegram.calls_of("setWebhook"))


async def test_a_failed_delivery_is_told_once(
    store: Store, clock: HandClock, telegram: Sandbox, bot: ExtBot[None], caplog: pytest.LogCaptureFixture
):
    webhook = Webhook(store, HOOK, clock)
    await webhook.look(bot)
    telegram.world.webhook.last_error = (int(clock().timestamp()), "Wrong response from the webhook: 401 Unauthorized")
    for _ in range(3):
        await webhook.look(bot)

    told = [record.getMessage() for record in caplog.records if record.levelno == logging.WARNING]
    assert told == [
        "telegram could not deliver: Wrong response from the webhook: 401 Unauthorized; 0 updates wait there"
    ]


async def test_a_long_silence_is_told_of_at_the_first_contact_after_it(
    store: Store, clock: HandClock, telegram: Sandbox, bot: ExtBot[None]
):
    with_open_claim(store)
    webhook = Webhook(store, HOOK, clock)
    await webhook.look(bot)
    clock.forward(seconds=119)
    await webhook.look(bot)
    assert notices(store) == 0
    clock.forward(seconds=121)
    await webhook.receive({"update_id": 1})
    await webhook.look(bot)
    assert notices(store) == 1


async def test_an_update_that_comes_twice_is_stored_once_and_wakes_the_lane(store: Store, clock: HandClock):
    webhook, woken = Webhook(store, HOOK, clock), []
    webhook._nudge = lambda: woken.append(1)
    for _ in range(2):
        await webhook.receive({"update_id": 5, "message": {"text": "hello"}})
    with store.transaction() as records:
        assert [row.update_id for row in records.inbox.next(10)] == [5]
    assert woken


async def test_an_update_that_was_polled_and_not_confirmed_is_the_same_when_it_is_delivered(
    store: Store, clock: HandClock
):
    await store.run(keep, [{"update_id": 5, "message": {"text": "שלום"}}], clock())
    await Webhook(store, HOOK, clock).receive({"update_id": 5, "message": {"text": "שלום"}})
    with store.transaction() as records:
        assert len(records.inbox.next(10)) == 1


async def test_who_polls_takes_away_a_webhook_that_was_left_behind_and_says_so(
    store: Store, clock: HandClock, telegram: Sandbox, bot: ExtBot[None], caplog: pytest.LogCaptureFixture
):
    amal = telegram.person("Amal")
    await bot.set_webhook(HOOK.url, secret_token=HOOK.secret)
    await amal.says(amal.private, "hello")
    inbox = Inbox(store, bot, RawUpdates(), clock, lambda: None)
    await inbox._leave_webhook()
    await inbox._leave_webhook()

    assert (await bot.get_webhook_info()).url == ""
    assert [record.getMessage() for record in caplog.records if record.name == "bot.chat.inbox"] == [
        "a webhook was set; it is removed, since CLAIMDESK_WEBHOOK_URL is not"
    ]
    assert len(telegram.world.updates.waiting) == 1


def test_many_replicas_that_hear_again_at_once_tell_the_desks_once(store: Store):
    with_open_claim(store)
    with store.transaction() as records:
        keep(records, [], NOON)
    replicas = 6
    barrier = Barrier(replicas)

    def hears_again(number: int) -> None:
        barrier.wait()
        with store.transaction() as records:
            keep(records, [{"update_id": number}], NOON + timedelta(seconds=200, milliseconds=number))

    with ThreadPoolExecutor(replicas) as crowd:
        list(crowd.map(hears_again, range(replicas)))
    assert notices(store) == 1
