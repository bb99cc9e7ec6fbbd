from __future__ import annotations

from datetime import date
from itertools import permutations
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot.claims.incidents import Tie
from bot.claims.model import ClaimId, Effect, Place, Polarity
from bot.claims.relations import Relation
from bot.claims.status import Status
from bot.claims.tolls import Counted, Footing, Incident, Reach, Share, Span, incidents, is_added, totals
from tests.cards.casting import a_report, events, tied

KILLED, INJURED = Counted(Effect.KILLED), Counted(Effect.INJURED)
THE_DAY = date(2026, 11, 24)
NORVIK = Place("Norvik region", "Norvik", "NO")


def the_sum(found: list[Incident], counted: Counted = KILLED) -> dict[Footing, tuple[int, int, int]]:
    """By footing the lowest and the highest figure and the number of events."""
    shares = {total.counted: total.shares for total in totals(found)}.get(counted, {})
    return {footing: (share.low, share.high, share.incidents) for footing, share in shares.items()}


def test_an_event_has_one_interval_whatever_the_number_of_its_sources():
    told = [a_report(number, 10 + number, 10 + number) for number in range(1, 6)]
    (event,) = events(told, tied(Relation.SUPPORTS, 1, 2, 3, 4, 5))
    (toll,) = event.tolls
    assert (toll.span.low, toll.span.high, event.sources) == (11, 15, 5)
    assert the_sum([event]) == {Footing.PENDING: (11, 15, 1)}


def test_sums_are_made_only_over_different_events():
    told = [a_report(1, 12), a_report(2, 14, 14), a_report(3, 5, 7)]
    found = events(told, tied(Relation.UPDATES, 1, 2))
    assert the_sum(found) == {Footing.PENDING: (17, 21, 2)}


def test_how_many_sources_an_event_has_is_told_by_whoever_can_tell_them_apart():
    told = [a_report(1, 12), a_report(2, 12, 12), a_report(3, 5)]
    found = incidents(
        told, [one.claim for one in told], tied(Relation.SAME, 1, 2), sources=lambda claims: 10 * len(claims)
    )
    assert sorted(event.sources for event in found) == [10, 20]


def test_minima_stand_apart_for_verified_pending_and_contested():
    told = [
        a_report(1, 14, status=Status.VERIFIED), a_report(2, 9, 9, status=Status.CONTESTED), a_report(3, 4, 4),
        a_report(4, 2, 2, status=Status.UNDETERMINED),
    ]  # fmt: skip
    assert the_sum(events(told)) == {
        Footing.VERIFIED: (14, 14, 1),
        Footing.PENDING: (6, 6, 2),
        Footing.CONTESTED: (9, 9, 1),
    }


def test_an_event_counts_once_on_the_surest_footing_it_has():
    told = [
        a_report(1, 14, 14, status=Status.VERIFIED),
        a_report(2, 9, 9),
        a_report(3, 30, 30, status=Status.CONTESTED),
    ]
    (event,) = events(told, tied(Relation.SUPPORTS, 1, 2, 3))
    (toll,) = event.tolls
    assert (toll.span.low, toll.span.high) == (9, 14)
    assert [one.claim.number for one in toll.apart] == [3]
    assert the_sum([event]) == {Footing.VERIFIED: (14, 14, 1)}


def test_what_contradicts_each_other_is_contested_until_one_side_is_verified():
    open_between = [a_report(1, 21, 21), a_report(2, 40, 40)]
    ties = tied(Relation.CONTRADICTS, 1, 2)
    assert the_sum(events(open_between, ties)) == {Footing.CONTESTED: (21, 40, 1)}
    settled = [a_report(1, 21, 21, status=Status.VERIFIED), a_report(2, 40, 40)]
    assert the_sum(events(settled, ties)) == {Footing.VERIFIED: (21, 21, 1)}
    both = [a_report(number, low, status=Status.VERIFIED) for number, low in ((1, 21), (2, 40))]
    assert the_sum(events(both, ties)) == {Footing.CONTESTED: (21, 40, 1)}
    disputed = [a_report(1, 21, 21), a_report(2, 40, 40, status=Status.DISPUTED)]
    assert the_sum(events(disputed, ties)) == {Footing.PENDING: (21, 21, 1)}


def test_a_contradiction_is_open_also_while_the_other_claim_is_held_back():
    told = [a_report(1, 21, 21), a_report(2, 40, 40, released=False)]
    assert the_sum(events(told, tied(Relation.CONTRADICTS, 1, 2))) == {Footing.CONTESTED: (21, 21, 1)}


def test_what_was_decided_against_never_counts():
    gone = (Status.DISPUTED, Status.SUPERSEDED, Status.RETRACTED, Status.REJECTED)
    assert events([a_report(number, 5, status=status) for number, status in enumerate(gone)]) == []


def test_a_superseded_claim_still_holds_its_event_together():
    told = [a_report(1, 12, status=Status.SUPERSEDED), a_report(2, 21, 21), a_report(3, 20, 20)]
    ties = [*tied(Relation.UPDATES, 1, 2), *tied(Relation.SUPPORTS, 1, 3)]
    assert the_sum(events(told, ties)) == {Footing.PENDING: (20, 21, 1)}


def test_effects_and_groups_of_victims_are_never_mixed():
    police, children = Counted(Effect.KILLED, "police"), Counted(Effect.KILLED, "child", part=True)
    told = [
        a_report(1, 14), a_report(2, 9, 9, counted=police), a_report(3, 31, 31, counted=INJURED),
        a_report(4, 3, 3, counted=children),
    ]  # fmt: skip
    (event,) = events(told, tied(Relation.SUPPORTS, 1, 2, 3, 4))
    assert [toll.counted for toll in event.tolls] == [KILLED, police, INJURED, children]
    assert the_sum([event]) == {Footing.PENDING: (14, 14, 1)}
    assert the_sum([event], police) == {Footing.PENDING: (9, 9, 1)}
    assert the_sum([event], children) == {}


def test_a_total_over_a_longer_time_is_listed_last_and_never_added_or_mixed_with_an_event():
    of_the_week = Counted(Effect.KILLED, cumulative=True)
    told = [a_report(1, 12), a_report(2, 40, 40, counted=of_the_week, day=date(2026, 11, 25))]
    found = events(told, tied(Relation.SUPPORTS, 1, 2))
    assert [event.cumulative for event in found] == [False, True]
    assert [total.counted for total in totals(found)] == [KILLED]
    assert the_sum(found) == {Footing.PENDING: (12, 12, 1)}


def test_denials_are_listed_and_never_counted():
    told = [a_report(1, 12), a_report(2, 0, 0), a_report(3, 8, 8, polarity=Polarity.DENIED)]
    (event,) = events(told, tied(Relation.SUPPORTS, 1, 2, 3))
    assert [one.claim.number for one in event.denials] == [2, 3]
    assert the_sum([event]) == {Footing.PENDING: (12, 12, 1)}


def test_a_word_for_many_counts_as_its_lowest_number_and_says_so():
    (event,) = events([a_report(1, 24, vague=True)])
    assert totals([event])[0].shares[Footing.PENDING] == Share(1, 24, 24, open=True, vague=True)


def test_a_word_for_many_does_not_lower_a_figure_and_may_raise_the_highest():
    told = [a_report(1, 31, 31), a_report(2, 24, vague=True), a_report(3, 200, vague=True)]
    (event,) = events(told[:2], tied(Relation.SUPPORTS, 1, 2))
    assert event.tolls[0].span == Span(31, 31)
    (event,) = events(told, tied(Relation.SUPPORTS, 1, 2, 3))
    assert event.tolls[0].span == Span(31, 200, open=True)


def test_a_claim_without_a_number_adds_nothing():
    found = events([a_report(1, None), a_report(2, None, 10)])
    assert the_sum(found) == {Footing.PENDING: (0, 10, 2)}
    assert {toll.span.low for event in found for toll in event.tolls} == {None, 0}


def test_a_region_is_an_event_of_its_own_and_is_not_added_to_the_towns_inside_it_on_those_days():
    region = a_report(2, 30, 30, place=NORVIK, reach=Reach.REGION)
    found = events([a_report(1, 12), region], tied(Relation.SUPPORTS, 1, 2))
    assert len(found) == 2
    assert the_sum(found) == {Footing.PENDING: (12, 12, 1)}
    elsewhere = a_report(3, 12, place=Place("Vik", "Sund", "NO"))
    another_day = a_report(4, 12, day=date(2026, 11, 20))
    assert the_sum(events([region, elsewhere, another_day])) == {Footing.PENDING: (54, 54, 3)}


def test_a_region_does_not_tie_the_towns_in_it_to_each_other():
    region = a_report(3, 30, 30, place=NORVIK, reach=Reach.REGION)
    ties = [*tied(Relation.SUPPORTS, 1, 3), *tied(Relation.SUPPORTS, 2, 3)]
    assert len(events([a_report(1, 12), a_report(2, 5), region], ties)) == 3


def test_a_claim_that_names_no_day_joins_one_event_and_makes_no_two_days_one():
    monday, wednesday = a_report(1, 12, day=date(2026, 11, 23)), a_report(2, 5, day=date(2026, 11, 25))
    some_day, other = a_report(3, 14, 14, dated=False), a_report(4, 13, 13, dated=False)
    ties = [*tied(Relation.SUPPORTS, 1, 3), *tied(Relation.SUPPORTS, 2, 3), *tied(Relation.SUPPORTS, 1, 4, 3)]
    found = events([monday, wednesday, some_day, other], ties)
    assert [event.claims for event in found] == [{2}, {1, 3, 4}]
    assert the_sum(found) == {Footing.PENDING: (17, 19, 2)}


def test_a_claim_that_names_no_place_makes_no_two_places_one():
    here, there = a_report(1, 12), a_report(2, 5, place=Place("Vik", "Sund", "NO"))
    nowhere = a_report(3, 14, 14, place=None)
    found = events([here, there, nowhere], [*tied(Relation.SUPPORTS, 1, 3), *tied(Relation.SUPPORTS, 2, 3)])
    assert sorted(sorted(event.claims) for event in found) == [[1, 3], [2]]


def test_the_latest_event_comes_first():
    found = events([a_report(1, 12, day=date(2026, 11, 20)), a_report(2, 5)])
    assert [event.last for event in found] == [THE_DAY, date(2026, 11, 20)]


REPORTS = st.lists(
    st.tuples(st.integers(0, 50), st.sampled_from(list(Status)), st.booleans(), st.sampled_from([KILLED, INJURED])),
    max_size=7,
)
TIES = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6), st.sampled_from(list(Relation))), max_size=8)


@given(REPORTS, TIES)
def test_no_sum_is_higher_than_what_its_claims_say_together_and_order_does_not_matter(told: Any, links: Any):
    reports = [
        a_report(number, low, None if more else low, status=status, counted=counted)
        for number, (low, status, more, counted) in enumerate(told)
    ]
    ties = [Tie(ClaimId(one), ClaimId(other), relation) for one, other, relation in links if one != other]
    found = events(reports, ties)
    for counted in (KILLED, INJURED):
        most = sum(one.low or 0 for one in reports if one.counted == counted)
        assert sum(low for low, _, _ in the_sum(found, counted).values()) <= most
    listed = [claim for event in found for claim in event.claims]
    assert len(listed) == len(set(listed))
    for turned in list(permutations(ties, len(ties)))[:3]:
        again = events(list(reversed(reports)), list(turned))
        assert {event.claims for event in again} == {event.claims for event in found}
        assert the_sum(again) == the_sum(found)


@given(REPORTS, TIES)
def test_another_source_of_the_same_event_never_raises_the_sum_of_its_footing(told: Any, links: Any):
    reports = [
        a_report(number, low, None if more else low, status=Status.PENDING)
        for number, (low, _, more, _) in enumerate(told)
    ]
    ties = [Tie(ClaimId(one), ClaimId(other), Relation.SUPPORTS) for one, other, _ in links if one != other]
    before = the_sum(events(reports, ties)).get(Footing.PENDING, (0, 0, 0))
    if reports:
        more = [*ties, Tie(ClaimId(0), ClaimId(99), Relation.SAME)]
        after = the_sum(events([*reports, a_report(99, 40)], more))[Footing.PENDING]
        assert after[0] <= before[0] or (reports[0].denies and after[0] <= before[0] + 40)
        assert after[2] <= before[2] + int(reports[0].denies)


def test_what_is_left_out_of_a_sum_can_be_asked():
    region = a_report(2, 30, 30, place=NORVIK, reach=Reach.REGION)
    found = events([a_report(1, 12), region])
    assert {event.reach: is_added(event, event.tolls[0], found) for event in found} == {
        Reach.TOWN: True,
        Reach.REGION: False,
    }
