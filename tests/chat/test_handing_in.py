from __future__ import annotations

from datetime import UTC, datetime, time

import pytest
from telegram import Chat, Message, MessageOrigin, MessageOriginUser, Update, User

from bot.cards.presses import Signer
from bot.chat.handlers.handing_in import OwnWords, hand_in_message
from bot.chat.turn import Here, Turn
from bot.claims.consensus import Rule
from bot.claims.desk import Role
from storage.records import Records
from storage.store import Store

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
GROUP = Chat(-7, Chat.SUPERGROUP, title="Herat desk")
AMAL = User(5, "Amal", is_bot=False)
US, FEED = (User(number, name, is_bot=True, username=name) for number, name in ((8, "desk_bot"), (9, "feed_bot")))
TEXT = "At least 12 civilians were killed in Herat on Wednesday, police said."


def a_turn(records: Records) -> Turn:
    desk = records.desks.open(-7, "Herat desk", None, Rule(), "UTC", time(8), False, NOON)
    here = Here(-7, private=False, topic=None, message=9, user=AMAL.id)
    signer = Signer(b"a key for these tests")
    return Turn(records, signer, here, NOON, Update(1), desk, Role.LEAD, bot="@Desk_Bot")


def test_a_card_of_our_own_is_no_source(store: Store):
    forwarded = MessageOriginUser(NOON, US)
    assert forwarded.type == MessageOrigin.USER
    with store.transaction() as records:
        turn = a_turn(records)
        for message in (
            Message(3, NOON, GROUP, from_user=US, text=TEXT),
            Message(4, NOON, GROUP, from_user=AMAL, text=TEXT, forward_origin=forwarded),
        ):
            with pytest.raises(OwnWords):
                hand_in_message(turn, message)
        assert records.documents.count_waiting(turn.at_desk().id) == 0


def test_a_text_from_another_bot_is_a_source_like_any_other(store: Store):
    with store.transaction() as records:
        turn = a_turn(records)
        hand_in_message(turn, Message(3, NOON, GROUP, from_user=FEED, text=TEXT))
        assert records.documents.count_waiting(turn.at_desk().id) == 1
