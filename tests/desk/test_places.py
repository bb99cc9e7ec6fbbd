from __future__ import annotations

import pytest

from bot.claims.model import Place
from bot.desk.places import AskedPlace, WhichPlace, read_place
from tests.cards.casting import a_claim, a_mention

BAKHMUT = Place("Bakhmut", "Donetsk", "UA", 48.594, 37.999)


def asked(words: str) -> AskedPlace:
    return read_place(words, "/toll Herat 7")


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("AF", "af"), ("Afghanistan", "af"), ("ivory coast", "ci"), ("Côte d’Ivoire", "ci"), ("DRC", "cd"),
        ("af", "af"), ("Herat  Province", "herat province"), ("Qala-i-Naw", "qala i naw"),
    ],
)  # fmt: skip
def test_a_country_is_known_by_its_names_and_everything_else_is_a_name(words: str, key: str):
    assert asked(words).key == key


@pytest.mark.parametrize("words", ["", "   ", "—", "@"])
def test_no_words_are_no_place(words: str):
    with pytest.raises(WhichPlace, match="/toll Herat 7"):
        asked(words)


def test_an_old_name_finds_the_new_one_and_no_namesake():
    assert {"artemivsk", "bakhmut", "in:bakhmut"} <= set(asked("Artemivsk").keys)
    assert not {"engels", "in:engels"} & set(asked("Pokrovsk").keys)
    assert len(asked("nowhere at all").keys) == 2


def test_a_town_is_itself_under_any_spelling_and_not_what_holds_it():
    assert asked("Artemivsk").is_at(BAKHMUT)
    assert asked("Bakhmut").is_at(Place("Artemovsk", "Donetsk", "UA", BAKHMUT.lat, BAKHMUT.lon))
    assert not asked("Donetsk oblast").is_at(BAKHMUT)
    assert not asked("Ukraine").is_at(BAKHMUT)
    assert asked("Ukraine").is_at(Place("Ukraine", None, "UA", 49.0, 32.0))


def test_a_place_is_called_as_the_claims_spell_it():
    there = [a_claim(mention=a_mention(place=BAKHMUT))]
    assert asked("BAKHMUT").name(there) == "Bakhmut, Ukraine"
    assert asked("donetsk oblast").name(there) == "Donetsk, Ukraine"
    assert asked("ukraine").name(there) == "Ukraine"
    elsewhere = a_claim(mention=a_mention(place=Place("Bakhmut", "Voronezh", "RU")))
    assert asked("bakhmut").name([*there, elsewhere]) == "Bakhmut"
    assert asked("el fasher").name([]) == "El Fasher"
