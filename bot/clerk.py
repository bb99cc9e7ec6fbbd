"""Database work on the command line: migrate, and tell the story of a claim."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from rich.console import Console

from bot.cards.asof import claim_text, head
from bot.cards.asof_record import asof_record, claim_record
from bot.cards.control import control_text
from bot.cards.dates import local_day
from bot.cards.forgetting import forgetting_text
from bot.cards.history import history_text
from bot.cards.press import Filter
from bot.cards.recounts import recount_text
from bot.cards.stats import stats_record, stats_text
from bot.cards.toll_record import toll_record
from bot.cards.tolls import PlaceAsked, toll_text
from bot.claims.desk import Desk
from bot.claims.errors import ClaimdeskError
from bot.claims.model import DeskId
from bot.config import Settings
from bot.desk.acquaintance import reviewer_called
from bot.desk.control import control_of
from bot.desk.enquiries import (
    COUNTRY_CODES,
    KINDS,
    STATUSES,
    claim_numbered,
    dossier_and_history,
)
from bot.desk.forgetting import forget_person, forget_reviewer
from bot.desk.moments import read_moment
from bot.desk.places import read_place
from bot.desk.recounting import recount
from bot.desk.replaying import Past, all_remembered, past
from bot.desk.statistics import deskwork
from bot.desk.tolls import toll_of
from storage.records import Records
from storage.store import Store, open_store


class WhichDeskIsIt(ClaimdeskError):
    """There are several desks in this database: {desks}. Name one with --desk."""


class NoDeskThere(ClaimdeskError):
    """There is no such desk in this database."""


class NotATelegramId(ClaimdeskError):
    """“{given}” is no Telegram id: that is a number. Without --telegram-id it is taken for a codename."""


class NoSuchKind(ClaimdeskError):
    """There is no kind of claim “{name}”. The kinds are: {names}."""


class NoSuchStatus(ClaimdeskError):
    """There is no status “{name}”. The statuses are: {names}."""


FORGOTTEN = "Forgotten. The running bot now deletes what Telegram still lets it delete."
NOBODY_KNOWN = "No desk knew anybody by this Telegram id. Is it the right one? What else was kept under it is erased."


@dataclass(frozen=True, slots=True)
class PastWanted:
    """What somebody wants to know of the past, in their words; empty words want everything."""

    time: str
    place: str = ""
    kind: str = ""
    status: str = ""
    claim: str = ""
    desk: int | None = None


def migrate_database(settings: Settings) -> None:
    """Brings the schema up to date and says what it is now."""
    store = Store(settings.database_url)
    try:
        store.migrate()
        Console().print("The database has the newest schema.")
    finally:
        store.close()


def forget_somebody(
    settings: Settings, given: str, desk: int | None, *, by_id: bool, sure: Callable[[str], bool]
) -> None:
    """Forgets a reviewer by codename, or a person by Telegram id, once `sure` says yes to the question."""
    telegram_id = _telegram_id(given) if by_id else None
    with open_store(settings.database_url) as store:
        with store.transaction() as records:
            known = None if by_id else reviewer_called(records, desk_meant(records, desk).id, given)
        Console().print(forgetting_text(known), markup=False, highlight=False)
        if not sure("Forget?"):
            return
        with store.transaction() as records:
            if known:
                forgotten = [forget_reviewer(records, known.id, datetime.now(UTC))]
            else:
                forgotten = forget_person(records, telegram_id or 0, datetime.now(UTC))
        Console().print(FORGOTTEN if forgotten else NOBODY_KNOWN, markup=False, highlight=False)


def _telegram_id(given: str) -> int:
    if not given.isascii() or not given.isdecimal():
        raise NotATelegramId(given=given)
    return int(given)


def print_history(settings: Settings, number: str, desk: int | None) -> None:
    """The whole story of one claim, in the sentences of /history."""
    with open_store(settings.database_url) as store, store.snapshot() as records:
        Console().print(_story(records, number, desk), markup=False, highlight=False)


def print_past(settings: Settings, wanted: PastWanted, *, as_json: bool) -> None:
    """What a desk believed at a moment: in the sentences of /asof, or as one JSON object."""
    with open_store(settings.database_url) as store, store.snapshot() as records:
        found = _past(records, wanted)
        (_write_record if as_json else _print_sentences)(records, found, _filter(wanted))


def print_recount(settings: Settings, reviewer: str, since: str, desk: int | None) -> None:
    """What would change if a reviewer were not counted, as /recount tells it, with all claims."""
    with open_store(settings.database_url) as store, store.snapshot() as records:
        home = desk_meant(records, desk)
        found = recount(records, home, f"{reviewer} since {since}" if since else reviewer, datetime.now(UTC))
    Console().print(recount_text(found, home.zone), markup=False, highlight=False)


def _past(records: Records, wanted: PastWanted) -> Past:
    home = desk_meant(records, wanted.desk)
    at = read_moment(wanted.time, datetime.now(UTC), home.zone)
    number = claim_numbered(records, home, wanted.claim, "C-17").number if wanted.claim else None
    return past(records, home, at, _filter(wanted), number)


def _filter(wanted: PastWanted) -> Filter:
    kind, status = wanted.kind.lower().replace("-", "_"), wanted.status.lower()
    if kind and kind not in KINDS:
        raise NoSuchKind(name=wanted.kind[:40], names=", ".join(dict.fromkeys(one.value for one in KINDS.values())))
    if status and status not in STATUSES:
        raise NoSuchStatus(name=wanted.status[:40], names=", ".join(STATUSES))
    place = COUNTRY_CODES.get(wanted.place.casefold(), wanted.place)
    return Filter(STATUSES.get(status), KINDS.get(kind), place or None)


def _print_sentences(records: Records, found: Past, chosen: Filter) -> None:
    zone, console = found.desk.zone, Console(markup=False, highlight=False)
    for line in head(found.counts, found.at, chosen, zone):
        console.print("".join(words for words, _ in line.pieces))
    for one in all_remembered(records, found):
        console.print("\n" + claim_text((one.claim, one.stood, one.sources), zone))


def _write_record(records: Records, found: Past, _: Filter) -> None:
    claims = (claim_record(one.claim, one.stood, one.sources) for one in all_remembered(records, found))
    json.dump(asof_record(found.desk, found.at, found.counts, claims), sys.stdout, ensure_ascii=False, indent=1)
    sys.stdout.write("\n")


def print_stats(settings: Settings, desk: int | None, *, as_json: bool) -> None:
    """A desk in figures: in the sentences of /stats with every rule for itself, or as one JSON object."""
    with open_store(settings.database_url) as store, store.snapshot() as records:
        home = desk_meant(records, desk)
        work = deskwork(records, home, datetime.now(UTC))
    if as_json:
        json.dump(stats_record(home, work), sys.stdout, ensure_ascii=False, indent=1)
        sys.stdout.write("\n")
    else:
        Console().print(stats_text(home, work), markup=False, highlight=False)


def print_toll(settings: Settings, words: str, days: int, desk: int | None, *, as_json: bool) -> None:
    """What casualties add up to at a place: in the sentences of /toll with all events, or as one JSON object."""
    with open_store(settings.database_url) as store, store.snapshot() as records:
        home = desk_meant(records, desk)
        today = local_day(datetime.now(UTC), home.zone)
        found = toll_of(records, home, read_place(words, "claimdesk toll Herat"), days, today)
    asked = PlaceAsked(found.name, found.place.key, found.first, found.last, found.cut)
    if as_json:
        json.dump(toll_record(asked, found.incidents), sys.stdout, ensure_ascii=False, indent=1)
        sys.stdout.write("\n")
    else:
        Console().print(toll_text(asked, found.incidents), markup=False, highlight=False)


def print_control(settings: Settings, words: str, desk: int | None) -> None:
    """Who was said to hold a place, in the sentences of /control."""
    with open_store(settings.database_url) as store, store.snapshot() as records:
        home = desk_meant(records, desk)
        found = control_of(records, home, read_place(words, "claimdesk control Herat"))
    Console().print(control_text(found.name, found.timeline, cut=found.cut), markup=False, highlight=False)


def _story(records: Records, number: str, desk: int | None) -> str:
    home = desk_meant(records, desk)
    found = claim_numbered(records, home, number, "claimdesk history C-17")
    held, entries = dossier_and_history(records, found.id)
    return history_text(held, entries, home.zone)


def desk_meant(records: Records, desk: int | None) -> Desk:
    """The desk of this number, or the only one. Raises WhichDeskIsIt, NoDeskThere."""
    desks = records.desks.all()
    if desk is not None:
        desks = [one for one in desks if one.id == DeskId(desk)]
    if not desks:
        raise NoDeskThere
    if len(desks) > 1:
        raise WhichDeskIsIt(desks=", ".join(f"{one.id} ({one.title})" for one in desks))
    return desks[0]
