"""What only the presser reads: answers to a press, at most 200 units long, and the cards of the private chat.

`written` tells whether such a card went to the presser's own chat with the bot; where there is none yet, the answer
says how to open it.
"""

from __future__ import annotations

from typing import Protocol

from bot.cards.buttons import button, in_rows
from bot.cards.card import Card, Rows, Style
from bot.cards.fit import Part, answer, fitted, part
from bot.cards.hostile import outside
from bot.cards.presses import GiveReason, Signer, WithdrawNotAClaim, WithdrawVote
from bot.cards.wording import say
from bot.claims.claim import Claim
from bot.claims.consensus import Stance
from bot.claims.history import Standing
from bot.claims.reasons import Reason
from bot.claims.status import Status

STATEMENT_LENGTH = 400
REASONS_A_ROW = 2


class VoteReceipt(Protocol):
    """What a vote came to: `outcome` is one of cast, changed, repeated, withdrawn."""

    @property
    def claim(self) -> Claim: ...
    @property
    def outcome(self) -> str: ...
    @property
    def stance(self) -> Stance: ...
    @property
    def standing(self) -> Standing: ...
    @property
    def was(self) -> Stance | None: ...


class ObjectionReceipt(Protocol):
    """What a press on *Not a claim* came to; `standing_objection` is False after a withdrawal."""

    @property
    def claim(self) -> Claim: ...
    @property
    def standing(self) -> Standing: ...
    @property
    def standing_objection(self) -> bool: ...
    @property
    def repeated(self) -> bool: ...


def vote_receipt(receipt: VoteReceipt, *, written: bool = False) -> str:
    """The answer to a press on a stance, or to its withdrawal."""
    disputes = receipt.stance is Stance.DISPUTE and receipt.outcome in ("cast", "changed")
    key = f"receipt.{receipt.outcome}" + ("_dispute" if disputes else "")
    if disputes or receipt.outcome == "repeated":
        key += "" if written else "_alone"
    facts = {"label": receipt.claim.label, "stance": say_stance(receipt.stance)}
    return answer(say(key, was=say_stance(receipt.was or receipt.stance), **facts))


def objection_receipt(receipt: ObjectionReceipt, *, written: bool = False) -> str:
    """The answer to a press on *Not a claim*, or to its withdrawal."""
    label = receipt.claim.label
    if not receipt.standing_objection:
        return answer(say("receipt.objection_withdrawn", label=label))
    if receipt.standing.status is Status.REJECTED:
        return answer(say("receipt.objection_rejected", label=label))
    if receipt.repeated:
        return answer(say("receipt.objection_repeated" if written else "receipt.objection_repeated_alone", label=label))
    return answer(say("receipt.objection", label=label))


def reason_receipt(receipt: VoteReceipt, reason: Reason) -> str:
    """The answer to a press on a reason."""
    return answer(say("receipt.reason", label=receipt.claim.label, reason=say_reason(reason)))


def dispute_card(receipt: VoteReceipt, signer: Signer) -> Card:
    """In private: asks why, one press a reason, and offers to withdraw."""
    parts = [_title(receipt), _statement(receipt.claim), part(), part(say("receipt.ask_reason"))]
    return fitted(parts, (*_reasons(receipt, signer), *_withdraw(receipt, signer)))


def repeated_card(receipt: VoteReceipt, signer: Signer) -> Card:
    """In private: the answer stands, and can be withdrawn."""
    return fitted([_title(receipt), _statement(receipt.claim)], _withdraw(receipt, signer))


def reason_card(receipt: VoteReceipt, reason: Reason) -> Card:
    """What the private question becomes once it is answered."""
    given = part(say("receipt.has_reason", reason=say_reason(reason)))
    return fitted([_title(receipt), _statement(receipt.claim), part(), given])


def reason_prompt_card(receipt: VoteReceipt) -> Card:
    """Asks for the reason in the reviewer's own words, as a reply."""
    return fitted([part(say("receipt.ask_words", label=receipt.claim.label))], asks=True)


def withdrawn_card(receipt: VoteReceipt) -> Card:
    """What a private receipt becomes after the withdrawal."""
    title = part(say("receipt.card_withdrawn", label=receipt.claim.label), Style.BOLD)
    return fitted([title, _statement(receipt.claim)])


def objection_card(receipt: ObjectionReceipt, signer: Signer) -> Card:
    """In private: *not a claim* was recorded, and can be withdrawn; after that, only that it was."""
    claim = receipt.claim
    if not receipt.standing_objection:
        title = part(say("receipt.objection_withdrawn", label=claim.label), Style.BOLD)
        return fitted([title, _statement(claim)])
    press = WithdrawNotAClaim(claim.id, receipt.standing.round)
    title = part(say("receipt.card_objection", label=claim.label), Style.BOLD)
    return fitted([title, _statement(claim)], ((button("withdraw", press, claim.desk, signer),),))


def say_stance(stance: Stance) -> str:
    """A stance in a word."""
    return say(f"stance.{stance.value}")


def say_reason(reason: str) -> str:
    """A reason in a few words, by its code."""
    return say(f"reason.{Reason(reason).value}")


def _title(receipt: VoteReceipt) -> Part:
    key = "receipt.card_repeated" if receipt.outcome == "repeated" else "receipt.card_title"
    return part(say(key, stance=say_stance(receipt.stance), label=receipt.claim.label), Style.BOLD)


def _statement(claim: Claim) -> Part:
    return part(outside(claim.statement, STATEMENT_LENGTH), Style.QUOTE, rank=1)


def _reasons(receipt: VoteReceipt, signer: Signer) -> Rows:
    claim, round = receipt.claim, receipt.standing.round
    return in_rows(
        [button(one.value, GiveReason(claim.id, round, one), claim.desk, signer) for one in Reason], REASONS_A_ROW
    )


def _withdraw(receipt: VoteReceipt, signer: Signer) -> Rows:
    press = WithdrawVote(receipt.claim.id, receipt.standing.round)
    return ((button("withdraw", press, receipt.claim.desk, signer),),)
