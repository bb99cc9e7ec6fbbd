"""A source that edits its text makes a new version of the same document."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    # Written out: both databases add such a column in place, and a copy of the table would drop what points to it.
    number = BIG.compile(dialect=op.get_bind().dialect)
    points = "CONSTRAINT fk_document_version_of REFERENCES document (id)"
    op.execute(f"ALTER TABLE document ADD COLUMN version_of {number} {points}")
    op.add_column("document", sa.Column("source_message", BIG, nullable=True))
    op.create_index("ix_document_version_of", "document", ["version_of"])
    op.create_index("ix_document_chat_source_message", "document", ["chat", "source_message"])


def downgrade() -> None:
    op.drop_index("ix_document_chat_source_message", "document")
    op.drop_index("ix_document_version_of", "document")
    op.drop_column("document", "source_message")
    op.drop_column("document", "version_of")
