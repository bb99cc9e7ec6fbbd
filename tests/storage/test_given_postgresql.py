"""Where the tests' PostgreSQL comes from, and what is said when there is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import postgres


def test_a_server_that_is_given_is_used_and_left_running(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(postgres.GIVEN, "postgresql://anna@localhost:5433/tests")
    server = postgres.start()
    assert (server.url.port, server.watch) == (5433, None)


def test_without_any_server_it_is_said_what_can_be_done(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(postgres.GIVEN, raising=False)
    monkeypatch.setattr(postgres, "_binaries", lambda: iter(()))
    with pytest.raises(postgres.NoPostgreSQL, match=postgres.GIVEN):
        postgres.start()


def test_a_start_that_fails_is_tried_twice_and_tells_what_the_server_said(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    broken = tmp_path / "postgresql" / "bin" / "initdb"
    broken.parent.mkdir(parents=True)
    broken.write_text("#!/bin/sh\necho the disk is full >&2\nexit 1\n")
    broken.chmod(0o755)
    monkeypatch.delenv(postgres.GIVEN, raising=False)
    monkeypatch.setattr(postgres, "_binaries", lambda: iter((broken.parent,)))
    with pytest.raises(postgres.NoPostgreSQL) as told:
        postgres.start()
    assert str(told.value).count("the disk is full") == 2
