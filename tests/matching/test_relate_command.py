from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.reader.files import NothingThere
from bot.reader.relations import FileAndFolder, NothingInCommon, print_relations

OLDER = (
    "date 2025-03-12\nsource Northern Wire\n\n"
    "Twelve people were killed by a car bomb in Mogadishu on Tuesday, police said.\n"
)
NEWER = (
    "date 2025-03-13\r\nsource Gulf Courier\r\n"
    "The death toll from Tuesday's bomb in Mogadishu has risen to 21, police said.\r\n"
)


def _written(folder: Path, name: str, text: str) -> Path:
    folder.mkdir(exist_ok=True)
    file = folder / name
    file.write_bytes(text.encode())
    return file


def _lines(capsys: pytest.CaptureFixture[str]) -> list[dict]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_two_files_give_a_line_for_each_pair_of_claims(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    older, newer = _written(tmp_path, "a.txt", OLDER), _written(tmp_path, "b.txt", NEWER)

    print_relations(older, newer, jsonl=True)

    (line,) = _lines(capsys)
    assert (line["file"], line["relation"], line["independent"]) == ("a.txt", "updates", False)
    assert "different figures: 12, 21" in line["reasons"]
    assert set(line["a"]) == {"quote", "start", "end", "kind"}


def test_offsets_count_in_the_files_as_they_lie_on_disk(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    print_relations(_written(tmp_path, "a.txt", OLDER), _written(tmp_path, "b.txt", NEWER), jsonl=True)

    (line,) = _lines(capsys)
    assert OLDER[line["a"]["start"] : line["a"]["end"]] == line["a"]["quote"] != ""
    assert NEWER[line["b"]["start"] : line["b"]["end"]] == line["b"]["quote"] != ""


def test_folders_pair_up_by_file_name_and_say_what_stands_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    for name in ("one.txt", "two.txt", "only.txt"):
        _written(tmp_path / "a", name, OLDER)
    for name in ("one.txt", "two.txt"):
        _written(tmp_path / "b", name, NEWER)

    print_relations(tmp_path / "a", tmp_path / "b", jsonl=True)

    said = capsys.readouterr()
    assert [json.loads(line)["file"] for line in said.out.splitlines()] == ["one.txt", "two.txt"]
    assert "only.txt" in said.err


def test_people_read_the_claims_the_relation_and_the_reasons(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    print_relations(_written(tmp_path, "a.txt", OLDER), _written(tmp_path, "b.txt", NEWER), jsonl=False)

    said = " ".join(capsys.readouterr().out.split())
    assert "21 people were killed in Mogadishu. — police updates · one source" in said
    assert "different figures: 12, 21" in said


def test_nothing_in_a_report_steers_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    hostile = NEWER.replace("Gulf Courier", "Gulf\x1b[31m [red]Courier").replace(", police said", "")

    print_relations(_written(tmp_path, "a.txt", OLDER), _written(tmp_path, "b.txt", hostile), jsonl=False)

    assert "\x1b[31m [red]" not in capsys.readouterr().out


def test_a_file_and_a_folder_are_no_pair(tmp_path: Path):
    file = _written(tmp_path / "a", "a.txt", OLDER)

    with pytest.raises(FileAndFolder):
        print_relations(file, tmp_path / "a", jsonl=True)


def test_folders_without_a_shared_name_say_so(tmp_path: Path):
    _written(tmp_path / "a", "a.txt", OLDER)
    _written(tmp_path / "b", "b.txt", NEWER)
    (tmp_path / "empty").mkdir()

    with pytest.raises(NothingInCommon):
        print_relations(tmp_path / "a", tmp_path / "b", jsonl=True)
    with pytest.raises(NothingThere):
        print_relations(tmp_path / "a", tmp_path / "empty", jsonl=True)


def test_reports_that_have_nothing_to_do_with_each_other_say_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    other = "Shells fell on a school in Kherson on 1 May 2023, the mayor said."

    print_relations(_written(tmp_path, "a.txt", OLDER), _written(tmp_path, "b.txt", other), jsonl=False)

    assert "No claim of the second report relates" in capsys.readouterr().out


def test_a_report_of_endless_claims_is_compared_as_far_as_one_would_wait(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("bot.reader.relations.MOST_CLAIMS", 2)
    many = OLDER + "Five people were wounded in Goma on Monday. Two houses were destroyed in Goma on Monday. " * 3

    print_relations(_written(tmp_path, "a.txt", many), _written(tmp_path, "b.txt", NEWER), jsonl=True)

    assert "only the first 2 of its" in " ".join(capsys.readouterr().err.split())
