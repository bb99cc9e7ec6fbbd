"""What leads decide about reviewers, by codename: whether their answers count, and from where they look."""

from __future__ import annotations

import re

from bot.cards.reviewers import frozen_card, perspective_card
from bot.chat.announcing import announce
from bot.chat.turn import Turn
from bot.claims.desk import Reviewer
from bot.claims.errors import ClaimdeskError
from bot.desk.acquaintance import NoSuchReviewer, reviewer_called
from bot.desk.freezing import freeze, unfreeze

WORDS_OF_A_CODENAME = 2


class WhomDoYouMean(ClaimdeskError):
    """Write the codename behind it, such as /reviewers {verb} amber fox. In our private chat, /reviewers lists all."""


class WhichPerspective(ClaimdeskError):
    """Write a codename and one word for the perspective: /reviewers perspective amber fox north (none removes it)."""


def freeze_named(turn: Turn, codename: str) -> None:
    """Suspends a reviewer, and tells the desk."""
    lead = turn.lead()
    _check_named(codename, "freeze")
    _tell(turn, lead, freeze(turn.records, turn.at_desk().id, lead, codename), frozen=True)


def unfreeze_named(turn: Turn, codename: str) -> None:
    """Lets a reviewer in again, and tells the desk."""
    lead = turn.lead()
    _check_named(codename, "unfreeze")
    _tell(turn, lead, unfreeze(turn.records, turn.at_desk().id, lead, codename), frozen=False)


def perspective_named(turn: Turn, words: str) -> None:
    """Says from which perspective a reviewer answers from now on."""
    turn.lead()
    codename, _, word = words.strip().rpartition(" ")
    if not codename or not re.fullmatch(r"\w[\w-]{0,29}", word):
        raise WhichPerspective
    desk, perspective = turn.at_desk(), None if word == "none" else word
    try:
        meant = reviewer_called(turn.records, desk.id, codename)
    except NoSuchReviewer:
        if len(codename.split()) > WORDS_OF_A_CODENAME:  # a perspective of two words, most likely
            raise WhichPerspective from None
        raise
    turn.records.reviewers.set_perspective(meant.id, perspective)
    turn.say(perspective_card(meant.codename, perspective, counted=desk.rule.perspectives))


def _check_named(codename: str, verb: str) -> None:
    if not codename.strip():
        raise WhomDoYouMean(verb=verb)


def _tell(turn: Turn, lead: Reviewer, meant: Reviewer, *, frozen: bool) -> None:
    """Every suspension is told to the whole desk, so that no lead can do it unseen."""
    announce(turn, frozen_card(lead.codename, meant.codename, frozen=frozen))
