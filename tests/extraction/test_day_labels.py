"""The day that labels an entry of a log, in the forms in which logs write it; the log is of Wednesday 31 March 2021."""

from __future__ import annotations

from datetime import date

import pytest

from bot.extraction.day_labels import day_label, is_labelled
from bot.extraction.extract import extract

WEDNESDAY = date(2021, 3, 31)

# the line, then first and last day meant
LABELS = [
    ("24 Mar, Palma: gunmen came.", "03-24", "03-24"),
    ("24 March: gunmen came.", "03-24", "03-24"),
    ("March 24 – Gunmen came.", "03-24", "03-24"),
    ("24/03 – Gunmen came.", "03-24", "03-24"),
    ("24.03. Palma: gunmen came.", "03-24", "03-24"),
    ("24/03/21 | Palma | Gunmen came.", "03-24", "03-24"),
    ("2021-03-24: gunmen came.", "03-24", "03-24"),
    ("230900MAR21 – Palma. Gunmen came.", "03-23", "03-23"),
    ("24MAR21 - gunmen came.", "03-24", "03-24"),
    ("24MAR Palma - gunmen came.", "03-24", "03-24"),
    ("240321 1600 Palma: gunmen came.", "03-24", "03-24"),
    ("[24 Mar, 1600] Palma – gunmen came.", "03-24", "03-24"),
    ("24th – Palma. Gunmen came.", "03-24", "03-24"),
    ("Wed 24: Palma. Gunmen came.", "03-24", "03-24"),
    ("Fri 26 Mar / Palma. Gunmen came.", "03-26", "03-26"),
    ("* 24 March (Wed), Palma: gunmen came.", "03-24", "03-24"),
    ("3) 24 Mar, Palma town. Gunmen came.", "03-24", "03-24"),
    ("PALMA, 24 Mar – Gunmen came.", "03-24", "03-24"),
    ("Palma (24 Mar): gunmen came.", "03-24", "03-24"),
    ("24-25 Mar, Palma: gunmen came.", "03-24", "03-25"),
    ("24 March, around 4 pm. Palma. Gunmen came.", "03-24", "03-24"),
    ("Date: 24 March 2021. Place: Palma. Gunmen came.", "03-24", "03-24"),
    ("Friday – Palma. Gunmen came.", "03-26", "03-26"),
    ("Friday 26 March", "03-26", "03-26"),
]


@pytest.mark.parametrize(("line", "first", "last"), LABELS)
def test_a_label_means_these_days(line: str, first: str, last: str) -> None:
    label = day_label(line, 0, WEDNESDAY)

    assert label is not None
    assert (label.first.isoformat(), label.last.isoformat()) == (f"2021-{first}", f"2021-{last}")


@pytest.mark.parametrize(
    "line",
    [
        "On 24 March gunmen came to Palma.",
        "24 people were killed in Palma.",
        "Gunmen came to Palma on 24 March.",
        "2.1 Security",
        "14:30 Palma: gunmen came.",
        "Marching on Palma: gunmen came.",
    ],
)
def test_what_only_looks_like_a_label_is_none(line: str) -> None:
    assert day_label(line, 0, WEDNESDAY) is None


def test_a_label_without_a_report_day_is_seen_and_means_nothing() -> None:
    assert is_labelled("24 Mar, Palma: gunmen came.", 0)
    assert day_label("24 Mar, Palma: gunmen came.", 0, None) is None


HEAD = "Incident notes, Cabo Delgado, 31 March 2021\n\n"


@pytest.mark.parametrize(
    "entries",
    [
        "24 Mar, Palma: gunmen killed 7 people. Two shops were burnt.\n26 Mar, Pemba: gunmen killed 3 people.",
        "Wed 24 March\n- Palma: gunmen killed 7 people. Shops burnt.\nFri 26 March\n- Pemba: gunmen killed 3 people.",
        "24 MARCH\nPalma: gunmen killed 7 people. Two shops were burnt.\n\n26 MARCH\nPemba: gunmen killed 3 people.",
        "[24 Mar, 1600] Palma – gunmen killed 7 people. Shops burnt.\n[26 Mar, 0900] Pemba – gunmen killed 3 people.",
        "Palma (24 Mar): gunmen killed 7 people. Two shops were burnt.\nPemba (26 Mar): gunmen killed 3 people.",
    ],
)
def test_all_that_an_entry_tells_is_of_its_day_and_place(entries: str) -> None:
    told = [
        (str(one.event_date.start) if one.event_date else None, one.place.name if one.place else None)
        for one in extract(HEAD + entries)
    ]

    assert told == [("2021-03-24", "Palma"), ("2021-03-24", "Palma"), ("2021-03-26", "Pemba")]


def test_a_list_that_a_sentence_leads_in_is_of_that_sentences_day() -> None:
    text = (
        "Communiqué no. 4\n4 September 2021\n\nYesterday, 3 September, our units struck the base of Drava. "
        "The balance of the action is the following:\n\n- 38 soldiers killed;\n- 17 captured;\n- two lorries burnt."
    )

    assert {str(one.event_date.start) for one in extract(text) if one.event_date} == {"2021-09-03"}


def test_the_dateline_is_no_label_of_an_entry() -> None:
    text = "date 2021-03-31\n\nPEMBA, March 31 — Gunmen killed 7 people in Palma on Monday. Two shops were burnt."

    assert [str(one.event_date.start) for one in extract(text) if one.event_date] == ["2021-03-29", "2021-03-29"]
