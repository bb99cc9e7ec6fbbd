from __future__ import annotations

import pytest

from tests.journeys.office import REPORT, Office, deaths


@pytest.mark.parametrize(
    ("said", "answered"),
    [
        ("/add", "no text to read"),
        ("/add    ", "no text to read"),
        ("/add https://example.org/report", "cannot open links yet"),
        ("/claim", "Which claim?"),
        ("/claim C-99", "no claim C-99"),
        ("/history banana", "is not the number of a claim"),
        ("/history C-99999999999999999999", "is not the number of a claim"),
        ("/digest", "/digest now"),
        ("/digest 25:00", "not an hour of the day"),
        ("/setup quorum=0", "whole number from 1"),
        ("/setup quorum=2 margin=5", "cannot be larger than the quorum"),
        ("/setup zone=Mars/Olympus", "do not know the time zone"),
        ("/setup colour=blue", "do not know the setting"),
    ],
)
async def test_what_a_lead_gets_wrong_is_answered_with_a_sentence(office: Office, said: str, answered: str):
    await office.says(office.amal, said)

    told = await office.shows(answered)
    assert "ref" in told.text.lower()


async def test_a_text_without_words_is_answered_with_a_sentence(office: Office):
    await office.says(office.amal, "/add 🙂🙂🙂")

    await office.shows("no words")


async def test_only_admins_set_up(office: Office):
    await office.says(office.bosco, "/setup quorum=1")

    await office.shows("Only a lead")


async def test_a_forged_press_is_refused_and_counts_nothing(office: Office):
    card = await office.hands_in()
    data = card.button("Verify").data or ""
    press = await office.bosco.replays(card, data[:-1] + ("a" if data[-1] != "a" else "b"))

    assert "another time" in (await press.answer()).text
    assert "0 answered" in card.text


@pytest.mark.parametrize(
    "data", ["", ".", "v", "v....", "🙂", "v.zzzzzzzzzzzzzzz.1.v.aaaaaaaaaaaaaaaa", "k.zz.0.0.aaaaaaaaaaaaaaaa"]
)
async def test_rubbish_in_a_press_is_refused(office: Office, data: str):
    card = await office.hands_in()
    press = await office.bosco.replays(card, data)

    assert (await press.answer()).text
    assert "0 answered" in card.text


async def test_who_left_the_group_does_not_vote(office: Office):
    card = await office.hands_in()
    press = await office.bosco.presses(card, "Verify")
    await press.answer()
    office.group.join(office.stranger)
    await office.telegram.settled()
    late = await office.stranger.presses(card, "Verify")
    await late.answer()
    office.group.leave(office.stranger)
    await office.telegram.settled()
    office.group.standings[office.stranger.id] = office.group.standings[office.bosco.id]
    await office.telegram.until(lambda: "2 answered" in card.text)


async def test_a_press_on_a_decided_claim_is_taken_and_shown_as_a_count(office: Office):
    card = await office.hands_in()
    for person in (office.bosco, office.chiara, office.dawit):
        await office.presses(person, card, "Verify")
    await office.telegram.until(lambda: "verified" in card.text)

    await office.presses(office.amal, card, "Dispute")
    await office.telegram.until(lambda: "1 answer since" in card.text)
    assert "3 verify, 0 dispute" in card.text


async def test_another_language_is_said_to_be_so(office: Office):
    await office.says(
        office.amal, "/add По меньшей мере двенадцать мирных жителей погибли в городе в среду, сообщила полиция."
    )

    await office.shows("seems to be in Russian. I read English, Spanish and Ukrainian")


async def test_a_text_in_ukrainian_becomes_a_card_in_english(office: Office):
    await office.says(
        office.amal, "/add Щонайменше дванадцять мирних жителів загинули у Харкові у середу, повідомила поліція."
    )

    card = await office.shows("pending")
    assert "12 or more civilians were killed in Kharkiv" in card.text
    assert "загинули" in card.text


async def test_hostile_characters_change_no_card_and_become_nothing_to_press(office: Office):
    hostile = (
        "At least 12 civilians\u202e were killed in Herat on Wednesday, "
        "said @admin /setup https://evil.example \x07\x00 police said."
    )
    await office.says(office.amal, f"/add {hostile}")
    card = await office.shows("pending")

    assert "\u202e" not in card.text
    assert card.clickable == []


async def test_two_hundred_kilobytes_are_read(office: Office):
    quiet = "Traders opened their shops again, and the roads were busy until the evening. " * 55
    data = "\n\n".join(f"{deaths(number)} {quiet}" for number in range(2, 50)).encode()
    assert len(data) > 200_000
    await office.says(office.amal, "/start", office.amal.private)
    await office.amal.sends_file(office.amal.private, "long.txt", data)

    report = await office.shows("36 more wait behind the button", office.amal.private, timeout=60)
    await office.telegram.until(lambda: len(office.cards()) == 12, timeout=30)
    assert report.button("More (36)")


async def test_more_posts_the_next_cards(office: Office):
    text = " ".join(
        f"At least {number} civilians were killed in Herat on Wednesday, police said." for number in range(2, 16)
    )
    await office.says(office.amal, f"/add {text}")
    report = await office.shows("Found 14 claims")
    await office.telegram.until(lambda: len(office.cards()) == 12)

    await office.presses(office.bosco, report, "More")
    await office.telegram.until(lambda: len(office.cards()) == 14)
    await office.telegram.until(lambda: report.keyboard == [])


async def test_a_long_text_in_a_group_gets_the_advice_to_send_a_file(office: Office):
    await office.amal.says(office.group, "/add " + REPORT + " Nothing else happened." * 180)

    await office.shows("file")
