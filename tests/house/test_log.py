from __future__ import annotations

import logging

import pytest
from sqlalchemy.exc import SQLAlchemyError

from bot.telemetry import place, redacted, set_up_logging
from storage.store import Store

WRITTEN = "what somebody wrote"


def test_a_private_chat_is_not_numbered_in_the_log():
    assert place(7_000_000_001) == "a private chat"
    assert place(-1001234567890) == "chat -1001234567890"


@pytest.mark.parametrize("end", ["\n", "\\n"])
def test_a_complaint_of_the_database_loses_the_values_in_it(end: str):
    line = f"duplicate key{end}DETAIL:  Key (chat, key)=(7000000001, reply:1) already exists.{end}[SQL: INSERT]"

    assert redacted(line) == f"duplicate key{end}DETAIL: [left out]{end}[SQL: INSERT]"


def test_a_failed_statement_is_logged_without_what_it_was_to_write(store: Store, capsys: pytest.CaptureFixture[str]):
    root = logging.getLogger()
    handlers, level = root.handlers, root.level
    set_up_logging()
    try:
        with store.transaction() as records:
            records.settings.db.exec_driver_sql("CREATE TABLE narrow (word TEXT PRIMARY KEY)")
            mark = "?" if records.settings.db.dialect.name == "sqlite" else "%s"
            insert = f"INSERT INTO narrow VALUES ({mark})"
            records.settings.db.exec_driver_sql(insert, (WRITTEN,))
            records.settings.db.exec_driver_sql(insert, (WRITTEN,))
    except SQLAlchemyError:
        logging.getLogger("bot.chat.lane").exception("update failed")
    finally:
        root.handlers, root.level = handlers, level

    told = capsys.readouterr().err
    assert "INSERT INTO narrow" in told
    assert WRITTEN not in told
