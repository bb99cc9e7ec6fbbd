from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.claims import events as e
from bot.claims.consensus import Stance
from bot.claims.history import fold
from bot.claims.recount import Difference, concerns, difference, without
from bot.claims.status import Status
from tests.cast import ALICE, BOSCO, CHIARA, DAWIT, DISPUTE, ELENA, HERON, VERIFY, Story, all_verify

PEOPLE = [ALICE, BOSCO, CHIARA, DAWIT, ELENA]


def test_a_decision_may_hang_on_one_reviewer():
    story = Story().votes(*all_verify([ALICE, BOSCO, CHIARA]))

    assert difference(story.entries, CHIARA) == Difference(Status.VERIFIED, Status.PENDING)
    assert difference(story.entries, DAWIT) is None


def test_what_was_said_before_the_day_still_counts():
    story = Story().votes((ALICE, VERIFY), (BOSCO, VERIFY))
    day = story.now + timedelta(seconds=1)
    story.votes((CHIARA, VERIFY), (ALICE, DISPUTE))

    assert without(story.entries, {ALICE}, day).votes[ALICE] is VERIFY
    assert concerns(story.entries, ALICE, day)
    assert not concerns(story.entries, BOSCO, day)


def test_what_was_taken_back_after_the_day_still_counts():
    story = Story().votes(*all_verify([ALICE, BOSCO, CHIARA]))
    day = story.now + timedelta(seconds=1)
    for voter in (ALICE, BOSCO, CHIARA):
        story.happens(e.VoteWithdrawn(1, voter, VERIFY))
    assert story.standing.status is Status.CONTESTED

    assert without(story.entries, {ALICE, BOSCO, CHIARA}, day).status is Status.VERIFIED
    assert without(story.entries, {ALICE, BOSCO, CHIARA}).votes == {}


def test_without_one_reviewer_a_decision_may_never_have_been_lost():
    story = Story().votes(*all_verify([ALICE, BOSCO, CHIARA]), (DAWIT, DISPUTE), (ALICE, DISPUTE))
    assert story.standing.status is Status.CONTESTED

    assert without(story.entries, {DAWIT}).status is Status.VERIFIED


def test_what_outweighs_the_votes_outweighs_a_recount_too():
    story = Story().votes(*all_verify([ALICE, BOSCO, CHIARA])).happens(e.Overruled(1, HERON, Status.DISPUTED, "ab"))

    assert difference(story.entries, ALICE) is None
    assert without(story.entries, {ALICE}).by_votes is Status.PENDING


def test_an_objection_that_set_a_claim_aside_is_left_out_too():
    story = Story().happens(e.NotAClaimPressed(1, ALICE, lead=False)).happens(e.NotAClaimPressed(1, BOSCO, lead=False))

    assert difference(story.entries, BOSCO) == Difference(Status.REJECTED, Status.PENDING)


votes = st.lists(st.tuples(st.sampled_from(PEOPLE), st.sampled_from(Stance)), max_size=12)


@given(votes)
def test_without_nobody_everything_is_as_it_is(cast):
    story = Story().votes(*cast)

    assert without(story.entries, set()) == fold(story.entries)


@given(votes, st.sampled_from(PEOPLE))
def test_without_a_reviewer_it_is_as_if_they_had_never_answered(cast, left_out):
    alone = Story().votes(*(vote for vote in cast if vote[0] != left_out)).standing
    recounted = without(Story().votes(*cast).entries, {left_out})

    assert recounted.status is alone.status
    assert recounted.tally == alone.tally
    assert recounted.lost == alone.lost
