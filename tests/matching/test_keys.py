from __future__ import annotations

from datetime import timedelta

import pytest

from bot.claims.model import Kind
from bot.claims.relations import Told
from bot.matching.judging import judge
from bot.matching.keys import comparable, day_of, day_window, stored_keys, wanted_keys
from tests.matching.telling import IZIUM, IZYUM, LYMAN, MONDAY, REGION, THURSDAY, TUESDAY, day, killed


@pytest.mark.parametrize(("stored", "wanted"), [(IZIUM, IZIUM), (IZIUM, IZYUM), (IZIUM, REGION), (REGION, IZIUM)])
def test_what_can_relate_by_place_is_found(stored: object, wanted: object):
    keys = stored_keys(killed(place=stored).mention)

    assert set(keys) & set(wanted_keys(killed(place=wanted).mention))


def test_what_lies_elsewhere_is_not_looked_at():
    keys = set(stored_keys(killed(place=LYMAN).mention))

    assert not keys & set(wanted_keys(killed(place=IZIUM).mention)) - {"ua"}
    assert len(wanted_keys(killed(place=IZIUM).mention)) <= 6


def test_a_claim_without_a_place_is_looked_at_by_all():
    keys = stored_keys(killed(place=None).mention)

    assert all(set(keys) & set(wanted_keys(killed(place=place).mention)) for place in (None, IZIUM, REGION))


def test_kinds_can_be_compared_both_ways():
    assert all(kind in comparable(other) for kind in Kind for other in comparable(kind))
    assert all(comparable(kind)[0] is kind for kind in Kind)


@pytest.mark.parametrize(
    "older",
    [killed(on=None, told_on=TUESDAY), killed(on=None, told_on=MONDAY), killed(), killed(told_on=THURSDAY)],
)
@pytest.mark.parametrize("newer", [killed(told_on=THURSDAY), killed(on=None, told_on=THURSDAY)])
def test_what_can_relate_by_day_lies_in_the_window(older: Told, newer: Told):
    first, last = day_window(newer.mention, newer.told_on)
    filed = day_of(older.mention, older.told_on)

    assert judge(older, newer) is not None
    assert filed is not None
    assert first <= filed <= last


def test_the_window_is_bounded():
    first, last = day_window(killed(on=day(MONDAY)).mention, TUESDAY)

    assert last - first < timedelta(days=40)
    assert day_window(killed(on=None).mention, None)[0] < MONDAY
