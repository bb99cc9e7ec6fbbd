"""Database work on the command line: migrate, and tell the story of a claim."""

from __future__ import annotations

from rich.console import Console

from bot.cards.history import history_text
from bot.claims.desk import Desk
from bot.claims.errors import ClaimdeskError
from bot.claims.model import DeskId
from bot.config import Settings
from bot.desk.enquiries import claim_numbered, dossier_and_history
from storage.records import Records
from storage.store import Store


class WhichDeskIsIt(ClaimdeskError):
    """There are several desks in this database: {desks}. Name one with --desk."""


class NoDeskThere(ClaimdeskError):
    """There is no such desk in this database."""


def migrate_database(settings: Settings) -> None:
    """Brings the schema up to date and says what it is now."""
    store = Store(settings.database_url)
    try:
        store.migrate()
        Console().print("The database has the newest schema.")
    finally:
        store.close()


def print_history(settings: Settings, number: str, desk: int | None) -> None:
    """The whole story of one claim, in the sentences of /history."""
    store = Store(settings.database_url)
    try:
        store.check()
        with store.transaction() as records:
            Console().print(_story(records, number, desk), markup=False, highlight=False)
    finally:
        store.close()


def _story(records: Records, number: str, desk: int | None) -> str:
    home = _desk(records, desk)
    found = claim_numbered(records, home, number, "claimdesk history C-17")
    held, entries = dossier_and_history(records, found.id)
    return history_text(held, entries, home.zone)


def _desk(records: Records, desk: int | None) -> Desk:
    desks = records.desks.all()
    if desk is not None:
        desks = [one for one in desks if one.id == DeskId(desk)]
    if not desks:
        raise NoDeskThere
    if len(desks) > 1:
        raise WhichDeskIsIt(desks=", ".join(f"{one.id} ({one.title})" for one in desks))
    return desks[0]
