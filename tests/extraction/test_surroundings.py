from __future__ import annotations

from datetime import date

from bot.claims.model import EventDate, Interval
from bot.extraction.extract import extract
from bot.extraction.surroundings import Around, Surroundings

TEXT = (
    "HERAT (Afghanistan), July 8 2021 — At least 12 villagers were killed in Karukh on Wednesday, the mayor said. "
    "Between 5 and 8 tanks burnt.\n"
    "The flood of May 2011 carried off 30 souls. Troops will be sent on Saturday."
)
ABOUT = Surroundings(TEXT)


def _around(words: str) -> Around:
    start = TEXT.find(words)
    sentence = ABOUT.sentence(start, start + len(words))
    assert sentence is not None
    return ABOUT.of(start, start + len(words), sentence)


def _figures(words: str) -> list[Interval]:
    start = TEXT.find(words)
    sentence = ABOUT.sentence(start, start + len(words))
    assert sentence is not None
    return ABOUT.figures(start, start + len(words), sentence)


def test_a_stretch_has_the_place_the_day_and_the_speaker_that_the_rules_would_give_it():
    (told,) = (mention for mention in extract(TEXT) if mention.quote.startswith("At least 12"))
    around = _around("12 villagers were killed")

    assert (around.place, around.event_date, around.attribution) == (told.place, told.event_date, told.attribution)
    assert around.event_date == EventDate(date(2021, 7, 7), date(2021, 7, 7))
    assert around.current


def test_the_past_and_what_is_to_come_are_not_current():
    assert not _around("carried off 30 souls").current
    assert not _around("Troops will be sent on Saturday").current


def test_a_figure_is_read_whole_where_the_stretch_touches_it():
    assert _figures("12 villagers") == [Interval(12, None, "At least")]
    assert _figures("and 8 tanks") == [Interval(5, 8, "Between 5 and 8")]
    assert _figures("villagers were killed") == []


def test_a_stretch_over_two_sentences_has_none():
    start = TEXT.find("the mayor said. Between")
    assert ABOUT.sentence(start, start + 23) is None
    assert ABOUT.sentence(0, 5) is None
