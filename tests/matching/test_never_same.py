"""Different figures, places, days, polarity or sides are never the same claim, whatever else is alike."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.claims.model import ControlAction, Interval, Polarity
from bot.claims.relations import Relation, Told
from bot.matching.days import Timing, timing
from bot.matching.figures import Fit, compare
from bot.matching.judging import judge
from bot.matching.parties import Facing, facing
from bot.matching.places import Nearness, nearness
from bot.matching.reading import Reading, read_told
from tests.matching.telling import IZIUM, IZYUM, LYMAN, MONDAY, REGION, TUESDAY, control, day, killed

HEDGES = st.sampled_from([None, "about", "at least", "up to", "more than"])
PLACES = st.sampled_from([None, IZIUM, IZYUM, LYMAN, REGION])
DAYS = st.sampled_from([None, day(MONDAY), day(TUESDAY)])
SPEAKERS = st.sampled_from([None, "the army", "the defence ministry", "M23", "the rebels", "residents", "the mayor"])
POLARITY = st.sampled_from(list(Polarity))
TOLD_ON = st.sampled_from([TUESDAY, TUESDAY + timedelta(days=1), TUESDAY + timedelta(days=30)])
WORDS = st.sampled_from([None, "12 people were killed", "the toll has risen to 12", "now 12 are known to have died"])
COPIES = st.sampled_from([None, None, "D-1"])


def _interval(number: int, hedge: str | None) -> Interval:
    hedge = hedge if number else None
    low = None if hedge == "up to" else number
    return Interval(low, None if hedge in ("at least", "more than") else number, hedge)


FIGURES = st.builds(_interval, st.integers(0, 30), HEDGES)
TOLLS = st.builds(
    killed, FIGURES, place=PLACES, on=DAYS, by=SPEAKERS, polarity=POLARITY, told_on=TOLD_ON, around=WORDS, copy=COPIES,
    victims=st.sampled_from(["people", "soldiers", "militants", "villagers", "children", None]),
)  # fmt: skip
HOLDERS = st.builds(
    control, st.sampled_from([None, "it", "the army", "M23 fighters", "rebels"]), st.sampled_from(list(ControlAction)),
    by=SPEAKERS, place=PLACES, on=DAYS, polarity=POLARITY, told_on=TOLD_ON,
)  # fmt: skip


def _differ(older: Reading, newer: Reading) -> bool:
    if older.denied != newer.denied or facing(older.side, newer.side) is Facing.OPPOSED:
        return True
    return nearness(older.place, newer.place) in (Nearness.APART, Nearness.INSIDE)


@settings(max_examples=400, deadline=None)
@given(TOLLS, TOLLS)
def test_tolls_that_differ_are_never_the_same(one: Told, other: Told):
    older, newer = read_told(one), read_told(other)
    judged = judge(one, other)
    if judged is None or judged.relation is not Relation.SAME:
        return
    assert older.counted and newer.counted
    if not older.denied:
        assert compare(older.counted.figure, newer.counted.figure) is Fit.EQUAL
    assert timing(older.span, newer.span) is not Timing.APART
    assert not _differ(older, newer)


@settings(max_examples=400, deadline=None)
@given(HOLDERS, HOLDERS)
def test_holders_that_differ_are_never_the_same(one: Told, other: Told):
    older, newer = read_told(one), read_told(other)
    judged = judge(one, other)
    if judged is None or judged.relation is not Relation.SAME:
        return
    assert older.held and newer.held
    assert facing(older.held.side, newer.held.side) is not Facing.OPPOSED
    assert not _differ(older, newer)


@settings(max_examples=400, deadline=None)
@given(TOLLS, TOLLS)
def test_what_is_certain_is_known_on_every_axis(one: Told, other: Told):
    judged = judge(one, other)
    if judged is None or not judged.certain:
        return
    older, newer = one.mention, other.mention
    assert judged.relation is Relation.SAME
    assert older.event_date == newer.event_date != None  # noqa: E711
    assert older.place
    assert newer.place
    assert older.polarity == newer.polarity
    assert older.casualties
    assert newer.casualties
    assert older.casualties.count == newer.casualties.count


@settings(max_examples=200, deadline=None)
@given(TOLLS)
def test_a_mention_and_itself_are_the_same_or_too_vague_to_say(one: Told):
    judged = judge(one, one)

    assert judged is None or judged.relation in (Relation.SAME, Relation.SUPPORTS)
