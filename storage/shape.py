"""What all tables share."""

from __future__ import annotations

from sqlalchemy import MetaData
from sqlmodel import SQLModel


class Shape(SQLModel):
    """A table with named constraints, so that later migrations can find them."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
