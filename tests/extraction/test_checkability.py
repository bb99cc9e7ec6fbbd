"""Which claims come first when there are more than a card each."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.claims.checkability import checkability
from bot.claims.model import (
    Action,
    AttackType,
    Attribution,
    ControlAction,
    Effect,
    EventDate,
    Mention,
    Place,
    Precision,
)
from tests.extraction.saying import NOBODY, UBARI, attack, casualties, control, counted

TUESDAY = date(2025, 3, 11)
DOCTOR = Attribution("Fatima Zidan", "hospital director")
PLAIN = casualties(Effect.KILLED, 9, "soldiers")

FIRST_AND_SECOND = (
    ("a figure before none", PLAIN, casualties(Effect.KILLED, None, "soldiers")),
    ("an exact figure before a bound", PLAIN, casualties(Effect.KILLED, (9, None, "at least"))),
    ("a bound before a vague word", casualties(Effect.KILLED, (24, None)),
     casualties(Effect.KILLED, (24, None, "dozens"))),
    ("a vague word before nothing", casualties(Effect.KILLED, (24, None, "dozens")), casualties(Effect.KILLED)),
    ("killed before “casualties”", PLAIN, casualties(None, 9)),
    ("a place on the map before a mere name", PLAIN, replace(PLAIN, place=Place("Ubari"))),
    ("a mere name before no place", replace(PLAIN, place=Place("Ubari")), replace(PLAIN, place=None)),
    ("a day before a month", replace(PLAIN, event_date=EventDate(TUESDAY, TUESDAY)),
     replace(PLAIN, event_date=EventDate(date(2025, 3, 1), date(2025, 3, 31), Precision.MONTH))),
    ("a day before two", replace(PLAIN, event_date=EventDate(TUESDAY, TUESDAY)),
     replace(PLAIN, event_date=EventDate(TUESDAY, date(2025, 3, 12)))),
    ("any date before none", replace(PLAIN, event_date=EventDate(date(2025, 1, 1), date(2025, 12, 31), Precision.YEAR)),
     PLAIN),
    ("a named source before a medic", replace(PLAIN, attribution=DOCTOR),
     replace(PLAIN, attribution=Attribution("a medic"))),
    ("a medic before nobody", replace(PLAIN, attribution=Attribution("a medic")), replace(PLAIN, attribution=NOBODY)),
    ("who holds what before who", control("rebels", ControlAction.SEIZED, "the base"),
     control("rebels", ControlAction.SEIZED)),
    ("an attack on something before fighting", attack(AttackType.SHELLING, None, "the market"),
     attack(AttackType.CLASH)),
    ("a damaged house before fighting", counted(Action.DAMAGED, 1, "a house"), attack(AttackType.CLASH)),
    ("a bare toll before fighting with all that can be known of it", casualties(Effect.KILLED, 9, None, None),
     replace(attack(AttackType.CLASH), event_date=EventDate(TUESDAY, TUESDAY), attribution=DOCTOR)),
)  # fmt: skip


@pytest.mark.parametrize(("why", "first", "second"), FIRST_AND_SECOND, ids=[case[0] for case in FIRST_AND_SECOND])
def test_what_can_be_checked_better_comes_first(why: str, first: Mention, second: Mention) -> None:
    assert checkability(first) > checkability(second), why


def test_a_denial_is_as_checkable_as_what_it_denies() -> None:
    assert checkability(casualties(Effect.KILLED, 9, denied=True)) == checkability(casualties(Effect.KILLED, 9))


def test_words_and_offsets_do_not_matter() -> None:
    elsewhere = replace(PLAIN, quote="quite another quote", start=40, end=59, rule="another.rule")

    assert checkability(elsewhere) == checkability(PLAIN)


def test_nothing_known_is_nothing_to_check_and_all_known_is_the_most() -> None:
    best = replace(PLAIN, place=UBARI, event_date=EventDate(TUESDAY, TUESDAY), attribution=DOCTOR)

    assert checkability(attack(AttackType.CLASH, place=None)) == 0
    assert checkability(best) == 17
