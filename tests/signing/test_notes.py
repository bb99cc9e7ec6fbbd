from __future__ import annotations

import base64

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from bot.signing.notes import (
    BadNote,
    BadVerifierKey,
    Note,
    NotSigned,
    Signature,
    SignatureForged,
    VerifierKey,
    read_note,
    sign,
)

# A key and a note that other implementations of the format are tested with, and the key of the Go checksum database.
KNOWN_KEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
KNOWN_NOTE = (
    "This is an example message.\n\n"
    "— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n"
)
CHECKSUM_DATABASE = "sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8"

PRIVATE = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
OTHER = Ed25519PrivateKey.from_private_bytes(bytes(32))
NAME = "claimdesk.test/desk-1"
KEY = VerifierKey(NAME, PRIVATE.public_key().public_bytes_raw())
GOOD = str(sign("one\ntwo\n", NAME, PRIVATE))
LINE = GOOD.split("\n\n")[1]


def _signed_by(
    private: Ed25519PrivateKey, name: str = NAME, key_id: bytes | None = None, text: str = "one\ntwo\n"
) -> str:
    key = VerifierKey(name, private.public_key().public_bytes_raw())
    return str(Signature(name, key_id or key.key_id, private.sign(text.encode())))


def test_a_note_that_others_signed_verifies():
    assert VerifierKey.read(KNOWN_KEY).verify(read_note(KNOWN_NOTE)) == "This is an example message.\n"


@pytest.mark.parametrize("text", [KNOWN_KEY, CHECKSUM_DATABASE])
def test_the_keys_of_others_are_read_and_written_as_they_are(text: str):
    assert str(VerifierKey.read(text)) == text


def test_what_is_signed_verifies():
    assert VerifierKey.read(str(KEY)).verify(read_note(GOOD)) == "one\ntwo\n"


def test_the_last_empty_line_parts_text_and_signatures():
    note = sign("one\n\ntwo\n\n", NAME, PRIVATE)

    assert read_note(str(note)) == note
    assert KEY.verify(note) == "one\n\ntwo\n\n"


@given(st.text())
def test_whatever_can_be_signed_is_read_back(text: str):
    try:
        note = sign(text + "\n", NAME, PRIVATE)
    except BadNote:
        return
    assert read_note(str(note)) == note
    assert KEY.verify(note) == text + "\n"


def test_a_note_of_another_key_does_not_verify():
    with pytest.raises(NotSigned):
        KEY.verify(sign("one\ntwo\n", NAME, OTHER))


def test_a_note_under_another_name_does_not_verify():
    with pytest.raises(NotSigned):
        KEY.verify(sign("one\ntwo\n", "claimdesk.test/desk-2", PRIVATE))


def test_the_right_name_and_id_of_another_key_do_not_verify():
    with pytest.raises(SignatureForged):
        KEY.verify(read_note("one\ntwo\n\n" + _signed_by(OTHER, key_id=KEY.key_id)))


def test_a_signature_of_another_length_does_not_verify():
    with pytest.raises(SignatureForged):
        KEY.verify(read_note("one\ntwo\n\n" + str(Signature(NAME, KEY.key_id, b"short"))))


def test_a_key_that_is_no_point_of_the_curve_verifies_nothing():
    key = VerifierKey(NAME, b"\xff" * 32)
    with pytest.raises(SignatureForged):
        key.verify(Note("one\n", (Signature(NAME, key.key_id, bytes(64)),)))


@pytest.mark.parametrize(
    "text", ["one\ntwp\n", "one\ntwo\nthree\n", "one\n", "one\n\ntwo\n", "one\ntwo \n", "two\none\n"]
)
def test_a_changed_text_does_not_verify(text: str):
    with pytest.raises(SignatureForged):
        KEY.verify(read_note(f"{text}\n{LINE}"))


def test_signatures_of_unknown_keys_are_ignored():
    note = read_note(f"one\ntwo\n\n{_signed_by(OTHER, 'witness.test')}{LINE}{_signed_by(OTHER)}")

    assert len(note.signatures) == 3
    assert KEY.verify(note) == "one\ntwo\n"


def test_a_false_signature_beside_the_true_one_spoils_the_note():
    with pytest.raises(SignatureForged):
        KEY.verify(read_note(f"one\ntwo\n\n{LINE}{_signed_by(OTHER, key_id=KEY.key_id)}"))


@given(st.integers(0, len(GOOD.encode()) * 8 - 1))
def test_no_flipped_bit_verifies(place: int):
    raw = bytearray(GOOD.encode())
    raw[place // 8] ^= 1 << place % 8
    try:
        text = raw.decode()
    except UnicodeDecodeError:
        return
    with pytest.raises((BadNote, NotSigned, SignatureForged)):
        KEY.verify(read_note(text))


@given(st.integers(0, len(GOOD) - 1))
def test_no_truncated_note_is_read(length: int):
    with pytest.raises(BadNote):
        KEY.verify(read_note(GOOD[:length]))


@pytest.mark.parametrize(
    "raw",
    [
        "",
        "\n",
        "\n\n",
        "one\n",
        "one\n\n",
        f"\n\n{LINE}",
        f"one\n{LINE}",
        f"one\n\n\n{LINE}\n",
        f"one\n\n{LINE}more\n",
        f"one\n\n{LINE} \n",
        f"one\n\n {LINE}",
        f"one\n\n{LINE[:-1]}",
        f"one\n\n{LINE}\n{LINE}\n\n",
        GOOD.replace("\n", "\r\n"),
        GOOD.replace("one", "o\tne"),
        GOOD.replace("one", "o\0ne"),
        GOOD.replace("one", "o\ud800ne"),
        GOOD.replace("— ", "- "),
        GOOD.replace("— ", "—"),
        GOOD.replace("— ", "—  "),
        GOOD.replace("/desk-1 ", "/desk+1 "),
        GOOD.replace("/desk-1 ", "/desk-1\u00a0 "),
        GOOD.replace("=\n", "\n"),
        GOOD.replace("=\n", "==\n"),
        "one\n\n— name !!!!\n",
        "one\n\n— name AAAA\n",
        "one\n\n— name AAAAAAB=\n",
        "one\n\n" + LINE * 65,
        "one\n" * 80_000 + "\n" + LINE,
    ],
)
def test_what_is_not_in_the_form_of_a_note_is_refused(raw: str):
    with pytest.raises(BadNote) as refused:
        read_note(raw)

    assert refused.value.sentence.startswith("This is not a signed note: ")
    assert refused.value.sentence.endswith(".")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "name",
        "name+00000000",
        str(KEY).replace("+", " "),
        f"{KEY} ",
        str(KEY).replace(KEY.key_id.hex(), "00000000"),
        str(KEY).replace(KEY.key_id.hex(), KEY.key_id.hex().upper()),
        str(KEY).replace("claimdesk", "claimdesc"),
        str(KEY)[:-1],
        str(KEY).replace("desk-1", "desk 1"),
        "+" + str(KEY).split("+", 1)[1],
        f"{NAME}+{KEY.key_id.hex()}+{base64.b64encode(b'2' + KEY.public).decode()}",
        f"{NAME}+{KEY.key_id.hex()}+{base64.b64encode(KEY.public).decode()}",
    ],
)
def test_what_is_not_in_the_form_of_a_verifier_key_is_refused(text: str):
    with pytest.raises(BadVerifierKey):
        VerifierKey.read(text)


@pytest.mark.parametrize("text", ["one\r\n", "one\ud800\n", "one", ""])
def test_a_text_that_no_note_can_hold_is_not_signed(text: str):
    with pytest.raises(BadNote):
        sign(text, NAME, PRIVATE)
