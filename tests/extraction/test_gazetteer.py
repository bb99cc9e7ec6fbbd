"""The gazetteer: names as people write them, found where they lie."""

from __future__ import annotations

import pytest

from bot.extraction.folding import fold
from bot.extraction.gazetteer import LEXICON, Entry, Feature, Gazetteer, gazetteer


def first_in(country: str, name: str) -> Entry:
    return next(entry for entry in gazetteer().look_up(name) if entry.country == country)


def test_marks_hyphens_and_case_do_not_matter() -> None:
    assert fold("Hérāt") == fold("HERAT")
    assert fold("Sana‘a") == fold("Sanaa")
    assert fold("Khan-Yunis") == fold("khan  yunis")


def test_every_spelling_of_the_persian_of_is_the_same() -> None:
    assert fold("Qala-e Naw") == fold("Qala-i-Naw") == fold("Qala-ye-Naw")


@pytest.mark.parametrize(
    ("spelling", "country", "latitude"),
    [
        ("Kiev", "UA", 50.4),
        ("Kharkov", "UA", 50.0),
        ("Artyomovsk", "UA", 48.6),
        ("Khan Younis", "PS", 31.3),
        ("Khan Yunus", "PS", 31.3),
        ("El Fasher", "SD", 13.6),
        ("Al-Fashir", "SD", 13.6),
        ("Qala-e Naw", "AF", 35.0),
        ("Hodeidah", "YE", 14.8),
        ("Maungdaw", "MM", 20.8),
        ("Mocimboa da Praia", "MZ", -11.3),
    ],
)
def test_spellings_of_the_wires_lead_to_the_same_town(spelling: str, country: str, latitude: float) -> None:
    assert first_in(country, spelling).lat == pytest.approx(latitude, abs=0.15)


@pytest.mark.parametrize(
    ("region", "country"),
    [
        ("Badghis", "AF"),
        ("Helmand", "AF"),
        ("Idlib", "SY"),
        ("North Kivu", "CD"),
        ("Tigray", "ET"),
        ("North Darfur", "SD"),
        ("Donetsk region", "UA"),
        ("Kharkiv", "UA"),
        ("Gaza Strip", "PS"),
        ("West Bank", "PS"),
        ("Rakhine", "MM"),
        ("Cabo Delgado", "MZ"),
        ("Zaporizhzhia", "UA"),
        ("Khyber Pakhtunkhwa", "PK"),
        ("Norte de Santander", "CO"),
    ],
)
def test_first_order_regions_are_known_in_english_with_coordinates(region: str, country: str) -> None:
    regions = [entry for entry in gazetteer().look_up(region) if entry.feature is Feature.REGION]

    assert any(entry.country == country and entry.lat is not None for entry in regions)


def test_an_unknown_name_has_no_entries() -> None:
    assert gazetteer().look_up("Zzyzzogeton-upon-Nowhere") == ()
    assert gazetteer().look_up("") == ()
    assert gazetteer().look_up("Ελλάδα") == ()


def test_first_and_last_names_of_the_table_are_found() -> None:
    lines = (LEXICON / "gazetteer" / "aliases.tsv").read_text(encoding="utf-8").splitlines()

    for line in (lines[0], lines[1], lines[-1]):
        assert gazetteer().look_up_folded(line.split("\t")[0])


def test_the_tables_are_sorted_so_that_bisection_finds_every_name() -> None:
    keys = [line.split(b"\t")[0] for line in (LEXICON / "gazetteer" / "aliases.tsv").read_bytes().splitlines()]

    assert keys == sorted(keys)
    assert len(keys) == len(set(keys))
    assert all(gazetteer().look_up_folded(key.decode()) for key in keys[::997])


def test_words_for_a_people_name_its_country() -> None:
    assert gazetteer().people_of("Afghans") == "AF"
    assert gazetteer().people_of("Burkinabè") == "BF"
    assert gazetteer().people_of("Nigerien") == "NE"
    assert gazetteer().people_of("Herat") is None


def test_a_by_name_is_marked() -> None:
    engels = next(entry for entry in gazetteer().look_up("Pokrovsk") if entry.name == "Engels")

    assert engels.by_name


def test_a_longer_name_is_announced_by_its_first_words() -> None:
    assert gazetteer().starts_a_name("port au")
    assert gazetteer().starts_a_name("al aqsa")
    assert not gazetteer().starts_a_name("zzyzzogeton")


def test_capitals_are_known_as_such() -> None:
    assert any(entry.capital for entry in gazetteer().look_up("Kabul"))
    assert not any(entry.capital for entry in gazetteer().look_up("Kandahar"))


def test_every_hand_made_line_is_whole() -> None:
    for line in (LEXICON / "regions.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        name, _, country, _, feature, lat, lon = line.split("\t")
        assert name and (not country or len(country) == 2), line
        assert Feature(feature), line
        assert bool(lat) == bool(lon), line
        assert not lat or (-90 <= float(lat) <= 90 and -180 <= float(lon) <= 180), line


def test_a_second_gazetteer_reads_the_same() -> None:
    assert Gazetteer().look_up("Bakhmut") == gazetteer().look_up("Bakhmut")
