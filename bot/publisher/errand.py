"""One errand for a posting: what is read before the call, and what is remembered after it. One transaction each."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.cards.card import Card
from bot.desk.publishing import card_key
from bot.publisher.carry_out import Call, Done
from bot.publisher.plan import Agree, Edit, Post, Stop, plan
from bot.publisher.refusals import No, Refusal
from bot.telemetry import place
from storage.postings import SHOWABLE, Posting
from storage.records import Records
from storage.states import PostingState

log = logging.getLogger(__name__)

MakeCard = Callable[[Records, Posting], Card | None]

UNMOVED = timedelta(seconds=60)  # the chat moved, and nobody has said where to
OPEN_ENDED = (PostingState.SENDING, PostingState.UNCERTAIN, PostingState.SHOWN)  # a call for it may be under way
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

    The posting is marked before the call is made: if the program dies in the middle, the mark tells.
    """
    posting = records.postings.get(posting_id)
    if posting.state not in SHOWABLE:
        return None
    match plan(posting, verbs.make_card(records, posting)):
        case Agree(message, imprint):
            records.postings.shown(posting.id, message, imprint, posting.wanted_version, at)
        case Stop():
            records.postings.taken_down(posting.id)
        case step:
            records.postings.sending(posting.id, at)
            return Errand(posting, step)
    return None


def remember(records: Records, errand: Errand, outcome: Done | No, verbs: Verbs, at: datetime) -> None:
    """Keeps what came of the call, and when it was made."""
    if not (isinstance(outcome, No) and outcome.meaning is Refusal.NOT_ARRIVED):
        records.postings.record_call(errand.posting.chat, at)
    if isinstance(outcome, No):
        _refused(records, errand, outcome, verbs, at)
    else:
        _done(records, errand, outcome, verbs, at)


def remember_late(records: Records, errand: Errand, outcome: Done | No, verbs: Verbs, at: datetime) -> None:
    """Keeps what came of a call whose posting is another process's by now: what was not sent again need not be."""
    records.postings.record_call(errand.posting.chat, at)
    now = records.postings.get(errand.posting.id)
    if isinstance(outcome, Done) and now.state in OPEN_ENDED and now.attempts == errand.posting.attempts + 1:
        _done(records, errand, outcome, verbs, at)


def left_behind(records: Records, at: datetime) -> list[Posting]:
    """Calls cut off by the end of the program are made again at once; a message may so hang twice."""
    cut_off = records.postings.interrupted()
    for posting in cut_off:
        if posting.message_id is None:
            records.postings.uncertain(posting.id, at)
        else:
            records.postings.postpone(posting.id, at)
    return cut_off


def put_off(records: Records, posting_id: int, until: datetime) -> None:
    """The posting cannot be dealt with now."""
    records.postings.postpone(posting_id, until)


def _done(records: Records, errand: Errand, done: Done, verbs: Verbs, at: datetime) -> None:
    posting = errand.posting
    match errand.step, done.message:
        case (Post(card) | Edit(_, card)) as step, int(message):
            records.postings.shown(
                posting.id, message, card.imprint, posting.wanted_version, at, chat=posting.chat
            )  # fmt: skip
            if isinstance(step, Post):
                verbs.first_shown(records, posting, at)
        case _:
            records.postings.taken_down(posting.id)


def _refused(records: Records, errand: Errand, no: No, verbs: Verbs, at: datetime) -> None:
    posting = errand.posting
    match no.meaning:
        case Refusal.CHAT_GONE:
            log.warning("%s is closed to the bot", place(posting.chat))
            records.postings.stop_chat(posting.chat, no.meaning)
            verbs.chat_gone(records, posting.chat, at)
        case Refusal.MIGRATED if no.moved_to:
            _moved(records, posting, no.moved_to, verbs, at)
        case Refusal.MESSAGE_GONE:
            _deleted_by_somebody(records, posting)
        case Refusal.UNCERTAIN if isinstance(errand.step, Post):
            records.postings.uncertain(posting.id, at + REPEAT_SEND.after(posting.repeats))
        case Refusal.UNKNOWN if posting.attempts >= PATIENCE:
            log.error("posting %s in %s is given up", posting.id, place(posting.chat))
            records.postings.stop(posting.id, no.meaning)
        case _:
            records.postings.postpone(posting.id, at + _pause(posting, no))


def _moved(records: Records, posting: Posting, new_chat: int, verbs: Verbs, at: datetime) -> None:
    """The desk moves and takes its postings along. What stays behind belongs to no desk, and cannot be shown."""
    log.info("%s is now %s", place(posting.chat), place(new_chat))
    records.postings.postpone(posting.id, at)
    verbs.migrated(records, posting.chat, new_chat, at)
    if records.postings.get(posting.id).chat == posting.chat:
        records.postings.stop(posting.id, Refusal.MIGRATED)


def _deleted_by_somebody(records: Records, posting: Posting) -> None:
    """A claim always has its card; a reply, a view or a digest that somebody deleted stays deleted."""
    if posting.claim and posting.key == card_key(posting.claim):
        records.postings.gone(posting.id)
    else:
        records.postings.stop(posting.id, Refusal.MESSAGE_GONE)


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
