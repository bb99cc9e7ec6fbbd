"""The whole cascade, on sentences in the registers that desks receive."""

from __future__ import annotations

import json
from datetime import date

import pytest

from bot.claims.model import Kind, Mention, Polarity
from bot.claims.statement import statement
from bot.extraction.explain import explain
from bot.extraction.extract import extract
from bot.extraction.jsonl import as_json
from bot.extraction.language import language_of

DAY = date(2023, 6, 8)

Row = tuple[str, str | None, int | None, int | None]


def row(mention: Mention) -> Row:
    """Kind, what was done, and the figure of a mention."""
    told = mention.casualties
    if told:
        return mention.kind.value, told.effect and told.effect.value, told.count.low, told.count.high
    if mention.count:
        action = mention.count.action
        return mention.kind.value, action and action.value, mention.count.count.low, mention.count.count.high
    return mention.kind.value, mention.control.action.value if mention.control else None, None, None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A grenade attack in Bujumbura injured 14 shoppers.", ("casualties", "injured", 14, 14)),
        ("The death toll in Ubari has risen to 21, a doctor said.", ("casualties", "killed", 21, 21)),
        ("Five of the miners are still missing.", ("casualties", "missing", 5, 5)),
        ("The mayor, his wife and their two daughters were shot dead.", ("casualties", "killed", 4, 4)),
        ("Between five and eight gunmen were killed.", ("casualties", "killed", 5, 8)),
        ("No casualties were reported.", ("casualties", None, 0, 0)),
        ("Rebels took full control of the port of Kismayo.", ("territorial_control", "seized", None, None)),
        ("The army has retaken the airport.", ("territorial_control", "retook", None, None)),
        ("Two patrols were ambushed near Kidal.", ("attack", None, None, None)),
        ("Dozens of families fled their homes.", ("displacement", "fled", 24, None)),
        ("Gunmen took six nurses hostage.", ("detention", "abducted", 6, 6)),
        ("Some 300 police officers were deployed to the port.", ("deployment", "sent", 300, 300)),
        ("Shelling destroyed 11 houses.", ("damage", "destroyed", 11, 11)),
    ],
)
def test_each_kind_is_found_with_its_figure(text: str, expected: Row) -> None:
    assert expected in [row(mention) for mention in extract(text, DAY)]


RELEASE = "2010-09-CA-017 For Immediate Release\u2028\u2028DRAVA, North (Sept. 2) - {}"


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("A patrol searched a farm in Hesar, Tuesday. A man fired at the soldiers. He was killed.", "2010-08-31"),
        ("Today, the alliance confirmed that a rebel leader was killed during a raid in Hesar, Monday.", "2010-08-30"),
        ("Soldiers came under fire near Hesar last night. They killed two rebels.", "2010-09-01"),
    ],
)
def test_what_a_release_reports_happened_on_the_day_told_before_it(told: str, day: str) -> None:
    killed = [one for one in extract(RELEASE.format(told)) if one.kind == Kind.CASUALTIES][-1]
    assert killed.event_date is not None
    assert killed.event_date.start == date.fromisoformat(day)


def test_what_a_note_tells_of_later_days_has_happened() -> None:
    note = "02/03/2017: Gunmen abducted a grocer in Tame. The grocer was killed by his captors on February 9, 2017."
    killed = [one for one in extract(note) if one.kind == Kind.CASUALTIES]
    assert [one.event_date and one.event_date.start for one in killed] == [date(2017, 2, 9)]


def test_a_quote_is_the_text_as_it_stands_whatever_ends_its_lines() -> None:
    text = RELEASE.format("Soldiers killed two rebels\u2028near Hesar. A mine killed\u2028three men.")
    assert all(text[one.start : one.end] == one.quote for one in extract(text))


@pytest.mark.parametrize(
    "text",
    [
        "Troops will be sent to the border next week.",
        "If the dam is hit, thousands could be killed.",
        "There are 2,400 soldiers in the country.",
        "The war has killed 40,000 people since 2014.",
        "The bank lost 12 percent of its value.",
    ],
)
def test_plans_fears_stocks_and_whole_wars_are_no_claims(text: str) -> None:
    assert extract(text, DAY) == []


def test_a_denial_is_marked_and_carries_its_speaker() -> None:
    found = extract("The ministry denied that any soldiers had been killed.", DAY)
    assert [one.polarity for one in found] == [Polarity.DENIED]
    assert found[0].attribution is not None


def test_a_claim_knows_its_place_day_and_speaker() -> None:
    text = "Shells killed four people in Goma on Tuesday, the mayor said."
    found = next(one for one in extract(text, DAY) if one.kind is Kind.CASUALTIES)
    assert found.place is not None and found.place.name == "Goma"
    assert found.event_date is not None and found.event_date.start == date(2023, 6, 6)
    assert found.attribution is not None and found.attribution.source == "the mayor"


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n",
        "\x00\u202e🙂",
        "killed " * 400,
        "at least " * 400,
        "9" * 400 + " killed",
        "²³ killed",
        "(" * 900,
        "’s " * 300,
    ],
)
def test_hostile_text_breaks_nothing(text: str) -> None:
    for one in extract(text):
        assert text[one.start : one.end] == one.quote


def test_every_quote_stands_at_its_offsets_and_goes_into_a_line_of_json() -> None:
    text = "Update: three dead, 11 wounded in Odesa.\r\n\r\nPolice put it at 14. “We lost two men,” a pilot said."
    found = extract(text, DAY)
    assert len(found) >= 3
    for one in found:
        assert text[one.start : one.end] == one.quote
        line = json.loads(json.dumps(as_json(one, "a.txt")))
        assert line["document"] == "a.txt"
        assert line["statement"].endswith(".")


def test_explaining_shows_sentence_groups_and_rule() -> None:
    told = explain("Twelve miners were killed in Goma.", DAY)
    assert told[0].claims[0].rule == "casualties.passive.kill"
    assert told[0].groups[0].figure == "12"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The army said that two soldiers were killed in the town.", "en"),
        ("El ejército dijo que dos soldados fueron muertos en la ciudad.", "es"),
        ("Армия сообщила о двух погибших солдатах", "ru"),
        ("12345 !!!", None),
    ],
)
def test_the_language_is_told_by_small_words_and_letters(text: str, code: str | None) -> None:
    assert language_of(text) == code


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Shells killed two soldiers near Kupiansk on Tuesday.", "killed two soldiers near Kupiansk"),
        ("Two soldiers were killed in fighting outside Goma.", "Two soldiers were killed in fighting outside Goma"),
        ("Near Kupiansk, shells killed two soldiers.", "Near Kupiansk, shells killed two soldiers"),
        ("Shells killed two soldiers in Kupiansk.", "killed two soldiers"),
        ("Shells killed two soldiers, police near Kupiansk said.", "killed two soldiers"),
    ],
)
def test_a_quote_goes_on_to_the_place_that_the_event_was_only_near(text: str, quote: str) -> None:
    assert quote in [mention.quote for mention in extract(text) if mention.kind is Kind.CASUALTIES]


def test_what_happened_near_a_town_is_not_said_to_have_happened_in_it() -> None:
    killed = [one for one in extract("Shells killed two soldiers near Kupiansk.") if one.kind is Kind.CASUALTIES]
    assert [statement(one) for one in killed] == ["2 soldiers were killed near Kupiansk."]
