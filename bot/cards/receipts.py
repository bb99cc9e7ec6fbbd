"""What only the presser reads: answers to a press (at most 200 units), and the cards of the private chat.

`private` tells whether the presser has a private chat with the bot, `bot` is the bot's @name: where there is no such
chat yet, the answer says how to open it.
"""

from __future__ import annotations

from bot.cards.buttons import button, in_rows
from bot.cards.card import Card, Rows, Style
from bot.cards.fit import Part, answer, fitted, part
from bot.cards.hostile import outside
from bot.cards.presses import GiveReason, Signer, WithdrawNotAClaim, WithdrawVote
from bot.cards.setup import digest_in_words
from bot.cards.wording import say
from bot.claims.claim import Claim
from bot.claims.consensus import Stance
from bot.claims.desk import Desk
from bot.claims.reasons import Reason
from bot.claims.status import Status

STATEMENT_LENGTH = 400
REASONS_A_ROW = 2


def recorded(label: str, stance: Stance, *, private: bool, bot: str) -> str:
    """A first answer was recorded."""
    if stance is Stance.DISPUTE:
        return answer(say(_alone("receipt.cast_dispute", private), label=label, bot=bot))
    return answer(say("receipt.cast", stance=say_stance(stance), label=label))


def repeated(label: str, stance: Stance, *, private: bool, bot: str) -> str:
    """The same answer again: nothing changes, and it can be withdrawn in private."""
    return answer(say(_alone("receipt.repeated", private), stance=say_stance(stance), label=label, bot=bot))


def changed(label: str, was: Stance, stance: Stance, *, private: bool, bot: str = "me") -> str:
    """Another answer took the place of the first."""
    key = _alone("receipt.changed_dispute", private) if stance is Stance.DISPUTE else "receipt.changed"
    return answer(say(key, label=label, stance=say_stance(stance), was=say_stance(was), bot=bot))


def withdrawn(label: str) -> str:
    """An answer was taken back."""
    return answer(say("receipt.withdrawn", label=label))


def not_a_claim(label: str, *, rejected: bool) -> str:
    """*Not a claim* was recorded, and perhaps set the claim aside."""
    return answer(say("receipt.objection_rejected" if rejected else "receipt.objection", label=label))


def not_a_claim_repeated(label: str, *, private: bool, bot: str) -> str:
    """*Not a claim* pressed again."""
    return answer(say(_alone("receipt.objection_repeated", private), label=label, bot=bot))


def not_a_claim_withdrawn(label: str) -> str:
    """*Not a claim* was taken back."""
    return answer(say("receipt.objection_withdrawn", label=label))


def agreed(label: str, status: Status) -> str:
    """A second lead agreed to an overruling."""
    return answer(say("receipt.agreed", label=label, status=say(f"status.{status.value}")))


def reason_noted(label: str, reason: Reason) -> str:
    """Why a reviewer disputes was recorded."""
    return answer(say("receipt.reason", label=label, reason=say_reason(reason)))


def receipt_card(claim: Claim, round: int, stance: Stance, signer: Signer, *, repeated: bool = False) -> Card:
    """The private receipt of an answer: a dispute is asked for its reason, and any answer can be withdrawn."""
    title = say(
        "receipt.card_repeated" if repeated else "receipt.card_title", stance=say_stance(stance), label=claim.label
    )
    asks = [part(), part(say("receipt.ask_reason"))] if stance is Stance.DISPUTE else []
    rows = _reasons(claim, round, signer) if stance is Stance.DISPUTE else ()
    withdraw = button("withdraw", WithdrawVote(claim.id, round), claim.desk, signer)
    return fitted([part(title, Style.BOLD), _statement(claim), *asks], (*rows, (withdraw,)))


def reason_card(claim: Claim, round: int, reason: Reason, signer: Signer) -> Card:
    """The private receipt once a reason was given; another press changes it."""
    withdraw = button("withdraw", WithdrawVote(claim.id, round), claim.desk, signer)
    title = say("receipt.card_title", stance=say_stance(Stance.DISPUTE), label=claim.label)
    given = say("receipt.has_reason", reason=say_reason(reason))
    return fitted(
        [part(title, Style.BOLD), _statement(claim), part(), part(given)],
        (*_reasons(claim, round, signer), (withdraw,)),
    )


def withdrawn_card(claim: Claim) -> Card:
    """What the private receipt becomes after a withdrawal."""
    return fitted([part(say("receipt.card_withdrawn", label=claim.label), Style.BOLD), _statement(claim)])


def not_a_claim_card(claim: Claim, round: int, signer: Signer) -> Card:
    """The private receipt of *Not a claim*, with its withdrawal."""
    withdraw = button("withdraw", WithdrawNotAClaim(claim.id, round), claim.desk, signer)
    title = part(say("receipt.card_objection", label=claim.label), Style.BOLD)
    return fitted([title, _statement(claim)], ((withdraw,),))


def not_a_claim_withdrawn_card(claim: Claim) -> Card:
    """What that receipt becomes after its withdrawal."""
    title = part(say("receipt.objection_withdrawn", label=claim.label), Style.BOLD)
    return fitted([title, _statement(claim)])


def digest_hour_card(desk: Desk) -> Card:
    """When the daily digest of a desk comes, after that was changed."""
    return fitted([part(digest_in_words(desk)), part(say("setup.zone", zone=desk.zone))])


def say_stance(stance: Stance) -> str:
    """A stance in a word."""
    return say(f"stance.{stance.value}")


def say_reason(reason: str) -> str:
    """A reason in a few words, by its code."""
    return say(f"reason.{Reason(reason).value}")


def _statement(claim: Claim) -> Part:
    return part(outside(claim.statement, STATEMENT_LENGTH), Style.QUOTE, rank=1)


def _reasons(claim: Claim, round: int, signer: Signer) -> Rows:
    buttons = [button(one.value, GiveReason(claim.id, round, one), claim.desk, signer) for one in Reason]
    return in_rows(buttons, REASONS_A_ROW)


def _alone(key: str, private: bool) -> str:
    return key if private else f"{key}_alone"
