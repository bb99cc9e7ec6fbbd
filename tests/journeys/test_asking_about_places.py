from __future__ import annotations

from tests.journeys.office import Office, plain

TOWNS = ("Karukh", "Obe", "Shindand", "Kandahar", "Kunduz", "Ghazni")
FALL = (
    "Taliban fighters seized Karukh on Wednesday, the Taliban said. The army held Karukh on Wednesday, residents said."
)


async def test_a_toll_follows_what_the_desk_decides(office: Office):
    card, *_ = await office.hands_in_deaths(12)
    told = await office.asks(office.bosco, "/toll Herat", "Toll of Herat, Afghanistan")
    assert "civilians: at least 12 pending in 1 event" in told.text
    assert "12 or more civilians killed — police · C-1, pending" in told.text

    await office.presses(office.bosco, card, "Verify")
    blind = await office.asks(office.bosco, "/toll Herat", "Toll of Herat")
    assert blind.text == told.text

    await office.all_press(card, "Verify", office.chiara, office.dawit)
    told = await office.asks(office.bosco, "/toll Afghanistan", "Toll of Afghanistan")
    assert "civilians: at least 12 verified in 1 event" in told.text


async def test_a_disputed_figure_is_no_toll(office: Office):
    card, *_ = await office.hands_in_deaths(12)
    await office.all_press(card, "Dispute", office.bosco, office.chiara, office.dawit)
    await office.until(lambda: "disputed" in card.text)

    await office.asks(office.bosco, "/toll Herat 30", "No claim of casualties stands for Herat")


async def test_the_pages_of_a_toll_are_turned_in_place_with_the_same_sums(office: Office):
    text = " ".join(
        f"{3 + n} civilians were killed in {town} on Wednesday, police said." for n, town in enumerate(TOWNS)
    )
    await office.hands_in(text)
    first = await office.asks(office.bosco, "/toll Afghanistan", "6 events")
    assert "civilians: at least 33 pending in 6 events" in first.text
    assert "Page 1 of 2" in first.text

    await office.presses(office.bosco, first, "Next")
    await office.until(lambda: "Page 2 of 2" in first.text)
    assert "civilians: at least 33 pending in 6 events" in first.text
    await office.presses(office.bosco, first, "Back")
    await office.until(lambda: "Page 1 of 2" in first.text)


async def test_a_claim_of_a_toll_is_opened_by_its_button(office: Office):
    await office.hands_in_deaths(12)
    told = await office.asks(office.bosco, "/toll Herat", "Toll of Herat", office.bosco.private)
    await office.presses(office.bosco, told, "C-1")

    await office.shows("Casualties · C-1", office.bosco.private)


async def test_control_tells_who_claims_a_place_and_who_says_otherwise(office: Office):
    await office.hands_in(FALL)
    told = plain((await office.asks(office.bosco, "/control Karukh", "Who was said to hold Karukh")).text)

    assert "claimed: Taliban fighters seized Karukh. — Taliban · C-1, pending" in told
    assert "reported: The army held Karukh. — residents · C-2, pending" in told
    assert "Nothing said of the whole place is assessed yet." in told


async def test_control_says_who_holds_a_place_once_the_desk_has_verified_it(office: Office):
    card = await office.hands_in(FALL)
    await office.all_press(card, "Verify", office.bosco, office.chiara, office.dawit)
    await office.until(lambda: "verified" in card.text)
    told = plain((await office.asks(office.bosco, "/control Karukh", "Who was said to hold Karukh")).text)

    assert "assessed: Taliban fighters seized Karukh." in told
    assert "Taliban fighters seized Karukh. (C-1)" in told.split("Last assessed")[1]


async def test_without_a_place_one_is_asked_for(office: Office):
    await office.asks(office.bosco, "/toll", "Which place?")
    await office.asks(office.bosco, "/control", "Which place?")


async def test_of_a_place_nobody_speaks_of_nothing_is_told(office: Office):
    await office.asks(office.bosco, "/control Kabul", "Nobody is reported to hold, take or lose Kabul")
    await office.asks(office.bosco, "/toll @evil", "No claim of casualties stands")


async def test_a_stranger_is_told_nothing_of_a_place(office: Office):
    await office.hands_in_deaths(12)
    await office.says(office.stranger, "/toll Herat", office.stranger.private)

    assert not any("Toll of" in text for text in office.stranger.private.texts)
