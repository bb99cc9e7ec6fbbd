from __future__ import annotations

import asyncio
import logging
import re
from typing import Any

import pytest
from sqlalchemy import select
from typer.testing import CliRunner

from bot.claims.desk import Reviewer
from bot.cli import app
from storage.records import Records
from storage.tables import ReviewerRow, Shape
from tests.journeys.office import Office, plain

REVIEWERS = select(ReviewerRow)
WORDS = "I stood beside the grey house myself"


async def bosco_disputes_in_his_own_words(office: Office) -> None:
    """Bosco leaves every trace that a reviewer can leave."""
    (card,) = await office.hands_in_deaths(12)
    await office.starts(office.bosco)
    await office.presses(office.bosco, card, "Dispute")
    asked = await office.shows("What is wrong with it?", office.bosco.private)
    await office.presses(office.bosco, asked, "Another reason")
    question = await office.shows("in your own words", office.bosco.private)
    await office.says(office.bosco, WORDS, office.bosco.private, reply_to=question)
    await office.until(lambda: "1 answered, 3 needed" in card.text)


def bosco_as_known(office: Office) -> Any:
    def known(records: Records) -> Reviewer | None:
        return records.reviewers.find(records.desks.all()[0].id, office.bosco.id)

    return known


def rows_that_say(*needles: str) -> Any:
    def look(records: Records) -> list[tuple[str, Any]]:
        db = records.reviewers.db
        rows = [(table.name, row) for table in Shape.metadata.sorted_tables for row in db.execute(select(table))]
        return [(name, row) for name, row in rows if any(needle in str(row) for needle in needles)]

    return look


async def nothing_is_known_of_bosco(office: Office) -> None:
    look = rows_that_say(str(office.bosco.id), WORDS)
    for _ in range(50):
        if not await office.reads(look):
            return
        await office.rests(quiet=0.1)
    assert await office.reads(look) == []


async def test_who_asks_to_be_forgotten_is_told_what_stays_and_then_is(any_office: Office):
    office = any_office
    await bosco_disputes_in_his_own_words(office)
    codename = (await office.reads(bosco_as_known(office))).codename
    question = await office.asks(office.bosco, "/forgetme", "Shall I forget you?", office.bosco.private)
    assert "your answers count" in question.text
    assert "Backups and exports" in question.text

    assert "You are forgotten." in await office.presses(office.bosco, question, "Yes, forget me")
    await office.shows(f"“{codename}” was forgotten")
    await office.until(lambda: not [m for m in office.bosco.private.messages if m.by_bot], "the talk is taken down")
    await nothing_is_known_of_bosco(office)
    assert await office.asks(office.chiara, "/history C-1", "Somebody answered.")
    assert "1 answered, 3 needed" in office.cards()[0].text


async def test_a_lead_has_a_reviewer_forgotten_by_codename(office: Office):
    await bosco_disputes_in_his_own_words(office)
    codename = (await office.reads(bosco_as_known(office))).codename
    question = await office.asks(office.amal, f"/reviewers forget {codename.title()}", f"Forget who “{codename}” is?")
    assert "Only a lead" in await office.presses(office.chiara, question, "Yes, forget them")
    assert await office.reads(bosco_as_known(office)) is not None

    await office.presses(office.amal, question, "Yes, forget them")
    await office.shows(f"“{codename}” was forgotten")
    await nothing_is_known_of_bosco(office)
    await office.asks(office.amal, f"/reviewers forget {codename}", "was forgotten before")
    await office.asks(office.amal, "/reviewers forget no body", "no reviewer called")
    await office.asks(office.amal, "/reviewers forget", "Write the codename")


async def test_who_comes_back_is_somebody_new(office: Office):
    await bosco_disputes_in_his_own_words(office)
    before = (await office.reads(bosco_as_known(office))).codename
    question = await office.asks(office.bosco, "/forgetme", "Shall I forget you?", office.bosco.private)
    await office.presses(office.bosco, question, "Yes, forget me")
    await nothing_is_known_of_bosco(office)

    await office.presses(office.bosco, office.cards()[0], "Verify")
    await office.until(lambda: "2 answered, 3 needed" in office.cards()[0].text)
    assert (await office.reads(bosco_as_known(office))).codename != before


async def test_being_forgotten_is_between_a_person_and_the_bot(office: Office):
    await office.asks(office.bosco, "/forgetme", "between you and me")
    assert "forgotten" not in " ".join(office.group.texts)


async def test_nothing_that_others_read_names_a_person(
    office: Office, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
):
    caplog.set_level(logging.DEBUG, "bot")
    caplog.set_level(logging.INFO)
    zelda = office.telegram.person("Zelda Quicksilverson", "zelda_quicksilver")
    office.group.join(zelda)
    people = (zelda, office.bosco, office.chiara, office.dawit)
    await bosco_disputes_in_his_own_words(office)
    await office.starts(zelda)
    await office.says(zelda, "At least 31 civilians were killed in Kunduz on Monday, police said.", zelda.private)
    await office.until(lambda: len(office.cards()) == 2, timeout=20)
    first, second = office.cards()
    await office.all_press(first, "Dispute", zelda, office.chiara, office.dawit)
    await office.all_press(second, "Not a claim", zelda, office.chiara)
    await office.asks(office.chiara, "/history C-1", "Reviewer A")
    await office.asks(office.chiara, "/history C-2", "not a claim")
    await office.asks(office.chiara, "/asof today", "C-1")
    await office.asks(office.amal, "/digest now", "C-1")
    await office.says(office.amal, "/reviewers")
    await office.says(zelda, "/whoami")
    await office.says(zelda, "/claim C-99", zelda.private)
    await zelda.blocks_bot()
    await office.rests()

    codenames = await office.reads(lambda records: [row.codename for row in records.reviewers.db.execute(REVIEWERS)])
    names = [word for person in people for word in (str(person.id), *person.name.split(), person.username) if word]
    told = [plain(message.text) for message in office.group.messages if message.by_bot]
    told += [button.text for message in office.group.messages for button in message.buttons]
    told += [record.getMessage() + str(record.exc_text or "") for record in caplog.records if is_ours(record)]
    told += [str(getattr(record, "chat", "")) for record in caplog.records]
    told.append(await from_the_command_line(office, monkeypatch))
    assert {name for name in [*names, *codenames, WORDS] if any(name in text for text in told)} == set()
    assert {minute for text in told for minute in re.findall(r"\b\d\d:(\d\d) · ", text)} == {"00"}


def is_ours(record: logging.LogRecord) -> bool:
    """Not what libraries log at levels that the bot switches off."""
    return record.name.startswith("bot") or record.levelno >= logging.WARNING


async def from_the_command_line(office: Office, monkeypatch: pytest.MonkeyPatch) -> str:
    """What `claimdesk history` and `claimdesk asof` print."""
    monkeypatch.setenv("CLAIMDESK_DATABASE_URL", office.database_url)
    asked = (["history", "C-1"], ["history", "C-2"], ["asof", "today"], ["asof", "today", "--json"])
    printed = [(await asyncio.to_thread(CliRunner().invoke, app, words)).output for words in asked]
    assert all("C-" in words for words in printed)
    return "\n".join(printed)
