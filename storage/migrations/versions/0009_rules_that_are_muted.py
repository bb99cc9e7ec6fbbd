"""The rule that found a mention as a column, whether it was muted then, and the rules that a desk has muted."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
RULE_OF = {"sqlite": "json_extract(body, '$.rule')", "postgresql": "body::json ->> 'rule'"}


def upgrade() -> None:
    op.add_column("mention", sa.Column("rule", sa.Text(), nullable=False, server_default=sa.text("''")))
    op.add_column("mention", sa.Column("muted", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.execute(f"UPDATE mention SET rule = COALESCE({RULE_OF[op.get_bind().dialect.name]}, '')")
    op.create_table(
        "muted_rule",
        sa.Column("desk_id", BIG, sa.ForeignKey("desk.id", name="fk_muted_rule_desk_id"), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("desk_id", "rule", name="pk_muted_rule"),
    )


def downgrade() -> None:
    op.drop_table("muted_rule")
    op.drop_column("mention", "muted")
    op.drop_column("mention", "rule")
