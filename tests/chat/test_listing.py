from __future__ import annotations

from datetime import UTC, datetime, time
from typing import Any

import pytest
from telegram import Chat, ForumTopicCreated, Message, Update, User

from bot.cards.presses import Signer
from bot.chat.handlers.listing import ReplyToAPerson, reviewers
from bot.chat.turn import Here, Turn
from bot.claims.consensus import Rule
from bot.claims.desk import Role
from storage.records import Records
from storage.store import Store

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
GROUP = Chat(-7, Chat.SUPERGROUP, title="Herat desk", username="herat", is_forum=True)
AMAL, BOSCO = User(5, "Amal", is_bot=False), User(6, "Bosco", is_bot=False)


def a_turn(records: Records, **replied: Any) -> Turn:
    desk = records.desks.open(-7, "Herat desk", 3, Rule(), "UTC", time(8), True, NOON)
    message = Message(9, NOON, GROUP, from_user=AMAL, reply_to_message=Message(3, NOON, GROUP, **replied))
    here = Here(-7, private=False, topic=3, message=9, user=AMAL.id, public=True)
    update = Update(1, message=message)
    return Turn(records, Signer(b"a key for these tests"), here, NOON, update, desk, Role.LEAD, words="add")


def test_who_opened_a_topic_is_not_listed_by_a_command_that_replies_to_nobody(store: Store):
    with store.transaction() as records:
        turn = a_turn(records, from_user=BOSCO, forum_topic_created=ForumTopicCreated("Claims", 0))
        with pytest.raises(ReplyToAPerson):
            reviewers(turn)
        assert records.reviewers.listed(turn.at_desk().id) == []


def test_who_is_replied_to_is_listed(store: Store):
    with store.transaction() as records:
        turn = a_turn(records, from_user=BOSCO, text="hello")
        reviewers(turn)
        assert len(records.reviewers.listed(turn.at_desk().id)) == 1
