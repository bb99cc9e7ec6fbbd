"""`claimdesk verify`: a database or an export against checkpoints, in sentences."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from bot.archive.opening import notary_of, say
from bot.claims.audit import Report
from bot.clerk import desk_meant
from bot.config import Settings
from bot.desk.auditing import audit_desk, last_kept, of_another_key
from bot.signing import VerifierKey, wording
from bot.signing.files import header_in, key_given, opened_in, verify_export_file
from bot.signing.verdict import Opened, told
from storage.store import open_store


def verify_archive(
    settings: Settings, checkpoints: Sequence[Path], export: Path | None, key: str | None, desk: int | None
) -> int:
    """Prints what was found; 1 when something is wrong, else 0."""
    given = key_given(key) if key is not None else None
    look = _database if export is None else _export
    return look(settings, checkpoints, export or Path(), given, desk)


def _export(
    settings: Settings, checkpoints: Sequence[Path], export: Path, given: VerifierKey | None, desk: int | None
) -> int:
    """The number of the desk may come from the file itself; the key never does."""
    key = given or notary_of(settings).verifier_key(desk or header_in(export).desk)
    opened = opened_in(checkpoints, key)
    return _tell(verify_export_file(export, opened, key), opened, key)


def _database(
    settings: Settings, checkpoints: Sequence[Path], _: Path, given: VerifierKey | None, desk: int | None
) -> int:
    with open_store(settings.database_url) as store, store.snapshot() as records:
        home = desk_meant(records, desk).id
        key = given or notary_of(settings).verifier_key(home)
        opened = opened_in(checkpoints, key)
        report = audit_desk(records, home, key, opened.checkpoints)
        others = of_another_key(records, home, key)
        last = [one for one in last_kept(records, home, key) if one not in opened.checkpoints]
    if others:
        say([wording.OTHER_KEY.format(count=others)])
    return _tell(report, Opened((*opened.checkpoints, *last), opened.forged), key)


def _tell(report: Report, opened: Opened, key: VerifierKey) -> int:
    say(told(report, opened, key))
    return int(not report.sound or bool(opened.forged))
