from __future__ import annotations

from bot.sandbox import Group
from tests.journeys.office import Office, deaths


async def second_desk(office: Office, title: str = "Night desk") -> Group:
    """Another desk: Chiara leads it, and Bosco is a member of both."""
    group = office.telegram.group(title, creator=office.chiara, members=[office.bosco])
    await group.add_bot()
    await office.asks(office.chiara, "/setup quorum=2", "is now a desk", group)
    return group


async def test_who_belongs_to_two_desks_chooses_one_with_start(office: Office):
    group = await second_desk(office)
    question = await office.asks(office.bosco, "/start", "several desks", office.bosco.private)
    assert [button.text for button in question.buttons] == ["Herat desk", "Night desk"]

    await office.presses(office.bosco, question, "Night desk")
    await office.until(lambda: "You now work for the desk “Night desk”." in question.text)
    await office.says(office.bosco, deaths(12), office.bosco.private)
    office.clock.forward(seconds=4)
    (card,) = await office.until(lambda: office.cards(group))
    assert "0 answered, 2 needed" in card.text
    assert office.cards() == []


async def test_before_a_choice_the_bot_asks_for_one(office: Office):
    await second_desk(office)

    told = await office.asks(office.bosco, "/queue", "several desks", office.bosco.private)
    assert "/start" in told.text


async def test_a_choice_is_changed_and_the_present_one_is_ticked(office: Office):
    await second_desk(office)
    question = await office.asks(office.bosco, "/start", "several desks", office.bosco.private)
    await office.presses(office.bosco, question, "Night desk")
    await office.until(lambda: "now work" in question.text)
    again = await office.asks(office.bosco, "/start", "several desks", office.bosco.private)

    assert [button.text for button in again.buttons] == ["Herat desk", "✓ Night desk"]
    await office.presses(office.bosco, again, "Herat desk")
    await office.asks(office.bosco, "/whoami", "Desk: Herat desk", office.bosco.private)


async def test_who_belongs_to_one_of_two_desks_need_not_choose(office: Office):
    await second_desk(office)

    await office.asks(office.dawit, "/start", "“Herat desk”", office.dawit.private)


async def test_nobody_chooses_a_desk_that_is_not_theirs(office: Office):
    await second_desk(office)
    question = await office.asks(office.bosco, "/start", "several desks", office.bosco.private)
    hello = await office.asks(office.dawit, "/start", "“Herat desk”", office.dawit.private)
    press = await office.dawit.replays(hello, question.button("Night desk").data or "")

    assert "Only members of this desk" in (await press.answer()).text
    await office.asks(office.dawit, "/whoami", "Desk: Herat desk", office.dawit.private)


async def test_each_desk_numbers_its_own_claims_and_sees_no_others(office: Office):
    group = await second_desk(office)
    await office.hands_in_deaths(12)
    await office.asks(office.chiara, f"/add {deaths(30)}", "C-1 · pending", group)

    ours = await office.asks(office.amal, "/claims", "1 claim")
    theirs = await office.asks(office.chiara, "/claims", "1 claim", group)
    assert "12" in ours.text
    assert "30" in theirs.text
    await office.asks(office.chiara, "/claim C-2", "no claim C-2", group)


async def test_a_button_of_one_desk_opens_nothing_for_members_of_the_other(office: Office):
    group = await second_desk(office)
    (card,) = await office.hands_in_deaths(12)
    hello = await office.asks(office.chiara, "/help", "What I can do", group)
    outsider = office.telegram.person("Elena")
    group.join(outsider)
    for label in ("Verify", "History", "Not a claim"):
        press = await outsider.replays(hello, card.button(label).data or "")
        assert "Only members of this desk" in (await press.answer()).text
    await office.rests()

    assert "0 answered" in card.text
    assert office.shown("History", group) is None


async def test_one_person_has_another_codename_at_each_desk(office: Office):
    await second_desk(office)
    question = await office.asks(office.bosco, "/start", "several desks", office.bosco.private)
    names = []
    for desk in ("Herat desk", "Night desk"):
        await office.presses(office.bosco, question, desk)
        told = await office.asks(office.bosco, "/whoami", f"Desk: {desk}", office.bosco.private)
        names.append(told.text.splitlines()[0])
        question = await office.asks(office.bosco, "/start", "several desks", office.bosco.private)

    assert len(names) == 2
