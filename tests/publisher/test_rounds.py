"""The publisher makes the chats show what they should, whatever Telegram says meanwhile."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace
from itertools import pairwise

import pytest

from bot.desk.publishing import Priority
from bot.publisher import rounds
from bot.sandbox.faults import Fault, Faults
from storage.states import PostingState


def said_by_bot(chat) -> list[str]:
    return [message.text for message in chat.messages if message.by_bot]


def outcomes(sandbox, method: str) -> list[bool]:
    return [call.ok for call in sandbox.calls_of(method)]


async def test_what_is_wanted_hangs_and_is_remembered(room, group):
    posting = room.wants(group.id, "greeting", "Good evening.")
    await room.publisher.catch_up()

    assert said_by_bot(group) == ["Good evening."]
    assert room.now(posting).message_id == group.last.id
    assert room.now(posting).state is PostingState.SHOWN


async def test_a_second_round_says_nothing_twice(room, sandbox, group):
    room.wants(group.id, "greeting", "Good evening.")
    await room.passes(5)
    room.starts_anew()
    await room.publisher.recover()
    await room.passes(5)

    assert len(sandbox.calls_of("sendMessage")) == 1


async def test_a_changed_card_is_edited_where_it_hangs(room, group):
    posting = room.wants(group.id, "card", "1 answered")
    await room.publisher.catch_up()
    room.rewrites(posting, "2 answered")
    await room.publisher.catch_up()

    assert said_by_bot(group) == ["2 answered"]


async def test_a_change_that_was_taken_back_needs_no_call(room, sandbox, group):
    posting = room.wants(group.id, "card", "1 answered")
    await room.publisher.catch_up()
    room.rewrites(posting, "2 answered")
    room.rewrites(posting, "1 answered")
    await room.publisher.catch_up()

    assert outcomes(sandbox, "editMessageText") == []
    assert room.now(posting).shown_version == room.now(posting).wanted_version


async def test_a_change_during_the_call_is_shown_afterwards(room, sandbox, group):
    posting = room.wants(group.id, "card", "1 answered")
    sandbox.next_call("sendMessage", Fault.SLOW)
    await room.publisher.round()
    await sandbox.until(lambda: sandbox.calls_of("sendMessage"))
    room.rewrites(posting, "2 answered")
    await room.passes(5)

    assert said_by_bot(group) == ["2 answered"]


async def test_who_waits_comes_first_then_new_cards_then_digests_then_changed_cards(room, sandbox, group):
    claim = room.claim_in(group.id)
    await room.passes(5)
    room.changes(claim, "1 answered")
    room.wants(group.id, "digest", "The day", Priority.DIGEST)
    room.wants(group.id, "new card", "C-2", Priority.CARD)
    room.wants(group.id, "reply", "Here you are.", Priority.REPLY)
    await room.passes(10)

    said = [call.parameters["text"] for call in sandbox.calls[2:]]
    assert said == ["Here you are.", "C-2", "The day", f"{claim.label}: {claim.statement} 1 answered"]


async def test_the_end_of_a_report_does_not_wait_for_its_cards(room, sandbox, group):
    report = room.wants(group.id, "report", "Reading…")
    await room.passes(5)
    for number in range(6):
        room.wants(group.id, f"card {number}", f"C-{number}", Priority.CARD)
    room.rewrites(report, "6 claims found.")
    await room.passes(20)

    assert [call.parameters["text"] for call in sandbox.calls[2:4]] == ["6 claims found.", "C-0"]


async def test_a_hundred_votes_lead_to_few_edits_and_the_right_card(room, sandbox, clock, group):
    claim = room.claim_in(group.id)
    await room.passes(60)
    for answered in range(1, 101):
        room.changes(claim, f"{answered} answered")
        if answered == 50:
            asked = clock()
            room.wants(group.id, "reply", "Here you are.")
        clock.forward(seconds=0.25)
        await room.publisher.catch_up()
    await room.passes(60)

    assert said_by_bot(group) == [f"{claim.label}: {claim.statement} 100 answered", "Here you are."]
    assert len(sandbox.calls_of("editMessageText")) <= 15
    assert all(call.ok for call in sandbox.calls)
    assert (group.find("Here you are.").at - asked).total_seconds() <= 3


async def test_a_long_report_stays_within_the_flood_limits(room, sandbox, group, alice):
    for number in range(60):
        room.wants(group.id, f"card {number}", f"C-{number}", Priority.CARD)
    await room.passes(200)

    assert said_by_bot(group) == [f"C-{number}" for number in range(60)]
    assert all(call.ok for call in sandbox.calls)


async def test_many_people_are_served_side_by_side_within_the_limits(room, sandbox):
    people = [sandbox.person(f"Reviewer {number}") for number in range(40)]
    for person in people:
        await person.says(person.private, "/start")
        room.wants(person.id, "hello", "Welcome.")
    await room.passes(5, step=0.5)

    assert all(said_by_bot(person.private) == ["Welcome."] for person in people)
    assert all(call.ok for call in sandbox.calls)


async def test_a_restart_does_not_forget_what_was_said_a_moment_ago(room, sandbox, group):
    for number in range(20):
        room.wants(group.id, f"card {number}", f"C-{number}", Priority.CARD)
    await room.passes(30)
    room.starts_anew()
    await room.publisher.recover()
    for number in range(20, 30):
        room.wants(group.id, f"card {number}", f"C-{number}", Priority.CARD)
    await room.passes(90)

    assert len(said_by_bot(group)) == 30
    assert all(call.ok for call in sandbox.calls)


async def test_told_to_slow_down_it_waits_and_then_says_it_once(room, sandbox, group):
    room.wants(group.id, "card", "C-1")
    sandbox.next_call("sendMessage", Fault.TOO_MANY_REQUESTS)
    await room.publisher.catch_up()
    assert outcomes(sandbox, "sendMessage") == [False]
    await room.passes(2)

    assert outcomes(sandbox, "sendMessage") == [False, True]
    assert said_by_bot(group) == ["C-1"]


@pytest.mark.parametrize("fault", [Fault.RESET_AFTER, Fault.TIMEOUT_AFTER_DELIVERY, Fault.BAD_GATEWAY_AFTER])
async def test_a_send_whose_answer_was_lost_is_repeated_once_and_not_at_once(room, sandbox, group, fault):
    posting = room.wants(group.id, "card", "C-1")
    sandbox.next_call("sendMessage", fault)
    await room.passes(5)
    assert room.now(posting).state is PostingState.UNCERTAIN
    assert said_by_bot(group) == ["C-1"]
    await room.passes(300)

    assert said_by_bot(group) == ["C-1", "C-1"]
    assert room.now(posting).message_id == group.last.id


@pytest.mark.parametrize("fault", [Fault.RESET_BEFORE, Fault.BAD_GATEWAY, Fault.SERVER_ERROR])
async def test_a_send_that_was_lost_on_the_way_arrives_in_the_end(room, group, sandbox, fault):
    room.wants(group.id, "card", "C-1")
    sandbox.next_call("sendMessage", fault)
    await room.passes(30)

    assert said_by_bot(group) == ["C-1"]


async def test_answers_lost_again_and_again_make_the_pauses_grow(room, sandbox, clock, group):
    room.wants(group.id, "card", "C-1")
    sandbox.next_call("sendMessage", *[Fault.RESET_AFTER] * 4)
    began = clock()
    await room.passes(3_000, step=10)

    sent = [(call.at - began).total_seconds() for call in sandbox.calls_of("sendMessage")]
    pauses = [later - earlier for earlier, later in pairwise(sent)]
    assert pauses == sorted(pauses)
    assert pauses[0] >= 10
    assert len(sent) == 5


@pytest.mark.parametrize("fault", [Fault.RESET_BEFORE, Fault.RESET_AFTER, Fault.SERVER_ERROR, Fault.BAD_GATEWAY_AFTER])
async def test_a_lost_edit_is_simply_made_again(room, sandbox, group, fault):
    posting = room.wants(group.id, "card", "1 answered")
    await room.publisher.catch_up()
    room.rewrites(posting, "2 answered")
    sandbox.next_call("editMessageText", fault)
    await room.passes(10)

    assert said_by_bot(group) == ["2 answered"]
    assert len(outcomes(sandbox, "editMessageText")) == 2
    assert room.now(posting).shown_version == room.now(posting).wanted_version


async def test_while_telegram_cannot_be_reached_it_is_left_alone_more_and_more(room, sandbox, group, alice):
    await alice.says(alice.private, "/start")
    await sandbox.__aexit__(None, None, None)
    posting = room.wants(group.id, "card", "C-1")
    room.wants(alice.id, "reply", "Here you are.")
    await room.passes(120)
    assert room.now(posting).state is PostingState.WANTED
    assert room.now(posting).attempts < 20
    await sandbox.__aenter__()
    await room.passes(60)

    assert said_by_bot(group) == ["C-1"]
    assert said_by_bot(alice.private) == ["Here you are."]


async def test_nothing_is_said_any_more_where_the_bot_was_thrown_out(room, sandbox, group, alice):
    claim = room.claim_in(group.id)
    group.kick_bot()
    await room.passes(5)

    assert room.card_of(claim).state is PostingState.STOPPED
    assert room.card_of(claim).why == "chat gone"
    with room.store.transaction() as records:
        assert records.desks.all_open() == []


async def test_one_who_blocked_the_bot_does_not_hold_up_the_others(room, sandbox, group, alice):
    await alice.says(alice.private, "/start")
    sandbox.next_call("sendMessage", Fault.BLOCKS)
    blocked = room.wants(alice.id, "reply", "Here you are.")
    await room.publisher.catch_up()
    room.wants(group.id, "card", "C-1")
    await room.passes(5)

    assert room.now(blocked).state is PostingState.STOPPED
    assert said_by_bot(group) == ["C-1"]


async def test_a_group_that_becomes_a_supergroup_in_the_middle_keeps_its_desk_and_its_card(room, sandbox, alice):
    small = sandbox.group("Small", creator=alice, kind="group")
    await small.add_bot()
    claim = room.claim_in(small.id)
    sandbox.next_call("sendMessage", Fault.MIGRATES)
    await room.passes(10)
    new = small.migrated_to

    assert said_by_bot(small) == []
    assert len(said_by_bot(new)) == 1
    assert claim.label in new.last.text
    assert room.card_of(claim).chat == new.id


@pytest.mark.parametrize("faults", [Faults(slow_seconds=0.2)])
async def test_a_card_that_was_on_its_way_to_the_old_group_hangs_in_the_new_one(room, store, sandbox, alice, clock):
    small = sandbox.group("Small", creator=alice, kind="group")
    await small.add_bot()
    await alice.says(small, "Hello, everybody.")  # so that messages have other numbers than in the new group
    claim = room.claim_in(small.id)
    sandbox.next_call("sendMessage", Fault.SLOW)
    await room.publisher.round()
    await sandbox.until(lambda: sandbox.calls_of("sendMessage"))
    new = small.migrate()
    with store.transaction() as records:
        records.desks.move(small.id, new.id, clock())
    await room.publisher.round()
    await sandbox.until(lambda: said_by_bot(new))
    await room.passes(10)  # and the answer to the first call comes

    assert (room.card_of(claim).chat, room.card_of(claim).message_id) == (new.id, new.last.id)


async def test_the_first_refused_message_takes_every_card_along_to_the_supergroup(room, sandbox, alice):
    small = sandbox.group("Small", creator=alice, kind="group")
    await small.add_bot()
    claim = room.claim_in(small.id)
    await room.passes(10)
    new = small.migrate()
    room.wants(small.id, "reply", "Here you are.")
    await room.passes(10)

    assert sorted(said_by_bot(new)) == sorted(["Here you are.", f"{claim.label}: {claim.statement} 0 answered"])
    assert room.card_of(claim).chat == new.id


async def test_a_message_for_a_group_that_moved_and_is_no_desk_is_given_up(room, sandbox, alice):
    small = sandbox.group("Small", creator=alice, kind="group")
    await small.add_bot()
    small.migrate()
    posting = room.wants(small.id, "welcome", "Send /setup.")
    await room.passes(10)

    assert room.now(posting).state is PostingState.STOPPED
    assert len(sandbox.calls_of("sendMessage")) == 1


async def test_a_card_that_somebody_deleted_is_posted_anew_when_it_changes(room, group, alice):
    claim = room.claim_in(group.id)
    await room.passes(5)
    first = group.find(claim.label)
    first.deleted = True
    room.changes(claim, "1 answered")
    await room.passes(10)

    assert [text.endswith("1 answered") for text in said_by_bot(group)] == [True]
    assert room.card_of(claim).message_id == group.last.id != first.id


async def test_a_card_that_was_deleted_just_when_its_status_moved_holds_up_nothing(room, store, group):
    claim = room.claim_in(group.id)
    await room.passes(5)
    group.find(claim.label).deleted = True
    with store.transaction() as records:
        records.postings.hurry(claim.id)
    room.changes(claim, "verified")
    await room.passes(10)
    room.wants(group.id, "reply", "Here you are.")
    await room.passes(5)

    assert said_by_bot(group)[-2:] == [f"{claim.label}: {claim.statement} verified", "Here you are."]


async def test_a_reply_that_somebody_deleted_stays_deleted(room, group):
    posting = room.wants(group.id, "reply", "Page 1")
    await room.passes(5)
    group.last.deleted = True
    room.rewrites(posting, "Page 2")
    await room.passes(10)

    assert said_by_bot(group) == []
    assert room.now(posting).why == "message gone"


async def test_when_the_topic_is_closed_cards_hang_in_the_general_one(room, sandbox, alice):
    forum = sandbox.group("Regions", creator=alice, forum=True)
    await forum.add_bot()
    herat = forum.create_topic("Herat")
    forum.close_topic(herat)
    for number in range(3):
        room.wants(forum.id, f"card {number}", f"C-{number}", topic=herat.id)
    await room.passes(10)

    assert said_by_bot(forum) == ["C-0", "C-1", "C-2"]
    assert outcomes(sandbox, "sendMessage") == [False, True, True, True]


async def test_a_reopened_topic_is_used_again_after_a_while(room, sandbox, clock, alice):
    forum = sandbox.group("Regions", creator=alice, forum=True)
    await forum.add_bot()
    herat = forum.create_topic("Herat")
    forum.close_topic(herat)
    room.wants(forum.id, "card 1", "C-1", topic=herat.id)
    await room.passes(5)
    forum.reopen_topic(herat)
    clock.forward(hours=1)
    room.wants(forum.id, "card 2", "C-2", topic=herat.id)
    await room.passes(5)

    assert forum.find("C-2").topic == herat.id


async def test_a_bot_that_may_not_write_tries_now_and_then(room, sandbox, group):
    group.restrict_bot()
    posting = room.wants(group.id, "card", "C-1")
    await room.passes(600, step=10)
    assert room.now(posting).state is PostingState.WANTED
    assert len(sandbox.calls_of("sendMessage")) < 8
    group.demote_bot()
    await room.passes(1200, step=10)

    assert said_by_bot(group) == ["C-1"]


async def test_a_card_that_cannot_be_made_holds_up_nothing_else(room, group, caplog):
    with room.store.transaction() as records:
        records.postings.want(group.id, "broken", content="no card", priority=0, at=room.clock())
    room.wants(group.id, "card", "C-1")
    await room.passes(5)

    assert said_by_bot(group) == ["C-1"]
    assert caplog.text.count("could not be made") == 1


async def test_what_hangs_is_remembered_even_when_the_desk_cannot_note_it(room, group, monkeypatch, caplog):
    def no_note(*_):
        raise RuntimeError("the desk has lost its pen")

    monkeypatch.setattr(rounds, "TRIES_TO_REMEMBER", ((0, True), (0, True), (0, False)))
    room.verbs = replace(room.verbs, first_shown=no_note)
    room.starts_anew()
    posting = room.wants(group.id, "card", "C-1")
    await room.passes(5)

    assert room.now(posting).message_id == group.last.id
    assert said_by_bot(group) == ["C-1"]
    assert caplog.text.count("could not be kept") == 2


async def test_a_priority_that_nobody_knows_is_the_last(room, group):
    with room.store.transaction() as records:
        content = '{"text":"C-1","marks":[],"rows":[],"asks":false}'
        records.postings.want(group.id, "odd", content=content, priority=99, at=room.clock())
    await room.passes(2)

    assert said_by_bot(group) == ["C-1"]


async def test_a_message_that_telegram_never_takes_is_given_up_in_the_end(room, group, caplog):
    with room.store.transaction() as records:
        empty = '{"text":" ","marks":[],"rows":[],"asks":false}'
        posting = records.postings.want(group.id, "empty", content=empty, priority=0, at=room.clock())
    await room.passes(4 * 3_600, step=60)

    assert room.now(posting).state is PostingState.STOPPED
    assert room.now(posting).attempts == 9


async def test_the_loop_runs_until_it_is_drained_and_finishes_what_is_under_way(room, sandbox, group):
    sandbox.next_call("sendMessage", Fault.SLOW)
    posting = room.wants(group.id, "card", "C-1")
    running = asyncio.create_task(room.publisher.run())
    await sandbox.until(lambda: sandbox.calls_of("sendMessage"))
    await room.publisher.drain(2)
    await asyncio.wait_for(running, 2)

    assert room.now(posting).state is PostingState.SHOWN
    assert said_by_bot(group) == ["C-1"]


async def test_a_nudge_is_answered_without_waiting(room, sandbox, group):
    running = asyncio.create_task(room.publisher.run())
    await asyncio.sleep(0.05)
    room.wants(group.id, "card", "C-1")
    room.publisher.nudge()
    await sandbox.until(lambda: said_by_bot(group), timeout=0.8)
    await room.publisher.drain(2)
    await running


async def test_neither_the_token_nor_a_text_is_ever_logged(room, sandbox, group, caplog):
    caplog.set_level(logging.DEBUG, "bot")
    room.wants(group.id, "card", "a secret witness")
    sandbox.next_call("sendMessage", Fault.SERVER_ERROR, Fault.TOO_MANY_REQUESTS, Fault.RESET_AFTER)
    await room.passes(60)

    ours = "\n".join(record.getMessage() for record in caplog.records if record.name.startswith("bot."))
    assert "posting" in ours
    assert "witness" not in ours
    assert sandbox.token not in ours
