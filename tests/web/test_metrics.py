"""The numbers for Prometheus: none of a person, and the same from every replica."""

from __future__ import annotations

import re
from datetime import timedelta

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families

from bot.claims.status import Status
from bot.desk.vitals import figures
from bot.telemetry import Calls
from bot.web.metrics import exposition
from storage.store import Store
from tests.storage.scene import NOON, Scene, a_desk
from tests.web.conftest import House


def numbers(text: str) -> dict[str, float]:
    """Every sample, its labels behind its name."""
    families = text_string_to_metric_families(text)
    samples = [sample for family in families for sample in family.samples]
    return {" ".join([sample.name, *sample.labels.values()]): sample.value for sample in samples}


@pytest.fixture
def busy(store: Store) -> Store:
    """A desk with a claim, a digest that was made, and four updates: one waits, one was given up."""
    with store.transaction() as records:
        scene = Scene(records, a_desk(records))
        claim = scene.released()
        scene.is_now(claim, Status.VERIFIED)
        records.inbox.store([(number, "{}") for number in range(4)], NOON)
        for row in records.inbox.next(2):
            records.inbox.done(row.id, NOON)
        for _ in range(3):
            records.inbox.failed(records.inbox.next(1)[0].id, NOON, "3")
        records.postings.want(scene.desk.chat, "reply:1", content="{}", priority=0, at=NOON)
        records.postings.want(-77, "reply:1", content="{}", priority=0, at=NOON)
        a_desk(records, chat=-77, title="Closed desk")
        records.desks.close(-77)
        records.digests.claim_day(scene.desk.id, NOON.date(), NOON)
        records.settings.put("last_contact", NOON.isoformat())
    return store


async def test_what_the_database_knows_is_counted(busy: Store) -> None:
    told = numbers(exposition(await busy.run(figures), Calls(), NOON + timedelta(seconds=20)).decode())

    assert {name: value for name, value in told.items() if value and "build" not in name} == {
        "claimdesk_database_up": 1, "claimdesk_updates_stored_total": 4, "claimdesk_updates_handled_total": 2,
        "claimdesk_updates_set_aside_total": 1, "claimdesk_inbox_waiting": 1, "claimdesk_inbox_oldest_seconds": 20,
        "claimdesk_last_contact_seconds": 20, "claimdesk_claims verified": 1, "claimdesk_postings_differing": 1,
        "claimdesk_digests_total": 1, "claimdesk_desks_open": 1,
    }  # fmt: skip
    assert {f"claimdesk_claims {status}" for status in Status} <= set(told)


async def test_no_number_names_a_person_a_chat_or_a_stance(busy: Store) -> None:
    calls = Calls()
    calls.made["sendMessage"] = 3
    calls.refused["chat gone"] = 1
    text = exposition(await busy.run(figures), calls, NOON).decode()
    labels = set(re.findall(r'(\w+)="', text))

    assert labels == {"version", "status", "method", "meaning"}
    assert not re.search(r"verify|dispute\b|unsure|stance|desk_id|-\d{2,}", text)


async def test_two_replicas_tell_the_same_of_what_the_database_knows(busy: Store) -> None:
    mine, yours = Calls(), Calls()
    mine.made["sendMessage"] = 5
    first = numbers(exposition(await busy.run(figures), mine, NOON).decode())
    second = numbers(exposition(await busy.run(figures), yours, NOON).decode())

    assert {name for name in first | second if first.get(name) != second.get(name)} == {
        "claimdesk_telegram_calls_total sendMessage"
    }


async def test_an_empty_database_has_never_heard_from_telegram(store: Store) -> None:
    told = numbers(exposition(await store.run(figures), Calls(), NOON).decode())

    assert "claimdesk_last_contact_seconds" not in told
    assert told["claimdesk_inbox_oldest_seconds"] == 0


async def test_without_the_database_a_process_tells_what_it_knows_itself(
    client: httpx.AsyncClient, house: House, caplog: pytest.LogCaptureFixture
) -> None:
    house.calls.made["getMe"] = 2
    house.calls.refused["slow down"] = 1
    answer = await client.get("/metrics")

    assert answer.headers["content-type"].startswith("text/plain; version=")
    told = numbers(answer.text)
    assert told["claimdesk_database_up"] == 0
    assert told["claimdesk_telegram_calls_total getMe"] == 2
    assert told["claimdesk_telegram_refusals_total slow down"] == 1
    assert not any("updates" in name for name in told)
