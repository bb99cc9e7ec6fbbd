"""Measuring: the desk in figures, and the rules of the extraction, which leads may mute."""

from __future__ import annotations

from bot.cards.card import Card
from bot.cards.hostile import restored
from bot.cards.stats import muted_card, rules_card, stats_card, unmuted_card
from bot.chat.turn import Turn
from bot.claims.errors import ClaimdeskError
from bot.desk.muting import mute, unmute
from bot.desk.publishing import Priority, want_message
from bot.desk.statistics import by_family, deskwork


class WhichRule(ClaimdeskError):
    """Write the rule's name behind it, such as /rules {verb} casualties.noun. /rules lists all names."""


def stats(turn: Turn) -> None:
    """The desk in figures, for everybody at it."""
    turn.reader()
    work = deskwork(turn.records, turn.at_desk(), turn.at)
    turn.say(stats_card(turn.at_desk(), work, by_family(work.rules)))


def rules(turn: Turn) -> None:
    """Each rule with how often it was right; with `mute` or `unmute` and a name, that."""
    lead, desk = turn.lead(), turn.at_desk()
    wish, _, name = restored(turn.words).strip().lower().partition(" ")
    if wish in ("mute", "unmute") and not name.strip():
        raise WhichRule(verb=wish)
    if wish == "mute":
        new = mute(turn.records, desk, name, turn.at)
        _tell(turn, muted_card(lead.codename, name.strip(), new=new))
    elif wish == "unmute":
        unmute(turn.records, desk, name)
        _tell(turn, unmuted_card(lead.codename, name.strip()))
    else:
        turn.say(rules_card(deskwork(turn.records, desk, turn.at), wish))


def _tell(turn: Turn, card: Card) -> None:
    """What a desk no longer hears of is told to the whole desk."""
    turn.say(card)
    desk = turn.at_desk()
    if turn.here.chat != desk.chat:
        key = f"act:{turn.reference}"
        want_message(turn.records, desk.chat, key, card, turn.at, topic=desk.topic, priority=Priority.CARD)
