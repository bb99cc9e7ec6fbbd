"""Who signs checkpoints: the holder of the key file."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from bot.signing.checkpoints import TIME_LINE, Checkpoint
from bot.signing.keyfile import checkpoint_key
from bot.signing.notes import VerifierKey, sign


def origin(public: bytes, desk: int) -> str:
    """The name of a desk's log and of the key that signs it: the public key's SHA-256 in brief, and the desk."""
    return f"claimdesk.{hashlib.sha256(public).hexdigest()[:16]}/desk-{desk}"


class Notary:
    """Signs checkpoints with the Ed25519 key that is derived from the 32 bytes of the key file."""

    def __init__(self, key: bytes) -> None:
        self._private = Ed25519PrivateKey.from_private_bytes(checkpoint_key(key))
        self.public = self._private.public_key().public_bytes_raw()

    def origin(self, desk: int) -> str:
        """The name of the desk's log."""
        return origin(self.public, desk)

    def verifier_key(self, desk: int) -> VerifierKey:
        """What others need to verify the desk's checkpoints; `str` of it is to be published apart from them."""
        return VerifierKey(self.origin(desk), self.public)

    @property
    def fingerprint(self) -> str:
        """SHA-256 of the public key in groups of four digits, for people to compare."""
        return fingerprint(self.public)

    def sign_checkpoint(self, desk: int, size: int, root: bytes, at: datetime) -> str:
        """The note that states size and root of the desk's log."""
        log = self.origin(desk)
        checkpoint = Checkpoint(log, size, root, (at.astimezone(UTC).strftime(TIME_LINE),))
        return str(sign(checkpoint.text, log, self._private))


def fingerprint(public: bytes) -> str:
    """SHA-256 of a public key in groups of four digits."""
    digits = hashlib.sha256(public).hexdigest()
    return " ".join(digits[place : place + 4] for place in range(0, len(digits), 4))
