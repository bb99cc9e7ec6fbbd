"""The files that a verifier is given: checkpoints, keys, exports. They are read with care: nothing vouches for them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from bot.claims.audit import Report
from bot.claims.audit_export import Header
from bot.claims.errors import ClaimdeskError
from bot.signing.claim_proof import CLAIM_PROOF
from bot.signing.growth_proof import GROWTH_PROOF
from bot.signing.notes import VerifierKey
from bot.signing.pasted import notes_in
from bot.signing.verdict import Opened, open_all, verify_export

LONGEST_LINE = 1 << 20  # characters
HEAD = 200  # characters of a file in which it says its format
PROOFS = {CLAIM_PROOF: "verify-proof", GROWTH_PROOF: "verify-growth"}
LARGEST_FILE = 64 << 20  # bytes, of all files but the export


class CannotRead(ClaimdeskError):
    """{path} cannot be read: {why}."""


class NotInFile(ClaimdeskError):
    """{path}: {sentence}"""


class NoKeyGiven(ClaimdeskError):
    """The key is empty. Give the published key, or a file that holds it."""


class SeveralKeys(ClaimdeskError):
    """{path} holds the keys of several desks. Give --key the one that is meant."""


class IsAProof(ClaimdeskError):
    """{path} is a proof, and no checkpoint. Verify it with: python -m bot.signing {command} {path} --key KEY"""


def opened_in(paths: Iterable[Path], key: VerifierKey) -> Opened:
    """The checkpoints of some files, opened with the key. Raises CannotRead, and NotInFile for a file without any."""
    opened = [_opened(path, key) for path in paths]
    return Opened(
        tuple(one for file in opened for one in file.checkpoints), tuple(one for file in opened for one in file.forged)
    )


def _opened(path: Path, key: VerifierKey) -> Opened:
    """The checkpoints of one file; what is wrong with them names the file."""
    text = read_text(path)
    for proof, command in PROOFS.items():
        if f'"{proof}"' in text[:HEAD]:
            raise IsAProof(path=path, command=command)
    try:
        opened = open_all(notes_in(text), key)
    except ClaimdeskError as error:
        raise NotInFile(path=path, sentence=error.sentence) from error
    return Opened(opened.checkpoints, tuple(NotInFile(path=path, sentence=error.sentence) for error in opened.forged))


def verify_export_file(path: Path, opened: Opened, key: VerifierKey) -> Report:
    """Audit the export in a file. Raises CannotRead, NotAnExport."""
    try:
        with path.open(encoding="ascii", errors="replace", newline="\n") as file:
            return verify_export(iter(lambda: file.readline(LONGEST_LINE), ""), opened, key)
    except OSError as error:
        raise CannotRead(path=path, why=error.strerror) from error


def header_in(path: Path) -> Header:
    """The first line of an export. Raises CannotRead, NotAnExport."""
    try:
        with path.open(encoding="ascii", errors="replace", newline="\n") as file:
            return Header.read(file.readline(LONGEST_LINE).removesuffix("\n"))
    except OSError as error:
        raise CannotRead(path=path, why=error.strerror) from error


def key_given(given: str) -> VerifierKey:
    """The key as given, or as it stands in the file of this name, alone or as `claimdesk key` prints it.

    Raises BadVerifierKey, CannotRead, NoKeyGiven, SeveralKeys.
    """
    if not given.strip():
        raise NoKeyGiven
    if given.count("+") >= 2:
        return VerifierKey.read(given)
    text = read_text(Path(given)).strip()
    keys = sorted({word for word in text.split() if word.count("+") >= 2})
    if len(keys) > 1:
        raise SeveralKeys(path=given)
    return VerifierKey.read(keys[0] if keys else text)


def read_text(path: Path) -> str:
    """What a file of modest size says. Raises CannotRead."""
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST_FILE + 1)
        if len(raw) > LARGEST_FILE:
            raise CannotRead(path=path, why="it is too large")
        return raw.decode("utf-8-sig")
    except OSError as error:
        raise CannotRead(path=path, why=error.strerror) from error
    except UnicodeDecodeError as error:
        raise CannotRead(path=path, why="it is not text in UTF-8") from error
