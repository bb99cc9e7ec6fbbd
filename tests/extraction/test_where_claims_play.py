"""Where the claims of entries, lists and stories play, as a table of texts; a claim is found by words of its quote."""

from __future__ import annotations

import pytest

from bot.extraction.extract import extract

NOTES = "Incident notes, northern Mali, 1-7 May 2023\n\n"

# the text, words of the quote, the place meant
PLAYS = [
    # what labels an entry holds it, whatever is named in passing
    (NOTES + "4 May, Ansongo. Troops landed at Labbezanga port. Nine people were killed.", "killed", "Ansongo"),
    (NOTES + "4 May, Ansongo, GAO. Nine people were killed.", "killed", "Ansongo"),
    (NOTES + "Thu 4 May / Ansongo. A convoy came from Menaka. Nine people were killed.", "killed", "Ansongo"),
    (NOTES + "4 May, Gao. 2 men were killed at a checkpoint.", "killed", "Gao"),
    # where people come from, or are bound for, is not where they act
    ("Six soldiers were killed in Sarmin on Monday. An ambulance driven from Idlib was hit.", "hit", "Sarmin"),
    ("Rebels took Sarmin on Monday, and the garrison bolted for Idlib.", "took", "Sarmin"),
    ("Ana Ruiz, born in Hama, was killed in Sarmin.", "killed", "Sarmin"),
    # those who live in a place speak of it
    ("Shells fell near Idlib. Residents of Omaniya said a mine had killed nine people.", "killed", "Omaniya"),
    ("Shells fell near Idlib. A villager from Omaniya said a mine had killed nine people.", "killed", "Omaniya"),
    ("Troops captured the Lafole settlement on the Afgoye road in Somalia.", "captured", "Lafole"),
    # what a clause names goes before what is named behind it
    ("Troops have captured Sarmin, and the village of Binnish was shelled.", "captured", "Sarmin"),
    ("Gunmen attacked Sarmin. The garrison there surrendered, and four men were killed there.", "killed", "Sarmin"),
]


@pytest.mark.parametrize(("text", "words", "place"), PLAYS)
def test_a_claim_plays_there(text: str, words: str, place: str) -> None:
    found = [one for one in extract(text) if words in one.quote]

    assert found
    assert [one.place.name if one.place else None for one in found] == [place] * len(found)


def test_in_the_capital_is_in_the_capital_that_the_text_names() -> None:
    text = (
        "KABUL, May 3, 2021 (Agency) - Gunmen attacked Herat on Monday. Nine people were killed in Herat.\n\n"
        "In the capital, two men were killed."
    )

    assert [one.place.name for one in extract(text) if one.place][-1] == "KABUL"
