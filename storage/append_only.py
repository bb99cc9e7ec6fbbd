"""The triggers by which the database itself refuses to change history, on both databases."""

from __future__ import annotations

REFUSAL = "history is append-only"

# INSERT OR REPLACE deletes the old row without firing its triggers: hence the one on insert.
_SQLITE = """
CREATE TRIGGER {table}_refuse_update BEFORE UPDATE ON {table}
BEGIN SELECT RAISE(ABORT, '{refusal}'); END;

CREATE TRIGGER {table}_refuse_delete BEFORE DELETE ON {table}
BEGIN SELECT RAISE(ABORT, '{refusal}'); END;

CREATE TRIGGER {table}_refuse_replace BEFORE INSERT ON {table}
WHEN EXISTS (SELECT 1 FROM {table} WHERE {same})
BEGIN SELECT RAISE(ABORT, '{refusal}'); END
"""

# ALWAYS: the triggers also fire where replication has switched ordinary ones off.
_POSTGRESQL = """
CREATE FUNCTION {table}_refuse() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '{refusal}' USING ERRCODE = 'integrity_constraint_violation'; END $$;

CREATE TRIGGER {table}_refuse_change BEFORE UPDATE OR DELETE ON {table}
FOR EACH ROW EXECUTE FUNCTION {table}_refuse();

CREATE TRIGGER {table}_refuse_truncate BEFORE TRUNCATE ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION {table}_refuse();

ALTER TABLE {table} ENABLE ALWAYS TRIGGER {table}_refuse_change;

ALTER TABLE {table} ENABLE ALWAYS TRIGGER {table}_refuse_truncate
"""


def refuse_changes(dialect: str, table: str, *keys: tuple[str, ...]) -> list[str]:
    """The statements that make a table append-only; `keys` are the columns of its primary and its unique keys."""
    script = _SQLITE if dialect == "sqlite" else _POSTGRESQL
    same = " OR ".join("(" + " AND ".join(f"{column} = NEW.{column}" for column in key) + ")" for key in keys)
    return script.format(table=table, refusal=REFUSAL, same=same).strip().split(";\n\n")


def allow_changes(dialect: str, table: str) -> list[str]:
    """The statements that let a migration rewrite the table; it calls `refuse_changes` when it is done."""
    if dialect == "sqlite":
        return [f"DROP TRIGGER {table}_refuse_{what}" for what in ("update", "delete", "replace")]
    triggers = [f"DROP TRIGGER {table}_refuse_{what} ON {table}" for what in ("change", "truncate")]
    return [*triggers, f"DROP FUNCTION {table}_refuse()"]
