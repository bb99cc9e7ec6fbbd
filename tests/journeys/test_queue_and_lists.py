from __future__ import annotations

from bot.sandbox import Message, Person
from tests.journeys.office import Office


async def asked_in_private(office: Office, person: Person, words: str, answer: str) -> Message:
    return await office.asks(person, words, answer, person.private)


async def turned(office: Office, person: Person, page: Message, label: str, words: str) -> None:
    """Turns a page, and waits until it shows these words."""
    await office.presses(person, page, label)
    await office.until(lambda: words in page.text, f"{words!r} in {page.text!r}")


async def test_in_private_my_queue_leaves_out_what_i_answered(office: Office):
    first, _ = await office.hands_in_deaths(12, 30)
    await office.starts(office.bosco, office.chiara)
    await office.presses(office.bosco, first, "Unsure")

    mine = await asked_in_private(office, office.bosco, "/queue", "1 claim waits for you")
    assert "C-2" in mine.text
    assert "C-1" not in mine.text
    hers = await asked_in_private(office, office.chiara, "/queue", "2 claims wait for you")
    assert "C-1 · pending" in hers.text


async def test_the_queue_in_the_group_is_the_desks_and_shows_nobodys_answers(office: Office):
    first, _ = await office.hands_in_deaths(12, 30)
    await office.presses(office.bosco, first, "Unsure")

    for person in (office.bosco, office.chiara):
        waiting = await office.asks(person, "/queue", "2 claims wait for the desk")
        assert "1 answered, 3 needed" in waiting.text


async def test_an_empty_queue_says_where_claims_come_from(office: Office):
    told = await office.asks(office.bosco, "/queue", "Nothing waits")

    assert "/add" in told.text


async def test_a_claim_is_opened_from_a_list_in_private_and_voted_on_there(office: Office):
    (card,) = await office.hands_in_deaths(12)
    await office.starts(office.bosco)
    waiting = await asked_in_private(office, office.bosco, "/queue", "1 claim waits for you")
    assert waiting.reply_to is not None

    await office.presses(office.bosco, waiting, "C-1")
    mine = (await office.until(lambda: office.cards(office.bosco.private)))[0]
    assert mine.text == card.text
    assert "verify on C-1" in await office.presses(office.bosco, mine, "Verify")
    await office.until(lambda: "1 answered" in card.text and "1 answered" in mine.text)


async def test_a_decision_shows_on_every_card_of_the_claim(office: Office):
    (card,) = await office.hands_in_deaths(12)
    await office.starts(office.bosco)
    mine = await asked_in_private(office, office.bosco, "/claim C-1", "C-1 · pending")
    await office.all_press(card, "Verify", office.bosco, office.chiara, office.dawit)

    await office.until(lambda: "C-1 · verified" in card.text and "C-1 · verified" in mine.text)


async def test_a_list_is_filtered_by_status_kind_and_place(office: Office):
    first, _ = await office.hands_in_deaths(12, 30)
    await office.all_press(first, "Verify", office.bosco, office.chiara, office.dawit)

    verified = await office.asks(office.bosco, "/claims verified", "1 claim: verified")
    assert "C-1" in verified.text
    pending = await office.asks(office.bosco, "/claims pending casualties", "1 claim: pending, casualties")
    assert "C-2" in pending.text
    claim = await office.reads(lambda records: records.claims.get(1))
    place = claim.mention.place.name
    await office.asks(office.bosco, f"/claims {place.lower()}", "2 claims: in")
    await office.asks(office.bosco, "/claims afghanistan", "2 claims: in Afghanistan")
    await office.asks(office.bosco, "/claims Albania", "No claim fits: in Albania")
    nothing = await office.asks(office.bosco, "/claims disputed Timbuktu", "No claim fits")
    assert "disputed, in Timbuktu" in nothing.text


async def test_a_long_list_is_turned_page_by_page_and_back(office: Office):
    await office.hands_in_deaths(*range(2, 13))
    page = await office.asks(office.bosco, "/claims", "11 claims")
    assert "Page 1 of 2" in page.text
    first = page.text

    await turned(office, office.bosco, page, "Next", "Page 2 of 2")
    assert [button.text for button in page.buttons if button.text.startswith("C-")] == ["C-3", "C-2", "C-1"]
    await turned(office, office.chiara, page, "Back", "Page 1 of 2")
    assert page.text == first


async def test_a_filter_is_kept_when_pages_are_turned(office: Office):
    await office.hands_in_deaths(*range(2, 13))
    page = await office.asks(office.bosco, "/claims pending casualties", "11 claims: pending, casualties")
    await turned(office, office.bosco, page, "Next", "Page 2 of 2")

    assert "11 claims: pending, casualties" in page.text


async def test_the_desks_queue_is_turned_too(office: Office):
    await office.hands_in_deaths(*range(2, 13))
    page = await office.asks(office.bosco, "/queue", "11 claims wait for the desk")
    await turned(office, office.bosco, page, "Next", "Page 2 of 2")

    assert "11 claims wait for the desk" in page.text


async def test_a_queue_that_shrank_meanwhile_leads_back_to_what_is_left(office: Office):
    cards = await office.hands_in_deaths(*range(2, 11))
    await office.starts(office.bosco)
    page = await asked_in_private(office, office.bosco, "/queue", "9 claims wait for you")
    for card in cards[:2]:
        await office.presses(office.bosco, card, "Verify")
    await turned(office, office.bosco, page, "Next", "7 claims wait for you")

    assert page.keyboard
    assert "C-3" in page.text


async def test_a_long_history_is_turned_page_by_page(office: Office):
    (card,) = await office.hands_in_deaths(12)
    for _ in range(6):
        await office.presses(office.bosco, card, "Verify")
        await office.presses(office.bosco, card, "Unsure")
    story = await office.asks(office.chiara, "/history C-1", "History of C-1")
    assert "Page 1 of 2" in story.text
    assert "Found in" in story.text

    await turned(office, office.chiara, story, "Later", "Page 2 of 2")
    assert "Found in" not in story.text
    await turned(office, office.chiara, story, "Earlier", "Page 1 of 2")


async def test_the_history_button_answers_below_the_card(office: Office):
    (card,) = await office.hands_in_deaths(12)
    before = card.text
    await office.presses(office.bosco, card, "History")

    story = await office.shows("History of C-1")
    assert card.text == before
    assert "Put before the desk." in story.text
    assert "Round 1 began: quorum 3, margin 2, 24 hours to review" in story.text


async def test_a_claim_that_was_held_back_comes_before_the_desk_when_it_is_asked_for(office: Office):
    await office.hands_in_deaths(*range(2, 16))
    shown = {card.text.split(" · ")[1] for card in office.cards()}
    missing = next(f"C-{n}" for n in range(1, 15) if f"C-{n}" not in shown)

    await office.says(office.bosco, f"/claim {missing}")
    await office.until(lambda: sum(f"{missing} · pending" in card.text for card in office.cards()) == 2)
    assert "0 answered, 3 needed" in office.cards()[-1].text
