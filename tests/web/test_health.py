"""Whether the bot is well, as machines read it."""

from __future__ import annotations

from datetime import timedelta

import httpx
import pytest

from bot.desk.vitals import Vitals
from tests.web.conftest import NOON, House


async def test_a_bot_that_is_well_says_so(client: httpx.AsyncClient, house: House) -> None:
    house.vitals = Vitals(NOON - timedelta(seconds=25), NOON - timedelta(seconds=2.5))
    answer = await client.get("/readyz")

    assert answer.status_code == 200
    assert answer.json() == {
        "well": True, "complaints": [], "last_contact_seconds": 25.0, "oldest_update_seconds": 2.5,
    }  # fmt: skip
    assert (await client.get("/healthz")).json() == {"well": True, "loops": {"lane": True}}


@pytest.mark.parametrize(
    ("vitals", "complaints"),
    [
        (Vitals(NOON - timedelta(seconds=120), None), []),
        (Vitals(NOON - timedelta(seconds=121), None), ["Telegram was last heard from 121 s ago."]),
        (Vitals(None, None), ["Telegram has not been reached yet."]),
        (Vitals(NOON, NOON - timedelta(seconds=60)), []),
        (
            Vitals(NOON, NOON - timedelta(seconds=61)),
            ["The oldest update that is not handled yet has waited for 61 s."],
        ),
        (Vitals(NOON + timedelta(seconds=5), None), []),
    ],
)
async def test_what_is_wrong_is_told_in_sentences(
    client: httpx.AsyncClient, house: House, vitals: Vitals, complaints: list[str]
) -> None:
    house.vitals = vitals
    answer = await client.get("/readyz")

    assert answer.status_code == (503 if complaints else 200)
    assert answer.json()["complaints"] == complaints


async def test_a_silent_telegram_and_a_long_queue_are_both_told(client: httpx.AsyncClient, house: House) -> None:
    house.vitals = Vitals(NOON - timedelta(hours=1), NOON - timedelta(hours=1))

    assert len((await client.get("/readyz")).json()["complaints"]) == 2


async def test_without_its_database_it_is_not_ready_and_lives(
    client: httpx.AsyncClient, house: House, caplog: pytest.LogCaptureFixture
) -> None:
    house.broken = ConnectionError("postgresql://claimdesk:password@database")
    for path in ("/readyz", "/readyz/database"):
        answer = await client.get(path)
        assert answer.status_code == 503
        assert answer.json() == {"well": False, "complaints": ["The database does not answer."]}
    assert (await client.get("/healthz")).status_code == 200
    assert "password" not in caplog.text


async def test_a_replica_takes_deliveries_while_the_bot_as_a_whole_is_behind(
    client: httpx.AsyncClient, house: House
) -> None:
    house.vitals = Vitals(NOON - timedelta(hours=1), NOON - timedelta(hours=1))

    assert (await client.get("/readyz/database")).status_code == 200
    assert (await client.get("/readyz")).status_code == 503


async def test_a_loop_that_ended_is_named(client: httpx.AsyncClient, house: House) -> None:
    house.loops = {"lane": True, "publisher": False}
    answer = await client.get("/healthz")

    assert answer.status_code == 503
    assert answer.json() == {"well": False, "loops": {"lane": True, "publisher": False}}
