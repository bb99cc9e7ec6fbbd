"""Rounds of votes: the first when a claim is put before the desk, further ones when there is a reason for them."""

from __future__ import annotations

from bot.claims.consensus import Rule
from bot.claims.events import Cause, RoundOpened
from bot.claims.history import Standing
from bot.claims.model import Codename
from bot.desk.ledger import Ledger


def open_new_round(
    ledger: Ledger, rule: Rule, cause: Cause, by: Codename | None = None, reason: str | None = None
) -> Standing:
    """Opens the next round under the desk's present rule; earlier answers stay in the history and count no longer."""
    number = ledger.standing.round + 1
    frozen = (rule.quorum, rule.margin, rule.window, rule.version, rule.perspectives)
    return ledger.enter(RoundOpened(number, *frozen, cause, by, reason))
