"""From a text to claims: receive it, read it, put the most checkable before the desk."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.claims import events as e
from bot.claims.checkability import checkability
from bot.claims.claim import Claim
from bot.claims.desk import Desk
from bot.claims.errors import ClaimdeskError
from bot.claims.model import DeskId, DocumentId, Mention, Origin, ReviewerId
from bot.claims.precision import is_muted
from bot.claims.statement import statement
from bot.desk.ledger import open_ledger
from bot.desk.publishing import Priority, want_card
from bot.desk.relating import propose, relatives, remember, same_beyond_doubt, told_by
from bot.desk.rounds import open_new_round
from bot.desk.versions import is_said_already, reopen_what_changed
from bot.matching.sameness import content_key
from storage.documents import WAITING, Intake, text_sha256
from storage.records import Records

CARDS_A_DOCUMENT = 12
MOST_WAITING = 100  # texts of one desk
AT_ONCE = 50  # mentions a transaction: a vote that comes meanwhile waits for no more


class NoSuchDocument(ClaimdeskError):
    """The text behind this button is not known here."""


class TooManyWaiting(ClaimdeskError):
    """{count} texts of this desk wait to be read already. Please hand this one in again in a minute."""


@dataclass(frozen=True, slots=True)
class HandIn:
    """A text, or a file to fetch, on its way in: who handed it in, and where the answer goes."""

    desk: Desk
    asked_by: ReviewerId
    chat: int
    topic: int | None
    message: int
    origin: Origin
    text: str | None = None
    file_id: str | None = None
    file_name: str | None = None
    source: str | None = None
    published: datetime | None = None
    source_message: int | None = None
    version_of: DocumentId | None = None


def receive(records: Records, handed: HandIn, at: datetime) -> DocumentId:
    """Keeps the text (or where to fetch it) and promises a report in the chat that handed it in.

    Raises TooManyWaiting: a flood of forwards must not hide what the desk hands in by hand.
    """
    if is_busy(records, handed.desk.id):
        raise TooManyWaiting(count=MOST_WAITING)
    document = records.documents.receive(
        desk=handed.desk.id, origin=handed.origin, text=handed.text, file_id=handed.file_id,
        file_name=handed.file_name, title=handed.file_name, source=handed.source,
        published=handed.published.date() if handed.published else None,
        asked_by=handed.asked_by, chat=handed.chat, topic=handed.topic, reply_to=handed.message, at=at,
        source_message=handed.source_message, version_of=handed.version_of,
    )  # fmt: skip
    records.postings.want(
        handed.chat, f"report:{document}", topic=handed.topic, document=document,
        reply_to=handed.message, priority=Priority.REPLY, at=at,
    )  # fmt: skip
    return document


def receive_version(records: Records, chat: int, message: int, text: str, at: datetime) -> DocumentId | None:
    """The message that a text was handed in from says something else now: a new version of the document.

    None when no text was handed in from there, or when it says the same. Raises TooManyWaiting.
    """
    known = records.documents.from_message(chat, message)
    if known is None or known.text is None or text_sha256(text) == known.sha256:
        return None
    asked_by = known.asked_by
    if asked_by is None:
        return None
    handed = HandIn(
        records.desks.get(known.desk), asked_by, chat, known.topic, known.reply_to or message, known.origin, text,
        source=known.source, source_message=message, version_of=known.version_of or known.id,
    )  # fmt: skip
    return receive(records, handed, at)


def is_busy(records: Records, desk: DeskId) -> bool:
    """Whether so many texts of a desk wait that no more are taken."""
    return records.documents.count_waiting(desk) >= MOST_WAITING


def is_repeat(records: Records, intake: Intake, at: datetime) -> bool:
    """Whether the desk has read this very text before; then the report says so and nothing is posted again.

    A source that goes back to what it said at first takes back what it said in between.
    """
    earlier = records.documents.by_sha(intake.desk, intake.sha256)
    if earlier is None:
        return False
    records.documents.repeats(intake.id, earlier.id)
    if earlier.id != intake.id:
        reopen_what_changed(records, intake, at)
    return True


def take_in(records: Records, intake: Intake, mentions: Sequence[Mention], at: datetime) -> bool:
    """Turns the next mentions of a document into claims; False when none are left.

    A long text is taken in by several transactions, so that votes need not wait for it. What was taken in
    before, also before a crash, is not taken in again: reading the same text gives the same mentions.
    The desk is locked before any claim, as everywhere: new claims want its next number. Mentions of muted rules
    are kept and make no claim.
    """
    records.desks.get(intake.desk, lock=True)
    taken = records.documents.count_mentions(intake.id)
    some = mentions[taken : taken + AT_ONCE]
    muted = records.rules.muted(intake.desk)
    for mention in some:
        if is_muted(mention.rule, muted):
            records.documents.add_mention(intake.id, mention, muted=True)
        else:
            _claim_of(records, intake, mention, at)
    return bool(some)


def put_before_the_desk(records: Records, intake: Intake, found: int, at: datetime) -> None:
    """Posts the most checkable of a document's new claims and completes its report, once.

    A new version of a text opens new rounds in the same transaction, so that reading it again after a crash opens no
    further ones. The day of publication is kept as the intake has it: the reader may have found it in the text.
    """
    records.desks.get(intake.desk, lock=True)
    if document_of(records, intake.id).state not in WAITING:
        return
    reopen_what_changed(records, intake, at)
    new = records.claims.count_of(intake.id)
    posted = _release_some(records, intake, at)
    found -= records.rules.count_muted(intake.id)
    records.documents.done(intake.id, found=found, posted=posted, joined=found - new, published=intake.published)


def document_of(records: Records, document: DocumentId) -> Intake:
    """The document. Raises NoSuchDocument."""
    intake = records.documents.get(document)
    if intake is None:
        raise NoSuchDocument
    return intake


def release(records: Records, desk: Desk, claims: Iterable[Claim], at: datetime) -> int:
    """Opens the first round of each claim and wants its card; returns how many were new."""
    return sum(_release(records, desk, claim, at) for claim in claims)


def more(records: Records, document: DocumentId, at: datetime) -> int:
    """Puts the next claims that were held back before the desk; returns how many."""
    intake = document_of(records, document)
    count = _release_some(records, intake, at)
    records.documents.posted_more(document, count)
    return count


def _release_some(records: Records, intake: Intake, at: datetime) -> int:
    """The most checkable first; equally checkable ones as they stand in the text."""
    held = records.claims.held_back(intake.id, CARDS_A_DOCUMENT)
    return release(records, records.desks.get(intake.desk), held, at)


def _release(records: Records, desk: Desk, claim: Claim, at: datetime) -> bool:
    ledger = open_ledger(records, claim.id, at)
    if ledger.standing.round:
        return False
    open_new_round(ledger, desk.rule, e.Cause.RELEASED)
    want_card(records, desk, claim, at)
    return True


def _claim_of(records: Records, intake: Intake, mention: Mention, at: datetime) -> None:
    """Adds a mention to the claim that says the same, or makes a new claim of it and relates it to the others."""
    kept = records.documents.add_mention(intake.id, mention)
    told = told_by(intake, mention)
    same = records.claims.by_key(intake.desk, content_key(mention))
    found = [] if same else relatives(records, intake.desk, told, intake.text if intake.version_of else None)
    if same := same or same_beyond_doubt(found):
        return _join(records, intake, same, kept, at)
    claim = _new_claim(records, intake, mention, kept, at)
    remember(records, claim, told)
    return propose(records, claim, found, at)


def _join(records: Records, intake: Intake, claim: Claim, kept: int, at: datetime) -> None:
    """The mention is a further source of a claim, unless an earlier version of its text is one already."""
    if not is_said_already(records, intake, claim.id):
        says = records.claims.add_source(claim.id, kept)
        open_ledger(records, claim.id, at).enter(e.MentionAdded(intake.id, kept, says))


def _new_claim(records: Records, intake: Intake, mention: Mention, kept: int, at: datetime) -> Claim:
    claim = records.claims.add(
        intake.desk, mention, kept, statement(mention),
        key=content_key(mention), checkability=checkability(mention), opened=at,
    )  # fmt: skip
    says = records.claims.add_source(claim.id, kept)
    open_ledger(records, claim.id, at).enter(e.ClaimOpened(intake.id, kept, says))
    return claim
