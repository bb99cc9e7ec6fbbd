"""Signs and proves the data of buttons: `kind.subject.round.argument.mac`, at most 64 bytes.

The mac is an HMAC-SHA-256 cut to 80 bits over the rest and the desk. It keeps forged and foreign buttons out; what
a press may do is checked in the database all the same.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from bot.cards.press import (
    AgreeToOverrule,
    AsOf,
    AtPlace,
    CastVote,
    ChooseDesk,
    ConfirmSetup,
    DecideLink,
    Filter,
    ForgetMe,
    ForgetReviewer,
    GiveReason,
    Listing,
    NotAClaim,
    Press,
    ShowClaim,
    ShowHistory,
    ShowMore,
    TurnPage,
    WithdrawNotAClaim,
    WithdrawVote,
)
from bot.cards.press_codes import number_in, read, written
from bot.claims.errors import ClaimdeskError
from bot.claims.model import DeskId

__all__ = [
    "About",
    "AgreeToOverrule",
    "AsOf",
    "AtPlace",
    "CastVote",
    "ChooseDesk",
    "ConfirmSetup",
    "DecideLink",
    "Filter",
    "ForgetMe",
    "ForgetReviewer",
    "GiveReason",
    "Glimpse",
    "Listing",
    "NotAClaim",
    "Press",
    "ShowClaim",
    "ShowHistory",
    "ShowMore",
    "Signer",
    "StalePress",
    "TurnPage",
    "WithdrawNotAClaim",
    "WithdrawVote",
    "peek",
]

LONGEST = 64
MAC_BYTES = 10


class StalePress(ClaimdeskError):
    """This button is from another time. Open the claim anew with /claim."""


class About(StrEnum):
    """What the number in a press names, so that its desk can be looked up."""

    CLAIM = "claim"
    DOCUMENT = "document"
    DESK = "desk"
    CHAT = "chat"  # a chat that is no desk yet; it signs with the chat's id in place of the desk's


class Glimpse(NamedTuple):
    """What an unproven press says of itself: enough to find the desk, too little to act on."""

    about: About
    number: int


@dataclass(frozen=True, slots=True)
class Signer:
    """Signs presses and proves them. `key` is secret and at least 16 bytes."""

    key: bytes

    def __post_init__(self) -> None:
        if len(self.key) < 16:
            raise ValueError("a key for presses needs at least 16 bytes")

    def encode(self, press: Press, desk: DeskId | int) -> str:
        """The data of a button: at most 64 bytes of ASCII. Raises ValueError for a press that does not fit."""
        body = written(press)
        data = f"{body}.{self._mac(body, desk)}"
        if len(data) > LONGEST:
            raise ValueError(f"{press} does not fit into {LONGEST} bytes")
        return data

    def decode(self, data: str, desk: DeskId | int) -> Press:
        """The press of a button of this desk. Raises StalePress for all that this desk never signed."""
        body, _, mac = data.rpartition(".")
        if len(data) > LONGEST or not data.isascii() or not hmac.compare_digest(mac, self._mac(body, desk)):
            raise StalePress
        try:
            return read(body)
        except (ValueError, IndexError, KeyError) as error:
            raise StalePress from error

    def _mac(self, body: str, desk: int) -> str:
        digest = hmac.new(self.key, f"press\0{desk}\0{body}".encode(), hashlib.sha256).digest()
        return base64.b32encode(digest[:MAC_BYTES]).decode().lower()


_ABOUT = {
    "v": About.CLAIM,
    "w": About.CLAIM,
    "n": About.CLAIM,
    "m": About.CLAIM,
    "r": About.CLAIM,
    "o": About.CLAIM,
    "l": About.CLAIM,
    "h": About.CLAIM,
    "c": About.CLAIM,
    "k": About.DOCUMENT,
    "t": About.DESK,
    "a": About.DESK,
    "b": About.DESK,
    "d": About.DESK,
    "s": About.CHAT,
    "f": About.DESK,
    "e": About.CHAT,
}


def peek(data: str) -> Glimpse:
    """What a press claims to be about, before it is proven. Raises StalePress when it is no press at all."""
    try:
        kind, subject, _, _, _ = data.split(".")
        return Glimpse(_ABOUT[kind], number_in(subject))
    except (ValueError, KeyError) as error:
        raise StalePress from error
