"""What must hold in every database at every moment, and what must hold once everything has come to rest."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Select, func, select
from sqlmodel import col

from bot.cards.presses import Signer
from bot.claims import events as e
from bot.claims.consensus import Stance, Tally
from bot.claims.history import Standing, after, fold
from bot.claims.model import ClaimId, ReviewerId
from bot.claims.status import OPEN
from bot.desk.publishing import card_key
from bot.desk.showing import Showing
from bot.sandbox.chats import Chat
from storage.postings import SHOWABLE, Posting
from storage.records import Records
from storage.states import IntakeState, PostingState
from storage.tables import BallotRow, ClaimRow, DeskRow, DocumentRow, InboxItem, LinkRow, PostingRow

FINISHED = (IntakeState.READ, IntakeState.REPEATED, IntakeState.FAILED)


def broken(records: Records) -> list[str]:
    """What contradicts itself in the database; an empty list when nothing does. Holds after every commit."""
    found: list[str] = []
    for row in _rows(records, select(ClaimRow)):
        found += _of_one(records, row, records.history.of(ClaimId(row.id)))
    return [*found, *broken_links(records), *_numbers(records), *_doubles(records)]


def broken_claim(records: Records, claim: ClaimId, entries: list[e.Entry]) -> list[str]:
    """What contradicts itself in one claim with this history."""
    (row,) = _rows(records, select(ClaimRow).where(col(ClaimRow.id) == claim))
    return _of_one(records, row, entries)


def broken_links(records: Records) -> list[str]:
    """Where the two ends of a link and the list of links do not say the same."""
    claims = {(row.desk_id, row.number): row.id for row in _rows(records, select(ClaimRow))}
    told: dict[str, set[Any]] = {side: set() for side in e.Side}
    for (desk, _), claim in claims.items():
        for link in fold(records.history.of(ClaimId(claim))).links.values():
            other = claims[desk, link.other]
            pair = (claim, other) if link.side is e.Side.NEWER else (other, claim)
            told[link.side].add((desk, *pair, link.relation, link.state))
    rows = {
        (row.desk_id, row.newer_id, row.older_id, row.relation, row.state) for row in _rows(records, select(LinkRow))
    }
    newer, older = told.values()
    return [f"a link is not told three times: {one}" for one in (newer | older | rows) - (newer & older & rows)]


def unfinished(records: Records) -> list[str]:
    """What still waits to be handled, read or shown; an empty list when the bot is at rest."""
    waiting = [f"update {row.id}" for row in records.inbox.next(100)]
    for row in _rows(records, select(DocumentRow).where(col(DocumentRow.state).not_in(FINISHED))):
        waiting.append(f"document {row.id} is {row.state}")
    differs = col(PostingRow.wanted_version) > col(PostingRow.shown_version)
    hangs_back = (col(PostingRow.state).in_(SHOWABLE) & differs) | (col(PostingRow.state) == PostingState.SENDING)
    for row in _rows(records, select(PostingRow).where(hangs_back)):
        waiting.append(f"posting {row.key} is {row.state}: {row.shown_version} of {row.wanted_version}")
    return waiting


def without_card(records: Records) -> list[str]:
    """Claims before the desk whose card neither hangs in the desk's chat nor has a reason not to."""
    missing = []
    for claim in _rows(records, select(ClaimRow).where(col(ClaimRow.status).in_(OPEN), col(ClaimRow.round) > 0)):
        posting = records.postings.get_by_key(_chat_of(records, claim.desk_id), card_key(ClaimId(claim.id)))
        hangs = posting and posting.state is PostingState.SHOWN and posting.message_id
        named = posting and posting.state is PostingState.STOPPED and posting.why
        if not (hangs or named):
            missing.append(f"C-{claim.number} has no card: {posting}")
    return missing


def wrongly_shown(records: Records, chat: Chat, signer: Signer) -> list[str]:
    """Messages in a chat that do not show what the database says they should."""
    shown = select(col(PostingRow.id)).where(
        col(PostingRow.chat) == chat.id, col(PostingRow.state) == PostingState.SHOWN
    )
    postings = [records.postings.get(number) for number in _scalars(records, shown)]
    return [wrong for posting in postings if (wrong := _differs(records, posting, chat, signer))]


def copies(records: Records, chat: Chat) -> int:
    """How many messages the bot sent into a chat that its memory knows nothing of."""
    known = select(col(PostingRow.message_id)).where(col(PostingRow.chat) == chat.id)
    numbers = set(records.history.db.execute(known).scalars())
    return sum(1 for message in chat.from_bot if message.id not in numbers)


def _of_one(records: Records, row: Any, entries: list[e.Entry]) -> list[str]:
    return [f"C-{row.number}: {what}" for what in (*_projection(records, row, entries), *_history(entries))]


def _projection(records: Records, row: Any, entries: list[e.Entry]) -> Iterator[str]:
    """The columns and ballots that repeat the history must say what the history says."""
    now = fold(entries)
    for name, kept, told in (
        ("status", row.status, now.status), ("sequence", row.sequence, now.sequence), ("round", row.round, now.round),
        ("answered", row.answered, now.tally.answered), ("window", row.window_ends, now.window_ends),
    ):  # fmt: skip
        if kept != told:
            yield f"its row says {name} {kept}, its history {told}"
    question = select(col(BallotRow.reviewer_id), col(BallotRow.stance)).where(
        col(BallotRow.claim_id) == row.id, col(BallotRow.round) == now.round
    )
    claim = records.claims.get(ClaimId(row.id))
    assert claim is not None
    ballots = {
        records.reviewers.voter(ReviewerId(reviewer), claim): Stance(stance)
        for reviewer, stance in records.history.db.execute(question).all()
    }
    if ballots != dict(now.votes):
        yield f"its ballots say {ballots}, its history {dict(now.votes)}"


def _history(entries: list[e.Entry]) -> Iterator[str]:
    """Places without gaps, votes that follow from the votes before them, one status change for each move."""
    if not entries or not isinstance(entries[0].event, e.ClaimOpened):
        yield "its history does not begin with its opening"
    if [entry.sequence for entry in entries] != list(range(1, len(entries) + 1)):
        yield f"its history has gaps: {[entry.sequence for entry in entries]}"
    claim, told = Standing(), Standing().status
    for entry in entries:
        yield from _fits(entry.event, claim)
        if isinstance(entry.event, e.StatusChanged):
            yield from _told(entry.event, told, claim)
            told = entry.event.now
        elif claim.status is not told:
            yield f"at {entry.sequence}: it became {claim.status} and the history does not say so"
        claim = after(claim, entry)
    if claim.status is not told:
        yield f"it is {claim.status}, and the last change says {told}"


def _fits(event: e.Event, claim: Standing) -> Iterator[str]:
    match event:
        case e.VoteCast(_, reviewer, _) if reviewer in claim.votes:
            yield f"reviewer {reviewer} voted twice"
        case e.VoteChanged(_, reviewer, _, was) | e.VoteWithdrawn(_, reviewer, was):
            if claim.votes.get(reviewer) is not was:
                yield f"reviewer {reviewer} took back {was}, and had said {claim.votes.get(reviewer)}"


def _told(change: e.StatusChanged, was: object, claim: Standing) -> Iterator[str]:
    tally = Tally(change.verify, change.dispute, change.unsure)
    if (change.was, change.now, tally) != (was, claim.status, claim.tally):
        yield f"a change tells {change}, and it was {was} → {claim.status} on {claim.tally}"


def _numbers(records: Records) -> Iterator[str]:
    for desk, last in records.history.db.execute(select(col(DeskRow.id), col(DeskRow.last_number))):
        numbers = list(_scalars(records, select(col(ClaimRow.number)).where(col(ClaimRow.desk_id) == desk)))
        if sorted(numbers) != list(range(1, last + 1)):
            yield f"desk {desk} has given {last} numbers, and its claims are {sorted(numbers)}"


def _doubles(records: Records) -> Iterator[str]:
    """One posting for each chat and key, each update once, no message in two postings."""
    once = (
        ("posting", (PostingRow.chat, PostingRow.key)),
        ("message", (PostingRow.chat, PostingRow.message_id)),
        ("update", (InboxItem.update_id, InboxItem.payload)),
    )
    for name, columns in once:
        question: Select[Any] = (
            select(*columns).where(col(columns[-1]).is_not(None)).group_by(*columns).having(func.count() > 1)
        )
        for row in records.history.db.execute(question):
            yield f"{name} {tuple(row)} is there more than once"
    for row in _rows(records, select(InboxItem).where(col(InboxItem.set_aside))):
        yield f"update {row.update_id} was set aside"


def _differs(records: Records, posting: Posting, chat: Chat, signer: Signer) -> str | None:
    message, card = chat.message(posting.message_id or 0), Showing(signer).card(records, posting)
    if message is None or card is None:
        return f"{posting.key} should hang in {posting.message_id}, and is {message}, {card}"
    labels = [[button.label for button in row] for row in card.rows]
    if message.text != card.text.strip() or message.keyboard != labels:
        return f"{posting.key} shows {message.text!r} {message.keyboard}, and should show {card.text!r} {labels}"
    return None


def _chat_of(records: Records, desk: int) -> int:
    return int(records.history.db.execute(select(col(DeskRow.chat)).where(col(DeskRow.id) == desk)).scalar_one())


def _rows(records: Records, question: Select[Any]) -> list[Any]:
    return list(records.history.db.execute(question))


def _scalars(records: Records, question: Select[Any]) -> list[int]:
    return list(records.history.db.execute(question).scalars())
