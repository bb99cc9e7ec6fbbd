"""One errand for a posting: what is read before the call, and what is remembered after it. One transaction each."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.cards.card import Card
from bot.publisher.carry_out import Call, Done
from bot.publisher.plan import Agree, Edit, Post, Stop, plan
from bot.publisher.refusals import No, Refusal
from storage.postings import Posting, State
from storage.records import Records

log = logging.getLogger(__name__)

MakeCard = Callable[[Records, Posting], Card | None]

UNMOVED = timedelta(seconds=60)  # the chat moved, and nobody has said where to
PATIENCE = 8  # attempts at what Telegram refuses for a reason not known here


@dataclass(frozen=True, slots=True)
class Growing:
    """A pause that grows with every attempt, up to `most`."""

    first: timedelta
    factor: float
    most: timedelta

    def after(self, attempts: int) -> timedelta:
        """The pause after so many attempts, from 0."""
        return min(self.first * self.factor ** min(attempts, 20), self.most)


REPEAT_SEND = Growing(timedelta(seconds=10), 6, timedelta(hours=1))  # each repeat may be a second copy
REPEAT_EDIT = Growing(timedelta(seconds=1), 2, timedelta(minutes=1))
UNEXPLAINED = Growing(timedelta(seconds=5), 3, timedelta(hours=1))
RIGHTS = Growing(timedelta(minutes=1), 2, timedelta(hours=1))


def _nothing(*_: object) -> None:
    """Does nothing."""


@dataclass(frozen=True, slots=True)
class Verbs:
    """The desk's part: the card of a posting, and what follows, in the same transaction, from what was shown."""

    make_card: MakeCard
    first_shown: Callable[[Records, Posting, datetime], None] = _nothing
    migrated: Callable[[Records, int, int, datetime], None] = _nothing
    chat_gone: Callable[[Records, int, datetime], None] = _nothing


@dataclass(frozen=True, slots=True)
class Errand:
    """A call to make for a posting, as it was when the card was made."""

    posting: Posting
    step: Call


def set_out(records: Records, posting_id: int, verbs: Verbs, at: datetime) -> Errand | None:
    """Makes the card as it should be now and decides on the step; None when no call is needed.

    A send is marked before it is made: if the program dies in the middle, the mark tells.
    """
    posting = records.postings.get(posting_id)
    if posting.state in (State.SENDING, State.STOPPED):
        return None
    match plan(posting, verbs.make_card(records, posting)):
        case Agree():
            records.postings.shown(posting.id, posting.message_id, posting.imprint, posting.wanted_version, at)
        case Stop():
            records.postings.stop(posting.id)
        case Post() as step:
            records.postings.sending(posting.id, at)
            return Errand(posting, step)
        case step:
            return Errand(posting, step)
    return None


def remember(records: Records, errand: Errand, outcome: Done | No, verbs: Verbs, at: datetime) -> None:
    """Keeps what came of the call, and when it was made."""
    if not (isinstance(outcome, No) and outcome.meaning is Refusal.NOT_ARRIVED):
        records.postings.record_call(errand.posting.chat, at)
    if isinstance(outcome, Done):
        _shown(records, errand, outcome, verbs, at)
    else:
        _refused(records, errand, outcome, verbs, at)


def _shown(records: Records, errand: Errand, done: Done, verbs: Verbs, at: datetime) -> None:
    posting, step = errand.posting, errand.step
    match step:
        case Post(card) | Edit(_, card):
            records.postings.shown(posting.id, done.message, card.imprint, posting.wanted_version, at)
            if isinstance(step, Post):
                verbs.first_shown(records, posting, at)
        case _:
            records.postings.stop(posting.id)


def _refused(records: Records, errand: Errand, no: No, verbs: Verbs, at: datetime) -> None:
    posting = errand.posting
    match no.meaning:
        case Refusal.CHAT_GONE:
            log.warning("chat %s is closed to the bot", posting.chat)
            records.postings.stop_chat(posting.chat)
            verbs.chat_gone(records, posting.chat, at)
        case Refusal.MIGRATED if no.moved_to:
            log.info("chat %s is now %s", posting.chat, no.moved_to)
            records.postings.postpone(posting.id, at)
            verbs.migrated(records, posting.chat, no.moved_to, at)
        case Refusal.MESSAGE_GONE:
            _posted_anew(records, posting, at)
        case Refusal.UNCERTAIN if isinstance(errand.step, Post):
            records.postings.uncertain(posting.id, at + REPEAT_SEND.after(posting.repeats))
        case Refusal.UNKNOWN if posting.attempts >= PATIENCE:
            _given_up(records, posting, no)
        case _:
            records.postings.postpone(posting.id, at + _pause(posting, no))


def _posted_anew(records: Records, posting: Posting, at: datetime) -> None:
    """An open claim always has a card; a reply or a digest that somebody deleted stays deleted."""
    if posting.claim is None:
        records.postings.stop(posting.id)
    else:
        records.postings.gone(posting.id, at)


def _given_up(records: Records, posting: Posting, no: No) -> None:
    log.error("posting %s in chat %s is given up: %s", posting.id, posting.chat, no.meaning)
    records.postings.stop(posting.id)


def _pause(posting: Posting, no: No) -> timedelta:
    match no.meaning:
        case Refusal.SLOW_DOWN:
            return no.wait
        case Refusal.MIGRATED:
            return UNMOVED
        case Refusal.UNCERTAIN:
            return REPEAT_EDIT.after(posting.attempts)
        case Refusal.NO_RIGHTS:
            return RIGHTS.after(posting.attempts)
        case Refusal.UNKNOWN:
            return UNEXPLAINED.after(posting.attempts)
    return timedelta()
