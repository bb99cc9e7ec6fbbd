"""What should hang in which chat. The publisher makes it so, and tells here what was shown."""

from __future__ import annotations

from datetime import datetime
from enum import IntEnum

from bot.cards.card import Card
from bot.claims import events as e
from bot.claims.claim import Claim
from bot.claims.desk import Desk
from bot.claims.model import ClaimId
from bot.desk.ledger import open_ledger
from storage.postings import Posting
from storage.records import Records


class Priority(IntEnum):
    """Who is served first where the pace allows one message: a person who waits, then new cards."""

    REPLY = 0
    CARD = 1
    DIGEST = 2


def card_key(claim: ClaimId) -> str:
    """The key of a claim's own card in the desk's chat, as against views of it elsewhere."""
    return f"claim:{claim}"


def want_card(records: Records, desk: Desk, claim: Claim, at: datetime) -> None:
    """A claim's card should hang in the desk's chat."""
    records.postings.want(
        desk.chat, card_key(claim.id), topic=desk.topic, claim=claim.id, priority=Priority.CARD, at=at
    )


def want_message(
    records: Records, chat: int, key: str, card: Card, at: datetime, *, topic: int | None = None,
    reply_to: int | None = None, priority: Priority = Priority.REPLY,
) -> Posting:  # fmt: skip
    """A finished message should hang in a chat, once under this key."""
    return records.postings.want(
        chat, key, topic=topic, content=card.to_json(), reply_to=reply_to, priority=priority, at=at
    )


def first_shown(records: Records, posting: Posting, at: datetime) -> None:
    """The history keeps when the desk first saw a card."""
    if posting.claim is None or posting.key != card_key(posting.claim):
        return
    ledger = open_ledger(records, posting.claim, at)
    if not ledger.standing.posted:
        ledger.enter(e.Posted(ledger.standing.round))


def want_view(
    records: Records, chat: int, claim: Claim, reference: int, at: datetime, *, topic: int | None = None
) -> None:
    """A claim's card should also hang here, where somebody asked for it; it lives like the first one."""
    records.postings.want(
        chat, f"view:{claim.id}:{reference}", topic=topic, claim=claim.id, priority=Priority.REPLY, at=at
    )
