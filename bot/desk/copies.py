"""Cards that hang without anybody remembering it: the answer to their sending was lost."""

from __future__ import annotations

from datetime import datetime

from bot.cards.claim import pointer_card
from bot.claims.claim import Claim
from bot.desk.publishing import Priority, first_shown, want_message
from storage.postings import Posting
from storage.records import Records
from storage.states import PostingState

NOTHING_KNOWN = ""  # the imprint of a message that we have not seen: it differs from every card's


def remember_copy(records: Records, claim: Claim, chat: int, message: int, at: datetime) -> Posting | None:
    """A press came from a card of this claim; returns what is now known to hang in that message.

    A message that is not remembered is the very one whose answer was lost, if there is such a send, and
    takes its place: it is not sent again. Otherwise it is a second copy, and becomes a pointer to the
    first. None while a card of the claim is just being sent: the press may be faster than the answer.
    """
    if known := records.postings.at_message(chat, message):
        return known
    here = [posting for posting in records.postings.of_claim(claim.id) if posting.chat == chat]
    if any(posting.state is PostingState.SENDING for posting in here):
        return None
    lost = next((posting for posting in here if posting.state is PostingState.UNCERTAIN), None)
    found = lost or want_message(
        records, chat, f"copy:{claim.id}:{message}", pointer_card(claim), at, priority=Priority.DIGEST
    )
    records.postings.shown(found.id, message, NOTHING_KNOWN, version=0, at=at)
    first_shown(records, found, at)
    return records.postings.get(found.id)
