"""Who says it: cases as data in the two text files beside this one, and the conduct of the reader."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.extraction.sentences import split
from bot.extraction.speakers import Speakers, speaker_of

HERE = Path(__file__).parent
Case = tuple[str | None, str, int, int]


def cases(name: str) -> list[Case]:
    """(speaker or None, text, start, end) for each line of the file that is no comment."""
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [a_case(line) for line in lines if line and not line.startswith("#")]


def a_case(line: str) -> Case:
    speaker, marked = line.split(" | ", 1)
    marked = marked.replace("¶", "\n")
    start, end = marked.index("⟦"), marked.index("⟧") - 1
    return None if speaker == "-" else speaker, marked.replace("⟦", "").replace("⟧", ""), start, end


@pytest.mark.parametrize("case", cases("speakers_of_claims.txt"), ids=lambda case: case[1][:60])
def test_each_claim_has_its_speaker_and_the_reporter_is_none(case: Case) -> None:
    speaker, text, start, end = case

    found = Speakers(text).of(start, end)

    assert (found.source if found else None) == speaker


@pytest.mark.parametrize("case", cases("speakers_of_statements.txt"), ids=lambda case: case[1][:60])
def test_a_statement_of_any_kind_has_its_speaker(case: Case) -> None:
    speaker, text, start, end = case

    found = speaker_of(text, start, end)

    assert (found.source if found else None) == speaker


ROLES = [
    ("Kelda council member Ada Oru said ⟦nine died⟧.", "Ada Oru", "Kelda council member", None),
    ("Karim Aziz, a spokesman for the defence ministry, said ⟦nine died⟧.", "Karim Aziz",
     "a spokesman for the defence ministry", "defence ministry"),
    ("Defence Ministry spokesman Karim Aziz said ⟦nine died⟧.", "Karim Aziz", "Defence Ministry spokesman",
     "Defence Ministry"),
    ("A rebel spokesman, Yusuf Kane, said ⟦nine died⟧.", "Yusuf Kane", "a rebel spokesman", "rebel"),
    ("Lt. Col. Pavel Dros said ⟦nine died⟧.", "Pavel Dros", "Lt. Col", None),
    ("Rights group Witness Watch said ⟦nine died⟧.", "Witness Watch", "Rights group", "Witness Watch"),
    ("UNHCR's Maria Costa said ⟦nine died⟧.", "Maria Costa", None, "UNHCR"),
    ("A rebel spokesman said ⟦nine died⟧.", "a rebel spokesman", None, "rebel"),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "source", "role", "organisation"), ROLES)
def test_name_role_and_organisation_are_told_apart(
    marked: str, source: str, role: str | None, organisation: str | None
) -> None:
    _, text, start, end = a_case(f"- | {marked}")

    found = Speakers(text).of(start, end)

    assert found is not None
    assert (found.source, found.role, found.organisation) == (source, role, organisation)


@pytest.mark.parametrize(
    ("marked", "party"),
    [
        ("The army said ⟦nine died⟧.", True),
        ("Rebel spokesman Yusuf Kane said ⟦nine died⟧.", True),
        ("The defence ministry said ⟦nine died⟧.", True),
        ("A doctor said ⟦nine died⟧.", False),
        ("Human Rights Watch said ⟦nine died⟧.", False),
    ],
)
def test_those_who_fight_are_a_party(marked: str, party: bool) -> None:
    _, text, start, end = a_case(f"- | {marked}")

    found = Speakers(text).of(start, end)

    assert found is not None
    assert found.party is party


def test_an_outlet_that_quotes_a_ministry_is_only_the_way_it_came() -> None:
    text = "State television quoted the health ministry as saying nine had died."

    found = Speakers(text).of(text.index("nine"), len(text))

    assert found is not None
    assert (found.source, found.chain) == ("the health ministry", ("State television",))


def test_an_indirect_report_goes_on_through_its_paragraph_and_no_further() -> None:
    text = "Four soldiers died, the army said. Two were hurt.\n\nA bridge fell."
    who = Speakers(text)

    assert who.of(text.index("Two"), text.index("hurt")) is not None
    assert who.of(text.index("A bridge"), len(text)) is None


def test_a_quotation_of_several_paragraphs_has_one_speaker() -> None:
    text = "Rosa Pinto, a farmer, spoke.\n\n“They came at dawn.\n\n“They shot the dogs.\n\n“Then they left,” she said."
    who = Speakers(text)

    last = who.of(text.index("Then"), text.index(" left"))

    assert last is not None
    assert last.source == "Rosa Pinto"


def test_sentences_made_elsewhere_serve_as_well() -> None:
    text = "It was quiet. The mayor said two had died."
    start = text.index("two")

    assert Speakers(text, split(text)).of(start, len(text)) == Speakers(text).of(start, len(text))


def test_nothing_is_said_in_an_empty_text() -> None:
    assert Speakers("").of(0, 0) is None
    assert speaker_of("", 0, 0) is None
