"""Leases, and an inbox that several replicas share: lines keep the order, and a taken update is one replica's."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
AT = sa.DateTime(timezone=True)
WAITING = sa.text("handled IS NULL")


def upgrade() -> None:
    op.create_table(
        "lease",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("holder", sa.Text(), nullable=False),
        sa.Column("until", AT, nullable=False),
        sa.Column("term", BIG, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_lease"),
    )
    # What waits already stays in one line, and so in its order.
    op.add_column("inbox", sa.Column("line", sa.Text(), nullable=False, server_default=sa.text("''")))
    op.add_column("inbox", sa.Column("taken_by", sa.Text(), nullable=True))
    op.add_column("inbox", sa.Column("taken_until", AT, nullable=True))
    _waiting_by("line", "id")


def downgrade() -> None:
    _waiting_by("id")
    for column in ("taken_until", "taken_by", "line"):
        op.drop_column("inbox", column)
    op.drop_table("lease")


def _waiting_by(*columns: str) -> None:
    op.drop_index("ix_inbox_waiting", "inbox")
    op.create_index("ix_inbox_waiting", "inbox", [*columns], sqlite_where=WAITING, postgresql_where=WAITING)
