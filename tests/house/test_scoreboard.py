from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests import scoreboard
from tests.scoreboard import BEGIN, END, LINES, count, rows, write


def test_only_what_was_done_is_told_and_what_went_wrong_is_nought_unless_counted():
    (kills,) = rows(Counter({"kills": 1200, "votes_lost": 3}))

    assert kills[1:] == ("1,200", "0 contradictions after it")


def test_a_number_that_no_line_tells_is_a_mistake():
    with pytest.raises(AssertionError):
        count("kilts")


def test_every_line_has_its_numbers():
    for _, often, outcome in LINES:
        assert "{" in often
        assert "{" in outcome


def test_the_page_is_written_between_its_marks_alone(tmp_path: Path):
    page = tmp_path / "README.md"
    page.write_text(f"before\n{BEGIN}\nold\n{END}\nafter\n", encoding="utf-8")
    write(page, rows(Counter({"kills": 1})), "5 tests passed, 0 failed in 1 minutes")
    text = page.read_text(encoding="utf-8")

    assert text.startswith(f"before\n{BEGIN}\nMeasured by `make soak`")
    assert text.endswith(f"| kills (-9) of the running bot | 1 | 0 contradictions after it |\n{END}\nafter\n")
    assert "old" not in text


def test_the_readme_has_the_marks():
    readme = (Path(scoreboard.__file__).parents[1] / "README.md").read_text(encoding="utf-8")

    assert readme.count(BEGIN) == readme.count(END) == 1
