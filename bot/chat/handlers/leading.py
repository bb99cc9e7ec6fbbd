"""Leading: overrule, reopen, retract. Public acts: the desk's group reads them, wherever the lead wrote."""

from __future__ import annotations

from bot.cards import leading as cards
from bot.cards.card import Card
from bot.cards.presses import AgreeToOverrule
from bot.cards.receipts import agreed
from bot.chat.announcing import announce, tell_desk
from bot.chat.turn import Turn
from bot.claims.claim import Claim
from bot.claims.errors import ClaimdeskError
from bot.claims.status import Status
from bot.desk.enquiries import claim_numbered, dossier
from bot.desk.overruling import MAY_BE_SET, OverrulingReceipt
from bot.desk.overruling import agree as agree_to
from bot.desk.overruling import overrule as set_status
from bot.desk.reopening import Led
from bot.desk.reopening import reopen as open_anew
from bot.desk.reopening import retract as take_back


class WhichStatus(ClaimdeskError):
    """To which status? verified, disputed, contested or undetermined: /overrule {label} verified and your reason."""


class WhyThat(ClaimdeskError):
    """Please write why, behind the rest: {example} and your reason. It stands in the history, for everybody to read."""


def overrule(turn: Turn) -> None:
    """Sets a status, with a reason; a lead who has answered on the claim proposes it to another lead."""
    lead = turn.lead()
    claim, rest = _claim_and_words(turn, "/overrule C-17 verified")
    named, _, words = rest.partition(" ")
    status = _status(claim, named)
    _check_reason(words, f"/overrule {claim.label} {status.value}")
    _tell_overruling(turn, set_status(turn.records, claim.id, lead, status, words.strip(), turn.at))


def agree(turn: Turn) -> None:
    """The second lead's press: the proposal becomes an overruling in its place."""
    press = turn.pressed(AgreeToOverrule)
    receipt = agree_to(turn.records, press.claim, press.round, turn.lead(), press.status, turn.at)
    card = _overruling_card(turn, receipt)
    turn.turn_over(card)
    turn.whisper(agreed(receipt.claim.label, press.status))
    if turn.here.chat != turn.at_desk().chat:
        tell_desk(turn, card)


def reopen(turn: Turn) -> None:
    """Opens a new round, with a reason; undoes what was rejected, retracted or overruled."""
    lead = turn.lead()
    claim, words = _claim_and_words(turn, "/reopen C-17")
    _check_reason(words, f"/reopen {claim.label}")
    led = open_anew(turn.records, claim.id, lead, words, turn.at)
    announce(turn, cards.reopened_card(led.claim, led.standing, lead.codename, words, turn.signer))


def retract(turn: Turn) -> None:
    """Records that the source took it back, with a reason."""
    lead = turn.lead()
    claim, words = _claim_and_words(turn, "/retract C-17")
    _check_reason(words, f"/retract {claim.label}")
    led: Led = take_back(turn.records, claim.id, lead, words, turn.at)
    announce(turn, cards.retracted_card(led.claim, lead.codename, words, turn.signer))


def _claim_and_words(turn: Turn, example: str) -> tuple[Claim, str]:
    number, _, words = turn.words.partition(" ")
    return claim_numbered(turn.records, turn.at_desk(), number, example), words.strip()


def _status(claim: Claim, named: str) -> Status:
    for status in MAY_BE_SET:
        if named.lower() == status.value:
            return status
    raise WhichStatus(label=claim.label)


def _check_reason(words: str, example: str) -> None:
    if not any(character.isalpha() for character in words):
        raise WhyThat(example=example)


def _tell_overruling(turn: Turn, receipt: OverrulingReceipt) -> None:
    announce(turn, _overruling_card(turn, receipt))


def _overruling_card(turn: Turn, receipt: OverrulingReceipt) -> Card:
    claim, standing = receipt.claim, receipt.standing
    reason = dossier(turn.records, claim.id).words.get(receipt.by_one.reason)
    if standing.proposed:
        return cards.proposed_card(claim, standing.round, standing.proposed, reason, turn.signer)
    return cards.overruled_card(claim, receipt.by_one, reason, turn.signer)
