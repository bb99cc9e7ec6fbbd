"""Digests, drafts, notes, single values and ballots."""

from __future__ import annotations

from datetime import date, timedelta

from bot.claims.consensus import Stance
from storage.records import Records
from tests.storage.scene import ALICE, BOSCO, NOON, Scene, a_desk

TODAY, TOMORROW = date(2026, 11, 25), date(2026, 11, 26)
A_SECOND = timedelta(seconds=1)


def test_the_digest_of_a_day_is_claimed_once_by_desk(records: Records) -> None:
    desk, other = a_desk(records).id, a_desk(records, chat=-5).id
    claims = [(desk, TODAY), (desk, TODAY), (other, TODAY), (desk, TOMORROW)]
    assert [records.digests.claim_day(where, day, NOON) for where, day in claims] == [True, False, True, True]


def test_a_digest_knows_when_the_one_before_it_was_made(records: Records) -> None:
    desk = a_desk(records).id
    assert records.digests.last_before(desk, NOON) is None
    records.digests.claim_day(desk, TODAY, NOON)
    assert records.digests.last_before(desk, NOON) is None
    assert records.digests.last_before(desk, NOON + A_SECOND) == NOON


def test_parts_are_joined_in_order_once_no_more_has_come_for_a_while(scene: Scene) -> None:
    drafts, desk = scene.records.drafts, scene.desk.id
    alice, bosco = (scene.records.reviewers.of(desk, person, NOON).id for person in (ALICE, BOSCO))
    drafts.add(ALICE, ALICE, desk, alice, "second", 12, NOON)
    drafts.add(ALICE, ALICE, desk, alice, "first", 11, NOON)
    drafts.add(BOSCO, BOSCO, desk, bosco, "not yet", 5, NOON + A_SECOND)

    (draft,) = drafts.ripe(NOON)
    assert (draft.texts, draft.first_message, draft.sender, draft.reviewer) == (("first", "second"), 11, ALICE, alice)
    assert [draft.sender for draft in drafts.ripe(NOON + A_SECOND)] == [ALICE, BOSCO]


def test_a_part_that_came_late_is_not_dropped_with_the_others(scene: Scene) -> None:
    drafts, desk = scene.records.drafts, scene.desk.id
    alice = scene.records.reviewers.of(desk, ALICE, NOON).id
    drafts.add(ALICE, ALICE, desk, alice, "first", 11, NOON)
    (draft,) = drafts.ripe(NOON)
    drafts.add(ALICE, ALICE, desk, alice, "late", 12, NOON)
    drafts.drop(draft.chat, draft.sender, draft.last)
    assert [draft.texts for draft in drafts.ripe(NOON)] == [("late",)]
    drafts.drop(ALICE, ALICE)
    assert drafts.ripe(NOON) == []


def test_notes_are_kept_beside_the_history(scene: Scene) -> None:
    alice = scene.records.reviewers.of(scene.desk.id, ALICE, NOON)
    note = scene.records.notes.add(scene.claims().id, alice.id, "The picture is from 2019.")
    assert scene.records.notes.get(note) == "The picture is from 2019."
    assert scene.records.notes.get("00" * 32) is None


def test_a_single_value_is_replaced(records: Records) -> None:
    assert records.settings.get("last_contact") is None
    records.settings.put("last_contact", "noon")
    records.settings.put("last_contact", "later")
    assert records.settings.get("last_contact") == "later"


def test_a_round_holds_one_ballot_of_each_reviewer(scene: Scene) -> None:
    claim, ballots = scene.claims().id, scene.records.ballots
    alice, bosco = (scene.records.reviewers.of(scene.desk.id, person, NOON).id for person in (ALICE, BOSCO))
    ballots.put(claim, 1, alice, Stance.VERIFY)
    ballots.put(claim, 1, alice, Stance.DISPUTE)
    ballots.put(claim, 1, bosco, Stance.UNSURE)
    ballots.put(claim, 2, alice, Stance.VERIFY)
    ballots.drop(claim, 1, bosco)
    assert ballots.of(claim, 1) == {alice: Stance.DISPUTE}
    assert ballots.of(claim, 2) == {alice: Stance.VERIFY}
