from __future__ import annotations

from dataclasses import fields
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.claims import events as e
from bot.claims.consensus import Ground, Stance, Tally
from bot.claims.history import fold
from bot.claims.model import Codename
from bot.claims.replay import AsItStood, Veil, as_it_stood
from bot.claims.status import REVEALING, Status
from tests.cast import ALICE, BOSCO, CHIARA, DAWIT, DISPUTE, ELENA, NOON, UNSURE, VERIFY, Story, all_verify

EVERYBODY = (ALICE, BOSCO, CHIARA, DAWIT, ELENA)
HOUR = timedelta(hours=1)


def asked(story: Story, at: object = None) -> AsItStood:
    stood = as_it_stood(story.entries, at or story.now)  # type: ignore[arg-type]
    assert stood is not None
    return stood


def test_nobody_knew_of_a_claim_before_it_was_opened():
    assert as_it_stood(Story().entries, NOON) is None


def test_what_was_blind_and_still_is_shows_counts_only():
    stood = asked(Story().votes((ALICE, VERIFY), (BOSCO, DISPUTE)))

    assert (stood.status, stood.veil, stood.answered, stood.tally) == (Status.PENDING, Veil.BLIND, 2, None)


def test_an_answer_that_was_set_aside_is_not_counted_as_it_was_not_on_the_card():
    story = Story().votes((ALICE, VERIFY), (BOSCO, DISPUTE)).happens(e.VoterFrozen(1, BOSCO))

    assert asked(story).answered == 1
    assert asked(story, story.now - timedelta(minutes=1)).answered == 2


def test_what_has_been_decided_since_is_told_to_the_hour_and_stays_pending():
    story = Story().votes((ALICE, VERIFY), (BOSCO, UNSURE))
    story.now += HOUR
    story.votes((CHIARA, VERIFY))
    between = story.now
    story.now += HOUR
    story.votes((DAWIT, VERIFY))
    stood = asked(story, between)

    assert (stood.status, stood.now) == (Status.PENDING, Status.VERIFIED)
    assert (stood.veil, stood.tally) == (Veil.SINCE, Tally(verify=1, unsure=1))
    assert stood.tally_at == NOON + HOUR
    assert stood.answered == 3


def test_no_moment_within_an_hour_tells_more_than_its_beginning():
    story = Story().votes(*all_verify(EVERYBODY[:3]))
    told = {asked(story, entry.at).tally for entry in story.entries[1:4]}

    assert told == {Tally()}


def test_a_decided_claim_shows_the_tally_of_its_card_and_counts_later_answers():
    stood = asked(Story().votes(*all_verify(EVERYBODY[:3]), (DAWIT, DISPUTE)))

    assert (stood.veil, stood.tally, stood.answered_since) == (Veil.SHOWN, Tally(verify=3), 1)
    assert (stood.ground, stood.since) == (Ground.QUORUM, NOON + timedelta(minutes=6))


def test_what_a_withdrawal_made_blind_again_is_not_told_any_more():
    story = Story().votes((ALICE, VERIFY), (BOSCO, VERIFY), (CHIARA, DISPUTE), (DAWIT, DISPUTE))
    contested = story.now
    assert story.standing.status is Status.CONTESTED
    story.withdraws(CHIARA, DAWIT)
    stood = asked(story, contested)

    assert (stood.status, stood.now) == (Status.CONTESTED, Status.PENDING)
    assert (stood.veil, stood.tally, stood.ground) == (Veil.AGAIN, None, None)


def test_a_round_that_was_decided_is_told_also_when_a_new_one_is_blind():
    story = Story().votes(*all_verify(EVERYBODY[:3]))
    decided = story.now
    story.happens(e.RoundOpened(2, 3, 2, 24, 1, cause=e.Cause.SOURCE_CHANGED))

    assert asked(story, decided).tally == Tally(verify=3)
    assert (asked(story).status, asked(story).round, asked(story).tally) == (Status.PENDING, 2, None)


def test_a_round_that_a_new_one_ended_undecided_stays_blind_for_good():
    story = Story().votes((ALICE, VERIFY), (BOSCO, VERIFY))
    before = story.now
    story.happens(e.RoundOpened(2, 3, 2, 24, 1, cause=e.Cause.SOURCE_CHANGED))
    for voter in EVERYBODY[:3]:
        story.happens(e.VoteCast(2, voter, VERIFY))

    assert asked(story, before).veil is Veil.BLIND


def test_what_a_lead_set_over_blind_votes_does_not_lift_the_veil():
    story = Story().votes((ALICE, VERIFY)).happens(e.Overruled(1, Codename("Heron"), Status.DISPUTED, "00"))
    stood = asked(story)

    assert (stood.status, stood.ground, stood.veil) == (Status.DISPUTED, Ground.OVERRULED, Veil.BLIND)
    assert stood.overruled is not None and stood.overruled.by == "Heron"


def test_sources_are_those_that_were_known_by_then():
    story = Story()
    before = story.now
    story.happens(e.MentionAdded(7, 9)).happens(e.MentionAdded(7, 10))

    assert asked(story, before).documents == (1,)
    assert asked(story).documents == (1, 7)


steps = st.lists(
    st.one_of(
        st.tuples(st.just("vote"), st.sampled_from(EVERYBODY), st.sampled_from(Stance)),
        st.tuples(st.just("withdraw"), st.sampled_from(EVERYBODY), st.none()),
        st.tuples(st.just("freeze"), st.sampled_from(EVERYBODY), st.none()),
        st.tuples(st.sampled_from(["ends", "hour", "round", "overrule", "retract"]), st.none(), st.none()),
    ),
    max_size=24,
)


def _played(chosen: list[tuple[str, object, object]]) -> Story:
    story = Story()
    for what, voter, stance in chosen:
        _step(story, what, voter, stance)
    return story


def _step(story: Story, what: str, voter, stance) -> None:  # type: ignore[no-untyped-def]
    now = story.standing
    match what:
        case "vote" if (was := now.votes.get(voter)) is None:
            story.happens(e.VoteCast(now.round, voter, stance))
        case "vote":
            story.happens(e.VoteChanged(now.round, voter, stance, was))
        case "withdraw" if voter in now.votes:
            story.happens(e.VoteWithdrawn(now.round, voter, now.votes[voter]))
        case "freeze":
            story.happens(e.VoterFrozen(now.round, voter))
        case "ends":
            story.happens(e.WindowEnded(now.round))
        case "round":
            story.happens(e.RoundOpened(now.round + 1, 3, 2, 24, 1, cause=e.Cause.REOPENED))
        case "overrule":
            story.happens(e.Overruled(now.round, Codename("Heron"), Status.VERIFIED, "00"))
        case "retract":
            story.happens(e.Retracted(now.round, Codename("Heron"), "00"))
        case "hour":
            story.now += HOUR


def _without_stances(story: Story, round: int) -> list[e.Entry]:
    """The same history with every stance of a round turned round."""
    turned = {VERIFY: DISPUTE, DISPUTE: UNSURE, UNSURE: VERIFY}
    return [
        e.Entry(one.claim, one.sequence, one.at, e.VoteCast(round, one.event.reviewer, turned[one.event.stance]))
        if isinstance(one.event, e.VoteCast) and one.event.round == round
        else one
        for one in story.entries
    ]


@given(steps)
def test_no_stance_of_a_blind_round_ever_appears(chosen: list[tuple[str, object, object]]) -> None:
    """A round is blind when its votes are undecided at its end; told here anew, from the fold alone."""
    story = _played(chosen)
    last = {}
    for entry in story.entries:
        standing = fold(story.entries, entry.at)
        last[standing.round] = standing.by_votes
    for entry in story.entries:
        stood = as_it_stood(story.entries, entry.at)
        assert stood is not None
        if last[stood.round] not in REVEALING:
            assert stood.tally is None
            assert stood.veil in (Veil.BLIND, Veil.AGAIN)
            assert stood.lost == 0 or stood.veil is Veil.SHOWN


@given(st.lists(st.tuples(st.sampled_from(EVERYBODY), st.sampled_from(Stance)), max_size=2, unique_by=lambda v: v[0]))
def test_a_blind_round_reads_the_same_whatever_its_stances(votes: list[tuple[object, Stance]]) -> None:
    story = Story().votes(*votes)  # type: ignore[arg-type]
    turned = _without_stances(story, 1)

    for entry in story.entries:
        assert as_it_stood(story.entries, entry.at) == as_it_stood(turned, entry.at)


@given(steps)
def test_status_and_shown_tally_are_what_the_fold_says(chosen: list[tuple[str, object, object]]) -> None:
    story = _played(chosen)
    for entry in story.entries:
        stood, standing = as_it_stood(story.entries, entry.at), fold(story.entries, entry.at)
        assert stood is not None
        assert (stood.status, stood.round, stood.answered) == (standing.status, standing.round, len(standing.counting))
        if stood.veil is Veil.SHOWN:
            assert stood.tally == standing.shown
        assert stood.now is story.standing.status


def test_nothing_that_names_a_voter_is_in_it():
    assert {"votes", "perspectives", "not_a_claim", "frozen"}.isdisjoint(one.name for one in fields(AsItStood))
