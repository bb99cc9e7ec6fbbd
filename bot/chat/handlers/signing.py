"""Signing: the head of the desk's history, for its leads to keep."""

from __future__ import annotations

from bot.cards.checkpoint import checkpoint_card, checkpoint_files
from bot.chat.turn import Turn
from bot.desk.checkpoints import cut_checkpoint


def checkpoint(turn: Turn) -> None:
    """Signs a checkpoint; in private it comes as a file too, with the proof that the log has only grown."""
    turn.lead()
    assert turn.notary is not None
    desk = turn.at_desk()
    signed = cut_checkpoint(turn.records, desk.id, turn.notary, turn.at)
    turn.say(checkpoint_card(signed, private=turn.here.private))
    if turn.here.private:
        for card in checkpoint_files(signed, desk.id, desk.title):
            turn.say(card)
