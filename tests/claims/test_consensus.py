from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.claims.consensus import Ground, MarginAboveQuorum, QuorumTooSmall, Rule, Stance, Tally, decide, tally
from bot.claims.status import Status

THREE_OF_TWO = Rule(quorum=3, margin=2)
counts = st.integers(min_value=0, max_value=12)
rules = st.integers(1, 6).flatmap(lambda q: st.builds(Rule, quorum=st.just(q), margin=st.integers(1, q)))


@pytest.mark.parametrize(
    ("verify", "dispute", "expected"),
    [
        (0, 0, Status.PENDING),
        (2, 0, Status.PENDING),
        (3, 0, Status.VERIFIED),
        (0, 3, Status.DISPUTED),
        (2, 1, Status.CONTESTED),
        (4, 2, Status.VERIFIED),
        (4, 3, Status.CONTESTED),
        (5, 3, Status.CONTESTED),  # a margin of two, but not two to one
        (6, 3, Status.VERIFIED),
    ],
)
def test_a_first_decision_needs_a_quorum_a_margin_and_two_to_one(verify: int, dispute: int, expected: Status):
    assert decide(Tally(verify, dispute), THREE_OF_TWO).status is expected


def test_unsure_counts_as_an_answer_and_never_towards_the_quorum():
    count = tally([Stance.VERIFY, Stance.VERIFY, Stance.UNSURE, Stance.UNSURE])

    assert count.answered == 4
    assert decide(count, THREE_OF_TWO).status is Status.PENDING


def test_a_decision_stands_below_the_quorum_while_it_leads():
    assert decide(Tally(1, 0), THREE_OF_TWO, standing=Status.VERIFIED).status is Status.VERIFIED


def test_a_decision_without_lead_is_lost_and_raises_the_bar():
    lost = decide(Tally(3, 3), THREE_OF_TWO, standing=Status.VERIFIED)

    assert (lost.status, lost.ground, lost.lost) == (Status.CONTESTED, Ground.LEAD_LOST, 1)
    assert decide(Tally(3, 5), THREE_OF_TWO, lost=1).status is Status.CONTESTED
    assert decide(Tally(3, 6), THREE_OF_TWO, lost=1).status is Status.DISPUTED


def test_the_window_ends_what_waits_and_later_votes_still_decide():
    assert decide(Tally(2, 0), THREE_OF_TWO, ended=True).status is Status.UNDETERMINED
    assert decide(Tally(3, 0), THREE_OF_TWO, ended=True).status is Status.VERIFIED


@given(counts, counts, rules)
def test_the_sides_are_mirrors(verify: int, dispute: int, rule: Rule):
    mirror = {Status.VERIFIED: Status.DISPUTED, Status.DISPUTED: Status.VERIFIED}
    one, other = decide(Tally(verify, dispute), rule).status, decide(Tally(dispute, verify), rule).status

    assert other is mirror.get(one, one)


@given(counts, rules, st.booleans())
def test_unanimity_is_never_contested(verify: int, rule: Rule, ended: bool):
    assert decide(Tally(verify, 0), rule, ended=ended).status is not Status.CONTESTED


@given(counts, counts, counts, rules, st.sampled_from([None, Status.VERIFIED, Status.DISPUTED]), st.integers(0, 3))
def test_every_claim_can_still_be_decided_by_more_votes(
    verify: int, dispute: int, unsure: int, rule: Rule, standing: Status | None, lost: int
):
    more = verify + 2 * (verify + dispute) + rule.quorum + rule.margin + lost + 2

    assert decide(Tally(more, dispute, unsure), rule, standing, lost).status in {Status.VERIFIED, Status.CONTESTED}
    assert decide(Tally(more, dispute, unsure), rule, None, lost).status is Status.VERIFIED


@given(counts, counts, rules, st.sampled_from([Status.VERIFIED, Status.DISPUTED]))
def test_one_vote_never_turns_verified_into_disputed(verify: int, dispute: int, rule: Rule, standing: Status):
    opposite = {Status.VERIFIED: Status.DISPUTED, Status.DISPUTED: Status.VERIFIED}[standing]
    leads = verify > dispute if standing is Status.VERIFIED else dispute > verify
    one_more = Tally(verify, dispute + 1) if standing is Status.VERIFIED else Tally(verify + 1, dispute)

    assert not leads or decide(one_more, rule, standing).status is not opposite


@given(st.lists(st.sampled_from(Stance)), st.randoms())
def test_the_tally_ignores_the_order_of_arrival(stances: list[Stance], random):
    shuffled = random.sample(stances, len(stances))

    assert tally(shuffled) == tally(stances)


def test_a_margin_above_the_quorum_is_refused_with_a_sentence():
    with pytest.raises(MarginAboveQuorum, match="cannot be larger than the quorum"):
        Rule(quorum=2, margin=3)


def test_a_quorum_of_nothing_is_refused():
    with pytest.raises(QuorumTooSmall):
        Rule(quorum=0, margin=0)
