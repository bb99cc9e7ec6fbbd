"""What the buttons of the cards mean: one noun a press."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.claims.consensus import Stance
from bot.claims.model import ClaimId, DeskId, DocumentId, Kind, ReviewerId
from bot.claims.reasons import Reason
from bot.claims.relations import Relation
from bot.claims.status import Status


@dataclass(frozen=True, slots=True)
class CastVote:
    """A reviewer answers."""

    claim: ClaimId
    round: int
    stance: Stance


@dataclass(frozen=True, slots=True)
class WithdrawVote:
    """A reviewer takes the answer back."""

    claim: ClaimId
    round: int


@dataclass(frozen=True, slots=True)
class NotAClaim:
    """A reviewer says that this is no claim."""

    claim: ClaimId
    round: int


@dataclass(frozen=True, slots=True)
class WithdrawNotAClaim:
    """A reviewer takes that back."""

    claim: ClaimId
    round: int


@dataclass(frozen=True, slots=True)
class GiveReason:
    """Why a reviewer disputes."""

    claim: ClaimId
    round: int
    reason: Reason


@dataclass(frozen=True, slots=True)
class AgreeToOverrule:
    """A second lead agrees to what the first proposed."""

    claim: ClaimId
    round: int
    status: Status


@dataclass(frozen=True, slots=True)
class DecideLink:
    """A reviewer says how the newer of two claims relates to the older one; None is no relation."""

    newer: ClaimId
    older: ClaimId
    relation: Relation | None


@dataclass(frozen=True, slots=True)
class ShowHistory:
    """Open a page of a claim's history; pages count from 0."""

    claim: ClaimId
    page: int = 0


@dataclass(frozen=True, slots=True)
class ShowClaim:
    """Open a claim's card."""

    claim: ClaimId


@dataclass(frozen=True, slots=True)
class ShowMore:
    """Put the next claims of a document before the desk."""

    document: DocumentId


class Listing(StrEnum):
    """A list whose pages can be turned."""

    QUEUE = "queue"
    CLAIMS = "claims"
    TOLL = "toll"
    CONTROL = "control"


@dataclass(frozen=True, slots=True)
class Filter:
    """Which claims a list shows. A button carries only how the place begins: 14 bytes of UTF-8."""

    status: Status | None = None
    kind: Kind | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class TurnPage:
    """Open a page of a desk's list; pages count from 0."""

    desk: DeskId
    listing: Listing
    page: int = 0
    filter: Filter = Filter()


@dataclass(frozen=True, slots=True)
class AsOf:
    """Open a page of what the desk believed at a moment (UTC, to the second); pages count from 0."""

    desk: DeskId
    at: datetime
    page: int = 0
    filter: Filter = Filter()


@dataclass(frozen=True, slots=True)
class AtPlace:
    """Open a page of what is known of a place: its toll over so many days, or who was said to hold it (0 days)."""

    desk: DeskId
    listing: Listing
    place: str
    page: int = 0
    days: int = 0


@dataclass(frozen=True, slots=True)
class ChooseDesk:
    """Work with this desk in private, and go on with the command `then` (without its slash)."""

    desk: DeskId
    then: str = ""


@dataclass(frozen=True, slots=True)
class ConfirmSetup:
    """An anonymous admin stands by `/setup`; `settings` as in “quorum=3 zone=Europe/Kyiv”.

    The chat is no desk yet: the chat's id signs in place of the desk's.
    """

    chat: int
    settings: str = ""


@dataclass(frozen=True, slots=True)
class ForgetReviewer:
    """A lead has a reviewer forgotten."""

    desk: DeskId
    reviewer: ReviewerId


@dataclass(frozen=True, slots=True)
class ForgetMe:
    """A person wants to be forgotten at every desk: their private chat signs in place of a desk."""

    chat: int


Press = (
    CastVote
    | WithdrawVote
    | NotAClaim
    | WithdrawNotAClaim
    | GiveReason
    | AgreeToOverrule
    | DecideLink
    | ShowHistory
    | ShowClaim
    | ShowMore
    | TurnPage
    | AsOf
    | AtPlace
    | ChooseDesk
    | ConfirmSetup
    | ForgetReviewer
    | ForgetMe
)
