from __future__ import annotations

from collections.abc import Awaitable, Callable

from tests.journeys.office import Office

NewOffice = Callable[..., Awaitable[Office]]


async def test_a_lead_is_told_how_to_set_up_and_a_member_is_not(office: Office):
    lead = await office.asks(office.amal, "/help", "What I can do")
    member = await office.asks(office.bosco, "/help", "What I can do")

    assert "/setup" in lead.text
    assert "/reviewers" in lead.text
    assert "/setup" not in member.text
    assert "Verify" in member.text


async def test_help_in_private_leaves_out_what_works_in_groups_only(office: Office):
    told = await office.asks(office.amal, "/help", "What I can do", office.amal.private)

    assert "/setup" not in told.text
    assert "just send me a text" in told.text


async def test_a_stranger_in_private_is_told_how_to_get_a_desk(office: Office):
    hello = await office.asks(office.stranger, "/start", "not at any desk", office.stranger.private)
    told = await office.asks(office.stranger, "/help", "What I can do", office.stranger.private)

    assert "/setup" in hello.text
    assert "/queue" not in told.text
    assert "not at any desk" in told.text


async def test_a_stranger_reads_and_hands_in_nothing(office: Office):
    await office.hands_in()
    for words in ("/claims", "/claim C-1", "/history C-1", "/queue", "/digest", "/whoami", "/add Twelve were killed."):
        await office.asks(office.stranger, words, "not a member of any desk", office.stranger.private)
    await office.asks(
        office.stranger, "Twelve people were killed.", "not a member of any desk", office.stranger.private
    )

    assert not any("C-1" in text for text in office.stranger.private.texts if text.startswith("🔴"))
    assert len(office.cards()) == len({card.text.split("·")[1] for card in office.cards()})


async def test_hello_names_the_desk_in_private(office: Office):
    told = await office.asks(office.bosco, "/start", "claimdesk", office.bosco.private)

    assert "“Herat desk”" in told.text


async def test_before_setup_the_bot_says_what_to_do_and_nothing_else_works(new_office: NewOffice):
    office = await new_office()
    await office.group.add_bot()
    welcome = await office.shows("not a desk yet")
    assert "/setup" in welcome.text

    await office.asks(office.bosco, "/add At least 12 civilians were killed in Herat.", "group is not a desk yet")
    await office.asks(office.bosco, "/help", "What I can do")


async def test_who_am_i_tells_the_codename_the_role_and_what_others_see(office: Office):
    lead = await office.asks(office.amal, "/whoami", "You are", office.amal.private)
    member = await office.asks(office.bosco, "/whoami", "You are", office.bosco.private)

    assert "Role: lead" in lead.text
    assert "Role: reviewer" in member.text
    assert lead.text.splitlines()[0] != member.text.splitlines()[0]
    assert "Bosco" not in member.text


async def test_in_the_group_nobody_learns_who_has_which_codename(office: Office):
    private = await office.asks(office.bosco, "/whoami", "You are", office.bosco.private)
    codename = private.text.splitlines()[0].removeprefix("You are ")
    await office.asks(office.bosco, "/whoami", "in our private chat")
    await office.asks(office.chiara, "/whoami", "Open a chat with")

    assert not any(codename in text for text in office.group.texts)


async def test_a_command_for_another_bot_is_left_alone(office: Office):
    before = len(office.group.messages)
    await office.says(office.bosco, "/help@another_bot")
    await office.says(office.bosco, "/weather tomorrow")

    assert len(office.group.messages) == before + 2


async def test_an_unknown_command_in_private_is_answered(office: Office):
    await office.asks(office.bosco, "/weather tomorrow", "/help tells what I can do", office.bosco.private)


async def test_a_command_that_names_the_bot_is_its_own(office: Office):
    await office.asks(office.bosco, "/help@Sandbox_Bot", "What I can do")
