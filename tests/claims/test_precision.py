from __future__ import annotations

import doctest
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.claims import deskwork, precision
from bot.claims import events as e
from bot.claims.consensus import Ground
from bot.claims.deskwork import Deskwork, first_decisions
from bot.claims.model import ClaimId, Kind
from bot.claims.precision import RuleRecord, Share, is_muted, worst_first
from bot.claims.status import Status

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)


@pytest.mark.parametrize("module", [precision, deskwork])
def test_the_examples_are_true(module: object) -> None:
    assert doctest.testmod(module).failed == 0  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("count", "of", "low", "high"),
    [(0, 1, 0.0, 0.7935), (1, 1, 0.2065, 1.0), (8, 10, 0.4902, 0.9433), (90, 100, 0.8256, 0.9448), (0, 10, 0, 0.2775)],
)
def test_the_interval_is_that_of_the_tables(count: int, of: int, low: float, high: float) -> None:
    assert Share(count, of).interval == pytest.approx((low, high), abs=0.0001)


@given(st.integers(1, 10_000).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_the_share_lies_in_its_interval_and_the_interval_in_nought_to_one(numbers: tuple[int, int]) -> None:
    share = Share(*numbers)
    low, high = share.interval
    assert 0 <= low <= share.value + 1e-12
    assert share.value - 1e-12 <= high <= 1


def test_a_rule_that_errs_often_comes_before_one_that_erred_once() -> None:
    often, once, never = RuleRecord("often", 40, 30), RuleRecord("once", 1, 1), RuleRecord("never", 9, 0)
    assert worst_first([never, once, often, RuleRecord("new")]) == [often, once, never]


def test_a_muted_family_mutes_its_rules_and_no_namesake() -> None:
    assert is_muted("casualties.noun.death_toll", {"casualties.noun"})
    assert not is_muted("casualties.nouns", {"casualties.noun"})
    assert not is_muted("casualties.noun", {"casualties.noun.death_toll"})


def _opened(hour: int, number: int = 1) -> e.Entry:
    return _entry(hour, e.RoundOpened(number, 3, 2, 24, 1))


def _moved(hour: int, now: Status, ground: Ground, verify: int = 0, dispute: int = 0) -> e.Entry:
    return _entry(hour, e.StatusChanged(Status.PENDING, now, ground, 1, verify, dispute, 0))


def _entry(hour: int, event: e.Event) -> e.Entry:
    return e.Entry(ClaimId(1), 1, NOON + timedelta(hours=hour), event)


def test_of_each_round_the_first_decision_counts() -> None:
    told = [
        _opened(0), _moved(2, Status.VERIFIED, Ground.QUORUM, 3), _moved(9, Status.CONTESTED, Ground.LEAD_LOST, 3, 3),
        _opened(10, 2), _moved(15, Status.CONTESTED, Ground.NO_MARGIN, 2, 2),
    ]  # fmt: skip
    decisions = list(first_decisions(told))
    assert [decision.took for decision in decisions] == [timedelta(hours=2), timedelta(hours=5)]
    assert [decision.unanimous for decision in decisions] == [True, False]


@pytest.mark.parametrize(
    ("status", "ground"),
    [
        (Status.UNDETERMINED, Ground.WINDOW_ENDED), (Status.REJECTED, Ground.NOT_A_CLAIM),
        (Status.VERIFIED, Ground.OVERRULED), (Status.RETRACTED, Ground.RETRACTED),
    ],
)  # fmt: skip
def test_what_was_not_decided_by_votes_tells_nothing_of_them(status: Status, ground: Ground) -> None:
    assert list(first_decisions([_opened(0), _moved(2, status, ground, 2, 1)])) == []


def test_the_median_is_told_in_whole_hours() -> None:
    decisions = [_moved(0, Status.VERIFIED, Ground.QUORUM, 3)]
    told = tuple(first_decisions([_opened(0), *decisions]))
    assert Deskwork({}, told).hours_to_decision == 1
    told = tuple(first_decisions([_opened(0), _entry(0, decisions[0].event)]))
    assert Deskwork({}).hours_to_decision is None


def test_open_and_decided_are_told_apart() -> None:
    counts = {
        (Kind.ATTACK, Status.PENDING): 4, (Kind.ATTACK, Status.UNDETERMINED): 1, (Kind.DAMAGE, Status.VERIFIED): 2,
        (Kind.DAMAGE, Status.CONTESTED): 3, (Kind.DAMAGE, Status.REJECTED): 7,
    }  # fmt: skip
    work = Deskwork(counts)
    assert (work.open, work.decided) == (5, 5)
    assert work.of_kind(Kind.ATTACK) == {Status.PENDING: 4, Status.UNDETERMINED: 1}
