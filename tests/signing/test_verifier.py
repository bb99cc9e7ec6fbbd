from __future__ import annotations

import json
from pathlib import Path
from random import Random

import pytest

from bot.claims.merkle import subtrees_of
from bot.signing import Notary
from bot.signing.__main__ import UNUSABLE, VERIFIED, WRONG, main
from bot.signing.claim_proof import claim_proof
from bot.signing.growth_proof import GROWTH_PROOF, growth_proof
from tests.signing.histories import DESK, KEY, NOTARY, History, history, note, text_of
from tests.signing.tamperings import change_what_it_says


@pytest.fixture
def true() -> History:
    return history(Random(1))


@pytest.fixture
def export(tmp_path: Path, true: History) -> str:
    return _file(tmp_path / "history.jsonl", true.text())


@pytest.fixture
def checkpoint(tmp_path: Path, true: History) -> str:
    return _file(tmp_path / "checkpoint.txt", true.notes[-1])


def _file(path: Path, text: str) -> str:
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_a_true_history_is_verified_and_summed_up(export: str, checkpoint: str, capsys: pytest.CaptureFixture[str]):
    assert main(["verify", export, checkpoint, "--key", str(KEY)]) == VERIFIED

    assert capsys.readouterr().out.splitlines() == [
        f"History of {KEY.name}: 30 events of 4 claims, 26 of them in the log.",
        f"Key {NOTARY.fingerprint} (compare it with the published one).",
        "Holds: the checkpoint over 26 events, signed 2026-11-26 12:00 UTC.",
        "Unanchored: 4 events are covered by no checkpoint that holds, so nothing outside vouches for them.",
        "Verified: nothing is wrong.",
    ]


def test_several_checkpoints_may_stand_in_one_file_among_other_lines(tmp_path: Path, true: History, export: str):
    digest = _file(tmp_path / "digests.txt", "Digest\n\n" + "\nNext day:\n".join(true.notes) + "\nThe end\n")

    assert main(["verify", export, digest, "--key", str(KEY)]) == VERIFIED


def test_the_key_may_stand_in_a_file(tmp_path: Path, export: str, checkpoint: str):
    assert main(["verify", export, checkpoint, "--key", _file(tmp_path / "key.txt", f"{KEY}\n")]) == VERIFIED


def test_the_key_may_stand_in_a_file_as_the_command_prints_it(tmp_path: Path, export: str, checkpoint: str):
    printed = _file(tmp_path / "key.txt", f"Fingerprint: {NOTARY.fingerprint}\nDesk 1 (Night desk): {KEY}\n")

    assert main(["verify", export, checkpoint, "--key", printed]) == VERIFIED


def test_a_file_with_the_keys_of_several_desks_chooses_none(
    tmp_path: Path, export: str, checkpoint: str, capsys: pytest.CaptureFixture[str]
):
    printed = _file(tmp_path / "key.txt", f"Desk 1 (Night): {KEY}\nDesk 2 (Day): {NOTARY.verifier_key(DESK + 1)}\n")

    assert main(["verify", export, checkpoint, "--key", printed]) == UNUSABLE
    assert "holds the keys of several desks" in capsys.readouterr().err


def test_an_empty_key_is_no_key(export: str, checkpoint: str, capsys: pytest.CaptureFixture[str]):
    assert main(["verify", export, checkpoint, "--key", ""]) == UNUSABLE
    assert capsys.readouterr().err.startswith("The key is empty.")


def test_a_proof_in_the_place_of_a_checkpoint_is_told_how_to_be_verified(
    tmp_path: Path, true: History, export: str, capsys: pytest.CaptureFixture[str]
):
    grown = _file(tmp_path / "grown.json", json.dumps({"format": GROWTH_PROOF, "new": true.notes[-1]}, indent=1))

    assert main(["verify", export, grown, "--key", str(KEY)]) == UNUSABLE
    assert f"python -m bot.signing verify-growth {grown} --key KEY" in capsys.readouterr().err


def test_a_history_without_a_gap_to_its_checkpoint_is_wholly_anchored(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    whole = history(Random(2), unanchored=0)
    files = _file(tmp_path / "e", whole.text()), _file(tmp_path / "c", whole.notes[-1])

    assert main(["verify", *files, "--key", str(KEY)]) == VERIFIED
    assert "Every event is covered by a checkpoint that holds." in capsys.readouterr().out


def test_a_changed_row_is_told_with_claim_and_row(
    tmp_path: Path, true: History, checkpoint: str, capsys: pytest.CaptureFixture[str]
):
    changed = true.events[9]
    export = _file(tmp_path / "changed", text_of(change_what_it_says(true.events, 9, Random(1))))

    assert main(["verify", export, checkpoint, "--key", str(KEY)]) == WRONG
    told = capsys.readouterr().out
    assert "Not verified: 1 things are wrong." not in told
    assert "Not verified: 1 thing is wrong." in told
    assert f"Claim C-{changed.claim}, row {changed.sequence}: does not lead to its hash" in told


def test_a_forged_checkpoint_is_wrong_and_names_its_file(
    tmp_path: Path, true: History, export: str, checkpoint: str, capsys: pytest.CaptureFixture[str]
):
    forged = _file(tmp_path / "forged.txt", true.notes[-1].replace("\n26\n", "\n25\n"))

    assert main(["verify", export, checkpoint, forged, "--key", str(KEY)]) == WRONG
    told = capsys.readouterr().out
    assert "forged.txt: The note does not verify: its signature is not one that the key" in told
    assert "Holds: the checkpoint over 26 events" in told


def test_a_checkpoint_of_another_key_is_wrong(tmp_path: Path, true: History, export: str):
    other = _file(tmp_path / "other", note(true.events, 26, Notary(bytes(32))))

    assert main(["verify", export, other, "--key", str(KEY)]) == WRONG


def test_an_attacker_with_a_key_of_his_own_gets_nowhere_without_the_published_one(tmp_path: Path, true: History):
    mine = Notary(bytes(32))
    export = _file(tmp_path / "export", true.text().replace(NOTARY.origin(DESK), mine.origin(DESK)))
    checkpoint = _file(tmp_path / "checkpoint", note(true.events, 26, mine))

    assert main(["verify", export, checkpoint, "--key", str(mine.verifier_key(DESK))]) == VERIFIED
    assert main(["verify", export, checkpoint, "--key", str(KEY)]) == WRONG


def test_a_history_of_another_log_is_wrong(
    tmp_path: Path, true: History, checkpoint: str, capsys: pytest.CaptureFixture[str]
):
    export = _file(tmp_path / "export", true.text().replace(NOTARY.origin(DESK), "evil\\u001b[2J", 1))

    assert main(["verify", export, checkpoint, "--key", str(KEY)]) == WRONG
    told = capsys.readouterr().out
    assert "The first line names the log 'evil\\x1b[2J' of desk 3" in told
    assert "\x1b" not in told


def test_a_damaged_line_is_told_by_its_number(
    tmp_path: Path, true: History, checkpoint: str, capsys: pytest.CaptureFixture[str]
):
    lines = true.text().splitlines(keepends=True)
    lines[7] = lines[7][:-20] + "\n"

    assert main(["verify", _file(tmp_path / "damaged", "".join(lines)), checkpoint, "--key", str(KEY)]) == WRONG
    assert "Line 8 cannot be read as an event" in capsys.readouterr().out


def test_many_findings_are_told_a_hundred_at_a_time(
    tmp_path: Path, checkpoint: str, true: History, capsys: pytest.CaptureFixture[str]
):
    export = _file(tmp_path / "export", true.text() + "{}\n" * 1000)

    assert main(["verify", export, checkpoint, "--key", str(KEY)]) == WRONG
    told = capsys.readouterr().out.splitlines()
    assert "Not verified: 1,000 things are wrong." in told
    assert told[-1] == "… and 900 more."


@pytest.mark.parametrize(
    ("export_text", "checkpoint_text", "key", "sentence"),
    [
        (None, None, "nonsense", "nonsense cannot be read: No such file or directory."),
        (None, None, "a+b+c", "This is not a verifier key"),
        (None, "hello", str(KEY), "checkpoint.txt: This is not a signed note: no signature stands in it."),
        (None, "", str(KEY), "checkpoint.txt: This is not a signed note"),
        ("", None, str(KEY), "This is not a history as claimdesk exports it"),
        ("{}\n", None, str(KEY), "This is not a history as claimdesk exports it"),
        ("[" * 100_000, None, str(KEY), "This is not a history as claimdesk exports it"),
        ("\x00\xff", None, str(KEY), "This is not a history as claimdesk exports it"),
    ],
)
def test_what_cannot_be_used_is_said_in_a_sentence(
    tmp_path: Path,
    export: str,
    checkpoint: str,
    capsys: pytest.CaptureFixture[str],
    export_text: str | None,
    checkpoint_text: str | None,
    key: str,
    sentence: str,
):
    if export_text is not None:
        _file(Path(export), export_text)
    if checkpoint_text is not None:
        _file(Path(checkpoint), checkpoint_text)

    assert main(["verify", export, checkpoint, "--key", key]) == UNUSABLE
    said = capsys.readouterr()
    assert sentence in said.err
    assert "Verified" not in said.out


def test_missing_files_are_said(tmp_path: Path, export: str, checkpoint: str, capsys: pytest.CaptureFixture[str]):
    for paths in ((str(tmp_path / "none"), checkpoint), (export, str(tmp_path / "none")), (str(tmp_path), checkpoint)):
        assert main(["verify", *paths, "--key", str(KEY)]) == UNUSABLE
        assert "cannot be read:" in capsys.readouterr().err


def test_without_a_key_or_a_checkpoint_nothing_is_verified(export: str, checkpoint: str):
    for arguments in (["verify", export, checkpoint], ["verify", export, "--key", str(KEY)], []):
        with pytest.raises(SystemExit) as left:
            main(arguments)
        assert left.value.code == UNUSABLE


def test_a_claims_proof_is_verified(tmp_path: Path, true: History, capsys: pytest.CaptureFixture[str]):
    events = [event for event in true.events if event.claim == 2]
    proof = claim_proof(DESK, events, true.notes[-1], subtrees_of([event.hash for event in true.events]))

    assert main(["verify-proof", _file(tmp_path / "proof", proof), "--key", str(KEY)]) == VERIFIED
    assert f"Claim C-2 in {KEY.name}: rows 1 to " in capsys.readouterr().out

    forged = proof.replace(events[2].seal.hex(), events[1].seal.hex())
    assert main(["verify-proof", _file(tmp_path / "proof", forged), "--key", str(KEY)]) == WRONG
    assert "Claim C-2, row 3: does not lead to its hash" in capsys.readouterr().out

    assert main(["verify-proof", _file(tmp_path / "proof", "{}"), "--key", str(KEY)]) == UNUSABLE
    other = str(NOTARY.verifier_key(DESK + 1))
    assert main(["verify-proof", _file(tmp_path / "proof", proof), "--key", other]) == WRONG


def test_the_growth_of_a_log_is_verified(tmp_path: Path, true: History, capsys: pytest.CaptureFixture[str]):
    hashes = [event.hash for event in true.events]
    proof = growth_proof(true.notes[0], true.notes[-1], subtrees_of(hashes))

    assert main(["verify-growth", _file(tmp_path / "proof", proof), "--key", str(KEY)]) == VERIFIED
    assert f"begins with the log of {true.sizes[0]} events" in capsys.readouterr().out

    rewritten = change_what_it_says(true.events, 0, Random(1))
    new = note([*rewritten[1:], rewritten[0]], true.sizes[-1])
    forged = growth_proof(true.notes[0], new, subtrees_of(hashes))
    assert main(["verify-growth", _file(tmp_path / "proof", forged), "--key", str(KEY)]) == WRONG
    assert "it was rewritten in between" in capsys.readouterr().out
