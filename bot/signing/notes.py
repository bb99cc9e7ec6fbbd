"""Signed notes: a text and below it the signatures of one or more keys. Format: C2SP signed-note, Ed25519 only."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from bot.claims.errors import ClaimdeskError

ED25519 = b"\x01"
MOST_BYTES = 256 * 1024
MOST_SIGNATURES = 64
_NAME = re.compile(r"[^\s+]+")
_CONTROL = re.compile("[\x00-\x09\x0b-\x1f]")


class BadNote(ClaimdeskError):
    """This is not a signed note: {why}."""


class BadVerifierKey(ClaimdeskError):
    """This is not a verifier key, which looks like name+1a2b3c4d+AbCd…: {why}."""


class NotSigned(ClaimdeskError):
    """The note does not verify: it bears no signature of the key {name}+{id}."""


class SignatureForged(ClaimdeskError):
    """The note does not verify: its signature is not one that the key {name}+{id} made over this text."""


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature: the name and the 4-byte id of the key, and what the key made (64 bytes for Ed25519)."""

    name: str
    key_id: bytes
    made: bytes

    def __str__(self) -> str:
        return f"— {self.name} {base64.b64encode(self.key_id + self.made).decode()}\n"


@dataclass(frozen=True, slots=True)
class Note:
    """A note whose form is right; nothing is said about its signatures. `text` ends with a line end."""

    text: str
    signatures: tuple[Signature, ...]

    def __str__(self) -> str:
        return self.text + "\n" + "".join(map(str, self.signatures))


@dataclass(frozen=True, slots=True)
class VerifierKey:
    """A public key and the name under which it signs; as text `name+id+key`. Raises BadVerifierKey for a bad name."""

    name: str
    public: bytes

    def __post_init__(self) -> None:
        if not _NAME.fullmatch(self.name):
            raise BadVerifierKey(why="the name must hold no space and no plus")

    @property
    def key_id(self) -> bytes:
        """The first 4 bytes of SHA-256 over name, line end, kind of key and key."""
        return hashlib.sha256(self.name.encode() + b"\n" + ED25519 + self.public).digest()[:4]

    def __str__(self) -> str:
        return f"{self.name}+{self.key_id.hex()}+{base64.b64encode(ED25519 + self.public).decode()}"

    @classmethod
    def read(cls, text: str) -> VerifierKey:
        """The key as `str` writes it. Raises BadVerifierKey."""
        name, *rest = text.split("+", 2)
        if len(rest) != 2:
            raise BadVerifierKey(why="it has not three parts")
        kind_and_key = from_base64(rest[1])
        if kind_and_key is None or len(kind_and_key) != 33 or kind_and_key[:1] != ED25519:
            raise BadVerifierKey(why="its last part is not the base64 of an Ed25519 key")
        key = cls(name, kind_and_key[1:])
        if key.key_id.hex() != rest[0]:
            raise BadVerifierKey(why="its id does not belong to its name and key")
        return key

    def verify(self, note: Note) -> str:
        """The text of the note, once every signature that this key is said to have made is its own.

        Signatures of other keys are ignored. Raises NotSigned, SignatureForged.
        """
        own = [one for one in note.signatures if one.name == self.name and one.key_id == self.key_id]
        if not own:
            raise NotSigned(name=self.name, id=self.key_id.hex())
        try:
            public = Ed25519PublicKey.from_public_bytes(self.public)
            for signature in own:
                public.verify(signature.made, note.text.encode())
        except (InvalidSignature, ValueError) as error:
            raise SignatureForged(name=self.name, id=self.key_id.hex()) from error
        return note.text


def sign(text: str, name: str, private: Ed25519PrivateKey) -> Note:
    """A note of this text with one signature. Raises BadNote for a text that no note can hold."""
    _look_at_characters(text)
    key = VerifierKey(name, private.public_key().public_bytes_raw())
    note = Note(text, (Signature(name, key.key_id, private.sign(text.encode())),))
    return read_note(str(note))


def read_note(raw: str) -> Note:
    """The note, strictly as the format has it; the last empty line parts text and signatures. Raises BadNote."""
    _look_at_characters(raw)
    text, parted, below = raw.rpartition("\n\n")
    if not parted or not text:
        raise BadNote(why="no empty line parts a text from signatures")
    lines = below.split("\n")
    if lines.pop() != "" or not lines:
        raise BadNote(why="it does not end with signatures and a line end")
    if len(lines) > MOST_SIGNATURES:
        raise BadNote(why=f"it bears more than {MOST_SIGNATURES} signatures")
    return Note(text + "\n", tuple(map(_signature, lines)))


def _look_at_characters(raw: str) -> None:
    try:
        size = len(raw.encode())
    except UnicodeEncodeError as error:
        raise BadNote(why="it is not UTF-8") from error
    if size > MOST_BYTES:
        raise BadNote(why=f"it is longer than {MOST_BYTES // 1024} kB")
    if found := _CONTROL.search(raw):
        raise BadNote(why=f"it holds the control character U+{ord(found[0]):04X}")


def _signature(line: str) -> Signature:
    parts = line.split(" ")
    if len(parts) != 3 or parts[0] != "—" or not _NAME.fullmatch(parts[1]):
        raise BadNote(why="below the empty line stands something other than signatures")
    made = from_base64(parts[2])
    if made is None or len(made) < 5:
        raise BadNote(why=f"the signature of {parts[1]} is not base64, or too short")
    return Signature(parts[1], made[:4], made[4:])


def from_base64(text: str) -> bytes | None:
    """What standard base64 with padding stands for, or None where it is not written in its one canonical form."""
    try:
        found = base64.b64decode(text.encode("ascii"), validate=True)
    except ValueError:
        return None
    return found if base64.b64encode(found).decode() == text else None
