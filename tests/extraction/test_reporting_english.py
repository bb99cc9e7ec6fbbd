"""Ordinary reporting English: what sentences of wires, live blogs, situation reports and bulletins claim."""

from __future__ import annotations

from datetime import date

import pytest

from bot.extraction.extract import extract
from tests.gold.cases import core

DAY = date(2023, 6, 8)


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Ubari is under the full control of our forces, the army said.", "our forces"),
        ("Ubari is under the army's full control.", "the army"),
        ("Ubari is now under the complete control of the rebels.", "the rebels"),
        ("The port remains under the firm control of the Houthis.", "the Houthis"),
        ("The town fell under the full control of the insurgents.", "the insurgents"),
        ("The town came under the control of the militia.", "the militia"),
        ("The airport is in the army's hands.", "the army"),
        ("The road is under Taliban control.", "Taliban"),
        ("The town is under full control.", None),
    ],
)
def test_control_belongs_to_whom_the_report_names_and_not_to_its_degree(text: str, actor: str | None) -> None:
    assert [one.control and one.control.actor for one in extract(text, DAY)] == [actor]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("The army lost nine men, its spokesman, Colonel Ahmed Musa, said.", ["casualties killed 9"]),
        (
            "The army lost three tanks and nine men, its spokesman said.",
            ["casualties killed 9", "damage destroyed 3"],
        ),
    ],
)
def test_the_claims_of_a_sentence_are_these(text: str, claims: list[str]) -> None:
    assert sorted(core(one) for one in extract(text, DAY) if one.kind != "attack") == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Thousands have crowded into the National Stadium.", ["displacement fled 2000.."]),
        ("Some 40 families left on foot in the night.", ["displacement fled 40"]),
        ("Nearly 3,000 families had moved deeper into rebel territory.", ["displacement fled 3000"]),
        ("The fighting drove 12,000 people across the river.", ["displacement forced_out 12000"]),
        ("Elchin sent a video of three burnt-out minibuses.", ["damage destroyed 3"]),
        ("The school's east wing has collapsed.", ["damage destroyed ?"]),
        ("Troops moved back into Kasra after three days.", ["territorial_control retook"]),
        ("The rebels still have Ferry Junction.", ["territorial_control holds"]),
        ("The siege of the town entered its seventh week.", ["territorial_control surrounded"]),
        ("Neither side can call the town its own.", ["territorial_control contested"]),
        ("Two nurses were hit by a stray bullet.", ["casualties injured 2"]),
        ("A commander, Lt-Col Zaw Tun, “fell in battle” at Bor.", ["casualties killed 1"]),
        ("They had not been located as of Monday.", ["casualties missing ?"]),
        ("There are 30-odd with injuries, mostly minor.", ["casualties injured 30"]),
        ("He said his boys had not lost a single man.", ["casualties killed 0"]),
        ("The council disputes this, stating that the camp is in army hands.", ["territorial_control holds"]),
        ("Gunmen seized five aid workers at a roadblock.", ["detention abducted 5"]),
    ],
)
def test_ordinary_wordings_are_claims(text: str, claims: list[str]) -> None:
    assert sorted(core(one) for one in extract(text, DAY) if one.kind != "attack") == claims


@pytest.mark.parametrize(
    "text",
    [
        "Heavy fighting between government forces and a youth group broke out in Bor.",
        "He saw three soldiers being carried off on stretchers.",
        "I wrote earlier that 12 had been hurt in Barda.",
        "The charity we quoted this morning as saying 15 people were killed has revised that.",
        "No word on losses on its own side.",
        "How big is the garrison? Estimates vary; an analyst puts it at 3,000.",
        "We have been unable to reach the hospital.",
        "Background: an estimated 3.3 million people are displaced.",
        "Fire swept through the market.",
        "The garrison had simply run out of shells.",
    ],
)
def test_what_only_sounds_like_a_claim_is_none(text: str) -> None:
    assert [core(one) for one in extract(text, DAY) if one.kind != "attack"] == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("LIVE | Northern Shan\n\n21:40 | The army has pulled out of the base known as Point 602.", "Point 602"),
        ("The rebels captured Hill 402 on Monday.", "Hill 402"),
        ("Fighting goes on in Bor. The rebels still have Ferry Junction.", "Ferry Junction"),
        ("20:15 | Reader Khin from Lashio writes: “Two men were killed.”", "Lashio"),
        ("KELDA RADIO – EVENING NEWS\nReader: Fatu\n\nShells fell in Goma. Soldiers took the dockyard.", "Goma"),
        ("Incidents this week\n\nLocation: Goma\nTwo died.\n\nLocation: Rutshuru\nRebels took the market.", "Rutshuru"),
        ("Report\n\na) Shire\nNothing to report.\n\nb) Adwa\nMilitia members detained 14 farmers.", "Adwa"),
        ("19:12 What we hear from Huliaipole\nAn official says two women were killed.", "Huliaipole"),
        ("Soldiers were in Henderson. Meanwhile the village of Tenaru is empty. They burned a clinic.", "Tenaru"),
    ],
)
def test_the_last_claim_plays_there(text: str, place: str) -> None:
    mention = extract(text, DAY)[-1]

    assert mention.place and mention.place.name == place


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Sixty wounded came in between Sunday night and this morning.", ("2023-06-04", "2023-06-08")),
        ("From yesterday to this morning nine people were killed.", ("2023-06-07", "2023-06-08")),
        ("Nine died on Sunday, and on Monday shells fell.", ("2023-06-04", "2023-06-04")),
        ("One guard, held at a checkpoint since 5 May, was let go yesterday.", ("2023-06-07", "2023-06-07")),
    ],
)
def test_the_first_claim_is_of_those_days(text: str, days: tuple[str, str]) -> None:
    when = extract(text, DAY)[0].event_date

    assert when and (when.start.isoformat(), when.end.isoformat()) == days


@pytest.mark.parametrize(
    ("text", "victims"),
    [
        ("The ministry put the toll at nine dead, all of them police officers.", "police officers"),
        ("The blast killed six, all of them soldiers, the mayor said.", "soldiers"),
        ("Nine were killed, all of them farmers.", "farmers"),
        ("The shelling left two dead, both of them nurses.", "nurses"),
        ("The raid killed eleven (all of them civilians).", "civilians"),
        ("The death toll has reached 14, all of them miners.", "miners"),
        ("Seven died, all police officers.", "police officers"),
        ("Gunmen killed eleven, mostly farmers.", None),
        ("Nine were killed, most of them children.", None),
        ("Nine farmers were killed, all of them Christians.", "farmers"),
    ],
)
def test_who_they_were_is_read_behind_a_bare_figure(text: str, victims: str | None) -> None:
    told = [one.casualties.victims for one in extract(text, DAY) if one.casualties]

    assert told == [victims]


def test_a_height_in_centimetres_is_no_hill() -> None:
    assert extract("Height 180 cm, weight 70 kg. The man was killed on Monday.", DAY)[0].place is None
