"""How claims relate, as a desk lives it: proposals with one tap on both cards, commands, and what is superseded."""

from __future__ import annotations

from bot.sandbox import Message
from tests.journeys.office import Office, plain

POLICE = "Police said on 12 March 2025 that 12 people were killed in Herat on 11 March 2025."
REBELS = "The rebels said on 12 March 2025 that 21 people were killed in Herat on 11 March 2025."


async def two_tolls(office: Office) -> tuple[Message, Message]:
    """The cards of two claims that contradict each other."""
    await office.says(office.amal, f"/add {POLICE}")
    await office.until(lambda: len(office.cards()) == 1)
    await office.says(office.amal, f"/add {REBELS}")
    await office.until(lambda: len(office.cards()) == 2)
    older, newer = office.cards()
    await office.until(lambda: "contradicts C-1" in plain(newer.text) and "contradicts C-2" in plain(older.text))
    return older, newer


async def test_a_contradiction_is_proposed_on_both_cards_and_settled_with_one_tap(office: Office):
    older, newer = await two_tolls(office)

    assert "By sources: contested" in plain(older.text)
    assert await office.presses(office.bosco, older, "No relation")
    await office.until(lambda: "contradicts" not in older.text and "contradicts" not in newer.text)
    assert "By sources: single-source" in plain(newer.text)
    story = await office.asks(office.bosco, "/history C-1", "no relation to C-2")
    assert "It may relate to another claim: contradicts C-2" in plain(story.text)


async def test_a_tap_tells_the_presser_and_both_cards_show_what_was_said(office: Office):
    older, newer = await two_tolls(office)

    told = await office.presses(office.bosco, newer, "Contradicts")
    assert "Recorded under your codename: C-2 contradicts C-1" in plain(told)
    await office.until(lambda: "⚠ Contradicts C-1" in newer.text and "⚠ Contradicts C-2" in older.text)
    assert not any("No relation" in button.text for button in newer.buttons)


async def test_an_update_supersedes_the_older_claim_until_it_is_unlinked(office: Office):
    older, newer = await two_tolls(office)
    await office.all_press(older, "Verify", office.bosco, office.chiara, office.dawit)
    await office.until(lambda: "C-1 · verified" in older.text)

    await office.asks(office.bosco, "/link C-2 updates C-1", "C-2 updates C-1")
    await office.until(lambda: "C-1 · superseded" in older.text)
    assert "C-2 took the place of this one" in plain(older.text)
    assert "C-2 · pending" in newer.text

    digest = await office.asks(office.amal, "/digest now", "Digest of")
    assert "Correction: C-1 · pending → superseded" in plain(digest.text)
    assert "C-2 took its place" in plain(digest.text)
    await office.asks(office.amal, "/reopen C-1 looks wrong to me", "C-1 gave way to C-2")

    await office.asks(office.chiara, "/unlink C-1 C-2", "C-2 and C-1 do not relate")
    await office.until(lambda: "C-1 · verified" in older.text)


async def test_a_relation_may_be_said_in_a_few_words(office: Office):
    await two_tolls(office)

    await office.asks(office.bosco, "/link c2 says the same as C-1", "C-2 says the same as C-1")
    told = await office.asks(office.bosco, "/link C-2 is the same as C-1", "That was known already")
    assert "C-2 is superseded and takes no more answers" in told.text


async def test_a_claim_that_gave_way_to_one_that_does_not_stand_says_how_to_bring_it_back(office: Office):
    older, _ = await two_tolls(office)
    await office.asks(office.bosco, "/link C-2 updates C-1", "C-2 updates C-1")
    await office.until(lambda: "C-2 took the place of this one" in plain(older.text))

    await office.asks(office.amal, "/overrule C-2 disputed they made it up", "overruled")
    await office.until(lambda: "This gave way to C-2, which is disputed now" in plain(older.text))
    await office.asks(office.amal, "/retract C-2 they said sorry", "took C-2 back")
    await office.until(lambda: "This gave way to C-2, which is retracted now" in plain(older.text))
    assert "/unlink C-1 C-2" in plain(older.text)
    await office.asks(office.bosco, "/unlink C-1 C-2", "do not relate")
    await office.until(lambda: "C-1 · pending" in older.text)
    await office.asks(office.bosco, "/link C-2 updates C-1", "no other claim gives way to it")


async def test_what_cannot_be_linked_is_said_in_a_sentence(office: Office):
    await two_tolls(office)

    await office.asks(office.bosco, "/link C-1", "Which two claims?")
    await office.asks(office.bosco, "/link C-1 likes C-2", "How do they relate?")
    await office.asks(office.bosco, "/link C-1 is not the same as C-2", "How do they relate?")
    await office.asks(office.bosco, "/link C-1 update by C-2", "How do they relate?")
    await office.asks(office.bosco, "/link C-1 contradicts C-2 C-3", "How do they relate?")
    await office.asks(office.bosco, "/unlink C-1 C-2 C-3", "Which two claims?")
    await office.asks(office.bosco, "/link C-1 contradicts C-1", "cannot relate to itself")
    await office.asks(office.bosco, "/link C-1 contradicts C-99", "There is no claim C-99")
    await office.asks(office.bosco, "/unlink C-1", "Which two claims?")


async def test_a_desk_names_the_parties_to_the_fight(office: Office):
    await office.asks(office.amal, "/parties add Desert Hawks = rebels", "Desert Hawks belongs to the side rebels")
    listed = await office.asks(office.bosco, "/parties", "Parties to the fight")
    assert "desert hawks: rebels" in plain(listed.text)

    await office.asks(office.bosco, "/parties add Us = angels", "Only a lead can do that")
    await office.asks(office.amal, "/parties remove Desert Hawks", "took Desert Hawks off")
    await office.asks(office.amal, "/parties remove Desert Hawks", "is not among the names")


async def test_the_cards_beside_a_claim_that_is_set_aside_ask_of_it_no_longer(office: Office):
    older, newer = await two_tolls(office)

    await office.presses(office.amal, newer, "Not a claim")
    await office.until(lambda: "C-2 · rejected" in newer.text and "C-2" not in older.text)
    assert "By sources: single-source" in older.text
    assert not any("C-2" in button.text for button in older.buttons)
    assert "Does it relate?" not in newer.text

    await office.asks(office.amal, "/reopen C-2 it was one", "reopened C-2")
    await office.until(lambda: "contradicts C-2" in plain(older.text) and "contradicts C-1" in plain(newer.text))
