from __future__ import annotations

from dataclasses import fields
from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.claims import events as e
from bot.claims.consensus import Ground, Rule, Stance, Tally
from bot.claims.history import answered_since_shown, fold
from bot.claims.model import Voter
from bot.claims.relations import Relation
from bot.claims.status import Status
from tests.cast import ALICE, BOSCO, CHIARA, DAWIT, DISPUTE, EGRET, ELENA, HERON, UNSURE, VERIFY, Story, all_verify


def test_only_a_reviewers_last_word_counts():
    story = Story().votes((ALICE, VERIFY), (ALICE, DISPUTE))

    assert story.standing.tally == Tally(dispute=1)


def test_three_verify_and_the_status_change_names_rule_and_tally():
    story = Story().votes(*all_verify([ALICE, BOSCO, CHIARA]))

    assert story.entries[-1].event == e.StatusChanged(Status.PENDING, Status.VERIFIED, Ground.QUORUM, 1, 3, 0, 0)
    assert story.standing.status is Status.VERIFIED


def test_the_tally_on_the_card_stays_as_it_was_at_the_decision():
    story = Story().votes(*all_verify([ALICE, BOSCO, CHIARA]), (DAWIT, DISPUTE), (ELENA, UNSURE))

    assert story.standing.shown == Tally(verify=3)
    assert answered_since_shown(story.entries) == 2


def test_a_round_is_blind_again_when_a_withdrawal_leaves_it_undecided():
    story = Story().votes((ALICE, VERIFY), (BOSCO, VERIFY), (CHIARA, DISPUTE))
    assert not story.standing.blind

    story.withdraws(CHIARA)
    assert story.standing.status is Status.PENDING
    assert story.standing.blind
    assert story.standing.shown is None


def test_a_lost_decision_is_contested_and_does_not_flap():
    story = Story().votes(*all_verify([ALICE, BOSCO, CHIARA])).withdraws(ALICE, BOSCO, CHIARA)
    assert story.standing.status is Status.CONTESTED

    story.votes((ALICE, VERIFY))
    assert story.standing.status is Status.CONTESTED


def test_two_reviewers_reject_what_is_no_claim():
    story = Story().happens(e.NotAClaimPressed(1, ALICE, lead=False))
    assert story.standing.status is Status.PENDING

    story.happens(e.NotAClaimPressed(1, BOSCO, lead=False))
    assert story.standing.status is Status.REJECTED


def test_a_withdrawn_objection_does_not_count():
    story = Story().happens(e.NotAClaimPressed(1, ALICE, lead=False)).happens(e.NotAClaimWithdrawn(1, ALICE))

    assert story.happens(e.NotAClaimPressed(1, BOSCO, lead=False)).standing.status is Status.PENDING


def test_one_lead_is_enough_to_reject_also_after_a_decision():
    story = Story().votes(*all_verify([ALICE, BOSCO, CHIARA]))

    assert story.happens(e.NotAClaimPressed(1, DAWIT, lead=True)).standing.status is Status.REJECTED


def test_votes_after_a_rejection_change_nothing():
    story = Story().happens(e.NotAClaimPressed(1, DAWIT, lead=True)).votes(*all_verify([ALICE, BOSCO, CHIARA]))

    assert story.standing.status is Status.REJECTED


def test_the_window_ends_and_a_later_vote_still_decides():
    story = Story().votes((ALICE, VERIFY), (BOSCO, VERIFY)).happens(e.WindowEnded(1))
    assert story.standing.status is Status.UNDETERMINED

    assert story.votes((CHIARA, VERIFY)).standing.status is Status.VERIFIED


def test_a_new_round_counts_no_earlier_vote():
    story = Story().votes((ALICE, VERIFY), (BOSCO, VERIFY)).happens(e.RoundOpened(2, 3, 2, 24, 1))

    assert story.standing.round == 2
    assert story.standing.tally == Tally()


def test_the_window_runs_from_the_opening_of_the_round():
    standing = Story().standing

    assert standing.round_opened is not None
    assert standing.window_ends == standing.round_opened + timedelta(hours=24)


def test_folding_until_a_moment_tells_what_was_so_then():
    story = Story().votes(*all_verify([ALICE, BOSCO]))
    then = story.now
    story.votes((CHIARA, VERIFY))

    assert fold(story.entries, until=then).status is Status.PENDING
    assert fold(story.entries).status is Status.VERIFIED


@given(st.lists(st.tuples(st.sampled_from([ALICE, BOSCO, CHIARA, DAWIT, ELENA]), st.sampled_from(Stance))))
def test_the_recorded_status_changes_agree_with_the_fold(votes):
    story = Story().votes(*votes)
    changes = [entry.event for entry in story.entries if isinstance(entry.event, e.StatusChanged)]

    assert story.standing.status is (changes[-1].now if changes else Status.PENDING)
    assert all(one.now is two.was for one, two in pairwise(changes))


def _examples():
    return [
        e.ClaimOpened(1, 2), e.MentionAdded(3, 4), e.RoundOpened(1, 3, 2, 24, 1), e.Posted(1),
        e.VoteCast(1, ALICE, VERIFY), e.VoteChanged(1, ALICE, DISPUTE, VERIFY), e.VoteWithdrawn(1, ALICE, UNSURE),
        e.ReasonGiven(1, ALICE, "wrong_figure", None), e.ReasonGiven(1, ALICE, "other", "ab" * 32),
        e.NotAClaimPressed(1, BOSCO, lead=True), e.NotAClaimWithdrawn(1, BOSCO), e.WindowEnded(1),
        e.StatusChanged(Status.PENDING, Status.VERIFIED, Ground.QUORUM, 1, 3, 0, 1),
        e.VotesMoved(Status.PENDING, Status.CONTESTED, Ground.ONE_SIDED, 1, 3, 0, 0),
        e.VoterFrozen(1, ALICE), e.VoterUnfrozen(1, ALICE), e.Retracted(1, HERON, "ef" * 32),
        e.OverruleProposed(1, HERON, Status.DISPUTED, "cd" * 32),
        e.Overruled(1, EGRET, Status.DISPUTED, "cd" * 32, HERON),
        e.RoundOpened(2, 3, 2, 24, 1, True, e.Cause.REOPENED, HERON, "01" * 32),
        e.LinkProposed(12, Relation.CONTRADICTS, e.Side.NEWER, "same_place;figures_apart"),
        e.Linked(12, Relation.UPDATES, e.Side.OLDER, HERON), e.Unlinked(12, EGRET),
    ]  # fmt: skip


@pytest.mark.parametrize("event", _examples(), ids=lambda event: event.NAME)
def test_every_event_comes_back_as_it_was_written(event: e.Event):
    assert e.revive(event.NAME, e.payload(event)) == event


def test_every_kind_of_event_has_an_example_here():
    assert {type(event) for event in _examples()} == set(e.Event._known.values())


@pytest.mark.parametrize("kind", e.Event._known.values(), ids=lambda kind: kind.NAME)
def test_payloads_hold_no_free_text(kind):
    free = [f.name for f in fields(kind) if f.type == "str" and f.name not in ("reason", "reasons", "says")]

    assert free == []


def test_an_overruling_stands_and_the_votes_go_on_beneath_it():
    story = Story().votes((ALICE, VERIFY)).happens(e.Overruled(1, HERON, Status.DISPUTED, "ab"))
    assert story.entries[-1].event == e.StatusChanged(Status.PENDING, Status.DISPUTED, Ground.OVERRULED, 1, 1, 0, 0)

    story.votes((BOSCO, VERIFY), (CHIARA, VERIFY))
    assert (story.standing.status, story.standing.by_votes) == (Status.DISPUTED, Status.VERIFIED)
    assert story.entries[-1].event == e.VotesMoved(Status.PENDING, Status.VERIFIED, Ground.QUORUM, 1, 3, 0, 0)


def test_an_overruling_reveals_no_vote_of_an_undecided_round():
    story = Story().votes((ALICE, VERIFY)).happens(e.Overruled(1, HERON, Status.VERIFIED, "ab"))

    assert story.standing.blind
    assert story.standing.shown is None


def test_a_new_round_ends_an_overruling_and_remembers_how_the_old_one_ended():
    story = Story().votes(*all_verify([ALICE, BOSCO, CHIARA])).happens(e.Overruled(1, HERON, Status.DISPUTED, "ab"))
    story.happens(e.RoundOpened(2, 3, 2, 24, 1, cause=e.Cause.REOPENED, by=HERON))

    assert story.standing.status is Status.PENDING
    assert story.standing.earlier == (Status.DISPUTED,)
    assert story.standing.overruled is None


def test_a_retraction_outweighs_an_overruling_and_a_rejection_both():
    story = Story().happens(e.Overruled(1, HERON, Status.VERIFIED, "ab")).happens(e.Retracted(1, HERON, "cd"))
    assert story.standing.status is Status.RETRACTED

    assert story.happens(e.NotAClaimPressed(1, DAWIT, lead=True)).standing.status is Status.REJECTED


def test_the_answer_of_a_frozen_reviewer_does_not_count_until_unfrozen():
    story = Story().votes((ALICE, VERIFY), (BOSCO, VERIFY)).happens(e.VoterFrozen(1, ALICE)).votes((CHIARA, VERIFY))
    assert story.standing.status is Status.PENDING

    assert story.happens(e.VoterUnfrozen(1, ALICE)).standing.status is Status.VERIFIED


def test_a_decision_outlives_a_freeze_while_its_lead_lasts():
    story = Story().votes(*all_verify([ALICE, BOSCO, CHIARA])).happens(e.VoterFrozen(1, ALICE))
    assert story.standing.status is Status.VERIFIED

    story.happens(e.VoterFrozen(1, BOSCO)).happens(e.VoterFrozen(1, CHIARA))
    assert story.standing.status is Status.CONTESTED


def votes_from(perspective: str, *voters: Voter) -> list[e.VoteCast]:
    return [e.VoteCast(1, voter, VERIFY, perspective) for voter in voters]


def test_with_perspectives_one_side_alone_verifies_nothing():
    story = Story(Rule(perspectives=True))
    for vote in votes_from("north", ALICE, BOSCO, CHIARA):
        story.happens(vote)
    assert story.entries[-1].event == e.StatusChanged(Status.PENDING, Status.CONTESTED, Ground.ONE_SIDED, 1, 3, 0, 0)

    for vote in votes_from("south", DAWIT, ELENA):
        story.happens(vote)
    assert story.standing.status is Status.VERIFIED
