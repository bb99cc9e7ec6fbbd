from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bot.claims.model import Attack, AttackType, Casualties, Effect, Interval, Kind, Mention
from bot.second_reader.merging import _same, additions


def deaths(start: int, end: int, effect: Effect | None = Effect.KILLED, low: int | None = 5) -> Mention:
    return Mention(Kind.CASUALTIES, "q", start, end, "rule", casualties=Casualties(effect, Interval(low, low)))


def attack(start: int, end: int) -> Mention:
    return Mention(Kind.ATTACK, "q", start, end, "rule", attack=Attack(AttackType.RAID))


def test_what_overlaps_in_another_kind_is_added():
    assert additions([deaths(0, 20)], [attack(5, 15)]) == (attack(5, 15),)


def test_another_effect_with_another_figure_is_another_claim():
    injured = deaths(10, 30, Effect.INJURED, 9)
    assert additions([deaths(0, 30)], [injured]) == (injured,)


def test_one_figure_told_as_two_effects_is_not():
    assert additions([deaths(0, 30)], [deaths(10, 30, Effect.INJURED)]) == ()


def test_casualties_that_say_neither_may_be_what_the_rules_found():
    assert additions([deaths(0, 30)], [deaths(10, 30, None, 9)]) == ()


def test_no_figure_at_all_is_not_the_same_figure():
    injured = deaths(0, 30, Effect.INJURED, None)
    assert additions([deaths(0, 30, low=None)], [injured]) == (injured,)


mentions = st.lists(
    st.builds(
        lambda made, start, length: replace(made, start=start, end=start + length),
        st.sampled_from([deaths(0, 1), deaths(0, 1, Effect.INJURED, 9), attack(0, 1)]),
        st.integers(0, 60),
        st.integers(1, 30),
    ),
    max_size=12,
)


@given(mentions, mentions)
def test_nothing_that_is_added_says_the_same_as_anything_else(rules: list[Mention], read: list[Mention]):
    added = additions(rules, read)
    assert set(added) <= set(read)
    for at, one in enumerate(added):
        assert not any(_same(one, other) for other in (*rules, *added[:at]))
    for one in read:
        assert any(_same(one, other) for other in (*rules, *added))
