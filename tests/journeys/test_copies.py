from __future__ import annotations

import pytest

from bot.sandbox import Fault
from tests.journeys.office import Office, deaths

LOST = Fault.RESET_AFTER  # the card hangs, and nobody heard of it


async def two_copies(office: Office) -> None:
    """The answer to the sending of the card was lost, and it is sent once more."""
    office.telegram.next_call("sendMessage", None, LOST)  # the report passes
    await office.says(office.amal, f"/add {deaths(12)}")
    await office.struck(LOST)
    office.clock.forward(seconds=15)
    await office.until(lambda: len(office.cards()) == 2)
    await office.rests()


async def test_a_second_copy_becomes_a_pointer_when_it_is_pressed_and_the_vote_counts(office: Office):
    await two_copies(office)
    copy, card = office.cards()
    await office.presses(office.bosco, card, "Verify")
    await office.until(lambda: "1 answered" in card.text)
    assert "0 answered" in copy.text

    assert "verify on C-1" in await office.presses(office.chiara, copy, "Verify")
    await office.until(lambda: "second copy of C-1" in copy.text and not copy.keyboard)
    await office.until(lambda: "2 answered" in card.text)
    assert office.cards() == [card]


async def test_a_card_whose_answer_was_lost_is_found_by_a_press_and_not_sent_again(office: Office):
    office.telegram.next_call("sendMessage", None, LOST)
    await office.says(office.amal, f"/add {deaths(12)}")
    await office.struck(LOST)
    (card,) = office.cards()
    await office.presses(office.bosco, card, "Verify")
    await office.until(lambda: "1 answered" in card.text)
    office.clock.forward(seconds=60)
    await office.rests(quiet=0.5)

    assert office.cards() == [card]


async def test_a_copy_on_which_not_a_claim_is_pressed_is_found_too(office: Office):
    await two_copies(office)
    copy, card = office.cards()
    await office.presses(office.amal, copy, "Not a claim")

    await office.until(lambda: "second copy of C-1" in copy.text)
    await office.until(lambda: "C-1 · rejected" in card.text)


async def test_a_refused_press_on_a_copy_changes_nothing(office: Office):
    await two_copies(office)
    copy, card = office.cards()
    data = card.button("Verify").data or ""
    press = await office.bosco.replays(copy, data[:-1] + ("a" if data[-1] != "a" else "b"))
    assert "another time" in (await press.answer()).text
    await office.rests()

    assert office.cards() == [copy, card]


@pytest.mark.parametrize("fault", [Fault.RESET_BEFORE, Fault.SERVER_ERROR, Fault.TOO_MANY_REQUESTS, Fault.BAD_GATEWAY])
async def test_a_card_that_did_not_arrive_is_sent_again(office: Office, fault: Fault):
    office.telegram.next_call("sendMessage", None, fault)
    await office.says(office.amal, f"/add {deaths(12)}")
    await office.struck(fault)
    office.clock.forward(seconds=15)

    await office.until(lambda: len(office.cards()) == 1)
    await office.rests()
    assert len(office.cards()) == 1


async def test_a_lost_answer_to_an_edit_is_no_second_message(office: Office):
    (card,) = await office.hands_in_deaths(12)
    office.telegram.next_call("editMessageText", LOST, Fault.BAD_GATEWAY_AFTER)
    await office.all_press(card, "Verify", office.bosco, office.chiara, office.dawit)
    await office.struck(LOST)
    office.clock.forward(seconds=15)

    await office.until(lambda: "C-1 · verified" in card.text)
    await office.rests()
    assert office.cards() == [card]
