"""Postings: wanted once, shown, brought up to date, given up, and never forgotten."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.claims.events import Posted
from storage.postings import NoSuchPosting, Posting
from storage.states import PostingState
from tests.storage.scene import GROUP, NOON, Scene, a_desk

REPLY, CARD, DIGEST = 0, 1, 2
SOON = NOON + timedelta(minutes=1)


def wanted(scene: Scene, key: str = "reply:1", chat: int = GROUP, priority: int = REPLY) -> Posting:
    return scene.records.postings.want(chat, key, content='{"text":"hello"}', priority=priority, at=NOON)


def now(scene: Scene, posting: Posting) -> Posting:
    return scene.records.postings.get(posting.id)


def differing(scene: Scene, at: object = NOON, limit: int = 100) -> list[int]:
    assert at in (NOON, SOON)
    return [posting.id for posting in scene.records.postings.differing(SOON if at == SOON else NOON, limit)]


def shown(scene: Scene, key: str = "reply:1", chat: int = GROUP, message_id: int = 5) -> Posting:
    posting = wanted(scene, key, chat)
    scene.records.postings.shown(posting.id, message_id, "imprint", 1, NOON)
    return now(scene, posting)


def test_what_is_wanted_is_kept_with_everything_about_it(scene: Scene) -> None:
    claim, document = scene.released(), scene.hears()
    posting = scene.records.postings.want(
        GROUP, "card", topic=3, claim=claim.id, document=document, content="{}", reply_to=8, priority=CARD, at=NOON
    )
    assert posting == Posting(
        posting.id, GROUP, "card", CARD, PostingState.WANTED, NOON, 3, claim.id, document, "{}", 8
    )
    assert scene.records.postings.get_by_key(GROUP, "card") == now(scene, posting) == posting
    assert scene.records.postings.of_claim(claim.id) == [posting]


def test_what_is_wanted_twice_is_wanted_once(scene: Scene) -> None:
    first = wanted(scene)
    again = scene.records.postings.want(GROUP, "reply:1", content="other", priority=DIGEST, at=SOON)
    assert again == first
    assert wanted(scene, chat=77).id != first.id


def test_postings_that_are_not_there(scene: Scene) -> None:
    assert scene.records.postings.get_by_key(GROUP, "nothing") is None
    assert scene.records.postings.at_message(GROUP, 5) is None
    with pytest.raises(NoSuchPosting):
        scene.records.postings.get(99)


def test_a_posting_that_is_shown_no_longer_differs(scene: Scene) -> None:
    posting = wanted(scene)
    assert differing(scene) == [posting.id]
    scene.records.postings.sending(posting.id, SOON)
    assert differing(scene) == []
    assert (now(scene, posting).attempts, now(scene, posting).tried) == (1, SOON)
    scene.records.postings.shown(posting.id, 5, "imprint", 1, SOON)
    hangs = now(scene, posting)
    assert differing(scene) == []
    assert (hangs.state, hangs.message_id, hangs.imprint, hangs.shown) == (PostingState.SHOWN, 5, "imprint", SOON)
    assert scene.records.postings.at_message(GROUP, 5) == hangs
    assert scene.records.postings.at_message(77, 5) is None


def test_what_changed_while_it_was_being_sent_differs_afterwards(scene: Scene) -> None:
    posting = wanted(scene)
    scene.records.postings.sending(posting.id, NOON)
    scene.records.postings.rewrite(posting.id, "newer")
    scene.records.postings.shown(posting.id, 5, "imprint", posting.wanted_version, NOON)
    assert differing(scene) == [posting.id]
    assert now(scene, posting).content == "newer"


def test_a_call_that_did_not_arrive_is_made_again_in_its_time(scene: Scene) -> None:
    posting = wanted(scene)
    scene.records.postings.sending(posting.id, NOON)
    scene.records.postings.postpone(posting.id, SOON)
    assert now(scene, posting).state is PostingState.WANTED
    assert (differing(scene, NOON), differing(scene, SOON)) == ([], [posting.id])


def test_an_edit_that_did_not_arrive_leaves_the_message_known(scene: Scene) -> None:
    posting = shown(scene)
    scene.records.postings.rewrite(posting.id, "newer")
    scene.records.postings.sending(posting.id, NOON)
    scene.records.postings.postpone(posting.id, SOON)
    assert (now(scene, posting).state, now(scene, posting).message_id) == (PostingState.SHOWN, 5)
    assert (differing(scene, NOON), differing(scene, SOON)) == ([], [posting.id])


def test_a_lost_answer_is_counted_and_the_call_repeated_in_its_time(scene: Scene) -> None:
    posting = wanted(scene)
    scene.records.postings.sending(posting.id, NOON)
    scene.records.postings.uncertain(posting.id, SOON)
    assert (now(scene, posting).state, now(scene, posting).repeats) == (PostingState.UNCERTAIN, 1)
    assert (differing(scene, NOON), differing(scene, SOON)) == ([], [posting.id])


def test_calls_that_were_cut_off_are_found_at_the_next_start(scene: Scene) -> None:
    posting, _ = wanted(scene), wanted(scene, "reply:2")
    scene.records.postings.sending(posting.id, NOON)
    assert scene.records.postings.interrupted() == [now(scene, posting)]


def test_a_message_that_somebody_deleted_is_wanted_anew(scene: Scene) -> None:
    posting = shown(scene)
    scene.records.postings.gone(posting.id)
    assert (now(scene, posting).state, now(scene, posting).message_id) == (PostingState.WANTED, None)
    assert differing(scene) == [posting.id]


def test_what_is_stopped_or_taken_down_stays_so_whatever_happens_to_its_claim(scene: Scene) -> None:
    claim = scene.released()
    stopped, down = scene.hangs(claim, 5), scene.records.postings.want(77, "x", claim=claim.id, priority=0, at=NOON)
    scene.records.postings.stop(stopped.id, "no rights")
    scene.records.postings.taken_down(down.id)
    scene.happens(claim.id, Posted(1))
    assert differing(scene) == []
    assert (now(scene, stopped).why, now(scene, down).state) == ("no rights", PostingState.GONE)


def test_a_chat_that_is_closed_to_the_bot_is_stopped_as_a_whole(scene: Scene) -> None:
    hung, unsent, elsewhere = shown(scene), wanted(scene, "reply:2"), wanted(scene, chat=77)
    scene.records.postings.stop_chat(GROUP, "chat gone")
    assert differing(scene) == [elsewhere.id]
    assert [now(scene, one).why for one in (hung, unsent, elsewhere)] == ["chat gone", "chat gone", None]


def test_closed_desks_are_left_alone_and_chats_without_a_desk_are_not(scene: Scene) -> None:
    a_desk(scene.records, chat=-5)
    closed, group, private = wanted(scene, chat=-5), wanted(scene, chat=-6), wanted(scene, chat=77)
    scene.records.desks.close(-5)
    assert set(differing(scene)) == {group.id, private.id}
    assert now(scene, closed).state is PostingState.WANTED


def test_differing_postings_come_by_chat_priority_and_age(scene: Scene) -> None:
    card, reply, later = wanted(scene, "c", priority=CARD), wanted(scene, "a"), wanted(scene, "b")
    other = wanted(scene, "a", chat=GROUP - 1)
    assert differing(scene) == [other.id, reply.id, later.id, card.id]


def test_a_flooded_chat_does_not_hide_the_others(scene: Scene) -> None:
    flood = [wanted(scene, f"reply:{number}").id for number in range(20)]
    others = [wanted(scene, chat=chat).id for chat in (77, 78)]
    assert differing(scene, limit=5) == [*flood[:3], *others]


def test_new_postings_are_looked_at_before_changed_ones(scene: Scene) -> None:
    old = shown(scene, "a")
    scene.records.postings.rewrite(old.id, "newer")
    new = wanted(scene, "z", priority=DIGEST)
    assert differing(scene, limit=1) == [new.id]


def test_a_chat_is_reached_once_something_hangs_there(scene: Scene) -> None:
    wanted(scene, chat=77)
    assert not scene.records.postings.reaches(77)
    shown(scene, chat=77)
    assert scene.records.postings.reaches(77)


def test_the_pace_survives_a_restart_and_old_calls_are_forgotten(scene: Scene) -> None:
    postings = scene.records.postings
    postings.record_call(GROUP, NOON)
    postings.record_call(77, SOON)
    assert postings.calls_since(NOON) == [(GROUP, NOON), (77, SOON)]
    assert postings.calls_since(SOON) == [(77, SOON)]
    postings.record_call(77, NOON + timedelta(hours=1))
    assert postings.calls_since(NOON) == [(77, NOON + timedelta(hours=1))]


def test_a_claim_whose_status_moved_is_in_a_hurry_until_that_is_shown(scene: Scene) -> None:
    claim = scene.released()
    posting = scene.hangs(claim, 5)
    scene.records.postings.hurry(claim.id)
    assert now(scene, posting).hurried
    scene.records.postings.shown(posting.id, 5, "new", 2, NOON)
    assert not now(scene, posting).hurried
    assert now(scene, posting).priority == posting.priority
