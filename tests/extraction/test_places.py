"""Places in a text: what is one, what is not, and which."""

from __future__ import annotations

from itertools import pairwise

import pytest

from bot.extraction.gazetteer import Feature
from bot.extraction.places import (
    PlaceSpan,
    country_of,
    dateline_place,
    find_places,
    last_named,
    most_specific,
    survey,
)


def names(text: str) -> list[str]:
    return [span.name for span in find_places(text)]


def the(name: str, text: str) -> PlaceSpan:
    return next(span for span in find_places(text) if span.name == name)


def test_a_span_is_exactly_the_name_in_the_text() -> None:
    text = "Shells fell on Sarmin, in Syria’s Idlib province, and on “Khan Younis”."

    for span in find_places(text):
        assert text[span.start : span.end] == span.name == span.place.name.removesuffix(" province")


@pytest.mark.parametrize(
    "text",
    [
        "Karim Latif Noorzai said the road was cut.",
        "Bashir said he had seen nothing.",
        "Victoria wept when Santiago told her.",
        "Paris Hilton was not there.",
        "The Kabul Times printed the list.",
        "A Donetsk People's Republic spokesman denied it.",
        "Reading the statement, the general paused. Nice weather followed.",
        "Of those hurt, nine were children. A Man and a boy died.",
        "The Taliban and Hamas rejected it in May, on Monday and in April.",
        "Afghan, Syrian and Ukrainian officials met U.N. envoys.",
        "Gen. Omar Daud and Capt. Jose Salvador Cordoba were promoted.",
        "He is held in Hamas custody at a Wagner base.",
        "Radio Okapi reported it, and Operation Barkhane ended.",
    ],
)
def test_people_bodies_and_everyday_words_are_no_places(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "name", "feature"),
    [
        ("Rockets hit the village of Qaraquush al-Jadid overnight.", "Qaraquush al-Jadid", Feature.VILLAGE),
        ("Gunmen stormed Belandou district.", "Belandou", Feature.DISTRICT),
        ("Floods cut off Tamarend province.", "Tamarend", Feature.REGION),
        ("A drone fell in the town of Vysokopilka.", "Vysokopilka", Feature.TOWN),
        ("Tents burned at Umm Zarqun refugee camp.", "Umm Zarqun refugee camp", Feature.CAMP),
        ("They crossed the Belzek river at night.", "Belzek river", Feature.RIVER),
        ("A shell struck the Hay al-Dawra neighbourhood.", "Hay al-Dawra", Feature.NEIGHBOURHOOD),
        ("Planes landed at Tarmaq airbase.", "Tarmaq airbase", Feature.SITE),
        ("Trucks waited at the Morzan border crossing.", "Morzan border crossing", Feature.SITE),
        ("Two posts near Skalozerne were lost.", "Skalozerne", Feature.VILLAGE),
        ("Fighters from a place known as Loma Verde came down.", "Loma Verde", Feature.AREA),
    ],
)
def test_the_words_beside_an_unknown_name_make_it_a_place_without_coordinates(
    text: str, name: str, feature: Feature
) -> None:
    found = the(name, text)

    assert (found.feature, found.place.lat, found.place.lon) == (feature, None, None)


def test_places_in_a_list_share_the_word_before_the_first() -> None:
    text = "Raids were reported in Amrokh, Delvaz and Pustin, all in Farah province of Afghanistan."

    assert names(text) == ["Amrokh", "Delvaz", "Pustin", "Farah", "Afghanistan"]


def test_a_direction_belongs_to_the_name_of_a_country() -> None:
    assert "northern Mali" in names("Clashes spread in northern Mali on Sunday.")


def test_words_in_small_letters_may_belong_to_a_known_name() -> None:
    crossing = the("Rafah crossing", "Trucks queued at the Rafah crossing in Gaza.")
    capital = the("Guatemala city", "A bomb exploded in Guatemala city.")

    assert crossing.place.lat == pytest.approx(31.25, abs=0.05)
    assert (capital.feature, capital.place.country) == (Feature.CITY, "GT")


def test_the_region_beside_a_name_settles_which_is_meant() -> None:
    palma = the("Palma", "Insurgents entered Palma in Cabo Delgado.")

    assert (palma.place.country, palma.place.admin1) == ("MZ", "Cabo Delgado")


def test_the_country_of_the_report_settles_which_is_meant() -> None:
    syria = "Syrian troops shelled Hama and Idlib. In Tripoli Street, Ariha, two died."
    palestine = "Palestinian officials in Nablus and Ramallah said a raid on Ariha went on."

    assert the("Ariha", syria).place.country == "SY"
    assert the("Ariha", palestine).place.country == "PS"


def test_pokrovsk_is_in_donetsk_not_on_the_volga() -> None:
    pokrovsk = the("Pokrovsk", "Russian drones hit Pokrovsk in Ukraine’s Donetsk region.")

    assert (pokrovsk.place.country, pokrovsk.place.admin1) == ("UA", "Donetsk")


def test_a_namesake_near_a_place_just_named_is_meant() -> None:
    ivanivske = the("Ivanivske", "Ukrainian gunners at Chasiv Yar said the village of Ivanivske held.")

    assert ivanivske.place.lat == pytest.approx(48.57, abs=0.1)


def test_a_small_namesake_on_another_continent_is_not_taken_for_the_place() -> None:
    found = the("San Pedro", "Somali troops near Jowhar and Baidoa entered the village of San Pedro.")

    assert found.place.lat is None


@pytest.mark.parametrize("words", ["Herat province", "the Herat province", "the province of Herat"])
def test_a_province_called_like_its_capital_keeps_its_word(words: str) -> None:
    province = the("Herat", f"Taliban fighters took two posts in {words}.")
    town = the("Herat", "A bomb went off in Herat, Afghanistan.")

    assert (province.place.name, town.place.name) == ("Herat province", "Herat")
    assert the("Borno", "Three were killed in Borno state, Nigeria.").place.name == "Borno"


def test_a_feature_word_chooses_between_a_province_and_its_capital() -> None:
    assert the("Herat", "Taliban fighters took two posts in Herat province.").feature is Feature.REGION
    assert the("Herat", "A bomb went off in the Afghan city of Herat.").feature is Feature.CITY


def test_a_ministry_is_no_place_but_its_country_counts() -> None:
    text = "Congo's army did not respond. Fighting went on in Masisi and Rutshuru."

    assert names(text) == ["Masisi", "Rutshuru"]
    assert country_of(text) == "CD"


@pytest.mark.parametrize(
    ("text", "place", "country"),
    [
        ("HERAT (Afghanistan), July 8 — Smoke rose.", "HERAT", "AF"),
        ("KYIV, Ukraine (AP) — Shells fell.", "KYIV", "UA"),
        ("SAN SALVADOR, 8 Jan 90 (ACAN-EFE) -- A bomb exploded.", "SAN SALVADOR", "SV"),
        ("GOMA, Democratic Republic of Congo, Nov 27, 2023 (Reuters) - Rebels came.", "GOMA", "CD"),
        ("Ouagadougou, 3 March (AFP) – Gunmen came.", "Ouagadougou", "BF"),
        ("SANTIAGO, August 25, 1989 -- The police said so.", "SANTIAGO", "CL"),
    ],
)
def test_a_dateline_tells_where_a_report_was_written(text: str, place: str, country: str) -> None:
    found = dateline_place(text)

    assert found is not None
    assert (found.name, found.place.country, found.dateline) == (place, country, True)


def test_a_text_without_a_dateline_has_no_dateline_place() -> None:
    assert dateline_place("Shells fell on Kyiv - and on Odesa - at night.") is None


def test_a_report_may_be_about_another_country_than_it_is_written_in() -> None:
    text = "CAIRO (AP) — Clashes rocked Sudan's city of Nyala. Sudanese medics in Nyala counted nine dead."

    assert country_of(text) == "SD"


def test_an_unknown_place_lies_in_the_country_of_the_places_beside_it() -> None:
    text = (
        "Malian troops fought near Gao, Kidal and Menaka in Mali.\n"
        "In Ukraine, a drone hit the village of Vysokopilka near Sumy.\n"
    )

    assert the("Vysokopilka", text).place.country == "UA"


def test_both_ways_of_writing_ukrainian_names_are_known() -> None:
    found = the("Biloziria", "Ukraine said shells fell near Biloziria.")

    assert (found.place.country, found.canonical) == ("UA", "Bilozirya")
    assert found.place.lat is not None


def test_a_text_that_names_no_country_has_none() -> None:
    assert country_of("It rained all day.") is None


def test_a_hint_breaks_a_tie() -> None:
    text = "A grenade exploded in San Jose."

    assert find_places(text, "CR")[0].place.country == "CR"
    assert find_places(text, "GT")[0].place.country == "GT"


def test_the_narrowest_place_is_the_most_specific() -> None:
    spans = find_places("In Afghanistan, the village of Tawrak in Shindand district of Herat province was hit.")

    narrowest = most_specific(spans)
    assert narrowest is not None
    assert narrowest.name == "Tawrak"
    assert most_specific([]) is None


def test_the_city_refers_back_to_the_last_town_and_not_to_the_dateline() -> None:
    text = "BEIRUT (AP) — Shells hit Ariha in Idlib province. The city was dark."
    spans = find_places(text)

    city = last_named(spans, text.index("The city"), Feature.CITY)
    province = last_named(spans, text.index("The city"), Feature.REGION)
    assert city is not None
    assert province is not None
    assert (city.name, province.name) == ("Ariha", "Idlib")
    assert last_named(spans, text.index("Shells")) is None


def test_spans_stand_in_order_and_apart() -> None:
    text = "KYIV (Ukraine), May 1 — Bakhmut, Soledar and the town of Toretsk in Donetsk region, Ukraine, were hit."
    spans = find_places(text)

    assert all(left.end <= right.start for left, right in pairwise(spans))


def test_one_survey_tells_what_three_questions_tell() -> None:
    text = "NIAMEY, March 3 (Reuters) - Gunmen killed nine in Tillaberi region, Niger."
    told = survey(text)

    assert list(told.spans) == find_places(text)
    assert told.dateline == dateline_place(text)
    assert told.country == country_of(text) == "NE"


@pytest.mark.parametrize(
    "text",
    ["Russian troops entered Pokrovsk on Tuesday.", "Pokrovsk has fallen to Russian troops, a spokesman said."],
)
def test_whose_troops_are_abroad_does_not_say_where_a_town_is(text: str):
    (span,) = [found for found in find_places(text) if found.place.name == "Pokrovsk"]

    assert span.place.country == "UA"
