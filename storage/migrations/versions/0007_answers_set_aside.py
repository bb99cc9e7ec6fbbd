"""Finds the answers of one reviewer, and those that were set aside, without looking at every ballot."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_ballot_reviewer_id", "ballot", ["reviewer_id"])
    op.create_index(
        "ix_ballot_set_aside", "ballot", ["claim_id"],
        sqlite_where=sa.text("counted = 0"), postgresql_where=sa.text("NOT counted"),
    )  # fmt: skip


def downgrade() -> None:
    op.drop_index("ix_ballot_set_aside", "ballot")
    op.drop_index("ix_ballot_reviewer_id", "ballot")
