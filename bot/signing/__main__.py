"""The offline verifier: `python -m bot.signing`. It needs the standard library and `cryptography`, and no network."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from bot.claims.errors import ClaimdeskError
from bot.signing import wording
from bot.signing.claim_proof import verify_claim_proof
from bot.signing.growth_proof import verify_growth_proof
from bot.signing.notes import VerifierKey
from bot.signing.pasted import notes_in
from bot.signing.verdict import FORGED, Opened, open_all, told, told_findings, verify_export

VERIFIED, WRONG, UNUSABLE = 0, 1, 2
LONGEST_LINE = 1 << 20  # characters
LARGEST_FILE = 64 << 20  # bytes, of all files but the export


class CannotRead(ClaimdeskError):
    """{path} cannot be read: {why}."""


class NotInFile(ClaimdeskError):
    """{path}: {sentence}"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Verify what the arguments name; tell it on standard output; return the exit status."""
    asked = _parser().parse_args(arguments)
    try:
        wrong = asked.do(asked, _key(asked.key))
    except FORGED as error:
        _say(told_findings([error]))
        return WRONG
    except ClaimdeskError as error:
        sys.stderr.write(f"{error.sentence}\n")
        return UNUSABLE
    return WRONG if wrong else VERIFIED


def _verify(asked: argparse.Namespace, key: VerifierKey) -> bool:
    opened = [_opened(path, key) for path in asked.checkpoint]
    all_opened = Opened(
        tuple(one for file in opened for one in file.checkpoints), tuple(one for file in opened for one in file.forged)
    )
    try:
        with asked.export.open(encoding="ascii", errors="replace", newline="\n") as file:
            report = verify_export(iter(lambda: file.readline(LONGEST_LINE), ""), all_opened, key)
    except OSError as error:
        raise CannotRead(path=asked.export, why=error.strerror) from error
    _say(told(report, all_opened, key))
    return not report.sound or bool(all_opened.forged)


def _verify_proof(asked: argparse.Namespace, key: VerifierKey) -> bool:
    verdict = verify_claim_proof(_text(asked.file), key)
    _say(verdict.told())
    _say(told_findings(verdict.findings))
    return bool(verdict.findings)


def _verify_growth(asked: argparse.Namespace, key: VerifierKey) -> bool:
    verdict = verify_growth_proof(_text(asked.file), key)
    _say(verdict.told())
    _say(told_findings(verdict.findings))
    return bool(verdict.findings)


def _opened(path: Path, key: VerifierKey) -> Opened:
    """The checkpoints of one file; what is wrong with them names the file."""
    try:
        opened = open_all(notes_in(_text(path)), key)
    except CannotRead:
        raise
    except ClaimdeskError as error:
        raise NotInFile(path=path, sentence=error.sentence) from error
    return Opened(opened.checkpoints, tuple(NotInFile(path=path, sentence=error.sentence) for error in opened.forged))


def _key(given: str) -> VerifierKey:
    """The key as given, or as it stands in the file of this name."""
    return VerifierKey.read(given if given.count("+") >= 2 else _text(Path(given)).strip())


def _text(path: Path) -> str:
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


def _say(lines: Iterator[str]) -> None:
    for line in lines:
        sys.stdout.write(f"{line}\n")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bot.signing", description=wording.HELP)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    verify = _command(commands, "verify", wording.HELP_VERIFY, _verify)
    verify.add_argument("export", type=Path, metavar="EXPORT", help=wording.HELP_EXPORT)
    verify.add_argument("checkpoint", type=Path, nargs="+", metavar="CHECKPOINT", help=wording.HELP_CHECKPOINT)
    proof = _command(commands, "verify-proof", wording.HELP_PROOF, _verify_proof)
    proof.add_argument("file", type=Path, metavar="PROOF", help=wording.HELP_BUNDLE)
    growth = _command(commands, "verify-growth", wording.HELP_GROWTH, _verify_growth)
    growth.add_argument("file", type=Path, metavar="PROOF", help=wording.HELP_GROWTH_FILE)
    return parser


def _command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    words: str,
    do: Callable[[argparse.Namespace, VerifierKey], bool],
) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=words, description=words)
    command.add_argument("--key", required=True, metavar="KEY", help=wording.HELP_KEY)
    command.set_defaults(do=do)
    return command


if __name__ == "__main__":
    sys.exit(main())
