"""Desks: opened, changed, moved, left and entered again."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

import pytest

from bot.claims.consensus import Rule
from bot.claims.desk import Desk
from bot.claims.model import DeskId
from bot.claims.status import Status
from storage.desks import NoSuchDesk
from storage.postings import Posting
from storage.records import Records
from storage.states import PostingState
from tests.storage.scene import GROUP, NOON, Scene, a_desk

SUPERGROUP = GROUP - 1


def test_a_desk_is_kept_with_all_its_settings(records: Records) -> None:
    opened = records.desks.open(GROUP, "Night desk", 7, Rule(5, 3, 48), "Europe/Kyiv", time(8, 30), True, NOON)
    assert opened == Desk(opened.id, GROUP, "Night desk", 7, Rule(5, 3, 48), "Europe/Kyiv", time(8, 30), True, True)
    assert records.desks.of_chat(GROUP) == records.desks.get(opened.id) == opened


def test_a_chat_without_a_desk_has_none(records: Records) -> None:
    assert records.desks.of_chat(GROUP) is None
    with pytest.raises(NoSuchDesk, match="number 12"):
        records.desks.get(DeskId(12))


def test_settings_are_changed_and_the_desk_stays_itself(records: Records) -> None:
    desk = a_desk(records)
    changed = replace(desk, title="Day desk", topic=9, rule=Rule(4, 2, 12), zone="UTC", digest_at=time(6), public=True)
    records.desks.change(changed)
    assert records.desks.get(desk.id) == changed


def test_a_closed_desk_is_still_known_by_its_chat(records: Records) -> None:
    desk, other = a_desk(records), a_desk(records, chat=-5)
    records.desks.close(GROUP)
    assert records.desks.of_chat(GROUP) == replace(desk, open=False)
    assert records.desks.all_open() == [other]
    assert records.desks.all() == [replace(desk, open=False), other]


def test_a_desk_that_moves_keeps_its_id_and_is_found_under_both_chats(records: Records) -> None:
    desk = a_desk(records)
    moved = records.desks.move(GROUP, SUPERGROUP, NOON)
    assert moved == replace(desk, chat=SUPERGROUP)
    assert records.desks.of_chat(GROUP) == records.desks.of_chat(SUPERGROUP) == moved


def test_the_news_of_a_move_may_come_twice_and_late(records: Records) -> None:
    a_desk(records)
    moved = records.desks.move(GROUP, SUPERGROUP, NOON)
    assert records.desks.move(GROUP, SUPERGROUP, NOON) == moved
    moved_on = records.desks.move(SUPERGROUP, -9, NOON)
    assert records.desks.move(GROUP, SUPERGROUP, NOON) == moved_on
    assert records.desks.move(-1, -2, NOON) is None


def test_a_desk_does_not_push_out_another_that_was_set_up_in_the_new_chat(records: Records) -> None:
    desk, other = a_desk(records), a_desk(records, chat=SUPERGROUP)
    assert records.desks.move(GROUP, SUPERGROUP, NOON) == other
    assert not records.desks.get(desk.id).open


def test_the_cards_of_open_claims_are_wanted_anew_where_the_desk_moved(scene: Scene) -> None:
    shown = scene.hangs(scene.released(), message_id=5)
    scene.records.desks.move(GROUP, SUPERGROUP, NOON)

    moved = scene.records.postings.get(shown.id)
    assert (moved.chat, moved.state, moved.message_id, moved.imprint) == (SUPERGROUP, PostingState.WANTED, None, None)
    assert scene.records.postings.differing(NOON, 10) == [moved]


def test_what_is_decided_or_said_already_stays_behind_when_the_desk_moves(scene: Scene) -> None:
    decided = scene.released()
    card = scene.hangs(decided, message_id=5)
    scene.is_now(decided, Status.VERIFIED)
    answer = scene.records.postings.want(GROUP, "reply:1", content="{}", priority=0, at=NOON)
    scene.records.postings.shown(answer.id, 6, "imprint", 1, NOON)
    scene.records.desks.move(GROUP, SUPERGROUP, NOON)

    assert [where(scene, one) for one in (card, answer)] == [(GROUP, PostingState.STOPPED)] * 2
    assert scene.records.postings.differing(NOON, 10) == []


def test_what_was_not_said_yet_is_said_where_the_desk_moved(scene: Scene) -> None:
    answer = scene.records.postings.want(GROUP, "reply:1", content="{}", reply_to=3, priority=0, at=NOON)
    scene.records.desks.move(GROUP, SUPERGROUP, NOON)

    assert where(scene, answer) == (SUPERGROUP, PostingState.WANTED)
    assert scene.records.postings.get(answer.id).reply_to is None


def test_a_desk_that_is_entered_again_gets_the_cards_of_its_open_claims_back(scene: Scene) -> None:
    hung = scene.hangs(scene.released(), message_id=5)
    unseen = scene.records.postings.want(GROUP, "card:2", claim=scene.released().id, priority=1, at=NOON)
    over = scene.released()
    old = scene.hangs(over, message_id=7)
    scene.is_now(over, Status.REJECTED)
    scene.records.postings.stop_chat(GROUP, "the bot was removed")
    scene.records.desks.close(GROUP)
    assert scene.records.postings.differing(NOON, 10) == []

    reopened = scene.records.desks.reopen(GROUP)

    assert reopened == scene.desk
    assert [posting.id for posting in scene.records.postings.differing(NOON, 10)] == [hung.id, unseen.id]
    assert [where(scene, one)[1] for one in (hung, unseen, old)] == [
        PostingState.SHOWN,
        PostingState.WANTED,
        PostingState.STOPPED,
    ]


def test_setting_a_closed_desk_up_again_brings_its_cards_back_too(scene: Scene) -> None:
    card = scene.hangs(scene.released(), message_id=5)
    scene.records.postings.stop_chat(GROUP, "the bot was removed")
    scene.records.desks.close(GROUP)
    scene.records.desks.change(scene.desk)
    assert [posting.id for posting in scene.records.postings.differing(NOON, 10)] == [card.id]


def where(scene: Scene, posting: Posting) -> tuple[int, PostingState]:
    now = scene.records.postings.get(posting.id)
    return now.chat, now.state
