"""A source that edits its text after it was handed in."""

from __future__ import annotations

from bot.sandbox import Message
from tests.journeys.office import Office, plain

SAYS = "At least 12 civilians were killed in Herat on Tuesday, the governor said."
MORE = "Rebels seized the town of Guzara on Tuesday, residents said."


async def handed_in(office: Office) -> tuple[Message, list[Message]]:
    source = await office.amal.says(office.group, f"/add {SAYS} {MORE}")
    await office.until(lambda: len(office.cards()) == 2, f"{office.group.texts}")
    await office.rests()
    return source, office.cards()


async def test_an_edit_that_touches_the_quote_opens_a_new_round(office: Office):
    source, (deaths, town) = await handed_in(office)
    await office.all_press(deaths, "Verify", office.amal, office.bosco, office.chiara)
    await office.until(lambda: "verified" in deaths.text)

    await office.amal.edits(source, f"/add {SAYS.replace('12', '21')} {MORE}")

    await office.until(lambda: "round 1: verified" in deaths.text.lower(), deaths.text)
    assert "pending" in deaths.text
    assert "0 answered, 3 needed" in deaths.text
    assert "round 1" not in town.text.lower()
    await office.until(lambda: len(office.cards()) == 3, "the new figure is a claim of its own")
    assert office.shown("read it anew") is not None
    told = office.shown("The source of C-1 edited its text and no longer says this: round 2 begins.")
    assert told is not None and "Before: verified." in told.text


async def test_an_edit_elsewhere_changes_nothing_and_is_no_further_source(office: Office):
    source, (deaths, _) = await handed_in(office)
    await office.all_press(deaths, "Verify", office.amal)
    before = deaths.text

    await office.amal.edits(source, f"/add {SAYS} {MORE} More follows.")
    await office.rests(quiet=0.4)

    assert deaths.text.split("\n")[0] == before.split("\n")[0]
    assert "1 answered, 3 needed" in deaths.text
    assert len(await office.reads(lambda records: records.claims.sources(1))) == 1


async def test_one_text_that_is_edited_cannot_reopen_what_another_says_too(office: Office):
    source, (deaths, _) = await handed_in(office)
    await office.asks(office.bosco, f"/add {SAYS}", "claim")
    await office.all_press(deaths, "Verify", office.amal, office.bosco, office.chiara)
    await office.until(lambda: "verified" in deaths.text)

    await office.amal.edits(source, f"/add {MORE}")
    await office.rests(quiet=0.4)

    assert "verified" in deaths.text


async def test_an_edit_of_what_nobody_handed_in_is_passed_over(office: Office):
    chatter = await office.bosco.says(office.group, "/whoami")
    await office.rests()
    said = len(office.group.messages)

    await office.bosco.edits(chatter, "/whoami please")
    await office.rests(quiet=0.3)

    assert len(office.group.messages) == said


async def test_a_source_that_goes_back_to_its_first_words_takes_back_the_others(office: Office):
    source, _ = await handed_in(office)
    first, second = f"/add {SAYS} {MORE}", f"/add {SAYS.replace('12', '21')} {MORE}"
    await office.amal.edits(source, second)
    await office.until(lambda: len(office.cards()) == 3, f"{office.group.texts}")
    (higher,) = [card for card in office.cards() if "C-3" in card.text]

    await office.amal.edits(source, first)

    await office.until(lambda: "Round 2" in higher.text, higher.text)


async def test_what_an_edit_says_instead_is_proposed_as_an_update(office: Office):
    source, (deaths, _) = await handed_in(office)
    await office.amal.edits(source, f"/add {SAYS.replace('12', '21')} {MORE}")

    await office.until(lambda: "updated by C-3: the source edited its text" in plain(deaths.text), deaths.text)
    newer = office.cards()[-1]
    assert "updates C-1" in plain(newer.text)
    assert await office.presses(office.bosco, newer, "An update")
    await office.until(lambda: "C-1 · superseded" in deaths.text)


async def test_an_edit_corrects_no_other_speaker(office: Office):
    rebels = "Rebels said 50 civilians were killed in Herat on Tuesday."
    source = await office.amal.says(office.group, f"/add {SAYS} {rebels}")
    await office.until(lambda: len(office.cards()) == 2, f"{office.group.texts}")
    await office.amal.edits(source, f"/add {SAYS.replace('At least 12', 'Up to 21')} {rebels}")

    await office.until(lambda: "updates C-1" in plain(office.cards()[-1].text), f"{office.group.texts}")
    told = await office.asks(office.bosco, "/history C-3", "contradicts C-2")
    assert "updates C-2" not in plain(told.text)
