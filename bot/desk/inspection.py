"""Whether a database contradicts itself: each contradiction in a sentence, found in short reads beside a running bot.

Chains, log and checkpoints are for the audit; here is what must hold besides.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import Any, TypeVar

from bot.claims import events as e
from bot.claims.errors import ClaimdeskError
from bot.claims.history import Standing, after, fold, status_change
from bot.claims.model import DeskId
from bot.desk.digesting import last_due
from bot.desk.filing import filed_to
from bot.desk.inspection_of_links import NotFiled, wrong_links
from storage.documents import text_sha256
from storage.inspection import KeptClaim, OwnCard
from storage.records import Records
from storage.states import PostingState

AT_ONCE = 100  # claims a transaction: on SQLite a vote that comes meanwhile waits for no more
TEXTS_AT_ONCE = 8  # of up to 2 million characters each
GRACE = timedelta(hours=1)  # what is due for so long, and is not there, does not come by itself

T = TypeVar("T")
Run = Callable[[Callable[[Records], Any]], Any]
"""Runs a question in a transaction of its own, and gives its answer."""


class RowDiffers(ClaimdeskError):
    """{label} of desk {desk}: its row says {name} {kept}, its history {told}."""


class BallotsDiffer(ClaimdeskError):
    """{label} of desk {desk}: the ballots of round {round} are not the last words of its history."""


class TextDiffers(ClaimdeskError):
    """Text {document} of desk {desk}: it is not the one that its hash was made of, so it was changed."""


class HistoryHasGaps(ClaimdeskError):
    """{label} of desk {desk}: in its history event {sequence} stands where event {place} should."""


class NoOpening(ClaimdeskError):
    """{label} of desk {desk}: its history does not begin with its opening."""


class UntoldChange(ClaimdeskError):
    """{label} of desk {desk}: before event {sequence} its status moved, and no event says so, or not as it was."""


class WrongTurn(ClaimdeskError):
    """{label} of desk {desk}: event {sequence} takes up an answer that was not there, or was another."""


class NumbersHaveGaps(ClaimdeskError):
    """Desk {desk} has given {last} numbers to {count} claims, the highest is {highest}."""


class NoCard(ClaimdeskError):
    """{label} of desk {desk} waits for answers, and its card neither hangs in the desk's chat nor says why not."""


class CardIsLate(ClaimdeskError):
    """{label} of desk {desk} has waited for its card since {made:%d %B %H:%M} UTC."""


class UpdateTwice(ClaimdeskError):
    """Update {update} is in the inbox twice."""


class UpdateStuck(ClaimdeskError):
    """Update {update} was set aside and yet waits to be handled."""


class NoDigest(ClaimdeskError):
    """Desk {desk} has no digest of {day}, which was due more than an hour ago."""


class DigestTwice(ClaimdeskError):
    """The digest of {day} hangs twice at desk {desk}."""


class MessageTwice(ClaimdeskError):
    """Two postings say that they hang in message {message} of chat {chat}."""


def contradictions(run: Run, at: datetime) -> Iterator[ClaimdeskError]:
    """Everything that contradicts itself in the database, as far as a database at rest can tell."""
    passed = run(filed_to)
    for kept in _stretches(run, _next_claims, lambda one: one.claim.id):
        yield from _of_claim(kept)
        yield from _of_filing(kept, passed)
    yield from _of_texts(run)
    for card in _stretches(run, _next_cards, lambda card: card.claim):
        yield from _of_card(card, at)
    for look in (_of_numbers, _of_updates, _of_messages):
        yield from run(look)
    yield from run(partial(_of_digests, at=at))


def contradictions_of_claims(run: Run, desk: DeskId) -> Iterator[ClaimdeskError]:
    """Where the claims of a desk, their ballots or their texts are not what their histories come to."""
    for kept in _stretches(run, _next_claims, lambda one: one.claim.id):
        if kept.claim.desk == desk:
            yield from _of_claim(kept)
    yield from _of_texts(run, desk)


def _of_texts(run: Run, desk: DeskId | None = None) -> Iterator[ClaimdeskError]:
    """What a claim's opening seals is the hash of the text; the text itself must lead to it."""
    for document, home, text, sha256 in _stretches(run, _next_texts, lambda text: text[0]):
        if desk in (None, home) and text_sha256(text) != sha256:
            yield TextDiffers(document=document, desk=home)


def _next_claims(records: Records, last: int) -> list[KeptClaim]:
    return records.inspection.claims_after(last, AT_ONCE)


def _next_texts(records: Records, last: int) -> list[tuple[int, DeskId, str, str | None]]:
    return records.inspection.texts_after(last, TEXTS_AT_ONCE)


def _next_cards(records: Records, last: int) -> list[OwnCard]:
    return records.inspection.own_cards(last, AT_ONCE)


def _stretches(run: Run, read: Callable[[Records, int], list[T]], number: Callable[[T], int]) -> Iterator[T]:
    """What there is, a stretch a transaction, in the order of its numbers."""
    found = run(lambda records: read(records, 0))
    while found:
        yield from found
        found = run(partial(_and_on, read, number(found[-1])))


def _and_on(read: Callable[[Records, int], list[T]], last: int, records: Records) -> list[T]:
    return read(records, last)


def _of_claim(one: KeptClaim) -> Iterator[ClaimdeskError]:
    facts = {"label": one.claim.label, "desk": one.claim.desk}
    yield from _of_places(one.entries, facts)
    yield from _of_turns(one.entries, facts)
    yield from _of_changes(one.entries, facts)
    now = fold(one.entries)
    yield from _of_row(one, now, facts)
    yield from wrong_links(now, one.links, facts)


def _of_filing(one: KeptClaim, passed: int) -> Iterator[ClaimdeskError]:
    if one.claim.id <= passed and not one.filed:
        yield NotFiled(label=one.claim.label, desk=one.claim.desk)


def _of_places(entries: Sequence[e.Entry], facts: dict[str, Any]) -> Iterator[ClaimdeskError]:
    if not entries or not isinstance(entries[0].event, e.ClaimOpened):
        yield NoOpening(**facts)
    for place, entry in enumerate(entries, start=1):
        if entry.sequence != place:
            yield HistoryHasGaps(**facts, sequence=entry.sequence, place=place)
            return


def _of_turns(entries: Sequence[e.Entry], facts: dict[str, Any]) -> Iterator[ClaimdeskError]:
    """An answer is first cast, and changed or withdrawn as what it was."""
    standing = Standing()
    for entry in entries:
        match entry.event:
            case e.VoteCast(reviewer=voter):
                fits = voter not in standing.votes
            case e.VoteChanged(reviewer=voter, was=was) | e.VoteWithdrawn(reviewer=voter, was=was):
                fits = standing.votes.get(voter) is was
            case _:
                fits = True
        if not fits:
            yield WrongTurn(**facts, sequence=entry.sequence)
        standing = after(standing, entry)


def _of_changes(entries: Sequence[e.Entry], facts: dict[str, Any]) -> Iterator[ClaimdeskError]:
    """Every movement of the status is told by the very next event, as it was; none is told that was not."""
    standing, expected = Standing(), None
    for entry in entries:
        told = entry.event if isinstance(entry.event, e.Moved) else None
        if told != expected:
            yield UntoldChange(**facts, sequence=entry.sequence)
        before, standing = standing, after(standing, entry)
        expected = None if told else status_change(before, standing)
    if expected is not None:
        yield UntoldChange(**facts, sequence=len(entries) + 1)


def _of_row(one: KeptClaim, now: Standing, facts: dict[str, Any]) -> Iterator[ClaimdeskError]:
    """The columns and ballots that repeat the history must say what the history says."""
    row, opening = one.claim, one.entries[0].event if one.entries else None
    opened = (opening.mention, opening.document) if isinstance(opening, e.ClaimOpened) else (None, None)
    for name, kept, told in (
        ("mention", one.mention, opened[0]), ("document", one.document, opened[1]),
        ("kind", one.kind.value, row.mention.kind.value),
        ("status", row.status, now.status), ("sequence", row.sequence, now.sequence), ("round", one.round, now.round),
        ("answered", row.answered, now.tally.answered), ("window", row.window_ends, now.window_ends),
    ):  # fmt: skip
        if kept != told:
            yield RowDiffers(**facts, name=name, kept=kept, told=told)
    if one.round == now.round and not _ballots_agree(one, now):
        yield BallotsDiffer(**facts, round=now.round)


def _ballots_agree(one: KeptClaim, now: Standing) -> bool:
    """Ballots say what the history says; a missing one is that of a reviewer who was forgotten."""
    answered = {name for name, _ in one.ballots}
    true = all(now.votes.get(name) is stance for name, stance in one.ballots if name is not None)
    return true and not any(name in one.known for name in now.votes if name not in answered)


def _of_card(card: OwnCard, at: datetime) -> Iterator[ClaimdeskError]:
    facts = {"label": f"C-{card.number}", "desk": card.desk}
    match card.state:
        case PostingState.SHOWN if card.message_id is not None:
            return
        case PostingState.STOPPED if card.why:
            return
        case PostingState.WANTED | PostingState.SENDING | PostingState.UNCERTAIN:
            put_off = card.not_before is not None and card.not_before > at
            if card.made is not None and card.made < at - GRACE and not put_off:
                yield CardIsLate(**facts, made=card.made)
        case _:
            yield NoCard(**facts)


def _of_numbers(records: Records) -> list[ClaimdeskError]:
    return [
        NumbersHaveGaps(desk=desk.desk, last=desk.last, count=desk.count, highest=desk.highest)
        for desk in records.inspection.numberings()
        if not desk.last == desk.count == desk.highest
    ]


def _of_updates(records: Records) -> list[ClaimdeskError]:
    twice = [UpdateTwice(update=number) for number in records.inspection.updates_kept_twice()]
    return [*twice, *(UpdateStuck(update=number) for number in records.inspection.updates_given_up_and_open())]


def _of_messages(records: Records) -> list[ClaimdeskError]:
    return [MessageTwice(chat=chat, message=number) for chat, number in records.inspection.messages_of_two_postings()]


def _of_digests(records: Records, at: datetime) -> list[ClaimdeskError]:
    due = ((desk, last_due(desk, at - GRACE)) for desk in records.desks.all_open())
    missed = [NoDigest(desk=desk.id, day=day) for desk, day in due if day and not records.digests.has(desk.id, day)]
    return [*missed, *(DigestTwice(desk=desk, day=day) for desk, day in records.inspection.digests_shown_twice())]
