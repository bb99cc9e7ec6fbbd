"""How a press is spelled in a button: `kind.subject.round.argument`, numbers in base 36. Not yet signed."""

from __future__ import annotations

import base64
import re
from datetime import UTC, datetime
from typing import TypeVar

from bot.cards.place_pages import place_code, place_in_code
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
from bot.cards.setup_codes import packed, unpacked
from bot.claims.consensus import Stance
from bot.claims.model import ClaimId, DeskId, DocumentId, Kind, ReviewerId
from bot.claims.reasons import Reason
from bot.claims.relations import Relation
from bot.claims.status import Status

T = TypeVar("T")
PLACE_BYTES = 14
LARGEST = 2**63 - 1
DAYS = 2  # characters; up to 1,295 days
MOMENT = 7  # characters; seconds since 1970 in base 36, until the year 4453

_STANCES = {Stance.VERIFY: "v", Stance.DISPUTE: "d", Stance.UNSURE: "u"}
_REASONS = {
    Reason.FIGURE: "f",
    Reason.PLACE: "p",
    Reason.DATE: "d",
    Reason.ATTRIBUTION: "a",
    Reason.STAGED: "s",
    Reason.OTHER: "o",
}
_RELATIONS: dict[Relation | None, str] = {
    None: "_",
    Relation.SAME: "s",
    Relation.UPDATES: "u",
    Relation.CONTRADICTS: "c",
    Relation.SUPPORTS: "p",
}
_LISTINGS = {Listing.QUEUE: "q", Listing.CLAIMS: "c", Listing.TOLL: "t", Listing.CONTROL: "h"}
_STATUSES: dict[Status | None, str] = {
    None: "_",
    Status.PENDING: "p",
    Status.VERIFIED: "v",
    Status.DISPUTED: "d",
    Status.CONTESTED: "c",
    Status.UNDETERMINED: "u",
    Status.SUPERSEDED: "s",
    Status.RETRACTED: "r",
    Status.REJECTED: "j",
}
_KINDS: dict[Kind | None, str] = {
    None: "_",
    Kind.CASUALTIES: "c",
    Kind.TERRITORIAL_CONTROL: "t",
    Kind.ATTACK: "a",
    Kind.DISPLACEMENT: "d",
    Kind.DETENTION: "n",
    Kind.DEPLOYMENT: "y",
    Kind.DAMAGE: "g",
}


def written(press: Press) -> str:
    """The press as the unsigned part of a button's data. Raises ValueError when a word in it cannot be carried."""
    match press:
        case CastVote(claim, round, stance):
            return _body("v", claim, round, _STANCES[stance])
        case WithdrawVote(claim, round):
            return _body("w", claim, round)
        case NotAClaim(claim, round):
            return _body("n", claim, round)
        case WithdrawNotAClaim(claim, round):
            return _body("m", claim, round)
        case GiveReason(claim, round, reason):
            return _body("r", claim, round, _REASONS[reason])
        case AgreeToOverrule(claim, round, status):
            return _body("o", claim, round, _STATUSES[status])
        case DecideLink(newer, older, relation):
            return _body("l", newer, older, _RELATIONS[relation])
        case ShowHistory(claim, page):
            return _body("h", claim, page)
        case ShowClaim(claim):
            return _body("c", claim)
        case ShowMore(document):
            return _body("k", document)
        case TurnPage(desk, listing, page, filter):
            return _body("t", desk, page, _LISTINGS[listing] + _packed(filter))
        case AsOf(desk, at, page, filter):
            return _body("a", desk, page, in_base_36(int(at.timestamp())).rjust(MOMENT, "0") + _packed(filter))
        case AtPlace(desk, listing, place, page, days):
            return _body("b", desk, page, _LISTINGS[listing] + in_base_36(days).rjust(DAYS, "0") + place_code(place))
        case ChooseDesk(desk, then):
            return _body("d", desk, 0, _word(then))
        case ConfirmSetup(chat, settings):
            return _body("s", chat, 0, packed(settings))
        case ForgetReviewer(desk, reviewer):
            return _body("f", desk, reviewer)
        case ForgetMe(chat):
            return _body("e", chat)


def read(body: str) -> Press:
    """The press that `written` spelled. Raises ValueError for anything else."""
    kind, subject, second, argument = body.split(".")
    number, count = number_in(subject), number_in(second)
    match kind:
        case "v":
            return CastVote(ClaimId(number), count, _meaning(_STANCES, argument))
        case "w":
            return WithdrawVote(ClaimId(number), count)
        case "n":
            return NotAClaim(ClaimId(number), count)
        case "m":
            return WithdrawNotAClaim(ClaimId(number), count)
        case "r":
            return GiveReason(ClaimId(number), count, _meaning(_REASONS, argument))
        case "o":
            return AgreeToOverrule(ClaimId(number), count, _status(argument))
        case "l":
            return DecideLink(ClaimId(number), ClaimId(count), _meaning(_RELATIONS, argument))
        case "h":
            return ShowHistory(ClaimId(number), count)
        case "c":
            return ShowClaim(ClaimId(number))
        case "k":
            return ShowMore(DocumentId(number))
        case "t":
            return TurnPage(DeskId(number), _meaning(_LISTINGS, argument[0]), count, _unpacked(argument[1:]))
        case "a":
            at = datetime.fromtimestamp(number_in(argument[:MOMENT]), UTC)
            return AsOf(DeskId(number), at, count, _unpacked(argument[MOMENT:]))
        case "b":
            listing, days = _meaning(_LISTINGS, argument[0]), number_in(argument[1 : DAYS + 1])
            return AtPlace(DeskId(number), listing, place_in_code(argument[DAYS + 1 :]), count, days)
        case "d":
            return ChooseDesk(DeskId(number), argument)
        case "s":
            return ConfirmSetup(number, unpacked(argument))
        case "f":
            return ForgetReviewer(DeskId(number), ReviewerId(count))
        case "e":
            return ForgetMe(number)
    raise ValueError(kind)


def _body(kind: str, subject: int, second: int = 0, argument: str = "") -> str:
    return f"{kind}.{in_base_36(subject)}.{in_base_36(second)}.{argument}"


def in_base_36(number: int) -> str:
    """A whole number in as few characters as a button needs.

    >>> in_base_36(-1001234567890)
    '-cryl7kya'
    """
    digits = ""
    rest = abs(number)
    while rest or not digits:
        rest, digit = divmod(rest, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + digits
    return f"-{digits}" if number < 0 else digits


def number_in(text: str) -> int:
    """The number that `in_base_36` wrote. Raises ValueError."""
    if not re.fullmatch(r"-?[0-9a-z]{1,13}", text) or abs(number := int(text, 36)) > LARGEST:
        raise ValueError(text)
    return number


def _word(text: str) -> str:
    if not re.fullmatch(r"[A-Za-z0-9_-]*", text):
        raise ValueError(f"not a word that a button can carry: {text!r}")
    return text


def _packed(filter: Filter) -> str:
    beginning = (filter.place or "").encode("utf-8", "ignore")[:PLACE_BYTES].decode("utf-8", "ignore")
    place = base64.urlsafe_b64encode(beginning.encode()).decode().rstrip("=")
    return _STATUSES[filter.status] + _KINDS[filter.kind] + place


def _unpacked(text: str) -> Filter:
    place = base64.urlsafe_b64decode(text[2:] + "=" * (-len(text[2:]) % 4)).decode()
    return Filter(_meaning(_STATUSES, text[0]), _meaning(_KINDS, text[1]), place or None)


def _status(code: str) -> Status:
    status = _meaning(_STATUSES, code)
    if status is None:
        raise ValueError(code)
    return status


def _meaning(codes: dict[T, str], code: str) -> T:
    for meaning, short in codes.items():
        if short == code:
            return meaning
    raise ValueError(code)
