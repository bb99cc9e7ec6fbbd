from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from bot.claims.merkle import EMPTY, leaf_hash
from bot.signing import (
    BadCheckpoint,
    BadNote,
    Checkpoint,
    Notary,
    NotSigned,
    VerifierKey,
    WrongLog,
    notes_in,
    open_checkpoint,
    origin,
    press_key,
)
from bot.signing.keyfile import checkpoint_key
from bot.signing.notes import sign

NOTARY = Notary(bytes(32))
KEY = NOTARY.verifier_key(1)
ROOT = leaf_hash(b"one")
ROOT_LINE = "QVpfIrBAvhFuZFgnIU6JJHQxQBXX4OHVSs0Fht0uHgQ="
AT = datetime(2026, 11, 25, 16, 0, 0, 999, tzinfo=timezone(timedelta(hours=1)))
NOTE = NOTARY.sign_checkpoint(1, 20852, ROOT, AT)


def test_a_checkpoint_states_log_size_root_and_time():
    assert open_checkpoint(NOTE, KEY) == Checkpoint(NOTARY.origin(1), 20852, ROOT, ("time 2026-11-25T15:00:00Z",))
    assert open_checkpoint(NOTE, KEY).at == datetime(2026, 11, 25, 15, tzinfo=UTC)
    assert NOTE.startswith(f"{NOTARY.origin(1)}\n20852\n")


def test_a_checkpoint_is_signed_under_the_name_of_its_log():
    assert NOTE.split("\n\n")[1].startswith(f"— {NOTARY.origin(1)} ")
    assert str(KEY).startswith(f"{NOTARY.origin(1)}+")


def test_the_log_is_named_by_key_and_desk():
    public = Notary(b"\1" * 32).public

    assert origin(NOTARY.public, 1) != origin(NOTARY.public, 2) != origin(public, 2)
    assert NOTARY.origin(12).endswith("/desk-12")


def test_a_fingerprint_is_the_whole_hash_in_groups():
    groups = NOTARY.fingerprint.split(" ")

    assert [len(group) for group in groups] == [4] * 16
    assert NOTARY.origin(1).startswith(f"claimdesk.{''.join(groups)[:16]}/")


def test_the_keys_for_checkpoints_and_presses_are_not_the_key_of_the_file():
    key = bytes(range(32))

    assert len({key, press_key(key), checkpoint_key(key)}) == 3


def test_the_key_of_another_desk_does_not_open_it():
    with pytest.raises(NotSigned):
        open_checkpoint(NOTE, NOTARY.verifier_key(2))


def test_a_checkpoint_of_another_log_is_refused_though_the_key_signed_it():
    private = Ed25519PrivateKey.from_private_bytes(checkpoint_key(bytes(32)))
    note = sign(Checkpoint("another.log", 1, ROOT).text, NOTARY.origin(1), private)

    with pytest.raises(WrongLog):
        open_checkpoint(str(note), KEY)


def test_the_checkpoint_of_an_empty_log():
    assert open_checkpoint(NOTARY.sign_checkpoint(1, 0, EMPTY, AT), KEY).size == 0


def test_lines_that_are_not_understood_may_follow():
    checkpoint = Checkpoint.read(f"log\n12\n{ROOT_LINE}\nwhatever\n")

    assert checkpoint.more == ("whatever",)
    assert checkpoint.at is None


@pytest.mark.parametrize("size", ["", "+1", "01", "00", "-1", "1.0", "1e3", "1 ", " 1", "one", "٣", "1_0", "9" * 19])
def test_a_size_has_one_spelling(size: str):
    with pytest.raises(BadCheckpoint):
        Checkpoint.read(f"log\n{size}\n{ROOT_LINE}\n")


@pytest.mark.parametrize(
    "root", ["", ROOT_LINE[:-1], f"{ROOT_LINE}=", "AAAA", "!" * 44, ROOT_LINE.replace("Q=", "R="), "é"]
)
def test_a_root_has_one_spelling(root: str):
    assert Checkpoint.read(f"log\n7\n{ROOT_LINE}\n")
    with pytest.raises(BadCheckpoint):
        Checkpoint.read(f"log\n7\n{root}\n")


@pytest.mark.parametrize(
    "text",
    ["", "\n", "log\n", "log\n7\n", f"log\n7\n{ROOT_LINE}", f"\n7\n{ROOT_LINE}\n", f"log\n7\n{ROOT_LINE}\n\nmore\n"],
)
def test_missing_and_empty_lines_are_refused(text: str):
    with pytest.raises(BadCheckpoint):
        Checkpoint.read(text)


def test_an_empty_log_has_the_root_of_an_empty_log():
    with pytest.raises(BadCheckpoint):
        Checkpoint.read(f"log\n0\n{ROOT_LINE}\n")


def test_a_note_is_found_among_the_lines_of_a_digest():
    digest = (
        f"Digest of 25 November\n\n— Abdul Latif Rostaee, health official\n\nCheckpoint:\n{NOTE}\nUntil tomorrow.\n"
    )

    assert list(notes_in(digest)) == [NOTE]


def test_several_notes_are_found_whatever_their_line_ends():
    other = NOTARY.sign_checkpoint(1, 30000, ROOT, AT)
    pasted = f"{NOTE}\n{other}".replace("\n", "\r\n  ")

    assert [open_checkpoint(note, KEY).size for note in notes_in(pasted)] == [20852, 30000]


def test_a_note_with_the_signature_of_a_witness_is_found_whole():
    private = Ed25519PrivateKey.from_private_bytes(b"\2" * 32)
    witness = str(sign(NOTE.split("\n\n")[0] + "\n", "witness.test/w", private)).split("\n\n")[1]
    body, own = NOTE.split("\n\n")
    note = f"{body}\n\n{witness}{own}"

    assert list(notes_in(f"See:\n{note}")) == [note]
    assert open_checkpoint(note, KEY).size == 20852


@pytest.mark.parametrize("text", ["", "hello\n", "— A person, official\n", NOTE.split("\n\n")[0]])
def test_a_text_without_a_note_is_refused(text: str):
    with pytest.raises(BadNote):
        list(notes_in(text))


@pytest.mark.parametrize("lines", [slice(1, None), slice(4, None), slice(5, None), slice(3, None)])
def test_half_a_note_is_found_and_refused(lines: slice):
    half = "".join(NOTE.splitlines(keepends=True)[lines])
    for note in notes_in(half):
        with pytest.raises(Exception, match="not"):
            open_checkpoint(note, KEY)


def test_a_verifier_key_is_the_same_after_reading():
    assert VerifierKey.read(str(KEY)) == KEY
