"""Who may vote in a public group: only those whom a lead has listed."""

from __future__ import annotations

from collections.abc import Callable

from telegram import User

from bot.cards.reviewers import listed_card, reviewers_card, roster_card
from bot.chat.handlers.forgetting import forget_named
from bot.chat.handlers.suspending import freeze_named, perspective_named, unfreeze_named
from bot.chat.turn import Turn
from bot.claims.errors import ClaimdeskError

BY_CODENAME: dict[str, Callable[[Turn, str], None]] = {
    "forget": forget_named,
    "freeze": freeze_named,
    "unfreeze": unfreeze_named,
    "perspective": perspective_named,
}


class ReplyToAPerson(ClaimdeskError):
    """Send /reviewers add or /reviewers remove as a reply to a message of the person you mean."""


class NotAPerson(ClaimdeskError):
    """That message is not from a person with an account of their own, so nobody can be listed by it."""


def reviewers(turn: Turn) -> None:
    """The listed reviewers by codename; with `add` or `remove`, as a reply, lists or unlists a person.

    A codename behind `forget`, `freeze`, `unfreeze` or `perspective` does that to whoever is called so. In private,
    where nobody else reads it, all are listed with what leads decided about them.
    """
    turn.lead()
    wish, _, codename = turn.words.strip().lower().partition(" ")
    if wish in BY_CODENAME:
        BY_CODENAME[wish](turn, codename)
    elif wish in ("add", "remove") and not codename:
        _list(turn, listed=wish == "add")
    elif turn.here.private:
        turn.say(roster_card(turn.at_desk(), turn.records.reviewers.all_of(turn.at_desk().id)))
    else:
        desk = turn.at_desk()
        turn.say(reviewers_card(desk, turn.records.reviewers.listed(desk.id)))


def _list(turn: Turn, *, listed: bool) -> None:
    person = _person_meant(turn)
    reviewer = turn.records.reviewers.of(turn.at_desk().id, person.id, turn.at)
    turn.records.reviewers.set_listed(reviewer.id, listed)
    turn.say(listed_card(listed=listed))


def _person_meant(turn: Turn) -> User:
    meant = None if turn.here.private else turn.message.reply_to_message
    # In a topic, what replies to nothing is said to reply to the opening of the topic.
    if meant is None or meant.from_user is None or meant.forum_topic_created:
        raise ReplyToAPerson
    if meant.from_user.is_bot or meant.sender_chat:
        raise NotAPerson
    return meant.from_user
