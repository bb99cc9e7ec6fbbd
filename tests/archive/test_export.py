"""An export verifies by itself, and tells nothing that it must not."""

from __future__ import annotations

import json
import re
from pathlib import Path
from random import Random

import pytest

from bot.archive.checkpoints import print_checkpoint, print_keys
from bot.archive.exporting import export_history, prove_claim
from bot.claims import events as e
from bot.claims.consensus import Stance
from bot.signing.__main__ import main
from storage.store import Store
from tests.archive.conftest import Archive
from tests.storage.scene import Scene

VERIFY, DISPUTE = Stance.VERIFY, Stance.DISPUTE


@pytest.fixture
def key(archive: Archive, capsys) -> str:
    print_keys(archive.settings, None)
    return re.findall(r"claimdesk\.\S+", capsys.readouterr().out)[0]


@pytest.fixture
def told(archive: Archive) -> str:
    """An export of the desk after one claim was decided, and one overruled."""
    store = Store(archive.settings.database_url)
    with store.transaction() as records:
        scene = Scene(records, records.desks.all()[0], now=_later(records))
        decided, blind = scene.released(), scene.released()
        people = [records.reviewers.of(scene.desk.id, 7_000_000_100 + n, scene.now) for n in range(4)]
        for person in people[:3]:
            voter = records.reviewers.voter(person.id, decided)
            scene.happens(decided.id, e.VoteCast(1, voter, VERIFY))
        for person in people[:2]:
            scene.happens(blind.id, e.VoteCast(1, records.reviewers.voter(person.id, blind), DISPUTE))
        scene.happens(blind.id, e.NotAClaimPressed(1, records.reviewers.voter(people[3].id, blind), lead=False))
        scene.happens(blind.id, e.Overruled(1, people[3].codename, e.Status.VERIFIED, "ab" * 32))
    store.close()
    out = archive.database.parent / "history.jsonl"
    export_history(archive.settings, None, out)
    return out.read_text(encoding="ascii")


def _later(records):
    return max(row.at for row in records.log.checkpoints(1)).replace(hour=23)


def test_an_export_verifies_with_nothing_but_the_key(archive: Archive, told: str, key: str, capsys):
    export = archive.database.parent / "history.jsonl"
    assert main(["verify", str(export), *map(str, archive.kept), "--key", key]) == 0
    assert archive.verify(*archive.kept, export=export) == 0
    assert archive.verify(*archive.kept, export=export, key=key) == 0


def test_an_export_says_that_it_cannot_be_recalled(told: str):
    assert json.loads(told.splitlines()[0])["copies"] == "a copy that has left the machine cannot be recalled"


def test_an_export_holds_no_id_of_telegram_no_exact_time_and_no_note(told: str):
    _, events = told.split("\n", 1)

    assert not re.search(r"70000000\d\d|7000000\d\d\d|1001234567890123", events)
    assert not re.search(r"\d\d:\d\d", re.sub(r'"says":\{.*', "", events))
    assert "photograph" not in events


def test_a_blind_round_shows_no_stance_and_a_decided_one_does(told: str):
    lines = [json.loads(line) for line in told.splitlines()[1:]]
    shown = {claim: [line["open"]["event"] for line in lines if line["claim"] == claim and line["open"]]
             for claim in (1, 101, 102)}  # fmt: skip

    assert shown[101] == ["claim_opened", "round_opened", "vote_cast", "vote_cast", "vote_cast", "status_changed"]
    assert shown[102] == ["claim_opened", "round_opened", "overruled"]
    assert shown[1] == ["claim_opened", "round_opened", "posted"]
    for line in lines:
        if line["claim"] != 101 and line["open"]:
            assert not {"stance", "reviewer", "verify", "dispute"} & set(line["open"]["payload"])


def test_no_line_joins_a_codename_to_a_pseudonym(told: str):
    for line in told.splitlines()[1:]:
        shown = json.loads(line)["open"] or {"payload": {}}
        assert not {"by", "reviewer"} <= set(shown["payload"])


def test_a_line_that_was_changed_is_found(archive: Archive, told: str):
    lines = told.splitlines(keepends=True)
    export = archive.database.parent / "history.jsonl"
    for place in (5, 50, 374):
        changed = re.sub('"sequence":(.)', '"sequence":1\\1', lines[place])
        export.write_text("".join([*lines[:place], changed, *lines[place + 1 :]]), encoding="ascii")
        assert archive.verify(*archive.kept, export=export) == 1
        export.write_text("".join([*lines[:place], *lines[place + 1 :]]), encoding="ascii")
        assert archive.verify(*archive.kept, export=export) == 1


def test_a_claim_is_proven_without_the_database(archive: Archive, key: str, tmp_path: Path, capsys):
    proof = tmp_path / "proof.json"
    prove_claim(archive.settings, f"C-{Random(3).randint(1, 75)}", None, proof)

    assert f"verify-proof {proof} --key KEY" in capsys.readouterr().err
    assert main(["verify-proof", str(proof), "--key", key]) == 0
    proof.write_text(proof.read_text(encoding="utf-8").replace('"sequence":2', '"sequence":3', 1), encoding="utf-8")
    assert main(["verify-proof", str(proof), "--key", key]) != 0


def test_a_checkpoint_from_the_command_line_comes_with_the_proof_of_growth(archive, key: str, tmp_path: Path, capsys):
    growth = tmp_path / "growth.json"
    print_checkpoint(archive.settings, None, growth)
    note = tmp_path / "note.txt"
    note.write_text(capsys.readouterr().out, encoding="utf-8")

    assert main(["verify-growth", str(growth), "--key", key]) == 0
    assert archive.verify(note) == 0
    assert "Every event is covered by a checkpoint that holds." in capsys.readouterr().out
