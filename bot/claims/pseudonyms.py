"""Under which name a reviewer answers on one claim: a keyed hash, so that answers cannot be joined across claims."""

from __future__ import annotations

import hashlib
import hmac
import secrets

from bot.claims.model import ClaimNumber, DeskId, Voter

SECRET_BYTES = 32
VOTER_BYTES = 16


def new_secret() -> bytes:
    """What a reviewer's pseudonyms are made with: 32 bytes. Once it is erased, nobody can make them again."""
    return secrets.token_bytes(SECRET_BYTES)


def voter(secret: bytes, desk: DeskId, claim: ClaimNumber) -> Voter:
    """HMAC-SHA-256 under the reviewer's secret over the desk and the claim's number, cut to 128 bits, in hex."""
    about = f"claimdesk voter v1\0{desk}\0{claim}".encode()
    return Voter(hmac.new(secret, about, hashlib.sha256).digest()[:VOTER_BYTES].hex())
