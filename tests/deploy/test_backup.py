"""deploy/backup.sh, run beside a database that is being written to."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "deploy/backup.sh"


@dataclass
class Desk:
    """A desk's folder, and the connection of the bot that works in it."""

    folder: Path
    bot: sqlite3.Connection

    def back_up(self, url: str = "sqlite:///claimdesk.db") -> subprocess.CompletedProcess[str]:
        environment = os.environ | {"CLAIMDESK_DATABASE_URL": url, "PYTHON": sys.executable}
        return subprocess.run(
            [SCRIPT, "kept"], cwd=self.folder, env=environment, capture_output=True, text=True, check=False
        )

    def kept(self) -> list[Path]:
        return sorted((self.folder / "kept").iterdir()) if (self.folder / "kept").exists() else []


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    bot = sqlite3.connect(tmp_path / "claimdesk.db", isolation_level=None)
    bot.execute("PRAGMA journal_mode=WAL")
    bot.execute("CREATE TABLE votes (stance TEXT)")
    bot.execute("INSERT INTO votes VALUES ('verify')")
    (tmp_path / "claimdesk.key").write_text("ab" * 32)
    yield Desk(tmp_path, bot)
    bot.close()


def votes_in(copy: Path) -> list[str]:
    found = sqlite3.connect(copy / "claimdesk.db")
    try:
        return [stance for (stance,) in found.execute("SELECT stance FROM votes")]
    finally:
        found.close()


def test_the_copy_holds_what_was_committed_and_nothing_half_done(desk: Desk) -> None:
    desk.bot.execute("BEGIN IMMEDIATE")
    desk.bot.execute("INSERT INTO votes VALUES ('dispute')")

    done = desk.back_up()

    assert done.returncode == 0, done.stderr
    (copy,) = desk.kept()
    assert done.stdout.strip() == f"kept/{copy.name}"
    assert votes_in(copy) == ["verify"]
    desk.bot.execute("COMMIT")


def test_the_key_comes_along_and_only_the_owner_can_read(desk: Desk) -> None:
    assert desk.back_up().returncode == 0

    (copy,) = desk.kept()
    assert (copy / "claimdesk.key").read_text() == "ab" * 32
    assert {file.name: stat.S_IMODE(file.stat().st_mode) for file in copy.iterdir()} == {
        "claimdesk.db": 0o600,
        "claimdesk.key": 0o600,
    }


def test_two_backups_in_one_second_are_two_backups(desk: Desk) -> None:
    assert [desk.back_up().returncode for _ in range(3)] == [0, 0, 0]

    assert [votes_in(copy) for copy in desk.kept()] == [["verify"]] * 3


def test_the_log_of_a_killed_bot_is_not_forgotten(desk: Desk, tmp_path: Path) -> None:
    left = tmp_path / "left"
    left.mkdir()
    for name in ("claimdesk.db", "claimdesk.db-wal", "claimdesk.key"):
        (left / name).write_bytes((desk.folder / name).read_bytes())
    after_the_kill = Desk(left, desk.bot)

    assert after_the_kill.back_up().returncode == 0
    assert votes_in(after_the_kill.kept()[0]) == ["verify"]


def test_a_damaged_database_is_told_and_nothing_is_kept(desk: Desk) -> None:
    desk.bot.close()
    (desk.folder / "claimdesk.db").write_bytes(b"not a database" * 400)

    done = desk.back_up()

    assert done.returncode == 1
    assert "cannot be copied" in done.stderr
    assert desk.kept() == []


def test_without_the_key_there_is_no_backup(desk: Desk) -> None:
    (desk.folder / "claimdesk.key").unlink()

    done = desk.back_up()

    assert done.returncode == 2
    assert "cannot read claimdesk.key" in done.stderr
    assert desk.kept() == []


def test_postgresql_is_sent_to_its_own_tool(desk: Desk) -> None:
    done = desk.back_up("postgresql://claimdesk@database/claimdesk")

    assert done.returncode == 2
    assert "pg_dump" in done.stderr
