"""Whom the desk knows: reviewers by their codenames."""

from __future__ import annotations

from bot.claims.desk import Reviewer
from bot.claims.errors import ClaimdeskError
from bot.claims.model import DeskId
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
