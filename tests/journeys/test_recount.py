from __future__ import annotations

from tests.journeys.office import Office, plain


async def test_a_lead_asks_in_private_what_would_change_without_a_reviewer(office: Office):
    cards = await office.hands_in_deaths(12, 30, 45)
    await office.starts(office.amal, office.bosco)
    await office.all_press(cards[0], "Verify", office.bosco, office.chiara, office.dawit)
    await office.all_press(cards[1], "Dispute", office.bosco, office.chiara, office.dawit, office.amal)
    await office.presses(office.bosco, cards[2], "Dispute")
    await office.until(lambda: "C-1 · verified" in cards[0].text)
    told = await office.asks(office.bosco, "/whoami", "You are ", office.bosco.private)
    bosco = plain(told.text).splitlines()[0].removeprefix("You are ")

    await office.asks(office.amal, f"/recount {bosco}", "I say it in private only")
    await office.asks(office.bosco, f"/recount {bosco}", "Only a lead can do that", office.bosco.private)
    await office.asks(office.amal, "/recount", "Write the codename", office.amal.private)
    found = await office.asks(office.amal, f"/recount {bosco}", "were not counted", office.amal.private)
    assert "3 claims looked at; this reviewer answered 3 of them." in found.text
    assert "C-1 · verified → pending" in found.text
    assert "C-2" not in found.text
    assert "C-3" not in found.text
    assert "1 more is in a blind round, and not told." in found.text
    since = f"/recount {bosco} since 2 minutes ago"
    later = await office.asks(office.amal, since, "not counted since", office.amal.private)
    assert "C-1 · verified → pending" in later.text
    assert "C-1 · verified" in cards[0].text
