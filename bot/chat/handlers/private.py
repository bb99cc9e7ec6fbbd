"""What is said in private without a command: a text, a forward, a file, or a reason that was asked for."""

from __future__ import annotations

from bot.chat.handlers import handing_in
from bot.chat.handlers.deciding import reason_in_words
from bot.chat.turn import Turn
from bot.claims.model import ClaimId


def said(turn: Turn) -> None:
    """Takes what came: the reason for a dispute when it was asked for, else something to read."""
    message = turn.message
    if asked := _reason_asked(turn):
        reason_in_words(turn, *asked)
    elif message.forward_origin or message.document or not message.text:
        handing_in.hand_in_message(turn, message)
    else:
        handing_in.paste(turn, message.text)


def _reason_asked(turn: Turn) -> tuple[ClaimId, int] | None:
    """The claim and round whose dispute is explained, when the message answers that question."""
    asked = turn.message.reply_to_message
    posting = turn.records.postings.at_message(turn.here.chat, asked.message_id) if asked else None
    if posting is None or not posting.key.startswith("why:"):
        return None
    _, claim, round = posting.key.split(":")[:3]
    return ClaimId(int(claim)), int(round)
