"""The first shape of all tables, and the triggers that keep history as it is."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.append_only import refuse_changes

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
AT = sa.DateTime(timezone=True)
WORD = sa.String(length=24)

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "call",
        sa.Column("id", BIG, nullable=False),
        sa.Column("chat", BIG, nullable=False),
        sa.Column("at", AT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_call"),
    )
    op.create_index("ix_call_at", "call", ["at"])

    op.create_table(
        "desk",
        sa.Column("id", BIG, nullable=False),
        sa.Column("chat", BIG, nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("topic", BIG, nullable=True),
        sa.Column("quorum", sa.Integer(), nullable=False),
        sa.Column("margin", sa.Integer(), nullable=False),
        sa.Column("window", sa.Integer(), nullable=False),
        sa.Column("rule_version", sa.Integer(), nullable=False),
        sa.Column("zone", sa.Text(), nullable=False),
        sa.Column("digest_at", sa.Time(), nullable=True),
        sa.Column("public", sa.Boolean(), nullable=False),
        sa.Column("open", sa.Boolean(), nullable=False),
        sa.Column("opened", AT, nullable=False),
        sa.Column("last_number", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_desk"),
    )
    op.create_index("ix_desk_chat", "desk", ["chat"])

    op.create_table(
        "inbox",
        sa.Column("id", BIG, nullable=False),
        sa.Column("update_id", BIG, nullable=False),
        sa.Column("dedupe", sa.Text(), nullable=True),
        sa.Column("payload", sa.Text(), nullable=True),
        sa.Column("arrived", AT, nullable=False),
        sa.Column("handled", AT, nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("set_aside", sa.Boolean(), nullable=False),
        sa.Column("reference", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_inbox"),
        sa.UniqueConstraint("dedupe", name="uq_inbox_dedupe"),
    )
    op.create_index("ix_inbox_handled", "inbox", ["handled"])
    op.create_index(
        "ix_inbox_waiting",
        "inbox",
        ["id"],
        sqlite_where=sa.text("handled IS NULL"),
        postgresql_where=sa.text("handled IS NULL"),
    )

    op.create_table(
        "setting",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_setting"),
    )
    op.create_table(
        "choice",
        sa.Column("telegram_id", BIG, nullable=False),
        sa.Column("desk_id", BIG, nullable=False),
        sa.ForeignKeyConstraint(["desk_id"], ["desk.id"], name="fk_choice_desk_id"),
        sa.PrimaryKeyConstraint("telegram_id", name="pk_choice"),
    )
    op.create_table(
        "desk_chat",
        sa.Column("chat", BIG, nullable=False),
        sa.Column("desk_id", BIG, nullable=False),
        sa.Column("since", AT, nullable=False),
        sa.ForeignKeyConstraint(["desk_id"], ["desk.id"], name="fk_desk_chat_desk_id"),
        sa.PrimaryKeyConstraint("chat", name="pk_desk_chat"),
    )
    op.create_index("ix_desk_chat_desk_id", "desk_chat", ["desk_id"])

    op.create_table(
        "digest",
        sa.Column("desk_id", BIG, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("at", AT, nullable=False),
        sa.ForeignKeyConstraint(["desk_id"], ["desk.id"], name="fk_digest_desk_id"),
        sa.PrimaryKeyConstraint("desk_id", "day", name="pk_digest"),
    )
    op.create_table(
        "reviewer",
        sa.Column("id", BIG, nullable=False),
        sa.Column("desk_id", BIG, nullable=False),
        sa.Column("codename", sa.Text(), nullable=False),
        sa.Column("listed", sa.Boolean(), nullable=False),
        sa.Column("since", AT, nullable=False),
        sa.ForeignKeyConstraint(["desk_id"], ["desk.id"], name="fk_reviewer_desk_id"),
        sa.PrimaryKeyConstraint("id", name="pk_reviewer"),
        sa.UniqueConstraint("desk_id", "codename", name="uq_reviewer_desk_id_codename"),
    )
    op.create_table(
        "draft",
        sa.Column("id", BIG, nullable=False),
        sa.Column("chat", BIG, nullable=False),
        sa.Column("sender", BIG, nullable=False),
        sa.Column("desk_id", BIG, nullable=False),
        sa.Column("reviewer_id", BIG, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("message_id", BIG, nullable=False),
        sa.Column("at", AT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_draft"),
        sa.ForeignKeyConstraint(["desk_id"], ["desk.id"], name="fk_draft_desk_id"),
        sa.ForeignKeyConstraint(["reviewer_id"], ["reviewer.id"], name="fk_draft_reviewer_id"),
    )
    op.create_index("ix_draft_chat_sender", "draft", ["chat", "sender"])

    op.create_table(
        "document",
        sa.Column("id", BIG, nullable=False),
        sa.Column("desk_id", BIG, nullable=False),
        sa.Column("origin", WORD, nullable=False),
        sa.Column("state", WORD, nullable=False),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("sha256", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("published", sa.Date(), nullable=True),
        sa.Column("received", AT, nullable=False),
        sa.Column("asked_by", BIG, nullable=True),
        sa.Column("chat", BIG, nullable=False),
        sa.Column("topic", BIG, nullable=True),
        sa.Column("reply_to", BIG, nullable=True),
        sa.Column("file_id", sa.Text(), nullable=True),
        sa.Column("file_name", sa.Text(), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("not_before", AT, nullable=True),
        sa.Column("found", sa.Integer(), nullable=False),
        sa.Column("posted", sa.Integer(), nullable=False),
        sa.Column("joined", sa.Integer(), nullable=False),
        sa.Column("sentence", sa.Text(), nullable=True),
        sa.Column("repeats", BIG, nullable=True),
        sa.ForeignKeyConstraint(["asked_by"], ["reviewer.id"], name="fk_document_asked_by"),
        sa.ForeignKeyConstraint(["desk_id"], ["desk.id"], name="fk_document_desk_id"),
        sa.ForeignKeyConstraint(["repeats"], ["document.id"], name="fk_document_repeats"),
        sa.PrimaryKeyConstraint("id", name="pk_document"),
    )
    op.create_index("ix_document_state_id", "document", ["state", "id"])
    op.create_index(
        "uq_document_read_once",
        "document",
        ["desk_id", "sha256"],
        unique=True,
        sqlite_where=sa.text("state = 'read'"),
        postgresql_where=sa.text("state = 'read'"),
    )

    op.create_table(
        "person",
        sa.Column("telegram_id", BIG, nullable=False),
        sa.Column("desk_id", BIG, nullable=False),
        sa.Column("reviewer_id", BIG, nullable=False),
        sa.ForeignKeyConstraint(["desk_id"], ["desk.id"], name="fk_person_desk_id"),
        sa.ForeignKeyConstraint(["reviewer_id"], ["reviewer.id"], name="fk_person_reviewer_id"),
        sa.PrimaryKeyConstraint("telegram_id", "desk_id", name="pk_person"),
        sa.UniqueConstraint("reviewer_id", name="uq_person_reviewer_id"),
    )
    op.create_table(
        "mention",
        sa.Column("id", BIG, nullable=False),
        sa.Column("document_id", BIG, nullable=False),
        sa.Column("kind", WORD, nullable=False),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("stop", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name="fk_mention_document_id"),
        sa.PrimaryKeyConstraint("id", name="pk_mention"),
    )
    op.create_index("ix_mention_document_id", "mention", ["document_id"])

    op.create_table(
        "claim",
        sa.Column("id", BIG, nullable=False),
        sa.Column("desk_id", BIG, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("content_key", sa.Text(), nullable=False),
        sa.Column("mention_id", BIG, nullable=False),
        sa.Column("document_id", BIG, nullable=False),
        sa.Column("statement", sa.Text(), nullable=False),
        sa.Column("checkability", sa.Integer(), nullable=False),
        sa.Column("kind", WORD, nullable=False),
        sa.Column("place_words", sa.Text(), nullable=False),
        sa.Column("opened", AT, nullable=False),
        sa.Column("status", WORD, nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("answered", sa.Integer(), nullable=False),
        sa.Column("needed", sa.Integer(), nullable=False),
        sa.Column("window_ends", AT, nullable=True),
        sa.Column("released_at", AT, nullable=True),
        sa.ForeignKeyConstraint(["desk_id"], ["desk.id"], name="fk_claim_desk_id"),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name="fk_claim_document_id"),
        sa.ForeignKeyConstraint(["mention_id"], ["mention.id"], name="fk_claim_mention_id"),
        sa.PrimaryKeyConstraint("id", name="pk_claim"),
        sa.UniqueConstraint("desk_id", "content_key", name="uq_claim_desk_id_content_key"),
        sa.UniqueConstraint("desk_id", "number", name="uq_claim_desk_id_number"),
        sa.UniqueConstraint("mention_id", name="uq_claim_mention_id"),
    )
    op.create_index("ix_claim_document_id", "claim", ["document_id"])
    op.create_index("ix_claim_desk_id_kind_released_at", "claim", ["desk_id", "kind", "released_at"])
    op.create_index("ix_claim_desk_id_status_window_ends", "claim", ["desk_id", "status", "window_ends"])
    op.create_index("ix_claim_status_window_ends", "claim", ["status", "window_ends"])

    op.create_table(
        "ballot",
        sa.Column("claim_id", BIG, nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("reviewer_id", BIG, nullable=False),
        sa.Column("stance", WORD, nullable=False),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name="fk_ballot_claim_id"),
        sa.ForeignKeyConstraint(["reviewer_id"], ["reviewer.id"], name="fk_ballot_reviewer_id"),
        sa.PrimaryKeyConstraint("claim_id", "round", "reviewer_id", name="pk_ballot"),
    )
    op.create_table(
        "claim_source",
        sa.Column("id", BIG, nullable=False),
        sa.Column("claim_id", BIG, nullable=False),
        sa.Column("mention_id", BIG, nullable=False),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name="fk_claim_source_claim_id"),
        sa.ForeignKeyConstraint(["mention_id"], ["mention.id"], name="fk_claim_source_mention_id"),
        sa.PrimaryKeyConstraint("id", name="pk_claim_source"),
        sa.UniqueConstraint("mention_id", name="uq_claim_source_mention_id"),
    )
    op.create_index("ix_claim_source_claim_id", "claim_source", ["claim_id"])

    op.create_table(
        "event",
        sa.Column("id", BIG, nullable=False),
        sa.Column("desk_id", BIG, nullable=False),
        sa.Column("claim_id", BIG, nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.Column("at", AT, nullable=False),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name="fk_event_claim_id"),
        sa.ForeignKeyConstraint(["desk_id"], ["desk.id"], name="fk_event_desk_id"),
        sa.PrimaryKeyConstraint("id", name="pk_event"),
        sa.UniqueConstraint("claim_id", "sequence", name="uq_event_claim_id_sequence"),
    )
    op.create_index("ix_event_desk_id_at", "event", ["desk_id", "at"])

    op.create_table(
        "note",
        sa.Column("id", BIG, nullable=False),
        sa.Column("claim_id", BIG, nullable=False),
        sa.Column("reviewer_id", BIG, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name="fk_note_claim_id"),
        sa.ForeignKeyConstraint(["reviewer_id"], ["reviewer.id"], name="fk_note_reviewer_id"),
        sa.PrimaryKeyConstraint("id", name="pk_note"),
    )
    op.create_index("ix_note_claim_id", "note", ["claim_id"])

    op.create_table(
        "posting",
        sa.Column("id", BIG, nullable=False),
        sa.Column("chat", BIG, nullable=False),
        sa.Column("topic", BIG, nullable=True),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("claim_id", BIG, nullable=True),
        sa.Column("document_id", BIG, nullable=True),
        sa.Column("content", sa.Text(), nullable=True),
        sa.Column("reply_to", BIG, nullable=True),
        sa.Column("priority", sa.Integer(), nullable=False),
        sa.Column("state", WORD, nullable=False),
        sa.Column("message_id", BIG, nullable=True),
        sa.Column("imprint", sa.Text(), nullable=True),
        sa.Column("wanted_version", sa.Integer(), nullable=False),
        sa.Column("shown_version", sa.Integer(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("repeats", sa.Integer(), nullable=False),
        sa.Column("not_before", AT, nullable=True),
        sa.Column("made", AT, nullable=False),
        sa.Column("tried", AT, nullable=True),
        sa.Column("shown", AT, nullable=True),
        sa.Column("why", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name="fk_posting_claim_id"),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name="fk_posting_document_id"),
        sa.PrimaryKeyConstraint("id", name="pk_posting"),
        sa.UniqueConstraint("chat", "key", name="uq_posting_chat_key"),
    )
    op.create_index("ix_posting_document_id", "posting", ["document_id"])
    op.create_index("ix_posting_claim_id", "posting", ["claim_id"])
    op.create_index("ix_posting_chat_message_id", "posting", ["chat", "message_id"])
    op.create_index(
        "ix_posting_differing",
        "posting",
        ["chat", "priority", "id"],
        sqlite_where=sa.text("wanted_version > shown_version"),
        postgresql_where=sa.text("wanted_version > shown_version"),
    )

    for statement in refuse_changes(op.get_bind().dialect.name, "event", ("id",), ("claim_id", "sequence")):
        op.execute(statement)


def downgrade() -> None:
    """There is nothing before the first shape, and history is not to be deleted."""
    raise NotImplementedError
