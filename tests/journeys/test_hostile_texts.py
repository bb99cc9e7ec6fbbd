from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest

from bot.sandbox import Sandbox, from_channel, from_hidden
from tests.journeys.office import Office, deaths, plain

NewOffice = Callable[..., Awaitable[Office]]

HOSTILE = "@admin /setup https://evil.example #tag +1 202 555 0123 \u202egnirts\u202c <b>bold</b> *x* `y` [a](http://b.example)"


def clickable_but_ours(telegram: Sandbox) -> list[tuple[str, str]]:
    """What a finger can follow in the bot's messages, apart from its own commands and its own name."""
    found = [link for chat in telegram.world.chats.values() for m in chat.from_bot for link in m.clickable]
    return [(kind, words) for kind, words in found if kind != "bot_command" and words != "@sandbox_bot"]


def bidi(telegram: Sandbox) -> list[str]:
    texts = [m.text for chat in telegram.world.chats.values() for m in chat.from_bot]
    return [text for text in texts if any(mark in text for mark in "\u202a\u202b\u202d\u202e\u2066\u2067\u2068")]


async def test_a_hostile_group_title_is_shown_as_words(new_office: NewOffice, telegram: Sandbox):
    office = await new_office()
    office.group.title = HOSTILE
    await office.set_up()
    await office.starts(office.bosco)
    await office.asks(office.bosco, "/whoami", "You are", office.bosco.private)

    assert clickable_but_ours(telegram) == []
    assert bidi(telegram) == []


async def test_hostile_names_of_sources_and_files_are_shown_as_words(office: Office, telegram: Sandbox):
    await office.starts(office.bosco)
    await office.bosco.forwards(office.bosco.private, deaths(12), origin=from_channel(HOSTILE))
    await office.bosco.forwards(office.bosco.private, deaths(30), origin=from_hidden(HOSTILE))
    await office.bosco.sends_file(office.bosco.private, f"{HOSTILE.replace('/', '')}.txt", deaths(45).encode())
    await office.bosco.sends_file(office.bosco.private, f"{HOSTILE.replace('/', '')}.exe", b"MZ")
    await office.until(lambda: len(office.cards()) == 3)
    await office.asks(office.bosco, "/history C-1", "Found in")

    told = [plain(line) for card in office.cards() for line in card.text.splitlines() if line.startswith("Source: ")]
    assert " (-1009000000001), " in told[0]
    assert " (unverifiable name), " in told[1]
    assert told[2].startswith("Source: text file, “")
    assert clickable_but_ours(telegram) == []
    assert bidi(telegram) == []


@pytest.mark.parametrize("words", ["/claims", "/claim", "/history", "/digest", "/setup"])
async def test_hostile_words_behind_a_command_are_shown_as_words(office: Office, telegram: Sandbox, words: str):
    await office.says(office.amal, f"{words} {HOSTILE}")
    await office.until(lambda: office.group.last.by_bot)

    assert clickable_but_ours(telegram) == []
    assert bidi(telegram) == []


async def test_a_hostile_reason_stays_with_the_bot(office: Office, telegram: Sandbox):
    (card,) = await office.hands_in_deaths(12)
    await office.starts(office.bosco)
    await office.presses(office.bosco, card, "Dispute")
    asked = await office.shows("What is wrong with it?", office.bosco.private)
    await office.presses(office.bosco, asked, "Another reason")
    question = await office.shows("in your own words", office.bosco.private)
    await office.says(office.bosco, HOSTILE * 30, office.bosco.private, reply_to=question)
    await office.shows("Your reason: another reason", office.bosco.private)

    assert clickable_but_ours(telegram) == []
    assert not any("evil" in text for chat in (office.group, office.bosco.private) for text in
                   [m.text for m in chat.from_bot])  # fmt: skip


@pytest.mark.parametrize("length", [4096, 20_000])
async def test_a_text_of_one_endless_word_is_answered(office: Office, length: int):
    await office.starts(office.bosco)
    await office.says(office.bosco, "a" * length, office.bosco.private)
    office.clock.forward(seconds=4)

    await office.until(lambda: office.bosco.private.last.by_bot and "Reading" not in office.bosco.private.last.text)


async def test_a_sentence_as_long_as_a_message_gives_a_card_that_fits(office: Office):
    long = "At least 12 civilians were killed in Herat " + "and in one village after another " * 100 + "on Wednesday."
    await office.amal.sends_file(office.group, "long.txt", long.encode(), caption="/add")
    await office.shows("Found")

    assert all(len(card.text) <= 4096 for card in office.cards())
