"""Being forgotten: a person's own wish, or a lead's word about a codename."""

from __future__ import annotations

from bot.cards.forgetting import forget_me_card, forget_reviewer_card, forgotten_card, forgotten_me
from bot.cards.presses import ForgetMe, ForgetReviewer, StalePress
from bot.chat.turn import Turn
from bot.claims.errors import ClaimdeskError
from bot.desk.acquaintance import reviewer_called
from bot.desk.forgetting import forget_person, forget_reviewer


class OnlyInPrivate(ClaimdeskError):
    """That is between you and me: open our private chat, press Start, and send /forgetme there."""


class WhomToForget(ClaimdeskError):
    """Write the codename behind it: /reviewers forget amber fox. People find theirs with /whoami, in private."""


def forget_me(turn: Turn) -> None:
    """Says what goes and what stays, and asks."""
    if not turn.here.private:
        raise OnlyInPrivate
    turn.say(forget_me_card(turn.here.chat, turn.signer))


def confirm_forget_me(turn: Turn) -> None:
    """Forgets the presser everywhere. The answer is nothing but the press's own: no message to them is kept."""
    if not turn.here.private or turn.pressed(ForgetMe).chat != turn.here.user:
        raise StalePress
    forget_person(turn.records, turn.here.user, turn.at, in_hand=turn.reference)
    turn.whisper(forgotten_me(), alert=True)


def forget_named(turn: Turn, codename: str) -> None:
    """Asks a lead whether the reviewer of this codename is to be forgotten."""
    if not codename:
        raise WhomToForget
    turn.say(forget_reviewer_card(reviewer_called(turn.records, turn.at_desk().id, codename), turn.signer))


def confirm_forget(turn: Turn) -> None:
    """The lead's press."""
    press = turn.pressed(ForgetReviewer)
    turn.lead()
    known = forget_reviewer(turn.records, press.reviewer, turn.at, in_hand=turn.reference)
    turn.turn_over(forgotten_card(known))
