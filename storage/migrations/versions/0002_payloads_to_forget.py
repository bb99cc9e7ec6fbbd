"""Finds the payloads that are due to be erased without looking at every update that ever came."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

KEPT = sa.text("payload IS NOT NULL")


def upgrade() -> None:
    op.drop_index("ix_inbox_handled", "inbox")
    op.create_index("ix_inbox_payload_kept", "inbox", ["handled"], sqlite_where=KEPT, postgresql_where=KEPT)


def downgrade() -> None:
    op.drop_index("ix_inbox_payload_kept", "inbox")
    op.create_index("ix_inbox_handled", "inbox", ["handled"])
