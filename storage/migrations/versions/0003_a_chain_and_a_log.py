"""A chain for every claim, a log for every desk, pseudonyms for voters; earlier histories are chained as they are."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.append_only import allow_changes, refuse_changes
from storage.migrations.chaining import chain_what_is_there

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
AT = sa.DateTime(timezone=True)
APPEND_ONLY = {
    "event": (("id",), ("claim_id", "sequence")),
    "leaf": (("desk_id", "position"), ("event_id",)),
    "checkpoint": (("id",),),
}
UNLOGGED = sa.text("sequence > logged")


def upgrade() -> None:
    dialect = op.get_bind().dialect.name
    for statement in allow_changes(dialect, "event"):
        op.execute(statement)
    _new_columns()
    _new_tables()
    chain_what_is_there(op.get_bind())
    _fill_and_close()
    for table, keys in APPEND_ONLY.items():
        for statement in refuse_changes(dialect, table, *keys):
            op.execute(statement)


def _new_columns() -> None:
    op.add_column("desk", sa.Column("perspectives", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("reviewer", sa.Column("frozen", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("reviewer", sa.Column("perspective", sa.Text(), nullable=True))
    op.add_column("ballot", sa.Column("counted", sa.Boolean(), nullable=False, server_default=sa.true()))
    op.add_column("claim", sa.Column("logged", sa.Integer(), nullable=False, server_default="0"))
    for table, column in (
        ("person", "secret"), ("claim_source", "salt"), ("note", "salt"), ("event", "salt"), ("event", "hash"),
    ):  # fmt: skip
        op.add_column(table, sa.Column(column, sa.LargeBinary(), nullable=True))
    op.add_column("note", sa.Column("commitment", sa.Text(), nullable=True))


def _new_tables() -> None:
    desk = sa.ForeignKeyConstraint(["desk_id"], ["desk.id"], name="fk_leaf_desk_id")
    op.create_table(
        "leaf",
        sa.Column("desk_id", BIG, nullable=False),
        sa.Column("position", BIG, nullable=False),
        sa.Column("event_id", BIG, nullable=False),
        desk,
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name="fk_leaf_event_id"),
        sa.PrimaryKeyConstraint("desk_id", "position", name="pk_leaf"),
        sa.UniqueConstraint("event_id", name="uq_leaf_event_id"),
    )
    op.create_table(
        "stem",
        sa.Column("desk_id", BIG, nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("place", BIG, nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["desk_id"], ["desk.id"], name="fk_stem_desk_id"),
        sa.PrimaryKeyConstraint("desk_id", "level", "place", name="pk_stem"),
    )
    op.create_table(
        "checkpoint",
        sa.Column("id", BIG, nullable=False),
        sa.Column("desk_id", BIG, nullable=False),
        sa.Column("size", BIG, nullable=False),
        sa.Column("root", sa.LargeBinary(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("at", AT, nullable=False),
        sa.ForeignKeyConstraint(["desk_id"], ["desk.id"], name="fk_checkpoint_desk_id"),
        sa.PrimaryKeyConstraint("id", name="pk_checkpoint"),
    )
    op.create_index("ix_checkpoint_desk_id", "checkpoint", ["desk_id"])
    op.create_index("ix_claim_unlogged", "claim", ["desk_id"], sqlite_where=UNLOGGED, postgresql_where=UNLOGGED)


def _fill_and_close() -> None:
    """Every row has its salt now; from here on none may lack it."""
    for table, columns in (
        ("person", ("secret",)), ("claim_source", ("salt",)), ("note", ("salt", "commitment")),
        ("event", ("salt", "hash")),
    ):  # fmt: skip
        with op.batch_alter_table(table) as batch:
            for column in columns:
                batch.alter_column(column, nullable=False)
            if table == "note":
                batch.create_unique_constraint("uq_note_commitment", ["commitment"])


def downgrade() -> None:
    """A history that was chained cannot be unchained."""
    raise NotImplementedError
