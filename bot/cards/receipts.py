"""What only the presser reads: answers to a press (at most 200 units), and the cards of the private chat.

`private` tells whether the presser has a private chat with the bot. `bot` is the bot's @name: the one name that may be
pressed, since it is ours.
"""

from __future__ import annotations

from bot.cards.buttons import button, in_rows
from bot.cards.card import Card, Rows, Style
from bot.cards.claim import STATEMENT_LENGTH, say_status
from bot.cards.fit import Part, answer, fitted, part
from bot.cards.hostile import outside
from bot.cards.presses import GiveReason, Signer, WithdrawNotAClaim, WithdrawVote
from bot.cards.wording import say
from bot.claims.claim import Claim
from bot.claims.consensus import Stance
from bot.claims.reasons import Reason
from bot.claims.status import Status

REASONS_A_ROW = 2


def recorded(label: str, stance: Stance, *, private: bool, bot: str) -> str:
    """A first answer was recorded."""
    if stance is Stance.DISPUTE:
        return answer(say(_alone("receipt.recorded_dispute", private), label=label, bot=bot))
    return answer(say("receipt.recorded", stance=say_stance(stance), label=label))


def repeated(label: str, stance: Stance, *, private: bool, bot: str) -> str:
    """The same answer again: nothing changes, and it can be withdrawn in private."""
    return answer(say(_alone("receipt.repeated", private), stance=say_stance(stance), label=label, bot=bot))


def changed(label: str, was: Stance, stance: Stance, *, private: bool) -> str:
    """Another answer took the place of the first."""
    key = "receipt.changed_dispute" if stance is Stance.DISPUTE and private else "receipt.changed"
    return answer(say(key, label=label, stance=say_stance(stance), was=say_stance(was)))


def withdrawn(label: str) -> str:
    """An answer was taken back."""
    return answer(say("receipt.withdrawn", label=label))


def not_a_claim(label: str, *, rejected: bool) -> str:
    """*Not a claim* was recorded, and perhaps set the claim aside."""
    return answer(say("receipt.not_a_claim_done" if rejected else "receipt.not_a_claim", label=label))


def not_a_claim_repeated(label: str, *, private: bool, bot: str) -> str:
    """*Not a claim* pressed again."""
    return answer(say(_alone("receipt.not_a_claim_repeated", private), label=label, bot=bot))


def not_a_claim_withdrawn(label: str) -> str:
    """*Not a claim* was taken back."""
    return answer(say("receipt.not_a_claim_withdrawn", label=label))


def reason_noted(label: str, reason: Reason) -> str:
    """Why a reviewer disputes was recorded."""
    return answer(say("receipt.reason", label=label, reason=say_reason(reason)))


def stranger() -> str:
    """The presser is not a member of the desk."""
    return answer(say("receipt.stranger"))


def unlisted() -> str:
    """The presser is a member of a public group, but no lead has listed them."""
    return answer(say("receipt.unlisted"))


def closed(label: str, status: Status) -> str:
    """The claim takes no answers any more."""
    return answer(say("receipt.closed", label=label, status=say_status(status)))


def stale() -> str:
    """The button is forged, malformed, or of another time."""
    return answer(say("receipt.stale"))


def moved_on(label: str) -> str:
    """The button is of an earlier round."""
    return answer(say("receipt.moved_on", label=label))


def private_first(bot: str) -> str:
    """The answer belongs in a private chat that the presser has not opened yet."""
    return answer(say("receipt.private_first", bot=bot))


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
    title = part(say("receipt.card_not_a_claim", label=claim.label), Style.BOLD)
    return fitted([title, _statement(claim)], ((withdraw,),))


def not_a_claim_withdrawn_card(claim: Claim) -> Card:
    """What that receipt becomes after its withdrawal."""
    title = part(say("receipt.card_not_a_claim_withdrawn", label=claim.label), Style.BOLD)
    return fitted([title, _statement(claim)])


def say_stance(stance: Stance) -> str:
    """A stance in a word."""
    return say(f"stance.{stance.value}")


def say_reason(reason: Reason) -> str:
    """A reason in a few words."""
    return say(f"reason.{reason.value}")


def _statement(claim: Claim) -> Part:
    return part(outside(claim.statement, STATEMENT_LENGTH), Style.QUOTE, rank=1)


def _reasons(claim: Claim, round: int, signer: Signer) -> Rows:
    buttons = [button(one.value, GiveReason(claim.id, round, one), claim.desk, signer) for one in Reason]
    return in_rows(buttons, REASONS_A_ROW)


def _alone(key: str, private: bool) -> str:
    return key if private else f"{key}_alone"
