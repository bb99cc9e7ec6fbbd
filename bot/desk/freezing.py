"""Suspending a reviewer: nothing they press is taken, and their answers are set aside until they are let in again.

A lead's word changes the reviewer alone; the histories follow in small steps (`carry_out_freezes`), and what is left
to do is always asked of the rows as they are, so that a crash or a vote in between changes nothing in the end.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.cards.reviewers import brigade_card
from bot.claims import events as e
from bot.claims.desk import Desk, Reviewer
from bot.claims.errors import ClaimdeskError
from bot.claims.model import ClaimId, DeskId, ReviewerId
from bot.claims.status import UNTIL_REOPENED
from bot.desk.acquaintance import reviewer_called
from bot.desk.ledger import open_ledger
from bot.desk.publishing import Priority, want_message
from storage.records import Records

AT_ONCE = 100

# Bought or borrowed accounts join together and answer together: so many answers of a desk within a minute, and so many
# newcomers on the claims that got them. A desk that works hard has the first, a desk that grows the second.
SOON = timedelta(seconds=60)
MANY_ANSWERS = 12
NEW = timedelta(days=1)
MANY_NEWCOMERS = 4
ONE_ALERT = timedelta(hours=1)


class NotYourself(ClaimdeskError):
    """You cannot suspend yourself, nor let yourself in again: another lead does that."""


class FrozenAlready(ClaimdeskError):
    """“{codename}” is suspended already."""


class NotFrozen(ClaimdeskError):
    """“{codename}” is not suspended."""


def freeze(records: Records, desk: DeskId, lead: Reviewer, codename: str) -> Reviewer:
    """Suspends the reviewer of this codename. Raises NotYourself, FrozenAlready, and as `reviewer_called`."""
    meant = _meant(records, desk, lead, codename)
    if meant.frozen:
        raise FrozenAlready(codename=meant.codename)
    records.reviewers.set_frozen(meant.id, True)
    return meant


def unfreeze(records: Records, desk: DeskId, lead: Reviewer, codename: str) -> Reviewer:
    """Lets the reviewer in again. Raises NotYourself, NotFrozen, and as `reviewer_called`."""
    meant = _meant(records, desk, lead, codename)
    if not meant.frozen:
        raise NotFrozen(codename=meant.codename)
    records.reviewers.set_frozen(meant.id, False)
    return meant


def carry_out_freezes(records: Records, at: datetime) -> int:
    """Sets the answers of frozen reviewers aside, and lets those of unfrozen ones count again; returns how many."""
    amiss = records.ballots.amiss(AT_ONCE)
    for claim, reviewer in amiss:
        _settle(records, claim, reviewer, at)
    return len(amiss)


def set_aside_now(records: Records, reviewer: ReviewerId, at: datetime) -> None:
    """Carries out what is left to do for one reviewer: once forgotten, nobody can tell which answers were theirs."""
    while amiss := records.ballots.amiss(AT_ONCE, reviewer):
        for claim, _ in amiss:
            _settle(records, claim, reviewer, at)


def watch_for_brigades(records: Records, desk: Desk, at: datetime) -> None:
    """Warns the desk, once an hour at most, when many answers come at once and newcomers are among those who answer."""
    answers = records.ballots.cast_since(desk.id, at - SOON)
    if answers <= MANY_ANSWERS:
        return
    newcomers = records.ballots.newcomers_among(desk.id, at - SOON, at - NEW)
    if newcomers >= MANY_NEWCOMERS:
        hour = int(at.timestamp() // ONE_ALERT.total_seconds())
        card = brigade_card(answers, newcomers)
        want_message(records, desk.chat, f"alert:{hour}", card, at, topic=desk.topic, priority=Priority.CARD)


def _meant(records: Records, desk: DeskId, lead: Reviewer, codename: str) -> Reviewer:
    meant = reviewer_called(records, desk, codename)
    if meant.id == lead.id:
        raise NotYourself
    return meant


def _settle(records: Records, claim: ClaimId, reviewer: ReviewerId, at: datetime) -> None:
    """Asked again under the claim's lock: another replica, a withdrawal or a lead's second thought may come first."""
    ledger = open_ledger(records, claim, at)
    person, voter, round = records.reviewers.get(reviewer), ledger.voter(reviewer), ledger.standing.round
    frozen = person is not None and person.frozen
    if ledger.standing.status in UNTIL_REOPENED:
        return
    if voter in ledger.standing.votes and frozen != (voter in ledger.standing.frozen):
        ledger.enter(e.VoterFrozen(round, voter) if frozen else e.VoterUnfrozen(round, voter))
    records.ballots.count(claim, round, reviewer, not frozen)
