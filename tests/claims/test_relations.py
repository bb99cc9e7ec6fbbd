from __future__ import annotations

import pytest

from bot.claims.relations import Reason, read, written


def test_reasons_are_read_as_they_were_written():
    reasons = (Reason("same_place", "Qala-i-Naw"), Reason("figures_apart", "12", "21"), Reason("corrected"))

    assert read(written(reasons)) == reasons
    assert read("") == ()


@pytest.mark.parametrize("hostile", ["a|b;c", "two\nlines", "x" * 500])
def test_no_words_of_a_source_break_the_form(hostile: str):
    (reason,) = read(written((Reason("places_apart", hostile, "Herat"),)))

    assert reason.code == "places_apart"
    assert reason.newer == "Herat"
    assert len(reason.older) <= 80


def test_a_detail_that_only_the_newer_claim_has_keeps_its_side():
    assert read(str(Reason("speaker", "", "the mayor"))) == (Reason("speaker", "", "the mayor"),)
