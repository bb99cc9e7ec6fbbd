from __future__ import annotations

import pytest

from bot.claims.model import Attribution
from bot.claims.relations import Told
from bot.matching.speakers import independent, same_source, speaker_key
from tests.matching.telling import TUESDAY, killed


@pytest.mark.parametrize(
    "words",
    [
        "the Defence Ministry",
        "the Ministry of Defence",
        "spokesman for the defence ministry",
        "MoD",
        "the Defense Ministry",
        "a defence ministry spokeswoman",
    ],
)
def test_one_ministry_has_one_key_in_any_words(words: str):
    assert speaker_key(Attribution(words), "Daily Ledger") == "defence ministry"


def test_an_organisation_stands_before_the_person_who_speaks_for_it():
    colonel = Attribution("Colonel Idrissa Sanogo", "army spokesman", "the army")

    assert speaker_key(colonel, "Sahel Post") == speaker_key(Attribution("the army"), "Radio Lumen")


def test_unnamed_speakers_are_keyed_by_their_outlet():
    assert speaker_key(Attribution("residents"), "Sahel Post") != speaker_key(Attribution("residents"), "Radio Lumen")
    assert speaker_key(None, "Sahel Post") == "sahel post"


def test_two_nations_ministries_are_two_speakers():
    kyiv, moscow = Attribution("Ukraine's defence ministry"), Attribution("Russia's defence ministry")

    assert speaker_key(kyiv) != speaker_key(moscow)
    assert not same_source(killed(by=kyiv.source), killed(by=moscow.source))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the police", "Herat police"),
        ("the Syrian Observatory for Human Rights", "the SOHR"),
        ("the Assistance Association for Political Prisoners", "the AAPP"),
        ("Governor Petro Hlushko", "Governor Petro Hlushko"),
        ("the UN refugee agency", "UNHCR"),
        ("the Ministry of the Interior", "the interior minister"),
        ("the army", "an army spokesman"),
    ],
)
def test_one_speaker_under_two_names_is_one_source(one: str, other: str):
    assert independent(killed(by=one), killed(by=other, outlet="Daily Ledger")) is False


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the mayor", "the governor"),
        ("the army", "residents"),
        ("the health ministry", "the defence ministry"),
        ("a student", "a taxi driver"),
        ("the army", "the Arakan Army"),
    ],
)
def test_two_speakers_are_two_sources(one: str, other: str):
    assert independent(killed(by=one), killed(by=other, outlet="Daily Ledger")) is True


def test_a_text_that_went_through_two_hands_is_one_source():
    one, other = (killed(by="residents", outlet=outlet, copy="D-1") for outlet in ("Harbour Times", "Morning Standard"))

    assert independent(one, other) is False
    assert independent(one, killed(by="residents", outlet="Morning Standard")) is True


def test_reporters_are_told_apart_by_outlet_and_a_bodys_own_text_is_its_word():
    assert independent(killed(by=None), killed(by=None)) is False
    assert independent(killed(by=None), killed(by=None, outlet="Radio Lumen")) is True
    assert independent(killed(by=None, outlet="Ministry of Defence"), killed(by="the defence ministry")) is False


def test_nobody_can_tell_whether_a_reporter_has_it_from_the_ministry():
    assert independent(killed(by=None), killed(by="the defence ministry", outlet="Radio Lumen")) is None
    assert independent(killed(by="residents", outlet=None), killed(by="residents", outlet=None)) is None


def test_a_sentence_without_a_speaker_may_name_the_one_who_corrects_himself():
    older = killed(by="Mayor Amadou Diallo")
    words = "Mayor Amadou Diallo lowered the toll to 19 on Thursday"

    assert same_source(older, killed(19, by=None, outlet="Radio Lumen", around=words))
    assert not same_source(older, killed(19, by=None, outlet="Radio Lumen", around="19 people met Mayor Diallo"))


def test_the_keys_need_no_outlet():
    assert isinstance(Told(killed().mention, None, TUESDAY), Told)
    assert speaker_key(Attribution("residents")) == "resident" or speaker_key(Attribution("residents")) == ": resident"
