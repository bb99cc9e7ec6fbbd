from __future__ import annotations

from bot.claims.grade import Grade
from bot.claims.model import ControlAction
from bot.matching.grading import admits, grade
from tests.matching.telling import control, killed


def test_fifty_outlets_that_quote_one_ministry_are_one_source():
    told = [killed(by="the defence ministry", outlet=f"Outlet {number}") for number in range(50)]

    graded = grade(told)

    assert (graded.grade, graded.sources) == (Grade.SINGLE_SOURCE, 1)


def test_two_independent_speakers_corroborate():
    graded = grade([killed(by="the health ministry"), killed(by="the Red Cross", outlet="Radio Lumen")])

    assert (graded.grade, graded.sources) == (Grade.CORROBORATED, 2)


def test_unnamed_speakers_never_corroborate_alone_but_do_with_a_named_one():
    residents = [killed(by="residents", outlet="Radio Lumen"), killed(by="a student", outlet="Sahel Post")]

    assert grade(residents).grade is Grade.SINGLE_SOURCE
    assert grade([*residents, killed(by="the Red Cross")]).grade is Grade.CORROBORATED


def test_a_shared_text_adds_nothing():
    copies = [killed(by="residents", outlet=f"Outlet {number}", copy="D-1") for number in range(5)]

    assert grade(copies).sources == 1
    assert grade([*copies, killed(by="the Red Cross")]).sources == 2


def test_an_open_contradiction_outweighs_the_rest():
    told = [killed(by="the health ministry"), killed(by="the Red Cross", outlet="Radio Lumen")]

    assert grade(told, contradicted=True).grade is Grade.CONTESTED


def test_who_admits_what_hurts_its_side_acknowledges():
    loss = control("the army", ControlAction.LOST, by="the governor of Kharkiv")
    capture = control("Russian forces", ControlAction.SEIZED, by="Ukraine's general staff")
    dead = killed(14, by="the army", victims="its soldiers")

    assert all(admits(told) for told in (loss, capture, dead))
    assert grade([loss]).grade is Grade.ACKNOWLEDGED


def test_victories_and_neutral_speakers_acknowledge_nothing():
    victory = control("the army", ControlAction.SEIZED, by="the army")
    enemy_dead = killed(14, by="the army", victims="militants")
    resident = control("the army", ControlAction.LOST, by="residents")
    nobody = killed(0, by="the army", victims="soldiers")

    assert not any(admits(told) for told in (victory, enemy_dead, resident, nobody))
