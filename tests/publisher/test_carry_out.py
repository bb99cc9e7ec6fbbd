"""One step against a strict Telegram: what is said, and what is made of the answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

import pytest

from bot.cards.card import Button, Card, Mark, Style, Writer
from bot.publisher.carry_out import Done, carry_out
from bot.publisher.manner import Manner
from bot.publisher.plan import Edit, Post, TakeDown
from bot.publisher.refusals import No, Refusal
from bot.sandbox.faults import Fault

CARD = Writer().say("🔴 ").say("Casualties", Style.BOLD).say(" · C-17").card(((Button("✅ Verify", "v.17"),),))
NEWER = Card("🟢 Casualties · C-17", (), CARD.rows)
TOO_LONG = Card("wounded " * 1_000)


@dataclass(frozen=True)
class Place:
    chat: int
    topic: int | None = None
    reply_to: int | None = None


async def test_a_card_arrives_with_its_marks_and_buttons(telegram, group):
    assert await carry_out(telegram, Place(group.id), Post(CARD)) == Done(group.last.id)

    assert group.last.text == CARD.text
    assert group.last.marked("bold") == ["Casualties"]
    assert group.last.keyboard == [["✅ Verify"]]


async def test_an_edit_keeps_the_buttons(telegram, group):
    await carry_out(telegram, Place(group.id), Post(CARD))
    hangs = group.last

    assert await carry_out(telegram, Place(group.id), Edit(hangs.id, NEWER)) == Done(hangs.id)
    assert (hangs.text, hangs.keyboard) == (NEWER.text, [["✅ Verify"]])


async def test_an_edit_that_changes_nothing_is_a_success(telegram, group):
    await carry_out(telegram, Place(group.id), Post(CARD))

    assert await carry_out(telegram, Place(group.id), Edit(group.last.id, CARD)) == Done(group.last.id)


async def test_links_have_no_preview_and_replies_hang_below_the_question(telegram, group, alice):
    asked = await alice.says(group, "/claims")
    await carry_out(telegram, Place(group.id, reply_to=asked.id), Post(CARD))

    assert group.last.reply_to is asked
    assert group.last.options["link_preview_options"] == {"is_disabled": True}


async def test_the_answer_to_a_deleted_question_arrives_all_the_same(telegram, group):
    done = await carry_out(telegram, Place(group.id, reply_to=4_000), Post(CARD))

    assert done == Done(group.last.id)
    assert group.last.reply_to is None


async def test_a_message_is_taken_down_and_a_second_time_is_no_failure(telegram, group):
    await carry_out(telegram, Place(group.id), Post(CARD))
    hung = group.last.id

    assert await carry_out(telegram, Place(group.id), TakeDown(hung)) == Done(None)
    assert group.message(hung) is None
    assert await carry_out(telegram, Place(group.id), TakeDown(hung)) == Done(None)


async def test_a_message_that_somebody_deleted_cannot_be_edited(telegram, group):
    assert await carry_out(telegram, Place(group.id), Edit(999, CARD)) == No(Refusal.MESSAGE_GONE)


@pytest.mark.parametrize("step", [Post(TOO_LONG), Edit(0, TOO_LONG)], ids=["send", "edit"])
async def test_what_is_too_long_is_cut_to_what_telegram_takes(telegram, group, step):
    await carry_out(telegram, Place(group.id), Post(CARD))
    step = Edit(group.last.id, TOO_LONG) if isinstance(step, Edit) else step

    assert await carry_out(telegram, Place(group.id), step) == Done(group.last.id)
    assert 4_000 < len(group.last.text) <= 4_096


@pytest.mark.parametrize("edits", [False, True], ids=["send", "edit"])
async def test_both_spellings_of_too_long_are_understood(telegram, group, edits):
    await carry_out(telegram, Place(group.id), Post(CARD))
    step = Edit(group.last.id, TOO_LONG) if edits else Post(TOO_LONG)

    assert await carry_out(telegram, Place(group.id), step, Manner(units=9_000)) == No(Refusal.TOO_LONG)


async def test_marks_that_telegram_refuses_can_be_left_out(telegram, group):
    half_an_emoji = Card("🔴", (Mark(Style.BOLD, 0, 1),))
    await carry_out(telegram, Place(group.id), Post(half_an_emoji), Manner(styled=False))

    assert group.last.text == "🔴"
    assert group.last.marked("bold") == []


async def test_a_card_goes_to_its_topic(telegram, sandbox, alice):
    forum = sandbox.group("Regions", creator=alice, forum=True)
    await forum.add_bot()
    herat = forum.create_topic("Herat")
    await carry_out(telegram, Place(forum.id, topic=herat.id), Post(CARD))
    in_topic = forum.last
    await carry_out(telegram, Place(forum.id, topic=1), Post(CARD))

    assert (in_topic.topic, forum.last.topic) == (herat.id, None)


async def test_a_closed_topic_is_told_and_gone_around(telegram, sandbox, alice):
    forum = sandbox.group("Regions", creator=alice, forum=True)
    await forum.add_bot()
    herat = forum.create_topic("Herat")
    forum.close_topic(herat)
    place = Place(forum.id, topic=herat.id)

    assert await carry_out(telegram, place, Post(CARD)) == No(Refusal.TOPIC_GONE)
    assert await carry_out(telegram, place, Post(CARD), Manner(in_topic=False)) == Done(forum.last.id)


async def test_a_topic_that_does_not_exist_is_told(telegram, sandbox, alice):
    forum = sandbox.group("Regions", creator=alice, forum=True)
    await forum.add_bot()

    assert await carry_out(telegram, Place(forum.id, topic=77), Post(CARD)) == No(Refusal.TOPIC_GONE)


async def test_closed_doors_are_told(telegram, sandbox, group, alice):
    group.kick_bot()
    stranger = sandbox.person("Zoe")

    assert await carry_out(telegram, Place(group.id), Post(CARD)) == No(Refusal.CHAT_GONE)
    assert await carry_out(telegram, Place(stranger.id), Post(CARD)) == No(Refusal.CHAT_GONE)
    assert await carry_out(telegram, Place(-1_000_000_000_999), Post(CARD)) == No(Refusal.CHAT_GONE)


async def test_a_bot_that_may_not_write_is_told(telegram, group):
    group.restrict_bot()

    assert await carry_out(telegram, Place(group.id), Post(CARD)) == No(Refusal.NO_RIGHTS)


async def test_a_group_that_moved_tells_where_to(telegram, sandbox, alice):
    small = sandbox.group("Small", creator=alice, kind="group")
    await small.add_bot()
    new = small.migrate()

    assert await carry_out(telegram, Place(small.id), Post(CARD)) == No(Refusal.MIGRATED, moved_to=new.id)


FAULTS = [
    (Fault.TOO_MANY_REQUESTS, No(Refusal.SLOW_DOWN, wait=timedelta(seconds=1)), 0),
    (Fault.SERVER_ERROR, No(Refusal.UNCERTAIN), 0),
    (Fault.BAD_GATEWAY, No(Refusal.UNCERTAIN), 0),
    (Fault.BAD_GATEWAY_AFTER, No(Refusal.UNCERTAIN), 1),
    (Fault.RESET_BEFORE, No(Refusal.UNCERTAIN), 0),
    (Fault.RESET_AFTER, No(Refusal.UNCERTAIN), 1),
    (Fault.TIMEOUT_AFTER_DELIVERY, No(Refusal.UNCERTAIN), 1),
]


@pytest.mark.parametrize(("fault", "outcome", "arrived"), FAULTS, ids=lambda value: str(value))
async def test_what_goes_wrong_on_the_wire_is_told_for_what_it_is(
    telegram, sandbox, group, caplog, fault, outcome, arrived
):
    sandbox.next_call("sendMessage", fault)
    before = len(group.messages)

    assert await carry_out(telegram, Place(group.id), Post(CARD)) == outcome
    assert len(group.messages) == before + arrived


async def test_a_server_that_is_not_there_was_surely_not_reached(telegram, sandbox, group):
    await sandbox.__aexit__(None, None, None)

    assert await carry_out(telegram, Place(group.id), Post(CARD)) == No(Refusal.NOT_ARRIVED)
