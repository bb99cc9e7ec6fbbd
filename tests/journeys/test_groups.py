from __future__ import annotations

from collections.abc import Awaitable, Callable

from bot.sandbox import Fault, Group, Message
from tests.journeys.office import Office, deaths

NewOffice = Callable[..., Awaitable[Office]]


def in_topic(office: Office, topic: int | None) -> list[Message]:
    return [message for message in office.group.from_bot if message.topic == topic]


async def a_forum(new_office: NewOffice) -> tuple[Office, int]:
    """A desk that was set up in one topic of a forum."""
    office = await new_office(forum=True)
    await office.group.add_bot()
    topic = office.group.create_topic("Claims").id
    await office.says(office.amal, "/setup", topic=topic)
    await office.shows("is now a desk")
    return office, topic


async def test_cards_and_digests_come_in_the_topic_where_setup_was_sent(new_office: NewOffice):
    office, topic = await a_forum(new_office)
    other = office.group.create_topic("Gossip").id
    said = await office.amal.says(office.group, "/add At least 12 civilians were killed in Herat.", topic=other)

    report = await office.shows("Found 1 claim")
    assert (report.topic, report.reply_to) == (other, said)
    card = (await office.until(office.cards))[0]
    assert card.topic == topic
    assert "posted in this topic" in in_topic(office, topic)[0].text


async def test_answers_come_in_the_topic_where_the_question_was_asked(new_office: NewOffice):
    office, _ = await a_forum(new_office)
    await office.hands_in_deaths(12)
    other = office.group.create_topic("Gossip").id
    for words, answer in (("/history C-1", "History of C-1"), ("/queue", "waits for the desk"), ("/nonsense", "")):
        await office.says(office.bosco, words, topic=other)
        if answer:
            assert (await office.shows(answer)).topic == other


async def test_a_general_topic_is_answered_without_a_thread(new_office: NewOffice):
    office = await new_office(forum=True)
    await office.set_up()
    await office.hands_in_deaths(12)

    assert office.cards()[0].topic is None


async def test_when_the_topic_is_closed_cards_come_in_the_general_one(new_office: NewOffice):
    office, topic = await a_forum(new_office)
    office.group.close_topic(topic)
    await office.hands_in_deaths(12)

    assert office.cards()[0].topic is None
    await office.all_press(office.cards()[0], "Verify", office.bosco, office.chiara, office.dawit)
    await office.until(lambda: "verified" in office.cards()[0].text)


async def test_when_the_topic_is_deleted_cards_come_in_the_general_one(new_office: NewOffice):
    office, topic = await a_forum(new_office)
    del office.group.topics[topic]
    await office.hands_in_deaths(12)

    assert office.cards()[0].topic is None


async def test_setup_in_another_topic_moves_the_desk_there(new_office: NewOffice):
    office, _ = await a_forum(new_office)
    other = office.group.create_topic("Claims, anew").id
    await office.says(office.amal, "/setup quorum=2", topic=other)
    await office.hands_in_deaths(12)

    assert office.cards()[0].topic == other


async def test_an_anonymous_admin_confirms_by_a_button_and_is_told_what_that_reveals(new_office: NewOffice):
    office = await new_office()
    await office.group.add_bot()
    await office.amal.says_anonymously(office.group, "/setup quorum=2 zone=Asia/Kabul")
    question = await office.shows("You write as an anonymous admin")
    assert "shows your account to me" in question.text

    assert "Only a lead" in await office.presses(office.bosco, question, "Yes, set it up")
    assert office.shown("is now a desk") is None
    await office.presses(office.amal, question, "Yes, set it up")
    told = await office.shows("is now a desk")
    assert "at least 2 clear votes" in told.text
    assert "Asia/Kabul" in told.text


async def test_an_anonymous_admins_wrong_settings_are_refused_before_the_question(new_office: NewOffice):
    office = await new_office()
    await office.group.add_bot()
    await office.amal.says_anonymously(office.group, "/setup quorum=0")

    await office.shows("whole number from 1")
    assert office.shown("anonymous admin") is None


async def test_an_anonymous_admin_may_look_but_neither_hand_in_nor_lead(office: Office):
    await office.hands_in_deaths(12)
    await office.amal.says_anonymously(office.group, "/history C-1")
    await office.shows("History of C-1")

    for words in ("/add At least 30 civilians were killed in Herat.", "/digest off", "/whoami"):
        before = len(office.group.messages)
        await office.amal.says_anonymously(office.group, words)
        await office.until(lambda before=before: len(office.group.messages) == before + 2)
        assert "cannot tell who you are" in office.group.last.text
    assert len(office.cards()) == 1


async def moved(office: Office) -> Group:
    """The group becomes a supergroup, and the office looks there from now on."""
    new = office.group.migrate()
    office.group = new
    await office.rests()
    return new


async def test_a_group_that_becomes_a_supergroup_keeps_its_desk_history_and_open_cards(new_office: NewOffice):
    office = await new_office(kind="group")
    await office.set_up()
    first, second = await office.hands_in_deaths(12, 30)
    await office.presses(office.bosco, first, "Verify")
    await office.all_press(second, "Verify", office.bosco, office.chiara, office.dawit)
    await office.until(lambda: "verified" in second.text)
    await moved(office)

    card = (await office.until(office.cards))[0]
    assert "C-1 · pending" in card.text
    assert "1 answered, 3 needed" in card.text
    assert len(office.cards()) == 1  # what is decided stays where it was
    await office.all_press(card, "Verify", office.chiara, office.dawit)
    await office.until(lambda: "C-1 · verified" in card.text)
    story = await office.asks(office.bosco, "/history C-1", "pending → verified")
    assert "Reviewer A: verify." in story.text


async def test_a_move_that_only_a_refused_call_tells_of_is_followed_too(new_office: NewOffice):
    office = await new_office(kind="group")
    await office.set_up()
    (card,) = await office.hands_in_deaths(12)
    office.telegram.world.updates.allow(["callback_query"])  # the service messages get lost
    await moved(office)
    await office.presses(office.bosco, card, "Verify")
    await office.presses(office.bosco, card, "History")

    again = (await office.until(office.cards))[0]
    await office.until(lambda: "1 answered, 3 needed" in again.text)


async def test_a_press_on_a_card_that_stayed_in_the_old_group_counts(new_office: NewOffice):
    office = await new_office(kind="group")
    await office.set_up()
    (old,) = await office.hands_in_deaths(12)
    await moved(office)
    card = (await office.until(office.cards))[0]
    await office.presses(office.bosco, old, "Verify")

    await office.until(lambda: "1 answered" in card.text)


async def test_a_bot_that_was_thrown_out_comes_back_with_desk_and_cards(office: Office):
    first, second = await office.hands_in_deaths(12, 30)
    await office.presses(office.bosco, first, "Verify")
    await office.until(lambda: "1 answered" in first.text)
    office.group.kick_bot()
    await office.rests()
    calls = len(office.telegram.calls)
    await office.rests(quiet=0.5)
    assert len(office.telegram.calls) == calls

    await office.group.add_bot()
    await office.shows("This group is a desk.")
    await office.all_press(first, "Verify", office.chiara, office.dawit)
    await office.until(lambda: "C-1 · verified" in first.text)
    assert len(office.cards()) == 2
    assert "C-2 · pending" in second.text


async def test_cards_that_were_due_when_the_bot_was_thrown_out_come_when_it_is_back(office: Office):
    office.telegram.next_call("sendMessage", Fault.TOO_MANY_REQUESTS)
    await office.says(office.amal, f"/add {deaths(12)}")
    await office.struck(Fault.TOO_MANY_REQUESTS)
    office.group.kick_bot()
    await office.rests(quiet=0.5)
    assert office.cards() == []

    await office.group.add_bot()
    await office.until(lambda: len(office.cards()) == 1)


async def test_a_bot_that_may_not_write_for_a_while_catches_up(office: Office):
    office.group.restrict_bot()
    await office.says(office.amal, f"/add {deaths(12)}")
    await office.rests()
    assert office.cards() == []

    office.group.demote_bot()
    office.clock.forward(minutes=5)
    await office.until(lambda: len(office.cards()) == 1)


async def test_in_a_channel_the_bot_says_nothing(office: Office):
    channel = {"id": -1009000000001, "type": "channel", "title": "Front line news"}
    change = {name: {"user": office.telegram.bot.shape(), "status": status} for name, status in
              (("old_chat_member", "left"), ("new_chat_member", "member"))}  # fmt: skip
    news = {"chat": channel, "from": office.amal.shape(), "date": int(office.clock().timestamp()), **change}
    calls = len(office.telegram.calls)
    office.telegram.world.updates.put("my_chat_member", news, "channel")
    await office.rests()

    assert len(office.telegram.calls) == calls


async def test_in_a_public_group_only_listed_reviewers_vote(new_office: NewOffice):
    office = await new_office(username="herat_desk")
    await office.set_up()
    assert office.shown("only listed reviewers and its admins may vote")
    (card,) = await office.hands_in_deaths(12)
    assert "only listed reviewers" in await office.presses(office.bosco, card, "Verify")
    await office.asks(office.bosco, "/add Ten people were killed.", "only listed reviewers")

    words = await office.bosco.says(office.group, "Here I am.")
    await office.amal.says(office.group, "/reviewers add", reply_to=words)
    await office.shows("may vote here now")
    assert "verify on C-1" in await office.presses(office.bosco, card, "Verify")
    listed = await office.asks(office.amal, "/reviewers", "1 listed reviewer may vote here, besides the leads")
    assert "Bosco" not in listed.text

    await office.amal.says(office.group, "/reviewers remove", reply_to=words)
    await office.shows("may not vote here any more")
    assert "only listed reviewers" in await office.presses(office.bosco, card, "Dispute")
    await office.until(lambda: "1 answered" in card.text)


async def test_a_group_that_becomes_public_is_for_listed_reviewers_from_the_next_press_on(office: Office):
    (card,) = await office.hands_in_deaths(12)
    await office.presses(office.bosco, card, "Verify")
    office.group.publish_as("herat_desk")

    assert "only listed reviewers" in await office.presses(office.chiara, card, "Verify")
    office.group.publish_as(None)
    assert "verify on C-1" in await office.presses(office.chiara, card, "Verify")
    await office.until(lambda: "2 answered" in card.text)


async def test_only_leads_list_reviewers_and_only_people(new_office: NewOffice):
    office = await new_office(username="herat_desk")
    await office.set_up()
    await office.asks(office.bosco, "/reviewers", "Only a lead")
    await office.asks(office.amal, "/reviewers add", "as a reply to a message of the person")
    bots = office.group.from_bot[-1]
    await office.amal.says(office.group, "/reviewers add", reply_to=bots)
    await office.shows("not from a person")


async def test_an_admin_of_a_public_group_votes_without_being_listed(new_office: NewOffice):
    office = await new_office(username="herat_desk")
    await office.set_up()
    (card,) = await office.hands_in_deaths(12)

    assert "verify on C-1" in await office.presses(office.amal, card, "Verify")


async def test_a_stranger_who_sees_a_public_group_does_not_vote(new_office: NewOffice):
    office = await new_office(username="herat_desk")
    await office.set_up()
    (card,) = await office.hands_in_deaths(12)
    await office.presses(office.stranger, card, "Verify")
    await office.rests()

    assert "0 answered" in card.text


async def test_a_card_that_somebody_deleted_is_posted_anew(office: Office):
    (card,) = await office.hands_in_deaths(12)
    await office.presses(office.bosco, card, "Verify")
    await office.until(lambda: "1 answered" in card.text)
    await office.amal.deletes(card)
    await office.starts(office.chiara)
    mine = await office.asks(office.chiara, "/claim C-1", "C-1 · pending", office.chiara.private)
    await office.presses(office.chiara, mine, "Verify")

    again = (await office.until(office.cards))[0]
    assert again is not card
    assert "2 answered, 3 needed" in again.text


async def test_edited_commands_are_left_alone(office: Office):
    message = await office.says(office.bosco, "/queue")
    await office.shows("Nothing waits")
    before = [m.text for m in office.group.from_bot]
    await office.bosco.edits(message, "/help")
    await office.rests()

    assert [m.text for m in office.group.from_bot] == before


async def test_a_member_who_left_no_longer_votes_once_a_minute_has_passed(office: Office):
    (card,) = await office.hands_in_deaths(12)
    await office.starts(office.bosco)
    mine = await office.asks(office.bosco, "/claim C-1", "C-1 · pending", office.bosco.private)
    office.group.leave(office.bosco)
    office.clock.forward(seconds=61)

    assert "Only members of this desk" in await office.presses(office.bosco, mine, "Verify")
    await office.asks(office.bosco, "/queue", "not a member of any desk", office.bosco.private)
    assert "0 answered" in card.text


async def test_who_is_promoted_leads_once_a_minute_has_passed(office: Office):
    await office.asks(office.bosco, "/setup quorum=2", "Only a lead")
    office.group.promote(office.bosco)
    office.clock.forward(seconds=61)

    await office.asks(office.bosco, "/setup quorum=2", "The settings of this desk are changed.")


async def test_a_new_title_shows_after_the_next_word_from_the_group(office: Office):
    office.group.rename("Herat desk, night")
    await office.asks(office.bosco, "/queue", "Nothing waits")
    told = await office.asks(office.bosco, "/whoami", "You are", office.bosco.private)

    assert "Herat desk, night" in told.text
