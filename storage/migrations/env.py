"""Runs migrations: on the connection that the store hands over, or for a developer on `-x url=…`."""

from __future__ import annotations

from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlalchemy import BigInteger, Connection, Enum
from sqlmodel.sql.sqltypes import UTCDateTime

from storage.columns import Words
from storage.engine import make_engine
from storage.tables import Shape

URL = "sqlite:///claimdesk.db"


def plainly(kind: str, item: Any, _: AutogenContext) -> str | Literal[False]:
    """Writes types in SQLAlchemy's own words: a migration must not change when the code does."""
    if kind != "type":
        return False
    match item:
        case UTCDateTime():
            return "sa.DateTime(timezone=True)"
        case Words():
            return "sa.Text()"
        case Enum():
            return "sa.String(length=24)"
        case BigInteger():
            return 'sa.BigInteger().with_variant(sa.Integer(), "sqlite")'
    return False


def migrate(connection: Connection) -> None:
    """Runs the migrations on this connection, in its transaction."""
    context.configure(
        connection=connection,
        target_metadata=Shape.metadata,
        render_item=plainly,
        render_as_batch=True,
        transactional_ddl=True,
    )
    with context.begin_transaction():
        context.run_migrations()


given = context.config.attributes.get("connection")
if given is not None:
    migrate(given)
else:
    with make_engine(context.get_x_argument(as_dictionary=True).get("url", URL)).begin() as opened:
        migrate(opened)
