from __future__ import annotations

from bot.claims.events import Overruled, OverruleProposed
from bot.claims.history import fold
from bot.claims.model import ClaimId
from bot.sandbox import Message, Person
from storage.records import Records
from tests.journeys.office import Office, plain

WHY = "The hospital's own register shows it."


async def says_privately(office: Office, person: Person, words: str, answer: str) -> Message:
    return await office.asks(person, words, answer, person.private)


async def codename(office: Office, person: Person) -> str:
    told = await says_privately(office, person, "/whoami", "You are ")
    return plain(told.text).splitlines()[0].removeprefix("You are ")


async def test_a_lead_overrules_and_the_card_says_beside_it_what_the_votes_say(office: Office):
    (card,) = await office.hands_in_deaths(12)
    await office.presses(office.bosco, card, "Dispute")
    await office.starts(office.amal)
    amal = await codename(office, office.amal)
    await says_privately(office, office.amal, f"/overrule C-1 verified {WHY}", f"C-1 is overruled by {amal}: verified")

    await office.shows(f"C-1 is overruled by {amal}: verified")
    await office.until(lambda: "C-1 · verified" in card.text)
    assert f"Overruled by {amal}: verified" in plain(card.text)
    assert "register shows it" in card.text
    assert "The votes alone: 1 answered, 3 needed" in card.text
    assert "dispute," not in card.text
    story = await office.asks(office.bosco, "/history C-1", "pending → verified: a lead overruled")
    assert f"{amal} overruled: verified, “{WHY}”" in plain(story.text)
    assert "Somebody answered." in story.text


async def test_voting_goes_on_below_an_overruling(office: Office):
    (card,) = await office.hands_in_deaths(12)
    await office.asks(office.amal, f"/overrule C-1 verified {WHY}", "is overruled by")
    await office.all_press(card, "Dispute", office.bosco, office.chiara, office.dawit)

    await office.until(lambda: "The votes alone say disputed: 0 verify, 3 dispute" in card.text)
    assert "C-1 · verified" in card.text
    story = await office.asks(office.bosco, "/history C-1", "The votes alone: pending → disputed")
    assert "Reviewer A: dispute." in story.text


async def test_a_lead_who_has_answered_needs_a_second_lead(office: Office):
    office.group.promote(office.bosco)
    (card,) = await office.hands_in_deaths(12)
    await office.starts(office.amal)
    await office.presses(office.amal, card, "Dispute")
    proposal = await office.asks(office.amal, f"/overrule C-1 disputed {WHY}", "proposes to overrule C-1: disputed")
    await office.until(lambda: "A second lead has to agree" in card.text)
    assert "C-1 · pending" in card.text
    assert "1 answered, 3 needed" in card.text

    assert "another lead has to agree" in await office.presses(office.amal, proposal, "Agree")
    assert "Only a lead" in await office.presses(office.chiara, proposal, "Agree")
    assert "Agreed: C-1 is overruled: disputed" in await office.presses(office.bosco, proposal, "Agree")
    await office.until(lambda: "C-1 · disputed" in card.text)
    first, second = await codename(office, office.amal), await office.reads(second_lead)
    assert f"Overruled by {first} and {second}: disputed" in plain(card.text)
    await office.until(lambda: f"is overruled by {first} and {second}" in plain(proposal.text))


async def test_a_withdrawn_answer_still_needs_a_second_lead_who_may_send_the_same_command(office: Office):
    office.group.promote(office.bosco)
    (card,) = await office.hands_in_deaths(12)
    await office.starts(office.amal)
    await office.presses(office.amal, card, "Dispute")
    await office.presses(office.amal, card, "Dispute")
    offer = await office.shows("already said dispute", office.amal.private)
    await office.presses(office.amal, offer, "Withdraw")
    await office.asks(office.amal, f"/overrule C-1 verified {WHY}", "proposes to overrule C-1: verified")
    await office.asks(office.amal, f"/overrule C-1 verified {WHY}", "another lead has to agree")

    await office.asks(office.bosco, "/overrule C-1 verified I saw the register too.", "is overruled by")
    await office.until(lambda: "C-1 · verified" in card.text)
    assert [kind.NAME for kind in await office.reads(acts)] == ["overrule_proposed", "overruled"]


async def test_what_a_lead_forgets_to_write_is_asked_for(office: Office):
    await office.hands_in_deaths(12)
    await office.asks(office.amal, "/overrule C-1 verified", "Please write why")
    await office.asks(office.amal, "/overrule C-1 true because", "verified, disputed, contested or undetermined")
    await office.asks(office.amal, "/overrule", "Which claim?")
    await office.asks(office.amal, "/reopen C-1", "Please write why")
    await office.asks(office.amal, f"/reopen C-1 {WHY}", "C-1 is open already")
    await office.asks(office.amal, f"/retract C-9 {WHY}", "There is no claim C-9")
    await office.asks(office.bosco, f"/overrule C-1 verified {WHY}", "Only a lead can do that")
    await office.asks(office.amal, f"/overrule C-1 verified {WHY}", "is overruled by")
    await office.asks(office.amal, f"/overrule C-1 disputed {WHY}", "C-1 is overruled already: verified")


async def test_a_claim_is_reopened_and_those_who_answered_are_told(office: Office):
    (card,) = await office.hands_in_deaths(12)
    old = card.button("Verify").data or ""
    await office.starts(office.bosco)
    await office.all_press(card, "Verify", office.bosco, office.chiara, office.dawit)
    await office.until(lambda: "C-1 · verified" in card.text)
    await office.asks(office.amal, "/reopen C-1 A film shows otherwise.", "reopened C-1: round 2 begins")

    await office.until(lambda: "C-1 · pending" in card.text)
    assert "Round 1: verified" in card.text
    assert "0 answered, 3 needed" in card.text
    await office.shows("C-1 is in a new round (round 2): a lead reopened it", office.bosco.private)
    press = await office.bosco.replays(card, old)
    assert "This card has moved on" in (await press.answer()).text
    story = await office.asks(office.amal, "/history C-1", "reopened the claim: “A film shows otherwise.”")
    assert "verified → pending: a new round began" in story.text
    digest = await office.asks(office.amal, "/digest now", "Digest of")
    assert "pending → pending" not in digest.text


async def test_reopening_undoes_what_was_set_aside_by_mistake(office: Office):
    (card,) = await office.hands_in_deaths(12)
    assert "/reopen C-1" in await office.presses(office.amal, card, "Not a claim")
    await office.until(lambda: "C-1 · rejected" in card.text)
    await office.asks(office.amal, f"/overrule C-1 verified {WHY}", "that outweighs an overruling")
    await office.asks(office.amal, "/reopen C-1 I pressed the wrong button.", "reopened C-1")

    await office.until(lambda: "C-1 · pending" in card.text)
    assert "Round 1: rejected" in card.text
    await office.all_press(card, "Verify", office.bosco, office.chiara, office.dawit)
    await office.until(lambda: "C-1 · verified" in card.text)


async def test_a_source_takes_a_claim_back(office: Office):
    cards = await office.hands_in_deaths(12, 30)
    await office.presses(office.bosco, cards[0], "Dispute")
    await office.asks(office.amal, "/retract C-1 The ministry deleted its post.", "The source took C-1 back")

    await office.until(lambda: "C-1 · retracted" in cards[0].text)
    assert "The source took this back." in cards[0].text
    await office.asks(office.amal, "/retract C-1 Once more.", "C-1 is retracted already")
    story = await office.asks(office.bosco, "/history C-1", "pending → retracted: the source took it back")
    assert "“The ministry deleted its post.”" in story.text
    assert "dispute" not in story.text
    digest = await office.asks(office.amal, "/digest now", "Digest of")
    assert "C-1 · pending → retracted" in digest.text
    assert "the source took it back" in digest.text


async def test_a_claim_that_is_held_back_cannot_be_led(office: Office):
    await office.hands_in_deaths(*range(11, 24))
    held = await office.reads(held_back)
    await office.asks(office.amal, f"/overrule {held} verified {WHY}", "is not before the desk yet")
    await office.asks(office.amal, f"/reopen {held} {WHY}", "is not before the desk yet")


async def test_what_a_lead_writes_is_as_hostile_as_anything(office: Office):
    (card,) = await office.hands_in_deaths(12)
    await office.asks(office.amal, "/overrule C-1 verified see http://evil.example/a and @someone /start", "overruled")

    await office.until(lambda: "C-1 · verified" in card.text)
    assert "http://evil.example" not in card.text
    assert "@someone" not in card.text


def acts(records: Records) -> list[type]:
    entries = records.history.of(ClaimId(1))
    return [type(entry.event) for entry in entries if isinstance(entry.event, OverruleProposed | Overruled)]


def second_lead(records: Records) -> str:
    overruled = fold(records.history.of(ClaimId(1))).overruled
    assert overruled is not None
    return overruled.by


def held_back(records: Records) -> str:
    claims, _ = records.claims.page(records.desks.all()[0].id, limit=50)
    return next(claim.label for claim in claims if not claim.released)
