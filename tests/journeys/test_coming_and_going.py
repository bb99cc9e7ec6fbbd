from __future__ import annotations

import pytest

from bot.app import TokenRefused
from bot.sandbox import Fault
from tests.journeys.office import Office, deaths

TIMES_ASKED = 2  # before a person is turned away


async def test_a_token_that_is_revoked_while_the_bot_runs_ends_it_with_a_sentence(office: Office):
    office.telegram.world.token = "7000000001:another-token-that-the-bot-does-not-know"
    await office.bosco.says(office.group, "/queue")

    with pytest.raises(TokenRefused):
        await office.ended()


async def test_what_was_said_while_the_bot_was_away_is_answered_when_it_is_back(office: Office):
    (card,) = await office.hands_in_deaths(12)
    await office.close()
    await office.bosco.presses(card, "Verify")
    await office.chiara.says(office.group, f"/add {deaths(30)}")
    await office.dawit.says(office.group, "/history C-1")
    await office.open()

    await office.until(lambda: "1 answered" in card.text)
    await office.until(lambda: len(office.cards()) == 2)
    await office.shows("History of C-1")


async def test_a_desk_that_missed_presses_is_told_when_to_press_again(office: Office):
    (card,) = await office.hands_in_deaths(12)
    await office.close()
    await office.bosco.presses(card, "Verify")
    office.clock.forward(minutes=10)
    await office.open()

    told = await office.shows("I was away")
    assert "press it once more" in told.text
    assert "0 answered" in card.text
    await office.rests(quiet=0.5)
    assert sum("I was away" in text for text in office.group.texts) == 1


async def test_a_short_absence_is_not_spoken_of(office: Office):
    await office.hands_in_deaths(12)
    await office.close()
    office.clock.forward(seconds=100)
    await office.open()
    await office.asks(office.bosco, "/queue", "1 claim waits")

    assert office.shown("I was away") is None


async def test_a_flood_of_presses_is_one_edit_or_a_few(office: Office):
    (card,) = await office.hands_in_deaths(12)
    people = [office.telegram.person(f"Reviewer {number}") for number in range(20)]
    for person in people:
        office.group.join(person)
        await person.presses(card, "Unsure")

    await office.until(lambda: "20 answered" in card.text)
    assert len(card.history) < 15


async def test_who_cannot_be_checked_is_asked_to_try_again_and_not_counted(office: Office):
    (card,) = await office.hands_in_deaths(12)
    office.telegram.next_call("getChatMember", Fault.SERVER_ERROR, Fault.SERVER_ERROR)

    assert "try again" in await office.presses(office.bosco, card, "Verify")
    assert "verify on C-1" in await office.presses(office.bosco, card, "Verify")
    await office.until(lambda: "1 answered" in card.text)


async def test_a_lost_answer_to_a_press_does_not_undo_it(office: Office):
    (card,) = await office.hands_in_deaths(12)
    office.telegram.next_call("answerCallbackQuery", Fault.RESET_BEFORE)
    await office.bosco.presses(card, "Verify")

    await office.until(lambda: "1 answered" in card.text)
    assert "already said verify" in await office.presses(office.bosco, card, "Verify")


async def test_who_stopped_the_bot_is_told_in_the_group_how_to_open_a_private_chat(office: Office):
    (card,) = await office.hands_in_deaths(12)
    await office.starts(office.bosco)
    await office.bosco.blocks_bot()
    await office.rests()

    assert "open a private chat" in await office.presses(office.bosco, card, "Dispute")


async def test_who_starts_the_bot_again_finds_their_cards_up_to_date(office: Office):
    (card,) = await office.hands_in_deaths(12)
    await office.starts(office.bosco)
    mine = await office.asks(office.bosco, "/claim C-1", "C-1 · pending", office.bosco.private)
    await office.bosco.blocks_bot()
    await office.presses(office.chiara, card, "Verify")
    await office.until(lambda: "1 answered" in card.text)
    assert "0 answered" in mine.text
    await office.bosco.unblocks_bot()

    await office.until(lambda: "1 answered" in mine.text)
