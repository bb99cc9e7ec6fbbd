from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.claims.model import AttackType, ControlAction, Effect, EventDate, Interval, Place, Polarity
from bot.claims.relations import Relation, Told
from bot.matching.judging import judge
from bot.matching.parties import Parties
from tests.matching.telling import (
    IZIUM,
    IZYUM,
    LYMAN,
    MONDAY,
    REGION,
    THURSDAY,
    TUESDAY,
    attack,
    control,
    day,
    exactly,
    killed,
)

SAME, UPDATES, CONTRADICTS, SUPPORTS = Relation
AT_LEAST_10, UP_TO_10 = Interval(10, None, "at least"), Interval(None, 10, "up to")
SEIZED, HOLDS, LOST, WITHDREW = ControlAction.SEIZED, ControlAction.HOLDS, ControlAction.LOST, ControlAction.WITHDREW
ENTERED, CONTESTED, SURROUNDED = ControlAction.ENTERED, ControlAction.CONTESTED, ControlAction.SURROUNDED


def relation(older: Told, newer: Told) -> Relation | None:
    judged = judge(older, newer)
    return judged.relation if judged else None


@pytest.mark.parametrize(
    ("older", "newer", "wanted"),
    [
        (exactly(12), exactly(12), SAME),
        (exactly(12), exactly(21), CONTRADICTS),
        (AT_LEAST_10, exactly(14), SUPPORTS),
        (UP_TO_10, exactly(14), CONTRADICTS),
        (UP_TO_10, exactly(8), SUPPORTS),
        (Interval(30, 30, "about"), exactly(31), SUPPORTS),
        (Interval(30, 30, "about"), exactly(36), SUPPORTS),
        (Interval(30, 30, "about"), exactly(37), CONTRADICTS),
        (Interval(30, 30, "about"), Interval(30, 30, "some"), SAME),
        (Interval(24, None, "dozens of"), exactly(9), None),
        (Interval(24, None, "dozens of"), exactly(37), SUPPORTS),
        (Interval(5, 8), exactly(12), CONTRADICTS),
        (Interval(5, 8), exactly(7), SUPPORTS),
        (exactly(0), exactly(3), CONTRADICTS),
        (Interval(0, 0, "no reports"), exactly(3), None),
        (Interval(), exactly(3), SUPPORTS),
        (exactly(0), Interval(), CONTRADICTS),
    ],
)
def test_figures_of_two_speakers_are_compared_as_intervals(older: Interval, newer: Interval, wanted: Relation | None):
    assert relation(killed(older), killed(newer, by="a doctor at the hospital")) is wanted


def test_the_same_speakers_later_figure_updates():
    judged = judge(killed(12), killed(21, told_on=THURSDAY))

    assert judged and judged.relation is UPDATES
    assert [str(reason) for reason in judged.reasons][:2] == ["figures_apart|12|21", "later"]


def test_on_the_same_day_two_figures_of_one_speaker_are_no_update_unless_the_words_say_so():
    risen = killed(21, around="the toll has risen to 21, the health ministry said")

    assert relation(killed(12), killed(21)) is CONTRADICTS
    assert relation(killed(12), risen) is UPDATES


def test_a_figure_that_is_said_to_have_risen_updates_another_bodys_but_not_the_other_sides():
    words = "the toll has risen to 21"
    rebels, army = killed(12, by="the rebels"), killed(21, by="the army", around=words)

    assert relation(killed(12), killed(21, by="the mayor", around=words)) is UPDATES
    assert relation(rebels, army) is CONTRADICTS


@pytest.mark.parametrize(
    "newer",
    [
        killed(12, place=LYMAN),
        killed(12, on=day(TUESDAY), told_on=THURSDAY),
        killed(12, effect=Effect.INJURED),
        killed(12, on=None, told_on=MONDAY - timedelta(days=40)),
        killed(3, around="Three of the dead were children"),
        killed(3, around="twelve people, including 3 children", victims="children"),
        killed(40, around="brings this week's toll to 40"),
        killed(40, on=EventDate(date(2025, 3, 1), MONDAY)),
        killed(3, victims="soldiers"),
    ],
)
def test_other_places_days_effects_parts_and_totals_have_nothing_to_do_with_it(newer: Told):
    assert relation(killed(12), newer) is None


def test_soldiers_and_militants_are_never_one_toll():
    assert relation(killed(10, victims="soldiers"), killed(10, victims="militants")) is None
    assert relation(killed(10, victims="villagers"), killed(10, victims="farmers")) is SAME


def test_more_soldiers_than_people_cannot_be():
    assert relation(killed(3), killed(15, victims="soldiers", by="the rebels")) is CONTRADICTS


def test_a_denial_contradicts_what_it_denies_and_two_denials_are_one():
    denied = killed(Interval(), victims="soldiers", by="the army", polarity=Polarity.DENIED)

    assert relation(killed(13, victims="soldiers"), denied) is CONTRADICTS
    assert relation(denied, denied) is SAME
    assert relation(killed(0, victims="soldiers", by="the police"), denied) is SUPPORTS


def test_who_takes_back_a_denial_updates_it():
    denied = killed(Interval(), victims="soldiers", by="the army", polarity=Polarity.DENIED)
    admitted = killed(3, victims="soldiers", by="the army", told_on=THURSDAY)

    assert relation(denied, admitted) is UPDATES


def test_opposed_sides_that_say_the_same_support_each_other():
    assert relation(killed(14, by="the rebels"), killed(14, by="the army")) is SUPPORTS


def test_a_town_and_its_region_are_never_the_same_place():
    assert relation(killed(12, place=REGION), killed(12)) is SUPPORTS
    assert relation(killed(12, place=REGION), killed(21, by="the mayor")) is None


@pytest.mark.parametrize(
    ("older", "newer", "wanted"),
    [
        (("M23 fighters", SEIZED), ("M23 rebels", SEIZED), SAME),
        (("M23 fighters", SEIZED), ("the army", HOLDS), CONTRADICTS),
        (("M23 fighters", SEIZED), ("the army", LOST), SUPPORTS),
        (("M23 fighters", SEIZED), ("the army", WITHDREW), SUPPORTS),
        (("the army", WITHDREW), ("the army", HOLDS), CONTRADICTS),
        (("M23 fighters", SURROUNDED), ("the army", HOLDS), SUPPORTS),
        (("M23 fighters", ENTERED), (None, CONTESTED), SUPPORTS),
        (("M23 fighters", HOLDS), ("Russian forces", HOLDS), CONTRADICTS),
        (("the army", HOLDS), ("government forces", HOLDS), SAME),
    ],
)
def test_control_is_compared_by_who_did_what(
    older: tuple[str | None, ControlAction], newer: tuple[str | None, ControlAction], wanted: Relation
):
    assert relation(control(*older), control(*newer, by="a priest")) is wanted


def test_its_own_troops_are_the_speakers_side():
    rebels = control("it", SEIZED, by="the M23 movement")
    army = control("its troops", HOLDS, by="the army")

    assert relation(rebels, army) is CONTRADICTS


def test_the_same_side_tells_a_later_state():
    entered = control("its troops", ENTERED, by="the army")
    seized = control("its troops", SEIZED, by="the army", on=day(THURSDAY), told_on=THURSDAY)

    assert relation(entered, seized) is UPDATES


def test_a_denial_is_the_first_reason_that_is_told():
    denied = control("it", LOST, by="the army", polarity=Polarity.DENIED)
    verdict = judge(control("it", LOST, by="the army"), denied)
    assert verdict is not None and verdict.reasons[0].code == "denial_newer"


def test_a_denied_loss_contradicts_the_capture():
    denied = control("it", LOST, by="the army", polarity=Polarity.DENIED)

    assert relation(control("M23 fighters", SEIZED, by="M23"), denied) is CONTRADICTS
    assert relation(control("the army", HOLDS, by="a resident"), denied) is SUPPORTS


def test_an_attack_supports_its_harm_and_the_fight_for_the_place():
    assert relation(attack(), killed(12)) is SUPPORTS
    assert relation(attack(AttackType.CLASH), control("rebels", ENTERED)) is SUPPORTS
    assert relation(attack(AttackType.BOMBING), killed(12, around="12 people were killed in an ambush")) is None


def test_attacks_on_other_things_are_other_attacks():
    convoy = attack(AttackType.AMBUSH, target="an army convoy")

    assert relation(convoy, attack(AttackType.AMBUSH, target="a military column")) is SAME
    assert relation(convoy, attack(AttackType.AMBUSH, target="a school")) is None
    assert relation(attack(AttackType.CLASH), attack(AttackType.SHELLING)) is SUPPORTS


def test_who_blames_the_other_side_contradicts():
    older = attack(actor="the army", target="the market")

    assert relation(older, attack(actor="rebels", target="the market")) is CONTRADICTS


def test_the_same_is_certain_only_where_everything_is_known_and_one_speaker_says_it():
    same = judge(killed(12), killed(12, place=IZYUM, outlet="Daily Ledger"))
    other_speaker = judge(killed(12), killed(12, by="the mayor"))
    unknown_day = judge(killed(12), killed(12, on=None))
    hedged = judge(killed(AT_LEAST_10), killed(AT_LEAST_10))

    assert same and same.certain
    assert not any(each.certain for each in (other_speaker, unknown_day, hedged) if each)


def test_copies_of_one_text_are_certain():
    older = killed(12, by="residents", copy="D-7")

    judged = judge(older, killed(12, by="residents", outlet="Daily Ledger", copy="D-7"))

    assert judged and judged.certain
    assert judged.relation is SAME


def test_armies_that_no_lexicon_knows_are_told_apart_by_their_names():
    older = control("the Northern Dawn Front", HOLDS)

    assert relation(older, control("Northern Dawn fighters", HOLDS, by="a priest")) is SAME
    assert relation(older, control("the Blue Valley Army", HOLDS, by="a priest")) is CONTRADICTS


def test_no_casualties_at_all_contradicts_the_dead():
    assert relation(killed(5), killed(0, effect=None, by="the army")) is CONTRADICTS


def test_other_sites_in_one_town_are_other_events():
    market = killed(4, around="4 people were killed when shells hit a market")

    assert relation(market, killed(2, around="2 people were killed in a strike on a school", by="the mayor")) is None
    assert relation(market, killed(4, around="4 people were killed when shells hit the bazaar")) is SAME


def test_the_morning_and_the_evening_are_two_events():
    morning = killed(4, around="4 people were killed in the market on Monday morning")

    assert relation(morning, killed(2, around="2 people were killed on Monday evening")) is None
    assert relation(morning, killed(4, around="4 people were killed on Monday, police said in the evening")) is SAME


def test_two_who_each_say_that_a_place_is_theirs_contradict():
    older = control("our fighters", SEIZED, by="commander Bwira")

    assert relation(older, control("the army", HOLDS, by="a colonel")) is CONTRADICTS


def test_a_desk_can_say_who_fights():
    front = Parties((("greycoats", "group:greycoats"), ("redcoats", "group:redcoats")))
    older, newer = control("the greycoats", HOLDS), control("the redcoats", HOLDS, by="a priest")

    judged = judge(older, newer, front)

    assert judged and judged.relation is CONTRADICTS
    assert relation(older, newer) is SAME
    assert older.mention.place == IZIUM


def test_who_denies_that_the_town_fell_and_who_says_that_it_is_ours_say_the_same_thing_of_it():
    ministry = "the defence ministry"
    denied = control(None, SEIZED, by=ministry, polarity=Polarity.DENIED)
    holds = control("our forces", HOLDS, by=ministry)

    assert relation(denied, holds) is SUPPORTS
    assert relation(denied, control("the rebels", HOLDS, by="the rebels")) is CONTRADICTS


def test_districts_of_which_only_the_middle_of_their_region_is_known_are_not_one():
    guzara, injil = (Place(name, "Herat", "AF", 34.2, 62.2) for name in ("Guzara", "Injil"))
    taken = control("Taliban fighters", SEIZED, place=guzara)

    assert relation(taken, control("the army", HOLDS, by="the army", place=injil)) is None
    assert relation(taken, control("the army", HOLDS, by="the army", place=guzara)) is CONTRADICTS


def test_that_no_civilian_died_says_nothing_of_people_who_may_have_been_soldiers():
    denied = killed(Interval(), victims="civilians", by="the army", polarity=Polarity.DENIED)

    assert relation(denied, killed(exactly(12), victims="people")) is None
    assert relation(denied, killed(exactly(12), victims="villagers")) is CONTRADICTS
