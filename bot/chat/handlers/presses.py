"""Presses: proven, then handed to the verb of their kind."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bot.cards import presses as p
from bot.chat.handlers import (
    asking,
    deciding,
    forgetting,
    handing_in,
    leading,
    linking,
    places,
    replaying,
    setting_up,
)
from bot.chat.turn import Turn
from bot.claims.model import ClaimId
from bot.desk.copies import remember_copy

VERBS: dict[type[Any], Callable[[Turn], None]] = {
    p.CastVote: deciding.vote,
    p.WithdrawVote: deciding.withdraw,
    p.GiveReason: deciding.reason,
    p.NotAClaim: deciding.not_a_claim,
    p.WithdrawNotAClaim: deciding.withdraw_not_a_claim,
    p.AgreeToOverrule: leading.agree,
    p.DecideLink: linking.decide,
    p.ShowClaim: asking.show_claim,
    p.ShowHistory: asking.show_history,
    p.ShowMore: handing_in.show_more,
    p.TurnPage: asking.turn_page,
    p.AsOf: replaying.turn_past,
    p.AtPlace: places.turn_page,
    p.ChooseDesk: setting_up.choose_desk,
    p.ConfirmSetup: setting_up.confirm_setup,
    p.ForgetReviewer: forgetting.confirm_forget,
    p.ForgetMe: forgetting.confirm_forget_me,
}


def pressed(turn: Turn) -> None:
    """A press on one of the bot's buttons. Raises StalePress for what this desk never signed."""
    data = turn.query.data or ""
    signed_by = turn.desk.id if turn.desk else turn.here.chat
    turn.press = turn.signer.decode(data, signed_by)
    if isinstance(turn.press, (p.CastVote, p.NotAClaim)):
        _remember(turn, turn.press.claim)
    VERBS[type(turn.press)](turn)


def _remember(turn: Turn, claim: ClaimId) -> None:
    """Only a claim's card has these buttons: should nobody know that it hangs there, it is known from now on."""
    if turn.pressed_posting is not None:
        return
    kept = turn.records.claims.get(claim, lock=True)
    if kept is not None:
        remember_copy(turn.records, kept, turn.here.chat, turn.here.message, turn.at)
