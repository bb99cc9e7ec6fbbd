"""What the archive needs of its surroundings: the notary who signs, and where to write."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from bot.claims.errors import ClaimdeskError
from bot.config import Settings
from bot.signing import Notary, signing_key


class NoSigningKey(ClaimdeskError):
    """There is no signing key at {path}, so nothing was ever signed with it. Set CLAIMDESK_SIGNING_KEY_FILE to the file
    that the bot uses."""


class CannotWrite(ClaimdeskError):
    """{path} cannot be written: {why}."""


def notary_of(settings: Settings) -> Notary:
    """Who signs for these settings. Raises NoSigningKey: a new key made here would be one that nobody knows."""
    if not settings.signing_key_file.exists():
        raise NoSigningKey(path=settings.signing_key_file)
    return Notary(signing_key(settings.signing_key_file))


def say(lines: Iterable[str]) -> None:
    """Prints lines as they are, one after the other."""
    for line in lines:
        sys.stdout.write(f"{line}\n")


def write(pieces: Iterable[str], to: Path | None) -> None:
    """Writes text piece by piece into a file for its owner alone, or to standard output when that is None or `-`."""
    if to is None or str(to) == "-":
        for piece in pieces:
            sys.stdout.write(piece)
        return
    try:
        with to.open("w", encoding="utf-8", newline="\n") as file:
            to.chmod(0o600)
            for piece in pieces:
                file.write(piece)
    except OSError as error:
        raise CannotWrite(path=to, why=error.strerror) from error
