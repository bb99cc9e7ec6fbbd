"""Histories: every event comes back as it was written, in its place."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from bot.claims import events as e
from bot.claims.consensus import Ground, Stance
from bot.claims.history import fold
from bot.claims.model import ClaimId, Codename, Voter
from bot.claims.relations import Relation
from bot.claims.status import Status
from storage.history import NoClaimForEvent, Overtaken
from tests.storage.scene import GROUP, NOON, Scene, a_desk

ALICE, BOSCO, CHIARA = (Voter(name) for name in ("alice", "bosco", "chiara"))
EVERYTHING: tuple[e.Event, ...] = (
    e.ClaimOpened(1, 1),
    e.MentionAdded(2, 2),
    e.RoundOpened(1, 3, 2, 24, 1),
    e.Posted(1),
    e.VoteCast(1, ALICE, Stance.VERIFY),
    e.VoteChanged(1, ALICE, Stance.DISPUTE, Stance.VERIFY),
    e.ReasonGiven(1, ALICE, "wrong_figure", "ab" * 32),
    e.ReasonGiven(1, ALICE, "other"),
    e.VoteWithdrawn(1, ALICE, Stance.DISPUTE),
    e.NotAClaimPressed(1, ALICE, True),
    e.NotAClaimWithdrawn(1, ALICE),
    e.WindowEnded(1),
    e.VoterFrozen(1, ALICE),
    e.VoterUnfrozen(1, ALICE),
    e.OverruleProposed(1, Codename("Heron"), Status.DISPUTED, "cd" * 32),
    e.Overruled(1, Codename("Egret"), Status.DISPUTED, "cd" * 32, Codename("Heron")),
    e.Retracted(1, Codename("Heron"), "ef" * 32),
    e.RoundOpened(2, 3, 2, 24, 1, True, e.Cause.REOPENED, Codename("Heron"), "01" * 32),
    e.VotesMoved(Status.PENDING, Status.CONTESTED, Ground.ONE_SIDED, 1, 3, 0, 0),
    e.LinkProposed(2, Relation.CONTRADICTS, e.Side.NEWER, "same_place;figures_apart"),
    e.Linked(2, Relation.UPDATES, e.Side.OLDER, Codename("Heron")),
    e.Unlinked(2, Codename("Egret")),
    e.StatusChanged(Status.PENDING, Status.UNDETERMINED, Ground.WINDOW_ENDED, 1, 0, 0, 0),
)


def test_every_kind_of_event_is_tried_here() -> None:
    assert {type(event) for event in EVERYTHING} == set(e.Event._known.values())


def test_events_come_back_as_they_were_written(scene: Scene) -> None:
    claim, history = scene.claims().id, scene.records.history
    written = [history.append(claim, place, event, scene.later()) for place, event in enumerate(EVERYTHING, 2)]
    assert history.of(claim)[1:] == written
    assert [entry.event for entry in written] == list(EVERYTHING)


def test_times_come_back_in_utc_to_the_microsecond(scene: Scene) -> None:
    claim = scene.claims().id
    kyiv = datetime(2026, 11, 25, 14, 0, 0, 123456, timezone(timedelta(hours=2)))
    entry = scene.records.history.append(claim, 2, e.Posted(0), kyiv)
    assert scene.records.history.of(claim)[-1] == entry
    assert entry.at.isoformat() == "2026-11-25T12:00:00.123456+00:00"


def test_a_place_that_is_taken_is_refused_with_a_sentence(scene: Scene) -> None:
    claim = scene.claims().id
    with pytest.raises(Overtaken, match="Somebody else was faster"), scene.records.history.db.begin_nested():
        scene.records.history.append(claim, 1, e.Posted(0), NOON)
    assert len(scene.records.history.of(claim)) == 1


def test_nothing_happens_to_a_claim_that_is_not_there(scene: Scene) -> None:
    with pytest.raises(NoClaimForEvent):
        scene.records.history.append(ClaimId(99), 1, e.Posted(0), NOON)


def test_every_event_makes_every_card_of_the_claim_differ(scene: Scene) -> None:
    claim, other = scene.released(), scene.released()
    card, copy, neighbour = (scene.hangs(one, message_id=5) for one in (claim, claim, other))
    private = scene.records.postings.want(77, "view:1", claim=claim.id, priority=0, at=NOON)
    scene.records.postings.shown(private.id, 6, "imprint", 1, NOON)
    assert scene.records.postings.differing(NOON, 10) == []

    scene.happens(claim.id, e.VoteCast(1, ALICE, Stance.VERIFY))
    assert {posting.id for posting in scene.records.postings.differing(NOON, 10)} == {card.id, private.id}
    assert card.id == copy.id != neighbour.id


def test_the_changes_of_a_day_are_those_after_its_begin_and_up_to_its_end(scene: Scene) -> None:
    claim, silent = scene.released(), scene.released()
    scene.happens(silent.id, e.VoteCast(1, ALICE, Stance.VERIFY))
    since = scene.now
    for reviewer in (ALICE, BOSCO, CHIARA):
        scene.happens(claim.id, e.VoteCast(1, reviewer, Stance.VERIFY))
    until = scene.now
    scene.happens(claim.id, e.NotAClaimPressed(1, ALICE, True))

    changes = scene.records.history.changes(scene.desk.id, since, until)
    assert [(held.id, entry.claim, entry.at) for held, entry in changes] == [(claim.id, claim.id, until)]
    assert changes[0][1] in scene.records.history.of(claim.id)
    assert changes[0][0] == scene.look(claim)
    later = scene.records.history.changes(scene.desk.id, until, scene.now)
    assert [entry.event.now for _, entry in later if isinstance(entry.event, e.StatusChanged)] == [Status.REJECTED]


def test_changes_of_another_desk_are_not_among_them(scene: Scene) -> None:
    other = Scene(scene.records, a_desk(scene.records, chat=GROUP - 5))
    other.happens(other.released().id, e.NotAClaimPressed(1, ALICE, True))
    assert scene.records.history.changes(scene.desk.id, NOON - timedelta(days=1), NOON + timedelta(days=1)) == []


def test_the_row_of_a_claim_and_its_history_agree_after_any_story(scene: Scene) -> None:
    claim = scene.released()
    story = (
        e.VoteCast(1, ALICE, Stance.VERIFY),
        e.VoteCast(1, BOSCO, Stance.DISPUTE),
        e.WindowEnded(1),
        e.VoterFrozen(1, ALICE),
        e.VoterUnfrozen(1, ALICE),
        e.OverruleProposed(1, Codename("Heron"), Status.DISPUTED, "cd" * 32),
        e.Overruled(1, Codename("Egret"), Status.DISPUTED, "cd" * 32, Codename("Heron")),
        e.Retracted(1, Codename("Heron"), "ef" * 32),
        e.RoundOpened(2, 3, 2, 24, 1, True, e.Cause.REOPENED, Codename("Heron"), "01" * 32),
        e.VotesMoved(Status.PENDING, Status.CONTESTED, Ground.ONE_SIDED, 1, 3, 0, 0),
        e.VoteChanged(1, BOSCO, Stance.VERIFY, Stance.DISPUTE),
        e.VoteCast(1, CHIARA, Stance.VERIFY),
        e.VoteWithdrawn(1, CHIARA, Stance.VERIFY),
        e.NotAClaimPressed(1, ALICE, True),
    )
    for event in story:
        scene.happens(claim.id, event)
        standing, row = fold(scene.records.history.of(claim.id)), scene.look(claim)
        told = (standing.status, standing.sequence, standing.tally.answered)
        assert (row.status, row.sequence, row.answered) == told
