from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.claims import events as e
from bot.claims.consensus import BEYOND_VOTES, Stance
from bot.claims.history import fold
from bot.claims.status import CLOSED, REVEALING, Status
from bot.claims.telling import revealed
from tests.cast import ALICE, BOSCO, CHIARA, DAWIT, EGRET, HERON, Story

PEOPLE = st.sampled_from([ALICE, BOSCO, CHIARA, DAWIT])
LEADS = st.sampled_from([HERON, EGRET])
SET = st.sampled_from([Status.VERIFIED, Status.DISPUTED, Status.CONTESTED, Status.UNDETERMINED])

# What may happen, in the order of a desk's day: answers most, then what leads do.
HAPPENINGS = st.lists(
    st.one_of(
        st.tuples(st.just("votes"), PEOPLE, st.sampled_from(Stance)),
        st.tuples(st.just("votes"), PEOPLE, st.sampled_from(Stance)),
        st.tuples(st.just("withdraws"), PEOPLE),
        st.tuples(st.just("freezes"), PEOPLE),
        st.tuples(st.just("unfreezes"), PEOPLE),
        st.tuples(st.just("objects"), PEOPLE, st.booleans()),
        st.tuples(st.just("ends")),
        st.tuples(st.just("proposes"), LEADS, SET),
        st.tuples(st.just("overrules"), LEADS, SET),
        st.tuples(st.just("retracts"), LEADS),
        st.tuples(st.just("reopens"), LEADS),
    ),
    max_size=25,
)


def played(happenings) -> Story:
    """A history of these happenings; what could not happen at its moment is passed over."""
    story = Story()
    for what, *about in happenings:
        if event := _event(story, what, *about):
            story.happens(event)
    return story


def _event(story: Story, what: str, who=None, more=None) -> e.Event | None:
    now = story.standing
    number, was = now.round, now.votes.get(who)
    if what == "reopens":
        return e.RoundOpened(number + 1, 3, 2, 24, 1, cause=e.Cause.REOPENED, by=who, reason="ab")
    if now.status in CLOSED:
        return None
    match what:
        case "votes":
            return e.VoteChanged(number, who, more, was) if was else e.VoteCast(number, who, more)
        case "withdraws":
            return e.VoteWithdrawn(number, who, was) if was else None
        case "freezes":
            return e.VoterFrozen(number, who) if was and who not in now.frozen else None
        case "unfreezes":
            return e.VoterUnfrozen(number, who) if who in now.frozen else None
        case "objects":
            return None if who in now.not_a_claim else e.NotAClaimPressed(number, who, lead=more)
        case "ends":
            return None if now.ended else e.WindowEnded(number)
        case "proposes":
            return e.OverruleProposed(number, who, more, "ab")
        case "overrules":
            return None if now.overruled else e.Overruled(number, who, more, "ab")
    return e.Retracted(number, who, "ab")


@given(HAPPENINGS)
def test_whatever_happens_the_recorded_changes_end_in_the_status_of_the_fold(happenings):
    story = played(happenings)
    changes = [entry.event for entry in story.entries if isinstance(entry.event, e.StatusChanged)]

    assert story.standing.status is (changes[-1].now if changes else Status.PENDING)
    assert all(one.now is two.was for one, two in pairwise(changes))


@given(HAPPENINGS)
def test_what_outweighs_the_votes_does_so_in_its_order(happenings):
    standing = played(happenings).standing
    expected = standing.by_votes
    if standing.overruled:
        expected = standing.overruled.status
    if standing.retracted:
        expected = Status.RETRACTED
    if standing.rejected:
        expected = Status.REJECTED

    assert standing.status is expected
    assert (standing.ground in BEYOND_VOTES) == bool(standing.overruled or standing.retracted or standing.rejected)


@given(HAPPENINGS)
def test_a_new_round_begins_with_nothing_of_the_old_one(happenings):
    story = played(happenings)
    ended = story.standing.status
    now = story.happens(e.RoundOpened(story.standing.round + 1, 3, 2, 24, 1)).standing

    assert (now.status, now.by_votes, now.earlier[-1]) == (Status.PENDING, Status.PENDING, ended)
    assert not (now.votes or now.frozen or now.overruled or now.proposed or now.retracted or now.rejected or now.lost)


@given(HAPPENINGS)
def test_of_a_round_that_is_blind_no_answer_may_be_told(happenings):
    story = played(happenings)
    told = revealed(story.entries)
    opened = max(entry.sequence for entry in story.entries if isinstance(entry.event, e.RoundOpened))

    if story.standing.blind:
        assert not [sequence for sequence in told if sequence > opened]
    else:
        assert story.standing.by_votes in REVEALING


@given(HAPPENINGS)
def test_the_past_is_a_beginning_of_the_history(happenings):
    entries = played(happenings).entries

    for entry in entries:
        assert fold(entries, until=entry.at) == fold(entries[: entry.sequence])
