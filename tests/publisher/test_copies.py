"""A card that nobody remembers sending is taken in when somebody presses a button below it."""

from __future__ import annotations

from bot.cards.claim import pointer_card
from bot.claims import events as e
from bot.desk.copies import remember_copy
from bot.sandbox.faults import Fault
from storage.states import PostingState


def pressed_below(room, claim, message):
    with room.store.transaction() as records:
        return remember_copy(records, claim, message.chat.id, message.id, room.clock())


def cards_in(group) -> list[str]:
    return [message.text for message in group.messages if message.by_bot]


async def test_a_press_below_a_lost_card_finds_it_and_it_is_not_sent_again(room, sandbox, group):
    claim = room.claim_in(group.id)
    sandbox.next_call("sendMessage", Fault.RESET_AFTER)
    await room.passes(2)
    found = pressed_below(room, claim, group.last)
    await room.passes(3_600, step=60)

    assert found.id == room.card_of(claim).id
    assert len(sandbox.calls_of("sendMessage")) == 1
    assert len(cards_in(group)) == 1
    assert room.card_of(claim).state is PostingState.SHOWN


async def test_a_card_found_that_way_counts_as_posted(room, sandbox, group):
    claim = room.claim_in(group.id)
    sandbox.next_call("sendMessage", Fault.RESET_AFTER)
    await room.passes(2)
    pressed_below(room, claim, group.last)

    with room.store.transaction() as records:
        assert e.Posted(1) in [entry.event for entry in records.history.of(claim.id)]


async def test_a_second_copy_becomes_a_pointer_to_the_first(room, sandbox, group):
    claim = room.claim_in(group.id)
    sandbox.next_call("sendMessage", Fault.RESET_AFTER)
    await room.passes(30)
    copy, card = (message for message in group.messages if message.by_bot)
    assert room.card_of(claim).message_id == card.id
    pressed_below(room, claim, copy)
    await room.passes(10)

    assert copy.text == pointer_card(claim).text
    assert card.text.startswith(claim.label)


async def test_a_pointer_stays_a_pointer_when_the_claim_goes_on(room, sandbox, group):
    claim = room.claim_in(group.id)
    sandbox.next_call("sendMessage", Fault.RESET_AFTER)
    await room.passes(30)
    copy, card = (message for message in group.messages if message.by_bot)
    pressed_below(room, claim, copy)
    pressed_below(room, claim, copy)
    room.changes(claim, "1 answered")
    await room.passes(10)

    assert copy.text == pointer_card(claim).text
    assert card.text.endswith("1 answered")


async def test_a_press_below_the_known_card_changes_nothing(room, sandbox, group):
    claim = room.claim_in(group.id)
    await room.passes(2)

    assert pressed_below(room, claim, group.last) == room.card_of(claim)
    await room.passes(10)
    assert sandbox.calls_of("editMessageText") == []


async def test_a_press_that_is_faster_than_the_answer_makes_no_pointer(room, sandbox, group):
    claim = room.claim_in(group.id)
    sandbox.next_call("sendMessage", Fault.SLOW)
    await room.publisher.round()
    await sandbox.until(lambda: cards_in(group))

    assert pressed_below(room, claim, group.last) is None
    await room.passes(10)
    assert cards_in(group) == [f"{claim.label}: {claim.statement} 0 answered"]
    assert room.card_of(claim).message_id == group.last.id
