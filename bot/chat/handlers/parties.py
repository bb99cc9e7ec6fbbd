"""Parties: who fights on which side, as the desk's leads say it."""

from __future__ import annotations

from bot.cards.hostile import restored
from bot.cards.parties import parties_card, party_added_card, party_removed_card
from bot.chat.announcing import announce
from bot.chat.turn import Turn
from bot.claims.errors import ClaimdeskError
from bot.desk.parties import add_party, remove_party


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
            announce(turn, party_added_card(lead.codename, name, side))
        case "remove", str() as name, _ if name:
            lead = turn.lead()
            remove_party(turn.records, turn.at_desk(), name)
            announce(turn, party_removed_card(lead.codename, name))
        case _:
            raise WhichParty
