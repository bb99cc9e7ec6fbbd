"""Measuring: the desk in figures, and the rules of the extraction, which leads may mute."""

from __future__ import annotations

from bot.cards.hostile import restored
from bot.cards.stats import muted_card, rules_card, stats_card, unmuted_card
from bot.chat.announcing import announce
from bot.chat.turn import Turn
from bot.claims.errors import ClaimdeskError
from bot.desk.muting import mute, unmute
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
        announce(turn, muted_card(lead.codename, name.strip(), new=new))
    elif wish == "unmute":
        unmute(turn.records, desk, name)
        announce(turn, unmuted_card(lead.codename, name.strip()))
    else:
        turn.say(rules_card(deskwork(turn.records, desk, turn.at), wish))
