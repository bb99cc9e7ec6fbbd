"""What is said in private without a command: a text, a forward, a file, or a reason that was asked for."""

from __future__ import annotations

from datetime import timedelta

from bot.chat.handlers import handing_in
from bot.chat.handlers.deciding import reason_in_words
from bot.chat.turn import Turn
from bot.claims.model import ClaimId
from storage.postings import Posting

JUST_ASKED = timedelta(minutes=10)
FEW_WORDS = 300  # characters; a report is longer


def said(turn: Turn) -> None:
    """Takes what came: the reason for a dispute when it was asked for, else something to read."""
    message = turn.message
    if asked := _reason_asked(turn):
        reason_in_words(turn, *asked)
    elif message.forward_origin or message.document or not message.text:
        handing_in.hand_in_message(turn, message)
    else:
        handing_in.paste(turn, message.text)


def _just_asked(turn: Turn) -> Posting | None:
    """The question that a few words right behind it answer, though they are no reply to it.

    Read as a report they would be kept as one, and what they say would come before the whole desk.
    """
    message, posting = turn.message, turn.records.postings.newest(turn.here.chat)
    few = message.text and len(message.text) <= FEW_WORDS and not message.forward_origin
    return posting if few and posting and turn.at - posting.made <= JUST_ASKED else None


def _reason_asked(turn: Turn) -> tuple[ClaimId, int] | None:
    """The claim and round whose dispute is explained, when the message answers that question."""
    asked = turn.message.reply_to_message
    posting = turn.records.postings.at_message(turn.here.chat, asked.message_id) if asked else _just_asked(turn)
    if posting is None or not posting.key.startswith("why:"):
        return None
    _, claim, round = posting.key.split(":")[:3]
    return ClaimId(int(claim)), int(round)
