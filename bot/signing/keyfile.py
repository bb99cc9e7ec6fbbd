"""The desk's signing key: a file of 32 random bytes in hex, made at the first start, readable by its owner only."""

from __future__ import annotations

import os
import secrets
from base64 import urlsafe_b64encode
from pathlib import Path

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from bot.claims.errors import ClaimdeskError


class BadKeyFile(ClaimdeskError):
    """The signing key file {path} cannot be used: {why}"""


def signing_key(path: Path) -> bytes:
    """The 32 bytes of the key file; a new one is made when there is none. Raises BadKeyFile."""
    try:
        return _read(path) if path.exists() else _make(path)
    except OSError as error:
        raise BadKeyFile(path=path, why=error.strerror) from error


def press_key(key: bytes) -> bytes:
    """The key that signs button presses, derived with HKDF-SHA-256 so that it never reveals the signing key."""
    return _derived(key, b"claimdesk presses v1")


def webhook_path(key: bytes) -> str:
    """The end of the webhook's address, 43 characters: the same for every replica, and nobody can guess it."""
    return urlsafe_b64encode(_derived(key, b"claimdesk webhook path v1")).rstrip(b"=").decode()


def webhook_secret(key: bytes) -> str:
    """The secret that Telegram sends along with every update, 43 characters, where the operator set none."""
    return urlsafe_b64encode(_derived(key, b"claimdesk webhook secret v1")).rstrip(b"=").decode()


def checkpoint_key(key: bytes) -> bytes:
    """The 32 bytes of the Ed25519 key that signs checkpoints, derived in the same way and from no other derived key."""
    return _derived(key, b"claimdesk checkpoints v1")


def _derived(key: bytes, purpose: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=purpose).derive(key)


def _read(path: Path) -> bytes:
    try:
        key = bytes.fromhex(path.read_text(encoding="ascii").strip())
    except ValueError as error:
        raise BadKeyFile(path=path, why="it does not hold 64 hexadecimal digits") from error
    if len(key) != 32:
        raise BadKeyFile(path=path, why="it does not hold 64 hexadecimal digits")
    return key


def _make(path: Path) -> bytes:
    """Written aside and linked into place, so that a crash leaves no half a key and a race keeps the first."""
    key = secrets.token_bytes(32)
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{secrets.token_hex(8)}")  # replicas in containers have the same process id
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
        file.write(key.hex() + "\n")
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(draft, path)
    except FileExistsError:
        return _read(path)
    finally:
        draft.unlink()
    return key
