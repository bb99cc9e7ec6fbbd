"""Texts made to break the reading of places: long, strange, empty."""

from __future__ import annotations

import pytest

from bot.claims.model import Place
from bot.extraction.place.names import MOST_NAMES
from bot.extraction.places import covers, find_places, survey

LENGTH = 50_000


@pytest.mark.parametrize(
    "piece",
    [
        "A",
        "Aa ",
        "San Jose, ",
        "al-",
        "Q'",
        "the village of ",
        "KABUL ",
        "(",
        "\n",
        "é",
        "U.S. ",
        "K -- ",
        "northern Mali ",
    ],
)
def test_repetition_without_end_is_read_to_the_end(piece: str) -> None:
    text = piece * (LENGTH // len(piece))

    for span in find_places(text):
        assert text[span.start : span.end] == span.name


def test_a_list_of_places_without_end_is_cut_short() -> None:
    assert len(find_places("in Kabul. " * (MOST_NAMES + 5_000))) <= MOST_NAMES + 1


@pytest.mark.parametrize(
    "text", ["", " ", "\x00", "\ud800", "🙂 Kabul 🙂", "İstanbul’da", "ПОЖАР В КИЕВЕ", "A\u0301" * 50]
)
def test_strange_texts_are_read_without_complaint(text: str) -> None:
    assert survey(text).spans is not None


def test_offsets_count_code_points() -> None:
    text = "🙂🙂 Shells fell in Kharkiv, Ukraine."

    assert [text[span.start : span.end] for span in find_places(text)] == ["Kharkiv", "Ukraine"]


def test_a_country_covers_its_towns_and_a_region_its_own() -> None:
    mali, kidal = Place("northern Mali", None, "ML"), Place("Kidal", "Kidal", "ML")
    idlib, ariha = Place("Idlib", "Idlib", "SY"), Place("Ariha", "Idlib", "SY")

    assert covers(mali, kidal)
    assert not covers(kidal, mali)
    assert covers(idlib, ariha)
    assert not covers(idlib, Place("Homs", "Homs", "SY"))
    assert covers(ariha, ariha)
    assert not covers(Place("Kani"), ariha)
