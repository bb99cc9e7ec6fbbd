"""Announcing: what one of a desk does in the open is told to the whole desk, wherever it was written."""

from __future__ import annotations

from bot.cards.card import Card
from bot.chat.turn import Turn
from bot.desk.publishing import Priority, want_message


def announce(turn: Turn, card: Card) -> None:
    """Answers where it was said; the desk's group reads it too."""
    turn.say(card)
    if turn.here.chat != turn.at_desk().chat:
        tell_desk(turn, card)


def tell_desk(turn: Turn, card: Card) -> None:
    """Tells the desk's group, once for each turn."""
    desk = turn.at_desk()
    key = f"act:{turn.reference}"
    want_message(turn.records, desk.chat, key, card, turn.at, topic=desk.topic, priority=Priority.CARD)
