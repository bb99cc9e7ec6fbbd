from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time

import pytest
from telegram import Update

from bot.cards.presses import Signer
from bot.chat.turn import Here, OnlyListed, Turn
from bot.chat.whereabouts import Candidate, settle
from bot.claims.consensus import Rule
from bot.claims.desk import Desk, Role
from storage.records import Records
from storage.store import Store

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)


def a_desk(records: Records) -> Desk:
    return records.desks.open(-7, "Herat desk", None, Rule(), "UTC", time(8), False, NOON)


def a_turn(records: Records, desk: Desk, **here: object) -> Turn:
    where = Here(
        **{"chat": -7, "private": False, "topic": None, "message": 1, "user": 5, "title": "Herat desk", **here}
    )
    turn = Turn(records, Signer(b"a key for these tests"), where, NOON, Update(1))
    settle(turn, Candidate((desk,), sure=True), {desk.id: Role.REVIEWER}, None)
    return turn


def test_a_group_that_became_public_lets_only_listed_reviewers_vote_from_then_on(store: Store):
    with store.transaction() as records:
        desk = a_desk(records)
        a_turn(records, desk).reviewer()
        with pytest.raises(OnlyListed):
            a_turn(records, desk, public=True).reviewer()
        assert records.desks.get(desk.id).public


def test_a_desk_is_called_as_its_group_is_called_now(store: Store):
    with store.transaction() as records:
        desk = a_desk(records)
        a_turn(records, desk, title="Night desk")
        assert records.desks.get(desk.id).title == "Night desk"


def test_what_is_said_in_private_says_nothing_about_the_group(store: Store):
    with store.transaction() as records:
        desk = a_desk(records)
        a_turn(records, desk, chat=5, private=True, title="", public=False)
        assert records.desks.get(desk.id) == desk


def test_a_desk_that_another_turn_has_opened_or_changed_meanwhile_stays_so(store: Store):
    with store.transaction() as records:
        desk = a_desk(records)
        before = replace(desk, open=False, zone="Asia/Kabul")  # as it was when this turn looked it up
        assert a_turn(records, before, title="Night desk").desk == replace(desk, title="Night desk")
        assert records.desks.get(desk.id) == replace(desk, title="Night desk")
