"""Rounds of votes: the first when a claim is put before the desk, further ones when there is a reason for them."""

from __future__ import annotations

from bot.cards.leading import new_round_card
from bot.claims.consensus import Rule
from bot.claims.events import Cause, RoundOpened
from bot.claims.history import Standing
from bot.claims.model import Codename
from bot.desk.ledger import Ledger
from bot.desk.publishing import Priority, want_message


def open_new_round(
    ledger: Ledger, rule: Rule, cause: Cause, by: Codename | None = None, reason: str | None = None
) -> Standing:
    """Opens the next round under the desk's present rule; earlier answers stay in the history and count no longer.

    Those who answered in the round before are told in private, where they have a private chat.
    """
    before, number = ledger.standing, ledger.standing.round + 1
    frozen = (rule.quorum, rule.margin, rule.window, rule.version, rule.perspectives)
    now = ledger.enter(RoundOpened(number, *frozen, cause, by, reason))
    _tell_who_answered(ledger, before.round, cause)
    return now


def _tell_who_answered(ledger: Ledger, round: int, cause: Cause) -> None:
    """By key once a claim and round, however often a transaction is run again."""
    records, claim = ledger.records, ledger.claim
    for reviewer in records.ballots.of(claim.id, round):
        chat = records.reviewers.telegram_id_of(reviewer)
        if chat is not None and records.postings.reaches(chat):
            card = new_round_card(claim, ledger.standing, cause)
            key = f"round:{claim.id}:{ledger.standing.round}"
            want_message(records, chat, key, card, ledger.at, priority=Priority.CARD)
