from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.sandbox import Fault, from_channel, from_hidden, from_person
from tests.journeys.office import Office, deaths, plain

PAUSE_OF_PARTS = 4  # seconds; a little more than the bot waits for further parts


async def test_a_text_pasted_in_private_goes_before_the_desk(office: Office):
    await office.starts(office.bosco)
    await office.says(office.bosco, deaths(12), office.bosco.private)
    office.clock.forward(seconds=PAUSE_OF_PARTS)

    report = await office.shows("Found 1 claim", office.bosco.private)
    await office.until(office.cards)
    assert report.reply_to is not None
    assert "pasted text" in office.cards()[0].text
    assert office.cards(office.bosco.private) == []


async def test_the_parts_of_a_long_text_are_read_as_one(office: Office):
    await office.starts(office.bosco)
    text = f"{deaths(12)}\n{'Nothing else happened that day. ' * 250}\n{deaths(30)}"
    await office.says(office.bosco, text, office.bosco.private)
    assert sum(m.sender is office.bosco for m in office.bosco.private.messages) > 2
    office.clock.forward(seconds=PAUSE_OF_PARTS)

    await office.shows("Found 2 claims", office.bosco.private)
    await office.until(lambda: len(office.cards()) == 2)
    assert await office.reads(lambda records: records.documents.get(2)) is None


async def test_the_parts_of_a_long_text_behind_add_are_read_as_one_too(office: Office):
    await office.starts(office.bosco)
    text = f"/add {deaths(12)}\n{'Nothing else happened that day. ' * 250}\n{deaths(30)}"
    await office.says(office.bosco, text, office.bosco.private)
    office.clock.forward(seconds=PAUSE_OF_PARTS)

    await office.shows("Found 2 claims", office.bosco.private)
    assert await office.reads(lambda records: records.documents.get(2)) is None


async def test_two_texts_with_a_pause_between_them_are_two_documents(office: Office):
    await office.starts(office.bosco)
    for number in (12, 30):
        await office.says(office.bosco, deaths(number), office.bosco.private)
        office.clock.forward(seconds=PAUSE_OF_PARTS)
        await office.until(lambda number=number: len(office.cards()) == (1 if number == 12 else 2))

    assert sum("Found 1 claim" in text for text in office.bosco.private.texts) == 2


async def test_two_people_who_paste_at_the_same_time_are_not_joined(office: Office):
    await office.starts(office.bosco, office.chiara)
    await office.bosco.says(office.bosco.private, deaths(12))
    await office.chiara.says(office.chiara.private, deaths(30))
    await office.rests()
    office.clock.forward(seconds=PAUSE_OF_PARTS)

    await office.shows("Found 1 claim", office.bosco.private)
    await office.shows("Found 1 claim", office.chiara.private)


async def test_a_forward_from_a_channel_names_it_with_its_number(office: Office):
    await office.starts(office.bosco)
    origin = from_channel("Front line news", id=-1009000000042, at=datetime(2026, 11, 20, 8, tzinfo=UTC))
    await office.bosco.forwards(office.bosco.private, deaths(12), origin=origin)

    card = await office.until(lambda: office.shown("pending"))
    assert "Source: Front line news (-1009000000042), 20 November 2026" in plain(card.text)


async def test_a_forward_from_a_hidden_person_is_said_to_be_unverifiable(office: Office):
    await office.starts(office.bosco)
    await office.bosco.forwards(office.bosco.private, deaths(12), origin=from_hidden("Reuters"))

    card = await office.until(lambda: office.shown("pending"))
    assert "Reuters (unverifiable name)" in card.text


async def test_a_forward_from_a_person_does_not_name_them(office: Office):
    await office.starts(office.bosco)
    await office.bosco.forwards(office.bosco.private, deaths(12), origin=from_person(office.stranger))

    card = await office.until(lambda: office.shown("pending"))
    assert "forwarded message" in card.text
    assert "Stranger" not in card.text


async def test_a_text_file_is_read_in_private_and_as_a_reply_in_the_group(office: Office):
    await office.starts(office.bosco)
    await office.bosco.sends_file(office.bosco.private, "report.txt", deaths(12).encode())
    await office.shows("Found 1 claim in “report.txt”", office.bosco.private)

    file = await office.chiara.sends_file(office.group, "other.txt", deaths(30).encode("utf-16"))
    await office.bosco.says(office.group, "/add", reply_to=file)
    await office.shows("Found 1 claim in “other.txt”")
    await office.until(lambda: len(office.cards()) == 2)


async def test_a_file_with_add_in_its_caption_is_read_in_the_group(office: Office):
    await office.bosco.sends_file(office.group, "report.txt", deaths(12).encode(), caption="/add")

    await office.shows("Found 1 claim in “report.txt”")


@pytest.mark.parametrize("name", ["report.pdf", "photo.jpeg", "no ending", "report.txt.exe"])
async def test_another_kind_of_file_is_refused_by_name(office: Office, name: str):
    await office.starts(office.bosco)
    await office.bosco.sends_file(office.bosco.private, name, b"%PDF")

    told = await office.shows("plain text and .txt files", office.bosco.private)
    assert name.split(".")[0] in told.text


async def test_a_picture_has_no_text_to_read(office: Office):
    await office.starts(office.bosco)
    await office.bosco.sends_photo(office.bosco.private)

    await office.shows("no text to read", office.bosco.private)


async def test_the_caption_of_a_picture_is_read(office: Office):
    await office.starts(office.bosco)
    await office.bosco.sends_photo(office.bosco.private, caption=deaths(12))

    await office.shows("Found 1 claim", office.bosco.private)


async def test_a_file_that_is_too_large_is_refused_before_it_is_fetched(office: Office):
    await office.starts(office.bosco)
    await office.bosco.sends_file(office.bosco.private, "long.txt", b"a" * (2 * 1024 * 1024 + 1))

    await office.shows("larger than 2 MB", office.bosco.private)
    assert office.telegram.calls_of("getFile") == []


async def test_a_file_of_rubbish_is_answered_with_a_sentence(office: Office):
    await office.starts(office.bosco)
    await office.bosco.sends_file(office.bosco.private, "rubbish.txt", bytes(range(256)) * 40)
    await office.bosco.sends_file(office.bosco.private, "empty.txt", b"")

    await office.until(lambda: len([t for t in office.bosco.private.texts if "Reading" in t]) == 0)
    await office.shows("no words", office.bosco.private)


async def test_a_file_that_cannot_be_fetched_at_first_is_fetched_later(office: Office):
    await office.starts(office.bosco)
    office.telegram.next_call("getFile", Fault.RESET_BEFORE, Fault.SERVER_ERROR)
    await office.bosco.sends_file(office.bosco.private, "report.txt", deaths(12).encode())
    for calls in (1, 2):
        await office.until(lambda calls=calls: len(office.telegram.calls_of("getFile")) == calls)
        await office.rests()
        office.clock.forward(seconds=11)

    await office.shows("Found 1 claim", office.bosco.private)


async def test_a_message_in_the_group_is_handed_in_by_a_reply(office: Office):
    message = await office.chiara.says(office.group, deaths(12))
    await office.bosco.says(office.group, "/add", reply_to=message)

    await office.shows("Found 1 claim")


async def test_the_same_claim_in_another_text_counts_as_a_further_source(office: Office):
    await office.starts(office.bosco)
    (card,) = await office.hands_in_deaths(12)
    origin = from_channel("Front line news")
    await office.bosco.forwards(office.bosco.private, f"Good morning. {deaths(12, 30)}", origin=origin)

    report = await office.shows("Found 2 claims", office.bosco.private)
    assert "1 is new and before the desk now." in report.text
    assert "1 repeats to the letter what the desk already has, and counts as a source there." in report.text
    await office.until(lambda: "2 sources" in card.text)
    assert "Front line news" in card.text


async def test_a_text_without_claims_is_said_to_hold_none(office: Office):
    await office.asks(
        office.amal, "/add The weather in Herat was fine, and the market was open.", "found nothing in it"
    )

    assert office.cards() == []


async def test_a_thank_you_in_private_is_not_called_another_language(office: Office):
    await office.starts(office.bosco)
    await office.says(office.bosco, "Thanks!", office.bosco.private)
    office.clock.forward(seconds=PAUSE_OF_PARTS)

    await office.shows("found nothing in it", office.bosco.private)


async def test_a_bare_link_in_private_is_answered_with_what_to_do(office: Office):
    await office.asks(office.bosco, "https://example.org/report", "cannot open links yet", office.bosco.private)
