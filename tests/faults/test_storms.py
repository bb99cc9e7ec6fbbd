"""The line to Telegram fails in every way at once; when it is good again, everybody sees what the database says."""

from __future__ import annotations

import asyncio
import re
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from random import Random
from time import monotonic
from typing import Any

import pytest
from sqlalchemy import select
from sqlmodel import col

from bot.cards.presses import Signer
from bot.claims.consensus import Stance
from bot.claims.history import fold
from bot.claims.model import ClaimId
from bot.sandbox import Fault, Faults, Message, Sandbox
from bot.sandbox.clock import WallClock
from bot.signing import press_key, signing_key
from storage.records import Records
from storage.tables import ClaimRow, PersonRow
from tests.faults.invariants import broken, copies, unfinished, without_card, wrongly_shown
from tests.journeys.office import Office, deaths

CHANCES: dict[str, Any] = {
    "duplicate": 0.2, "reorder": 0.2, "too_many_requests": 0.05, "server_error": 0.05, "bad_gateway": 0.03,
    "bad_gateway_after": 0.03, "reset_before": 0.05, "reset_after": 0.05, "timeout_after_delivery": 0.03, "slow": 0.1,
}  # fmt: skip
ANSWER_LOST = (Fault.BAD_GATEWAY_AFTER, Fault.RESET_AFTER, Fault.TIMEOUT_AFTER_DELIVERY)
LastWords = dict[tuple[str, int], Stance]
ACTS = 30
pytestmark = pytest.mark.usefixtures("nobody_waits_long", "nobody_waits_for_lost_answers")


@asynccontextmanager
async def an_office(folder: Path, template: Path, faults: Faults) -> AsyncIterator[Office]:
    """A desk set up in good weather, so that the bot knows its members, and the storm begins."""
    clock = WallClock()
    async with Sandbox(clock=clock) as telegram:
        path = shutil.copy(template, folder / "claimdesk.db")
        office = Office(telegram, f"sqlite:///{path}", folder, clock)
        await office.open()
        await office.set_up()
        first, _ = await office.hands_in_deaths(12, 30)
        await office.all_press(first, "Unsure", office.bosco, office.chiara, office.dawit)
        telegram.world.fate.faults = faults
        yield office
        await office.close()


async def acts(office: Office, random: Random) -> LastWords:
    """Some thirty votes and texts, without waiting for anybody; who said what last on which claim."""
    people = (office.bosco, office.chiara, office.dawit)
    said = {("C-1", person.id): Stance.UNSURE for person in people}
    for number in range(ACTS):
        if random.random() < 0.15:
            await office.amal.says(office.group, f"/add {deaths(100 + number)}")
        elif cards := office.cards():
            person, card, stance = random.choice(people), random.choice(cards), random.choice(list(Stance))
            await person.presses(card, stance.value.capitalize())
            said[label_of(card), person.id] = stance
        if random.random() < 0.3:  # the others come in bursts, several in one batch
            await asyncio.sleep(random.uniform(0, 0.3))
    return said


def count_of_claims(records: Records) -> int:
    return len(records.history.db.execute(select(col(ClaimRow.id))).all())


def label_of(card: Message) -> str:
    found = re.search(r"C-\d+", card.text)
    assert found, card.text
    return found[0]


def last_words(records: Records) -> LastWords:
    """Who says what on which claim, by the history."""
    people = {row.reviewer_id: row.telegram_id for row in records.history.db.execute(select(PersonRow))}
    said: LastWords = {}
    for number in records.history.db.execute(select(col(ClaimRow.id))).scalars():
        claim = records.claims.get(ClaimId(number or 0))
        assert claim is not None
        votes = fold(records.history.of(claim.id)).votes
        said |= {
            (claim.label, person): votes[voter]
            for reviewer, person in people.items()
            if (voter := records.reviewers.voter(reviewer, claim)) in votes
        }
    return said


async def comes_to_rest(office: Office) -> None:
    """The weather is good again; what was put off for long is awaited with the clock."""
    office.telegram.world.fate.faults = Faults()
    left = ["not looked yet"]
    await office.until(lambda: not office.telegram.world.updates.waiting)
    for _ in range(60):
        left = await office.reads(unfinished)
        if not left and not office.telegram.world.busy():
            return
        await asyncio.sleep(0.2)
        if not any(what.startswith("update") for what in left):
            office.clock.forward(seconds=20)
    raise TimeoutError(f"never at rest: {left}")


async def everything_agrees(office: Office) -> None:
    signer = Signer(press_key(signing_key(office.settings.signing_key_file)))
    assert await office.reads(broken) == []
    assert await office.reads(without_card) == []
    assert await office.reads(partial(wrongly_shown, chat=office.group, signer=signer)) == []
    lost = [call for call in office.telegram.calls_of("sendMessage") if call.fault in ANSWER_LOST]
    assert await office.reads(partial(copies, chat=office.group)) <= len(lost)


async def through_a_storm(folder: Path, template: Path, seed: int) -> Office:
    async with an_office(folder, template, Faults(seed, **CHANCES)) as office:
        said = await acts(office, Random(seed))
        await comes_to_rest(office)
        await everything_agrees(office)
        assert await office.reads(last_words) == said
        texts = sum(message.text.startswith("/add") for message in office.group.messages)
        assert await office.reads(count_of_claims) == texts + 1  # one in each text, and two in the first
    return office


@pytest.mark.parametrize("seed", range(5))
async def test_after_a_storm_every_card_shows_what_the_database_says(seed: int, tmp_path: Path, migrated_file: Path):
    office = await through_a_storm(tmp_path, migrated_file, seed)

    assert office.telegram.faults_met


@pytest.mark.soak
async def test_after_any_number_of_storms_every_card_shows_what_the_database_says(
    tmp_path_factory: pytest.TempPathFactory, migrated_file: Path, soak_minutes: float
):
    end, seed = monotonic() + 60 * soak_minutes, 1000
    while monotonic() < end:
        seed += 1
        await through_a_storm(tmp_path_factory.mktemp("storm"), migrated_file, seed)
    print(f"{seed - 1000} storms")
