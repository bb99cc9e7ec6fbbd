from __future__ import annotations

from tests.journeys.office import Office, label, plain

PASSIVE = "casualties.passive"


async def test_a_rejected_claim_charges_its_rule_in_the_figures_of_the_desk(office: Office):
    before = await office.asks(office.bosco, "/stats", "📊 Herat desk")
    assert "No claim has come before this desk yet" in before.text
    first, second, third = await office.hands_in_deaths(12, 13, 14)
    await office.all_press(first, "Verify", office.amal, office.bosco, office.chiara)
    await office.presses(office.amal, second, "Not a claim")
    await office.all_press(third, "Dispute", office.amal, office.bosco)
    await office.rests()
    told = plain((await office.asks(office.bosco, "/stats", "📊 Herat desk")).text)

    assert "1 claim open, 1 decided" in told
    assert "Casualties: 1 pending, 1 verified, 1 rejected" in told
    assert "took no more than an hour" in told
    assert "of one mind in 1 of 1 decided round (100 %)" in told
    assert f"{PASSIVE}: 1 of 2 (50 %, probably 9 to 91 %)" in told


async def test_no_vote_and_no_press_of_a_blind_round_moves_a_figure(office: Office):
    (card,) = await office.hands_in_deaths(12)
    before = (await office.asks(office.bosco, "/stats", "📊")).text
    for person, press in ((office.amal, "Dispute"), (office.bosco, "Verify"), (office.chiara, "Not a claim")):
        await office.presses(person, card, press)
        await office.rests()
        assert (await office.asks(office.bosco, "/stats", "📊")).text == before


async def test_a_lead_mutes_a_rule_for_the_desk_and_lets_it_be_heard_again(office: Office):
    await office.starts(office.amal)
    listed = await office.asks(office.amal, "/rules", "/rules mute", office.amal.private)
    assert "Nothing is decided yet" in listed.text
    await office.asks(office.amal, f"/rules mute {PASSIVE}", "muted", office.amal.private)
    public = plain((await office.shows("🔇")).text)
    assert f"muted {PASSIVE}" in public
    assert "Amal" not in public
    report = await office.asks(
        office.amal, "/add At least 12 civilians were killed in Herat on Wednesday.", "muted rules"
    )
    assert "1 more was held back" in report.text
    assert office.cards() == []
    assert f"Muted at this desk: {PASSIVE}" in plain((await office.asks(office.bosco, "/stats", "📊")).text)

    await office.asks(office.amal, f"/rules unmute {PASSIVE}", "heard again")
    (card,) = await office.hands_in_deaths(15)
    assert label(card) == "C-1"


async def test_who_is_no_lead_mutes_nothing_and_a_name_that_is_none_is_refused(office: Office):
    await office.asks(office.bosco, f"/rules mute {PASSIVE}", "Only a lead")
    await office.asks(office.amal, "/rules mute", "Write the rule's name")
    await office.asks(office.amal, "/rules mute everything", "I know no rule")
    await office.asks(office.amal, f"/rules unmute {PASSIVE}", "is not muted here")
    await office.asks(office.stranger, "/stats", "not a member of any desk", office.stranger.private)
