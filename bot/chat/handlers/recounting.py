"""What if somebody were not counted: for leads, in private, since it tells what one reviewer's answers do."""

from __future__ import annotations

from bot.cards.recounts import recount_card
from bot.chat.turn import Turn
from bot.claims.errors import ClaimdeskError
from bot.desk.recounting import recount as count_anew


class NotInTheGroup(ClaimdeskError):
    """That tells what one reviewer's answers do, so I say it in private only: open our private chat and ask there."""


class WhomToLeaveOut(ClaimdeskError):
    """Write the codename of a reviewer, and if you like since when: /recount amber fox since 2026-11-01"""


def recount(turn: Turn) -> None:
    """The claims that would have another status without a reviewer; changes nothing."""
    turn.lead()
    if not turn.here.private:
        raise NotInTheGroup
    if not turn.words.strip():
        raise WhomToLeaveOut
    desk = turn.at_desk()
    turn.say(recount_card(count_anew(turn.records, desk, turn.words, turn.at), desk.zone))
