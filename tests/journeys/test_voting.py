from __future__ import annotations

from bot.claims.events import ReasonGiven
from bot.claims.model import ClaimId
from bot.sandbox import Message, Person
from storage.records import Records
from tests.journeys.office import Office


async def told_in_private(office: Office, person: Person, words: str) -> Message:
    return await office.shows(words, person.private)


async def test_the_same_press_again_changes_nothing_and_offers_to_withdraw(office: Office):
    (card,) = await office.hands_in_deaths(12)
    await office.starts(office.bosco)
    await office.presses(office.bosco, card, "Verify")

    assert "already said verify on C-1" in await office.presses(office.bosco, card, "Verify")
    offer = await told_in_private(office, office.bosco, "already said verify on C-1")
    await office.until(lambda: "1 answered, 3 needed" in card.text)

    assert "Withdrawn" in await office.presses(office.bosco, offer, "Withdraw")
    await office.until(lambda: "0 answered, 3 needed" in card.text)
    await office.until(lambda: "You withdrew your answer on C-1." in offer.text and not offer.keyboard)


async def test_who_has_no_private_chat_is_told_how_to_open_one(office: Office):
    (card,) = await office.hands_in_deaths(12)
    first = await office.bosco.presses(card, "Dispute")
    told = await first.answer()

    assert told.show_alert
    assert "open a private chat with @sandbox_bot, press Start" in told.text
    assert office.bosco.private.texts == []


async def test_a_dispute_is_asked_for_its_reason_in_private_and_the_group_learns_nothing(office: Office):
    (card,) = await office.hands_in_deaths(12)
    await office.starts(office.bosco)
    assert "asked you for the reason" in await office.presses(office.bosco, card, "Dispute")
    asked = await told_in_private(office, office.bosco, "What is wrong with it?")

    assert "Thank you" in await office.presses(office.bosco, asked, "Wrong figure")
    await office.until(lambda: "Your reason: wrong figure" in asked.text)
    await office.presses(office.bosco, asked, "Wrong place")
    await office.until(lambda: "Your reason: wrong place" in asked.text)
    await office.asks(office.chiara, "/history C-1", "Somebody answered.")
    everything = " ".join(office.group.texts)
    assert "wrong" not in everything
    assert "dispute" not in everything


async def test_another_reason_is_given_in_words(office: Office):
    (card,) = await office.hands_in_deaths(12)
    await office.starts(office.bosco)
    await office.presses(office.bosco, card, "Dispute")
    asked = await told_in_private(office, office.bosco, "What is wrong with it?")
    await office.presses(office.bosco, asked, "Another reason")
    question = await told_in_private(office, office.bosco, "in your own words")
    await office.says(office.bosco, "The same film went round in 2017.", office.bosco.private, reply_to=question)

    await told_in_private(office, office.bosco, "Your reason: another reason. Thank you.")
    assert await office.reads(reason_in_words) == "The same film went round in 2017."
    assert not any("2017" in text for text in office.group.texts)


async def test_a_reason_that_is_no_reply_to_the_question_stays_between_us_too(office: Office):
    (card,) = await office.hands_in_deaths(12)
    await office.starts(office.bosco)
    await office.presses(office.bosco, card, "Dispute")
    asked = await told_in_private(office, office.bosco, "What is wrong with it?")
    await office.presses(office.bosco, asked, "Another reason")
    await told_in_private(office, office.bosco, "in your own words")
    words = "At least 7 civilians were killed in Herat on Tuesday, my cousin said."
    await office.says(office.bosco, words, office.bosco.private)

    await told_in_private(office, office.bosco, "Your reason: another reason. Thank you.")
    assert await office.reads(reason_in_words) == words
    assert len(office.cards()) == 1


async def test_a_picture_is_no_reason(office: Office):
    (card,) = await office.hands_in_deaths(12)
    await office.starts(office.bosco)
    await office.presses(office.bosco, card, "Dispute")
    asked = await told_in_private(office, office.bosco, "What is wrong with it?")
    await office.presses(office.bosco, asked, "Another reason")
    question = await told_in_private(office, office.bosco, "in your own words")
    await office.bosco.sends_photo(office.bosco.private, reply_to=question)

    await told_in_private(office, office.bosco, "a few words about what is wrong")


async def test_a_reason_without_a_dispute_is_refused(office: Office):
    (card,) = await office.hands_in_deaths(12)
    await office.starts(office.bosco)
    await office.presses(office.bosco, card, "Dispute")
    asked = await told_in_private(office, office.bosco, "What is wrong with it?")
    await office.presses(office.bosco, card, "Verify")

    assert "you do not dispute C-1 now" in await office.presses(office.bosco, asked, "Wrong figure")


async def test_reasons_that_several_share_are_told_once_the_claim_is_decided(office: Office):
    (card,) = await office.hands_in_deaths(12)
    await office.starts(office.bosco, office.chiara, office.dawit)
    for person, label in (
        (office.bosco, "Wrong figure"),
        (office.chiara, "Wrong figure"),
        (office.dawit, "Wrong date"),
    ):
        await office.presses(person, card, "Dispute")
        await office.presses(person, await told_in_private(office, person, "What is wrong with it?"), label)
    await office.until(lambda: "disputed" in card.text)

    story = await office.asks(office.amal, "/history C-1", "pending → disputed")
    assert story.text.count("gave a reason: wrong figure") == 2
    assert "wrong date" not in story.text


async def test_an_answer_is_changed_after_the_decision_and_the_decision_is_lost_with_its_lead(office: Office):
    (card,) = await office.hands_in_deaths(12)
    await office.all_press(card, "Verify", office.bosco, office.chiara, office.dawit)
    await office.until(lambda: "C-1 · verified" in card.text)

    await office.presses(office.bosco, card, "Dispute")
    await office.until(lambda: "1 answer since" in card.text)
    assert "C-1 · verified" in card.text
    assert "3 verify, 0 dispute" in card.text

    await office.presses(office.chiara, card, "Dispute")
    await office.until(lambda: "C-1 · contested" in card.text)
    assert "1 verify, 2 dispute" in card.text


async def test_split_votes_are_contested(office: Office):
    (card,) = await office.hands_in_deaths(12)
    await office.all_press(card, "Verify", office.bosco, office.chiara)
    await office.presses(office.dawit, card, "Dispute")

    await office.until(lambda: "C-1 · contested" in card.text)
    assert "2 verify, 1 dispute" in card.text
    story = await office.asks(office.amal, "/history C-1", "pending → contested")
    assert "without a clear margin" in story.text


async def test_unsure_counts_as_an_answer_and_not_towards_the_quorum(office: Office):
    (card,) = await office.hands_in_deaths(12)
    await office.all_press(card, "Unsure", office.bosco, office.chiara, office.dawit)

    await office.until(lambda: "3 answered, 3 clear answers needed" in card.text)
    assert "C-1 · pending" in card.text


async def test_one_lead_sets_a_bad_extraction_aside(office: Office):
    (card,) = await office.hands_in_deaths(12)
    assert "set aside" in await office.presses(office.amal, card, "Not a claim")

    await office.until(lambda: "C-1 · rejected" in card.text)
    story = await office.asks(office.bosco, "/history C-1", "History of C-1 · rejected")
    assert "A lead: not a claim." in story.text
    assert "a lead says that it is not a claim" in story.text


async def test_what_was_set_aside_takes_no_more_votes(office: Office):
    (card,) = await office.hands_in_deaths(12)
    verify = card.button("Verify").data or ""
    await office.presses(office.amal, card, "Not a claim")
    press = await office.bosco.replays(card, verify)

    assert "C-1 is rejected" in (await press.answer()).text


async def test_after_a_decision_only_a_lead_sets_a_claim_aside(office: Office):
    (card,) = await office.hands_in_deaths(12)
    await office.all_press(card, "Verify", office.bosco, office.chiara, office.dawit)
    await office.until(lambda: "C-1 · verified" in card.text)

    assert "only a lead" in await office.presses(office.bosco, card, "Not a claim")
    await office.presses(office.amal, card, "Not a claim")
    await office.until(lambda: "C-1 · rejected" in card.text)


async def test_not_a_claim_is_taken_back_in_private(office: Office):
    (card,) = await office.hands_in_deaths(12)
    await office.starts(office.bosco)
    assert "One more reviewer, or a lead" in await office.presses(office.bosco, card, "Not a claim")
    assert "In our private chat" in await office.presses(office.bosco, card, "Not a claim")
    offer = await told_in_private(office, office.bosco, "You said that C-1 is not a claim")
    await office.presses(office.bosco, offer, "Withdraw")
    await office.presses(office.chiara, card, "Not a claim")
    await office.presses(office.dawit, card, "Verify")

    await office.until(lambda: "1 answered" in card.text)
    assert "C-1 · pending" in card.text


async def test_a_window_that_ends_leaves_the_claim_undetermined_and_a_later_vote_decides(office: Office):
    (card,) = await office.hands_in_deaths(12)
    await office.all_press(card, "Verify", office.bosco, office.chiara)
    office.clock.forward(hours=25)
    await office.until(lambda: "C-1 · undetermined" in card.text)

    assert "The time to review is over without a decision. Answers still count." in card.text
    assert "2 answered, 3 needed" in card.text
    await office.presses(office.dawit, card, "Verify")
    await office.until(lambda: "C-1 · verified" in card.text)
    story = await office.asks(office.amal, "/history C-1", "undetermined → verified")
    assert "pending → undetermined" in story.text


async def test_three_claims_are_decided_side_by_side(office: Office):
    cards = await office.hands_in_deaths(12, 30, 45)
    for card, label in zip(cards, ("Verify", "Dispute", "Unsure"), strict=True):
        await office.all_press(card, label, office.bosco, office.chiara, office.dawit)

    await office.until(lambda: "verified" in cards[0].text and "disputed" in cards[1].text)
    await office.until(lambda: "3 answered" in cards[2].text)
    assert "pending" in cards[2].text


async def test_a_desk_of_two_decides_with_a_quorum_of_two(office: Office):
    await office.asks(office.amal, "/setup quorum=2", "at least 2 clear votes, with a lead of 2")
    (card,) = await office.hands_in_deaths(12)
    assert "0 answered, 2 needed" in card.text
    await office.all_press(card, "Verify", office.bosco, office.chiara)

    await office.until(lambda: "C-1 · verified" in card.text)


async def test_claims_keep_the_rule_they_began_with(office: Office):
    (card,) = await office.hands_in_deaths(12)
    await office.asks(office.amal, "/setup quorum=2", "keep the rule they began with")
    await office.all_press(card, "Verify", office.bosco, office.chiara)

    await office.until(lambda: "2 answered, 3 needed" in card.text)


def reason_in_words(records: Records) -> str | None:
    """What the history's last reason commits to."""
    reasons = [entry.event for entry in records.history.of(ClaimId(1)) if isinstance(entry.event, ReasonGiven)]
    return records.notes.get(reasons[-1].note or "")
