"""What the cascade saw, told to people."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.claims.model import Kind, Polarity
from bot.extraction.explain import explain
from bot.reader.files import NoSuchText
from bot.reader.printing import print_explanations

DAY = date(2025, 3, 12)
REPORT = "Nine soldiers were killed in Ubari. The mayor denied that any civilians had been hurt.\n\nIt rained."


def test_each_sentence_is_told_once_and_in_order() -> None:
    told = explain(REPORT, DAY)

    assert [one.sentence for one in told][-1] == "It rained."
    assert [one.start for one in told] == sorted(one.start for one in told)
    assert all(REPORT[one.start : one.end] == one.sentence for one in told)


def test_groups_and_claims_stand_where_they_say() -> None:
    for told in explain(REPORT, DAY):
        for part in (*told.groups, *told.claims):
            assert told.start <= part.start < part.end <= told.end


def test_a_claim_names_its_rule_and_a_group_its_figure() -> None:
    first, second, third = explain(REPORT, DAY)

    assert (first.groups[0].words, first.groups[0].about, first.groups[0].figure) == ("Nine soldiers", "people", "9")
    assert (first.claims[0].kind, first.claims[0].rule) == (Kind.CASUALTIES, "casualties.passive.kill")
    assert first.claims[0].statement == "9 soldiers were killed in Ubari."
    assert second.claims[0].polarity is Polarity.DENIED
    assert third.claims == ()


def test_an_empty_text_has_nothing_to_explain() -> None:
    assert explain("") == []


def test_the_terminal_shows_sentence_groups_and_rule(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = tmp_path / "ubari.txt"
    report.write_text(REPORT.replace("\n", "\r\n"), encoding="utf-8")

    print_explanations([report], DAY)

    shown = " ".join(capsys.readouterr().out.split())
    assert "ubari.txt" in shown
    assert "Nine soldiers were killed in Ubari. Nine soldiers people = 9" in shown
    assert "9 soldiers were killed in Ubari. by the rule casualties.passive.kill" in shown


def test_markup_in_a_report_is_only_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = tmp_path / "a.txt"
    report.write_text("[bold]Nine[/] soldiers were killed. \x1b[31mRed\x1b[0m [link=x]y.", encoding="utf-8")

    print_explanations([report], DAY)

    shown = capsys.readouterr().out
    assert "[bold]Nine[/]" in shown
    assert "\x1b" not in shown


def test_a_missing_file_is_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(NoSuchText):
        print_explanations([tmp_path / "none.txt"], DAY)
