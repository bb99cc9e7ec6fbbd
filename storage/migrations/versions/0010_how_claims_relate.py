"""Keys to find claims about the same event, how claims relate, near-copies of texts, and the parties to the fight."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
WORD = sa.String(length=24)


def upgrade() -> None:
    _keys()
    _links()
    _parties()
    _sketches()


def _keys() -> None:
    op.create_table(
        "event_key",
        sa.Column("desk_id", BIG, sa.ForeignKey("desk.id", name="fk_event_key_desk_id"), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("kind", WORD, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("claim_id", BIG, sa.ForeignKey("claim.id", name="fk_event_key_claim_id"), nullable=False),
        sa.PrimaryKeyConstraint("desk_id", "key", "kind", "day", "claim_id", name="pk_event_key"),
    )
    op.create_index("ix_event_key_claim_id", "event_key", ["claim_id"])


def _links() -> None:
    op.create_table(
        "link",
        sa.Column("newer_id", BIG, sa.ForeignKey("claim.id", name="fk_link_newer_id"), nullable=False),
        sa.Column("older_id", BIG, sa.ForeignKey("claim.id", name="fk_link_older_id"), nullable=False),
        sa.Column("desk_id", BIG, sa.ForeignKey("desk.id", name="fk_link_desk_id"), nullable=False),
        sa.Column("relation", WORD, nullable=False),
        sa.Column("state", WORD, nullable=False),
        sa.Column("reasons", sa.Text(), nullable=False),
        sa.Column("opened", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("newer_id", "older_id", name="pk_link"),
    )
    op.create_index("ix_link_older_id", "link", ["older_id"])
    op.create_index("ix_link_desk_id", "link", ["desk_id"])


def _parties() -> None:
    op.create_table(
        "party",
        sa.Column("desk_id", BIG, sa.ForeignKey("desk.id", name="fk_party_desk_id"), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("side", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("desk_id", "name", name="pk_party"),
    )


def _sketches() -> None:
    op.create_table(
        "sketch",
        sa.Column("desk_id", BIG, sa.ForeignKey("desk.id", name="fk_sketch_desk_id"), nullable=False),
        sa.Column("band", BIG, nullable=False),
        sa.Column("document_id", BIG, sa.ForeignKey("document.id", name="fk_sketch_document_id"), nullable=False),
        sa.PrimaryKeyConstraint("desk_id", "band", "document_id", name="pk_sketch"),
    )
    op.create_index("ix_sketch_document_id", "sketch", ["document_id"])
    # Written out: both databases add such a column in place, and a copy of the table would drop what points to it.
    number = BIG.compile(dialect=op.get_bind().dialect)
    points = "CONSTRAINT fk_document_copy_of REFERENCES document (id)"
    op.execute(f"ALTER TABLE document ADD COLUMN copy_of {number} {points}")
    op.create_index("ix_document_copy_of", "document", ["copy_of"])


def downgrade() -> None:
    op.drop_index("ix_document_copy_of", "document")
    op.drop_column("document", "copy_of")
    for table in ("sketch", "party", "link", "event_key"):
        op.drop_table(table)
