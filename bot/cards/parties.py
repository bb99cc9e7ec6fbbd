"""/parties: who is a party to the fight, in the desk's own words."""

from __future__ import annotations

from collections.abc import Iterable

from bot.cards.card import Card, Style
from bot.cards.fit import fitted, part
from bot.cards.hostile import outside
from bot.cards.wording import say
from bot.claims.model import Codename

NAME_LENGTH = 80


def parties_card(added: Iterable[tuple[str, str]]) -> Card:
    """The names that the desk has added, each with its side, and how to add one."""
    lines = [part(say("party.one", name=_shown(name), side=_shown(side)), rank=1) for name, side in added]
    return fitted(
        [part(say("party.title"), Style.BOLD), *(lines or [part(say("party.none"))]), part(), part(say("party.how"))]
    )


def party_added_card(lead: Codename, name: str, side: str) -> Card:
    """A lead has put a name on a side."""
    return fitted([part(say("party.added", lead=_shown(lead), name=_shown(name), side=_shown(side)))])


def party_removed_card(lead: Codename, name: str) -> Card:
    """A lead has taken a name off."""
    return fitted([part(say("party.removed", lead=_shown(lead), name=_shown(name)))])


def _shown(words: str) -> str:
    return outside(words, NAME_LENGTH)
