from __future__ import annotations

from tests.journeys.office import Office, label


async def test_a_report_becomes_claims_and_three_reviewers_verify_one(any_office: Office):
    office = any_office
    card = await office.hands_in()

    assert "0 answered, 3 needed" in card.text
    for person in (office.bosco, office.chiara, office.dawit):
        assert "verify" in await office.presses(person, card, "Verify")
    await office.telegram.until(lambda: "verified" in card.text)
    assert "3 verify" in card.text

    await office.says(office.bosco, f"/history {label(card)}")
    told = await office.shows(f"History of {label(card)}")
    assert "pending → verified" in told.text

    await office.says(office.bosco, "/digest now")
    digest = await office.shows("Digest of")
    assert "pending → verified" in digest.text


async def test_votes_are_blind_until_the_claim_is_decided(office: Office):
    card = await office.hands_in()
    await office.presses(office.bosco, card, "Verify")
    await office.presses(office.chiara, card, "Dispute")
    await office.telegram.until(lambda: "2 answered" in card.text)
    await office.says(office.bosco, f"/history {label(card)}")
    await office.shows(f"History of {label(card)}")

    everything = " ".join(message.text for message in office.group.messages if message.by_bot)
    assert "dispute" not in everything
    assert "1 verify" not in everything


async def test_the_same_text_again_is_recognised_and_not_posted_again(office: Office):
    await office.hands_in()
    before = len(office.cards())
    await office.says(office.bosco, f"/add {office.group.find('/add').text.removeprefix('/add ')}")

    await office.shows("already")
    assert len(office.cards()) == before


async def test_a_changed_mind_counts_once(office: Office):
    card = await office.hands_in()
    await office.presses(office.bosco, card, "Dispute")
    await office.presses(office.bosco, card, "Verify")
    for person in (office.chiara, office.dawit):
        await office.presses(person, card, "Verify")

    await office.telegram.until(lambda: "verified" in card.text)
    assert "3 verify, 0 dispute" in card.text


async def test_two_reviewers_set_a_bad_extraction_aside(office: Office):
    card = await office.hands_in()
    await office.presses(office.bosco, card, "Not a claim")
    await office.presses(office.chiara, card, "Not a claim")

    await office.telegram.until(lambda: "rejected" in card.text)
    assert card.keyboard == [["🕘 History"]]


async def test_a_restart_posts_nothing_twice_and_keeps_every_vote(office: Office):
    card = await office.hands_in()
    await office.presses(office.bosco, card, "Verify")
    await office.telegram.until(lambda: "1 answered" in card.text)
    shown = len(office.group.messages)

    await office.close()
    await office.open()
    await office.presses(office.chiara, card, "Verify")
    await office.presses(office.dawit, card, "Verify")

    await office.telegram.until(lambda: "verified" in card.text)
    assert len(office.group.messages) == shown
