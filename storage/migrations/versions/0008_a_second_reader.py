"""What a second reader found in a document, and for how much of it an answer came."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("document", sa.Column("second_found", sa.Text(), nullable=True))
    op.add_column("document", sa.Column("second_answered", sa.String(24), nullable=True))


def downgrade() -> None:
    op.drop_column("document", "second_answered")
    op.drop_column("document", "second_found")
