"""Deciding: votes, their reasons, *not a claim*. The presser is answered, and nobody else."""

from __future__ import annotations

from bot.cards import receipts
from bot.cards.presses import CastVote, GiveReason, NotAClaim, WithdrawNotAClaim, WithdrawVote
from bot.cards.prompts import reason_prompt_card
from bot.chat.turn import Turn
from bot.claims.consensus import Stance
from bot.claims.desk import Role
from bot.claims.errors import ClaimdeskError
from bot.claims.model import ClaimId
from bot.claims.reasons import Reason
from bot.claims.status import Status
from bot.desk.freezing import watch_for_brigades
from bot.desk.moderation import Objection, withdraw_objection
from bot.desk.moderation import not_a_claim as object_to
from bot.desk.voting import Ballot, Outcome, VoteReceipt, cast_vote, give_reason, withdraw_vote


class NoWords(ClaimdeskError):
    """I can only keep words as a reason. Reply to the question with a few words about what is wrong."""


def vote(turn: Turn) -> None:
    """Records the stance; a dispute is asked for its reason in private, a repeated press offered its withdrawal."""
    press = turn.pressed(CastVote)
    receipt = cast_vote(turn.records, _ballot(turn, press.claim, press.round, press.stance), turn.at)
    if receipt.outcome is Outcome.CAST:
        watch_for_brigades(turn.records, turn.at_desk(), turn.at)
    follows = receipt.outcome is Outcome.REPEATED or receipt.stance is Stance.DISPUTE
    turn.whisper(_vote_receipt(turn, receipt), alert=follows and not turn.has_private_chat)
    if follows:
        again = receipt.outcome is Outcome.REPEATED
        turn.write_privately(
            receipts.receipt_card(receipt.claim, press.round, receipt.stance, turn.signer, repeated=again)
        )


def withdraw(turn: Turn) -> None:
    """Takes an answer back."""
    press = turn.pressed(WithdrawVote)
    receipt = withdraw_vote(turn.records, press.claim, press.round, turn.reviewer().id, turn.at)
    turn.whisper(receipts.withdrawn(receipt.claim.label))
    turn.turn_over(receipts.withdrawn_card(receipt.claim))


def reason(turn: Turn) -> None:
    """Adds why one disputes; *other* asks for words."""
    press = turn.pressed(GiveReason)
    ballot = _ballot(turn, press.claim, press.round, Stance.DISPUTE)
    receipt = give_reason(turn.records, ballot, press.reason, turn.at)
    turn.whisper(receipts.reason_noted(receipt.claim.label, press.reason))
    turn.turn_over(receipts.reason_card(receipt.claim, press.round, press.reason, turn.signer))
    if press.reason is Reason.OTHER:
        turn.say(reason_prompt_card(receipt.claim), key=f"why:{press.claim}:{press.round}:{turn.reference}")


def reason_in_words(turn: Turn, claim: ClaimId, round: int) -> None:
    """The written reason, as a reply to the question for it."""
    words = turn.message.text or turn.message.caption
    if not words:
        raise NoWords
    ballot = _ballot(turn, claim, round, Stance.DISPUTE)
    receipt = give_reason(turn.records, ballot, Reason.OTHER, turn.at, words)
    turn.say(receipts.reason_card(receipt.claim, round, Reason.OTHER, turn.signer))


def not_a_claim(turn: Turn) -> None:
    """Records that an extraction is bad; a repeated press is offered its withdrawal."""
    press = turn.pressed(NotAClaim)
    receipt = object_to(turn.records, _objection(turn, press), turn.at)
    label = receipt.claim.label
    if not receipt.repeated:
        return turn.whisper(receipts.not_a_claim(label, rejected=receipt.standing.status is Status.REJECTED))
    private = turn.has_private_chat
    turn.whisper(receipts.not_a_claim_repeated(label, private=private, bot=turn.bot), alert=not private)
    return turn.write_privately(receipts.not_a_claim_card(receipt.claim, press.round, turn.signer))


def withdraw_not_a_claim(turn: Turn) -> None:
    """Takes that back."""
    press = turn.pressed(WithdrawNotAClaim)
    receipt = withdraw_objection(turn.records, _objection(turn, press), turn.at)
    turn.whisper(receipts.not_a_claim_withdrawn(receipt.claim.label))
    turn.turn_over(receipts.not_a_claim_withdrawn_card(receipt.claim))


def _vote_receipt(turn: Turn, receipt: VoteReceipt) -> str:
    label, stance, private = receipt.claim.label, receipt.stance, turn.has_private_chat
    match receipt.outcome, receipt.was:
        case Outcome.REPEATED, _:
            return receipts.repeated(label, stance, private=private, bot=turn.bot)
        case Outcome.CHANGED, Stance() as was:
            return receipts.changed(label, was, stance, private=private, bot=turn.bot)
    return receipts.recorded(label, stance, private=private, bot=turn.bot)


def _ballot(turn: Turn, claim: ClaimId, round: int, stance: Stance) -> Ballot:
    return Ballot(claim, round, turn.reviewer().id, stance)


def _objection(turn: Turn, press: NotAClaim | WithdrawNotAClaim) -> Objection:
    return Objection(press.claim, press.round, turn.reviewer().id, lead=turn.role is Role.LEAD)
