"""The parties to the fight, as a desk knows them: what it adds to the lexicon that everybody has."""

from __future__ import annotations

from bot.claims.desk import Desk
from bot.claims.errors import ClaimdeskError
from bot.claims.model import DeskId
from bot.matching.parties import Parties
from storage.records import Records

LONGEST_NAME = 80
MOST = 200


class NoSuchParty(ClaimdeskError):
    """“{name}” is not among the names that this desk has added. /parties lists them."""


class TooLongAName(ClaimdeskError):
    """A name and its side have at most {most} characters each."""


class TooManyParties(ClaimdeskError):
    """This desk has added {most} names already. Take one off first: /parties remove and the name."""


def parties_of(records: Records, desk: DeskId) -> Parties:
    """Who is on which side, for this desk."""
    return Parties(added=records.parties.of(desk))


def add_party(records: Records, desk: Desk, name: str, side: str) -> None:
    """From now on the name belongs to this side. Raises TooLongAName or TooManyParties."""
    if max(len(name), len(side)) > LONGEST_NAME:
        raise TooLongAName(most=LONGEST_NAME)
    if len(records.parties.of(desk.id)) >= MOST:
        raise TooManyParties(most=MOST)
    records.parties.add(desk.id, name.casefold(), side.casefold())


def remove_party(records: Records, desk: Desk, name: str) -> None:
    """The name is what the lexicon says again. Raises NoSuchParty."""
    if not records.parties.remove(desk.id, name.casefold()):
        raise NoSuchParty(name=name[:LONGEST_NAME])
