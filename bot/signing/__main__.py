"""The offline verifier: `python -m bot.signing`. It needs the standard library and `cryptography`, and no network."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from bot.claims.errors import ClaimdeskError
from bot.signing import wording
from bot.signing.claim_proof import verify_claim_proof
from bot.signing.files import key_given, opened_in, read_text, verify_export_file
from bot.signing.growth_proof import verify_growth_proof
from bot.signing.notes import VerifierKey
from bot.signing.verdict import FORGED, told, told_findings

VERIFIED, WRONG, UNUSABLE = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Verify what the arguments name; tell it on standard output; return the exit status."""
    asked = _parser().parse_args(arguments)
    try:
        wrong = asked.do(asked, key_given(asked.key))
    except FORGED as error:
        _say(told_findings([error]))
        return WRONG
    except ClaimdeskError as error:
        sys.stderr.write(f"{error.sentence}\n")
        return UNUSABLE
    return WRONG if wrong else VERIFIED


def _verify(asked: argparse.Namespace, key: VerifierKey) -> bool:
    opened = opened_in(asked.checkpoint, key)
    report = verify_export_file(asked.export, opened, key)
    _say(told(report, opened, key))
    return not report.sound or bool(opened.forged)


def _verify_proof(asked: argparse.Namespace, key: VerifierKey) -> bool:
    verdict = verify_claim_proof(read_text(asked.file), key)
    _say(verdict.told())
    _say(told_findings(verdict.findings))
    return bool(verdict.findings)


def _verify_growth(asked: argparse.Namespace, key: VerifierKey) -> bool:
    verdict = verify_growth_proof(read_text(asked.file), key)
    _say(verdict.told())
    _say(told_findings(verdict.findings))
    return bool(verdict.findings)


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
