"""Bugs are planted on purpose, and the test that is there for each must fail."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import bot
from tests.faults import bugs_of_history  # noqa: F401  its bugs are among them
from tests.faults.bugs import BUGS
from tests.faults.planted import FAILED
from tests.scoreboard import count

pytestmark = pytest.mark.proof


@pytest.fixture(scope="module")
def caught(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], int]]:
    """Runs the test for a bug with the bug in place."""
    log = tmp_path_factory.mktemp("planted") / "pytest.log"
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.faults.planted", str(log)],
        cwd=Path(bot.__file__).parents[1], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1,
    )  # fmt: skip

    def run(name: str) -> int:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(f"{name}\n")
        return int(process.stdout.readline() or "-1")

    yield run
    process.communicate(timeout=10)


@pytest.mark.parametrize("name", BUGS)
def test_a_planted_bug_is_caught(name: str, caught: Callable[[str], int]):
    code = caught(name)
    count("planted")
    count("planted_caught", code == FAILED)

    assert code == FAILED, f"nobody noticed that {BUGS[name].what}: {BUGS[name].caught_by} gave {code}"
