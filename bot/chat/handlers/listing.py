"""Who may vote in a public group: only those whom a lead has listed."""

from __future__ import annotations

from telegram import User

from bot.cards.reviewers import listed_card, reviewers_card
from bot.chat.handlers.forgetting import forget_named
from bot.chat.turn import Turn
from bot.claims.errors import ClaimdeskError


class ReplyToAPerson(ClaimdeskError):
    """Send /reviewers add or /reviewers remove as a reply to a message of the person you mean."""


class NotAPerson(ClaimdeskError):
    """That message is not from a person with an account of their own, so nobody can be listed by it."""


def reviewers(turn: Turn) -> None:
    """The listed reviewers by codename; with `add` or `remove`, as a reply, lists or unlists a person.

    With `forget` and a codename, asks whether to forget who that is.
    """
    turn.lead()
    wish, _, codename = turn.words.strip().lower().partition(" ")
    if wish == "forget":
        forget_named(turn, codename)
    elif wish in ("add", "remove") and not codename:
        _list(turn, listed=wish == "add")
    else:
        desk = turn.at_desk()
        turn.say(reviewers_card(desk, turn.records.reviewers.listed(desk.id)))


def _list(turn: Turn, *, listed: bool) -> None:
    person = _person_meant(turn)
    reviewer = turn.records.reviewers.of(turn.at_desk().id, person.id, turn.at)
    turn.records.reviewers.set_listed(reviewer.id, listed)
    turn.say(listed_card(listed=listed))


def _person_meant(turn: Turn) -> User:
    meant = turn.message.reply_to_message
    # In a topic, what replies to nothing is said to reply to the opening of the topic.
    if meant is None or meant.from_user is None or meant.forum_topic_created:
        raise ReplyToAPerson
    if meant.from_user.is_bot or meant.sender_chat:
        raise NotAPerson
    return meant.from_user
