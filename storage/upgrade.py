"""Brings a database to the shape that this version of the code expects."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from bot.claims.errors import ClaimdeskError

MIGRATIONS = Path(__file__).parent / "migrations"
LOCK = 7_239_514_036  # any number, the same in every replica


class DatabaseTooNew(ClaimdeskError):
    """The database was made by a newer version of claimdesk (it is at {at}). Start that version, or a newer one."""


def upgrade(db: Connection) -> None:
    """Runs the missing migrations in the transaction of this connection. Raises DatabaseTooNew."""
    if db.dialect.name == "postgresql":
        db.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
    config = _config()
    here = MigrationContext.configure(db).get_current_heads()
    known = ScriptDirectory.from_config(config)
    if unknown := [revision for revision in here if revision not in _revisions(known)]:
        raise DatabaseTooNew(at=", ".join(unknown))
    if set(here) != set(known.get_heads()):
        config.attributes["connection"] = db
        command.upgrade(config, "head")


def is_current(db: Connection) -> bool:
    """Whether the database has the shape that this version expects."""
    here = MigrationContext.configure(db).get_current_heads()
    return set(here) == set(ScriptDirectory.from_config(_config()).get_heads())


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


def _revisions(known: ScriptDirectory) -> set[str]:
    return {script.revision for script in known.walk_revisions()}
