"""Parties: who fights on which side, as the desk's leads say it."""

from __future__ import annotations

from bot.cards.card import Card
from bot.cards.hostile import restored
from bot.cards.parties import parties_card, party_added_card, party_removed_card
from bot.chat.turn import Turn
from bot.claims.errors import ClaimdeskError
from bot.desk.parties import add_party, remove_party
from bot.desk.publishing import Priority, want_message


class WhichParty(ClaimdeskError):
    """Write a name and its side, such as /parties add Desert Hawks = rebels; or /parties remove Desert Hawks."""


def parties(turn: Turn) -> None:
    """The list; with `add` a name and its side, with `remove` a name."""
    verb, _, rest = restored(turn.words).strip().partition(" ")
    name, _, side = (part.strip() for part in rest.partition("="))
    match verb.lower(), name, side:
        case "", _, _:
            turn.reader()
            turn.say(parties_card(turn.records.parties.of(turn.at_desk().id)))
        case "add", str() as name, str() as side if name and side:
            lead = turn.lead()
            add_party(turn.records, turn.at_desk(), name, side)
            _tell(turn, party_added_card(lead.codename, name, side))
        case "remove", str() as name, _ if name:
            lead = turn.lead()
            remove_party(turn.records, turn.at_desk(), name)
            _tell(turn, party_removed_card(lead.codename, name))
        case _:
            raise WhichParty


def _tell(turn: Turn, card: Card) -> None:
    """Who counts as a party is told to the whole desk."""
    turn.say(card)
    desk = turn.at_desk()
    if turn.here.chat != desk.chat:
        key = f"act:{turn.reference}"
        want_message(turn.records, desk.chat, key, card, turn.at, topic=desk.topic, priority=Priority.CARD)
