from __future__ import annotations

from pathlib import Path

import pytest

from bot.bench.extract import bench_extract, measured
from bot.bench.hostile import NAMES, hostile, read_here
from bot.bench.reports import reports


def test_made_up_reports_hold_claims_and_are_the_same_every_time() -> None:
    made = reports(4)

    assert made == reports(4) != reports(4, seed=2)
    assert measured(made).mentions > 40


def test_the_speed_of_given_texts_is_told_as_a_share_of_the_tokenizers(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text("LVIV, May 3 — Two men died in Herat on Monday, police said.")

    speed, costs = bench_extract([tmp_path], hostile=())

    assert (speed.words, costs) == (16, [])
    assert f"Ratio: 1/{1 / speed.ratio:.1f}" in capsys.readouterr().out


@pytest.mark.parametrize("name", NAMES)
def test_every_hostile_text_has_its_length_and_is_read(name: str) -> None:
    assert len(hostile(name, 2_000)) == len(hostile(name, 2_000, with_claims=True)) == 2_000
    assert read_here(name, 2_000).mebibytes > 0
