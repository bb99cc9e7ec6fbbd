from __future__ import annotations

from bot.claims.history import fold
from bot.claims.model import ClaimId
from bot.sandbox import Person
from storage.records import Records
from tests.journeys.office import Office, plain


async def codename(office: Office, person: Person) -> str:
    """A person's codename, as they are told in private."""
    told = await office.asks(person, "/whoami", "You are ", person.private)
    return plain(told.text).splitlines()[0].removeprefix("You are ")


async def test_the_answers_of_a_frozen_reviewer_are_set_aside_and_count_again(office: Office):
    cards = await office.hands_in_deaths(12, 30)
    await office.starts(office.amal, office.bosco)
    await office.all_press(cards[0], "Verify", office.bosco, office.chiara)
    await office.presses(office.bosco, cards[1], "Dispute")
    bosco, amal = await codename(office, office.bosco), await codename(office, office.amal)
    await office.asks(
        office.amal, f"/reviewers freeze {bosco.upper()}", f"{amal} suspended {bosco}", office.amal.private
    )

    await office.shows(f"{amal} suspended {bosco}")
    await office.until(lambda: "1 answered, 3 needed" in cards[0].text and "0 answered, 3 needed" in cards[1].text)
    assert "A lead has suspended you" in await office.presses(office.bosco, cards[1], "Verify")
    story = await office.asks(office.chiara, "/history C-1", "An answer was set aside")
    assert "verify." not in story.text
    assert "Reviewer" not in story.text

    await office.presses(office.dawit, cards[0], "Verify")
    await office.until(lambda: "2 answered, 3 needed" in cards[0].text)
    await office.asks(office.amal, f"/reviewers unfreeze {bosco}", "let")
    await office.until(lambda: "C-1 · verified" in cards[0].text)
    assert "3 verify, 0 dispute" in cards[0].text
    assert "Changed: verify" in await office.presses(office.bosco, cards[1], "Verify")


async def test_who_left_the_group_can_be_frozen_too(office: Office):
    (card,) = await office.hands_in_deaths(12)
    await office.starts(office.bosco)
    await office.presses(office.bosco, card, "Verify")
    bosco = await codename(office, office.bosco)
    office.group.leave(office.bosco)
    await office.asks(office.amal, f"/reviewers freeze {bosco}", f"suspended {bosco}")

    await office.until(lambda: "0 answered, 3 needed" in card.text)


async def test_a_suspension_that_means_nothing_is_refused(office: Office):
    await office.starts(office.amal, office.bosco)
    amal, bosco = await codename(office, office.amal), await codename(office, office.bosco)
    await office.asks(office.amal, f"/reviewers freeze {amal}", "You cannot suspend yourself")
    await office.asks(office.amal, "/reviewers freeze", "Write the codename behind it")
    await office.asks(office.amal, "/reviewers freeze nobody here", "There is no reviewer called")
    await office.asks(office.amal, f"/reviewers unfreeze {bosco}", "is not suspended")
    await office.asks(office.bosco, f"/reviewers freeze {amal}", "Only a lead can do that")
    await office.asks(office.amal, f"/reviewers freeze {bosco}", f"suspended {bosco}")
    await office.asks(office.amal, f"/reviewers freeze {bosco}", "is suspended already")

    roster = await office.asks(office.amal, "/reviewers", "reviewers at this desk", office.amal.private)
    assert f"{bosco} (suspended)" in plain(roster.text)


async def test_a_suspended_lead_cannot_lead(office: Office):
    office.group.promote(office.bosco)
    await office.hands_in_deaths(12)
    await office.starts(office.amal, office.bosco)
    amal, bosco = await codename(office, office.amal), await codename(office, office.bosco)
    await office.asks(office.amal, f"/reviewers freeze {bosco}", f"suspended {bosco}")

    await office.asks(office.bosco, f"/reviewers freeze {amal}", "A lead has suspended you")
    await office.asks(office.bosco, "/overrule C-1 verified Because I say so.", "A lead has suspended you")


async def test_many_answers_of_newcomers_at_once_are_told_to_the_desk(office: Office):
    crowd = [office.telegram.person(name) for name in ("Edda", "Femi", "Gino")]
    for person in crowd:
        office.group.join(person)
    cards = await office.hands_in_deaths(12, 30, 45)
    for card in cards[:2]:
        await office.all_press(card, "Unsure", office.bosco, office.chiara, office.dawit, *crowd)
    await office.rests()
    assert office.shown("Unusually many answers") is None
    await office.presses(office.bosco, cards[2], "Unsure")

    alert = await office.shows("Unusually many answers: 13 within a minute")
    assert "/reviewers freeze" in alert.text
    await office.presses(office.chiara, cards[2], "Unsure")
    await office.rests()
    assert sum("Unusually many answers" in text for text in office.group.texts) == 1


async def test_with_perspectives_two_have_to_agree(office: Office):
    edda = office.telegram.person("Edda")
    office.group.join(edda)
    people = (office.bosco, office.chiara, office.dawit, edda)
    await office.starts(office.amal, *people)
    await office.asks(office.amal, "/setup perspectives=on", "Perspectives: on.")
    names = [await codename(office, person) for person in people]
    for name, side in zip(names, ("hillside", "hillside", "none", "lakeside"), strict=True):
        await office.asks(office.amal, f"/reviewers perspective {name} {side}", name, office.amal.private)
    two = f"/reviewers perspective {name} north side"
    await office.asks(office.amal, two, "one word for the perspective", office.amal.private)
    (card,) = await office.hands_in_deaths(12)
    await office.all_press(card, "Verify", *people[:3])

    await office.until(lambda: "C-1 · contested" in card.text)
    assert "not from two perspectives" in card.text
    story = await office.asks(office.amal, "/history C-1", "a clear margin, but not from two perspectives")
    assert "two perspectives must agree" in story.text
    assert "hillside" not in story.text + card.text + " ".join(office.group.texts)
    await office.presses(office.dawit, card, "Verify")
    await office.asks(office.amal, f"/reviewers perspective {names[2]} lakeside", "lakeside", office.amal.private)
    assert await office.reads(sides) == [None, "hillside", "hillside"]
    await office.presses(office.dawit, card, "Unsure")
    await office.presses(office.dawit, card, "Verify")
    await office.presses(edda, card, "Verify")
    await office.until(lambda: "C-1 · verified" in card.text)


async def test_perspectives_are_on_or_off(office: Office):
    await office.asks(office.amal, "/setup perspectives=perhaps", "neither on nor off")
    await office.asks(office.amal, "/setup perspectives=on", "Perspectives: on.")
    changed = await office.asks(office.amal, "/setup perspectives=off", "The settings of this desk are changed")
    assert "Perspectives: on." not in changed.text


async def test_a_quorum_that_nobody_can_reach_is_refused(office: Office):
    await office.asks(office.amal, "/setup quorum=9", "this group has 4 members besides me")
    changed = await office.asks(office.amal, "/setup window=12", "Time to review: 12 hours")
    assert "at least 3 clear votes" in changed.text


def sides(records: Records) -> list[str | None]:
    perspectives = fold(records.history.of(ClaimId(1))).perspectives.values()
    return sorted(perspectives, key=lambda side: side or "")
