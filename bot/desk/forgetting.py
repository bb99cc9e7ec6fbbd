"""Forgetting a reviewer: at a lead's word, at their own, or from the command line."""

from __future__ import annotations

from datetime import datetime

from bot.cards.forgetting import forgotten_card
from bot.claims.desk import Reviewer
from bot.claims.model import ReviewerId
from bot.desk.acquaintance import ForgottenBefore, NoSuchReviewer
from bot.desk.freezing import set_aside_now
from bot.desk.publishing import Priority, want_message
from storage.records import Records


def forget_reviewer(records: Records, reviewer: ReviewerId, at: datetime, in_hand: int | None = None) -> Reviewer:
    """Forgets who this reviewer of one desk is, with their private chat, and tells the desk by codename.

    Their answers still count, but for those of a suspended reviewer. `in_hand` is the update that asks for it. Raises
    ForgottenBefore.
    """
    known = records.reviewers.get(reviewer)
    if known is None:
        raise NoSuchReviewer(codename="")
    records.desks.get(known.desk, lock=True)
    set_aside_now(records, reviewer, at)
    telegram_id = records.erasure.reviewer(reviewer, at)
    if telegram_id is None:
        raise ForgottenBefore(codename=known.codename)
    records.erasure.telegram_id(telegram_id, at, in_hand)
    _tell_the_desk(records, known, at)
    return known


def forget_person(records: Records, telegram_id: int, at: datetime, in_hand: int | None = None) -> list[Reviewer]:
    """Forgets a person at every desk, and whatever else is kept under their Telegram id; returns whom they were."""
    known = records.erasure.everywhere(telegram_id)
    forgotten = [forget_reviewer(records, reviewer, at, in_hand) for _, reviewer in known]
    records.erasure.telegram_id(telegram_id, at, in_hand)
    return forgotten


def _tell_the_desk(records: Records, known: Reviewer, at: datetime) -> None:
    desk = records.desks.get(known.desk)
    card = forgotten_card(known)
    want_message(records, desk.chat, f"forgotten:{known.id}", card, at, topic=desk.topic, priority=Priority.CARD)
