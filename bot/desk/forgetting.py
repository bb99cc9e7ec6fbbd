"""Forgetting a reviewer: at a lead's word, at their own, or from the command line."""

from __future__ import annotations

from datetime import datetime

from bot.cards.forgetting import forgotten_card
from bot.claims.desk import Reviewer
from bot.claims.errors import ClaimdeskError
from bot.claims.model import DeskId, ReviewerId
from bot.desk.publishing import Priority, want_message
from storage.records import Records


class NoSuchReviewer(ClaimdeskError):
    """There is no reviewer called “{codename}” at this desk. /whoami, asked in private, tells people their codename."""


class ForgottenBefore(ClaimdeskError):
    """“{codename}” was forgotten before: I do not know any more who that was."""


def reviewer_called(records: Records, desk: DeskId, codename: str) -> Reviewer:
    """The reviewer of this codename, whom the desk still knows. Raises NoSuchReviewer or ForgottenBefore."""
    name = " ".join(codename.lower().split())
    found = records.reviewers.called(desk, name)
    if found is None:
        raise NoSuchReviewer(codename=name[:60])
    if records.reviewers.telegram_id_of(found.id) is None:
        raise ForgottenBefore(codename=name)
    return found


def forget_reviewer(records: Records, reviewer: ReviewerId, at: datetime, in_hand: int | None = None) -> Reviewer:
    """Forgets who this reviewer of one desk is, with their private chat, and tells the desk by codename.

    Their answers still count. `in_hand` is the update that asks for it. Raises ForgottenBefore.
    """
    known = records.reviewers.get(reviewer)
    if known is None:
        raise NoSuchReviewer(codename="")
    records.desks.get(known.desk, lock=True)
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
