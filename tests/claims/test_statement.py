"""What claims say in plain words, for every kind and every shape of figure."""

from __future__ import annotations

import pytest

from bot.claims.checkability import checkability
from bot.claims.model import (
    Action,
    Attack,
    AttackType,
    Attribution,
    Casualties,
    Control,
    ControlAction,
    Count,
    Effect,
    Interval,
    Kind,
    Mention,
    Place,
    Polarity,
)
from bot.claims.statement import figure, statement

GAO = Place("Gao", country="ML", lat=16.27, lon=-0.04)


def told(
    kind: Kind,
    *,
    polarity: Polarity = Polarity.ASSERTED,
    place: Place | None = GAO,
    who: Attribution | None = None,
    casualties: Casualties | None = None,
    count: Count | None = None,
    control: Control | None = None,
    attack: Attack | None = None,
) -> Mention:
    return Mention(
        kind,
        "words",
        0,
        5,
        "rule",
        polarity,
        place,
        None,
        who,
        casualties=casualties,
        count=count,
        control=control,
        attack=attack,
    )


@pytest.mark.parametrize(
    ("interval", "words"),
    [
        (Interval(10, 10), "10"),
        (Interval(10, None, "at least"), "10 or more"),
        (Interval(None, 8, "up to"), "up to 8"),
        (Interval(5, 8, "five to eight"), "5 to 8"),
        (Interval(30, 30, "about"), "about 30"),
        (Interval(1200, 1200), "1,200"),
        (Interval(), ""),
    ],
)
def test_a_figure_is_said_as_wide_as_it_is(interval: Interval, words: str) -> None:
    assert figure(interval) == words


@pytest.mark.parametrize(
    ("effect", "interval", "victims", "words"),
    [
        (Effect.INJURED, Interval(10, None, "at least"), "civilians", "10 or more civilians were injured in Gao."),
        (Effect.KILLED, Interval(1, 1), "a soldier", "One soldier was killed in Gao."),
        (Effect.KILLED, Interval(1, 1), "Amadou Ba", "Amadou Ba was killed in Gao."),
        (Effect.KILLED, Interval(0, 0), None, "No person was killed in Gao."),
        (Effect.MISSING, Interval(3, 3), None, "3 people were missing in Gao."),
        (None, Interval(), "the rebels", "Rebels were killed or injured in Gao."),
    ],
)
def test_casualties_name_the_number_the_people_and_what_became_of_them(
    effect: Effect | None, interval: Interval, victims: str | None, words: str
) -> None:
    assert statement(told(Kind.CASUALTIES, casualties=Casualties(effect, interval, victims))) == words


def test_a_denial_says_that_it_did_not_happen() -> None:
    none = Casualties(Effect.KILLED, Interval(), "soldiers")
    assert (
        statement(told(Kind.CASUALTIES, polarity=Polarity.DENIED, casualties=none)) == "No soldier was killed in Gao."
    )
    five = Casualties(Effect.KILLED, Interval(5, 5), "soldiers")
    said = statement(told(Kind.CASUALTIES, polarity=Polarity.DENIED, casualties=five))
    assert said == "It is not so that 5 soldiers were killed in Gao."


def test_the_other_kinds_say_who_did_what_where() -> None:
    fled = Count(Action.FLED, Interval(200, None, "hundreds of"), "families")
    assert statement(told(Kind.DISPLACEMENT, count=fled)) == "200 or more families fled in Gao."
    sent = Count(Action.SENT, Interval(1, 1), "a battalion")
    assert statement(told(Kind.DEPLOYMENT, count=sent)) == "One battalion was sent to Gao."
    seized = Control("The rebels", ControlAction.SEIZED, "the airport")
    assert statement(told(Kind.TERRITORIAL_CONTROL, control=seized)) == "The rebels seized the airport in Gao."
    raid = Attack(AttackType.AIR_STRIKE, "the army", "a market")
    assert statement(told(Kind.ATTACK, attack=raid)) == "An air strike by the army on a market took place in Gao."


@pytest.mark.parametrize("action", list(ControlAction))
@pytest.mark.parametrize("actor", ["the army", None])
@pytest.mark.parametrize("seat", ["the bridge", None])
def test_control_is_a_sentence_whatever_is_known(action: ControlAction, actor: str | None, seat: str | None) -> None:
    said = statement(told(Kind.TERRITORIAL_CONTROL, control=Control(actor, action, seat)))
    assert said[0].isupper()
    assert said.endswith("in Gao.")
    assert "None" not in said


def test_figure_place_and_named_source_make_a_claim_more_checkable() -> None:
    bare = told(Kind.CASUALTIES, place=None, casualties=Casualties(None, Interval(), None))
    full = told(
        Kind.CASUALTIES, who=Attribution("Ana Ruiz"), casualties=Casualties(Effect.KILLED, Interval(4, 4), "miners")
    )
    assert checkability(full) > checkability(bare) >= 0
