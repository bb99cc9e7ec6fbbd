"""What is wrong, in sentences: settings, key, database, Telegram."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import chain
from typing import Any
from urllib.parse import urlsplit

from rich.console import Console
from telegram import Bot
from telegram.error import InvalidToken, TelegramError

from bot.app import webhook_of
from bot.claims.errors import ClaimdeskError
from bot.config import Settings
from bot.desk.inspection import contradictions
from bot.desk.vitals import SILENCE, vitals
from bot.signing import signing_key
from storage.records import Records
from storage.store import Store, open_store

RECENT = timedelta(minutes=5)  # Telegram remembers the last failed delivery long after it went well again
AT_MOST = 100  # contradictions that are told one by one

# Versions without the fix for the WAL-reset corruption bug; see https://sqlite.org/wal.html.
WAL_FIXED = (3, 51, 3)
WAL_FIXED_ALSO = ((3, 44, 6), (3, 50, 7))


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: all well, worth knowing, or wrong."""

    what: str
    says: str
    well: bool = True
    serious: bool = True


def examine(settings: Settings, *, deep: bool = False) -> int:
    """Prints every finding; 1 when something is wrong, else 0. `deep` reads every claim with its history as well."""
    console, findings = Console(), []
    for finding in chain(_findings(settings), _deep(settings) if deep else ()):
        findings.append(finding)
        mark = "[green]✓[/]" if finding.well else "[red]✗[/]" if finding.serious else "[yellow]![/]"
        console.print(f"{mark} {finding.what}: ", end="")
        console.print(finding.says, markup=False, highlight=False, soft_wrap=True)
    return int(any(finding.serious and not finding.well for finding in findings))


def _findings(settings: Settings) -> Iterator[Finding]:
    yield _looked_at("token", lambda: _token(settings))
    yield _looked_at("signing key", lambda: _key(settings))
    yield _looked_at("database", lambda: _database(settings))
    if settings.database_url.startswith("sqlite"):
        yield _sqlite()
    if settings.llm_url:
        yield Finding("second reader", _second_reader(settings.llm_url, settings.llm_model or ""))
    yield _looked_at("last contact with Telegram", lambda: _last_contact(settings))
    yield _looked_at("Telegram", lambda: asyncio.run(_telegram(settings)))
    if settings.webhook_url:
        yield _looked_at("webhook", lambda: asyncio.run(_webhook(settings)))


def _deep(settings: Settings) -> Iterator[Finding]:
    """What contradicts itself in the database, in short transactions: it may be looked at beside a running bot."""
    count = 0
    try:
        with open_store(settings.database_url) as store:
            for wrong in contradictions(partial(_in_one_go, store), datetime.now(UTC)):
                count += 1
                if count <= AT_MOST:
                    yield Finding("contradiction", wrong.sentence, well=False)
    except ClaimdeskError as error:
        yield Finding("contradictions", error.sentence, well=False)
        return
    yield Finding("contradictions", f"found: {count}", well=not count)


def _in_one_go(store: Store, question: Callable[[Records], Any]) -> Any:
    with store.snapshot() as records:
        return question(records)


def _looked_at(what: str, look: Callable[[], str]) -> Finding:
    try:
        return Finding(what, look())
    except ClaimdeskError as error:
        return Finding(what, error.sentence, well=False)


def _token(settings: Settings) -> str:
    return "is set" if settings.bot_token else ""


def _second_reader(url: str, model: str) -> str:
    return f"texts that are handed in are sent to {urlsplit(url).hostname}, to be read by {model}"


def _key(settings: Settings) -> str:
    if not settings.signing_key_file.exists():
        raise NoKeyYet(path=settings.signing_key_file)
    signing_key(settings.signing_key_file)
    return f"{settings.signing_key_file} can be used"


class NoContact(ClaimdeskError):
    """The bot last heard from Telegram {seconds} s ago. It is not running, or cannot reach Telegram."""


class NoKeyYet(ClaimdeskError):
    """There is no signing key {path} yet. claimdesk run makes it at its first start."""


class DeliveredElsewhere(ClaimdeskError):
    """Telegram delivers {where}, and not to the address of CLAIMDESK_WEBHOOK_URL. claimdesk run sets that within 30 s;
    when it does not last, somebody else has the token, or replicas have different signing keys."""


class NotDelivered(ClaimdeskError):
    """Telegram could not deliver at {at:%H:%M} UTC, and {waiting} updates wait there: {why}"""


class CannotReachTelegram(ClaimdeskError):
    """{url} cannot be reached: {why}"""


class WrongToken(ClaimdeskError):
    """The server at {url} does not accept the token."""


async def _telegram(settings: Settings) -> str:
    try:
        async with Bot(settings.bot_token, base_url=f"{settings.api_url}/bot") as bot:
            return f"@{bot.username} at {settings.api_url}"
    except InvalidToken as error:
        raise WrongToken(url=settings.api_url) from error
    except TelegramError as error:
        raise CannotReachTelegram(url=settings.api_url, why=type(error).__name__) from error


async def _webhook(settings: Settings) -> str:
    _key(settings)
    hook = webhook_of(settings)
    try:
        async with Bot(settings.bot_token, base_url=f"{settings.api_url}/bot") as bot:
            info = await bot.get_webhook_info()
    except TelegramError as error:
        raise CannotReachTelegram(url=settings.api_url, why=type(error).__name__) from error
    if hook is None or info.url != hook.url:  # only the host is named: the rest of an address may be a secret
        raise DeliveredElsewhere(where=f"to {urlsplit(info.url).hostname}" if info.url else "nowhere")
    if info.pending_update_count and info.last_error_date and datetime.now(UTC) - info.last_error_date < RECENT:
        raise NotDelivered(at=info.last_error_date, waiting=info.pending_update_count, why=info.last_error_message)
    return f"Telegram delivers here; waiting there: {info.pending_update_count}"


def _database(settings: Settings) -> str:
    with _opened(settings) as records:
        waiting = records.inbox.oldest_waiting()
        aside, desks = records.inbox.set_aside(), len(records.desks.all_open())
    since = f"an update waits since {waiting:%d %B %H:%M} UTC" if waiting else "nothing waits"
    return f"answers; desks: {desks}; {since}; set aside after failing three times: {aside}"


def _last_contact(settings: Settings) -> str:
    with _opened(settings) as records:
        age = vitals(records).contact_age(datetime.now(UTC))
    if age is None:
        return "never yet"
    if age > SILENCE.total_seconds():
        raise NoContact(seconds=int(age))
    return f"{int(age)} s ago"


@contextmanager
def _opened(settings: Settings) -> Iterator[Records]:
    """The records of the database as it is; nothing is made or changed."""
    with open_store(settings.database_url) as store, store.snapshot() as records:
        yield records


def _sqlite() -> Finding:
    version = sqlite3.sqlite_version_info
    fixed = version >= WAL_FIXED or any(version[:2] == good[:2] and version >= good for good in WAL_FIXED_ALSO)
    says = f"version {sqlite3.sqlite_version}"
    if not fixed:
        says += " has the WAL-reset bug, which one writing connection avoids; upgrade when you can"
    return Finding("SQLite", says, well=fixed, serious=False)
