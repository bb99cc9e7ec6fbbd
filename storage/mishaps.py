"""What can be wrong with a database at start-up, as sentences for whoever runs the bot."""

from __future__ import annotations

import sqlite3

from sqlalchemy.exc import DBAPIError, OperationalError

from bot.claims.errors import ClaimdeskError


class DatabaseUnreachable(ClaimdeskError):
    """The database {where} cannot be opened: {why}"""


class DatabaseNotWritable(ClaimdeskError):
    """The database {where} cannot be written to: {why}"""


class DatabaseBusy(ClaimdeskError):
    """Another program keeps the database {where} to itself. Is a second bot running on it?"""


class NoDatabaseYet(ClaimdeskError):
    """There is no database {where} yet. claimdesk run makes it at its first start, claimdesk migrate does so now."""


class DatabaseNotMigrated(ClaimdeskError):
    """The database {where} has another shape than this version expects. Run claimdesk migrate."""


def in_words(where: str, error: DBAPIError | sqlite3.Error) -> ClaimdeskError | None:
    """The sentence for an error of the database driver; None when the fault is in the code."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    why = str(cause).strip().split("\n")[0]
    if "readonly" in why or "permission denied" in why:
        return DatabaseNotWritable(where=where, why=why)
    if "locked" in why:
        return DatabaseBusy(where=where)
    if isinstance(error, OperationalError | sqlite3.Error) or type(cause) is sqlite3.DatabaseError:
        return DatabaseUnreachable(where=where, why=why)
    return None
