from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from random import Random

import cryptography

from tests.signing.histories import KEY, history

ROOT = Path(__file__).parents[2]
ALONE = """
import runpy, sys
from importlib.abc import MetaPathFinder

ALLOWED = sys.stdlib_module_names | {"bot", "cryptography", "_cffi_backend", "cffi"}

class OnlyThese(MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name.partition(".")[0] not in ALLOWED:
            raise ModuleNotFoundError(f"{name} is not installed here")

sys.meta_path.insert(0, OnlyThese())
sys.path[:0] = PATHS
try:
    RUN
finally:
    known = {name for name in sys.modules if name.startswith("bot.")}
    strangers = {name for name in known if not name.startswith(("bot.signing", "bot.claims"))}
    assert not strangers, strangers
"""


VERIFIER = 'runpy.run_module("bot.signing", run_name="__main__", alter_sys=True)'


def _run(*arguments: str, what: str = VERIFIER) -> subprocess.CompletedProcess[str]:
    paths = [str(ROOT), str(Path(cryptography.__file__).parents[1])]
    program = ALONE.replace("PATHS", repr(paths)).replace("RUN", what)
    command = [sys.executable, "-I", "-S", "-c", program, *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, cwd="/")


def test_the_verifier_runs_with_the_standard_library_and_cryptography_only(tmp_path: Path):
    true = history(Random(1))
    export, checkpoint = tmp_path / "history.jsonl", tmp_path / "checkpoint.txt"
    export.write_text(true.text(), encoding="ascii")
    checkpoint.write_text("\n".join(true.notes), encoding="utf-8")

    good = _run("verify", str(export), str(checkpoint), "--key", str(KEY))
    assert (good.returncode, good.stderr) == (0, "")
    assert good.stdout.endswith("Verified: nothing is wrong.\n")

    lines = true.text().splitlines(keepends=True)
    export.write_text("".join(lines[:5] + lines[6:]), encoding="ascii")
    bad = _run("verify", str(export), str(checkpoint), "--key", str(KEY))
    assert bad.returncode == 1
    assert "Not verified" in bad.stdout


def test_the_verifier_would_notice_a_library_that_is_not_there():
    assert "sqlalchemy is not installed here" in _run(what="import sqlalchemy").stderr
