from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


def _claimdesk(*words: str) -> subprocess.CompletedProcess[str]:
    program = "from bot.cli import main; main()"
    return subprocess.run(
        [sys.executable, "-c", program, *words], capture_output=True, text=True, cwd=ROOT, check=False
    )


def test_it_opens_with_the_two_commands():
    first = README.split("```")[1]

    assert re.findall(r"^make (\w+)", first, re.MULTILINE) == ["demo", "test"]


@pytest.mark.parametrize("target", sorted(set(re.findall(r"(?:`|^)make (\w+)", README, re.MULTILINE))))
def test_every_make_target_it_names_is_there(target: str):
    assert re.search(rf"^{target}:", MAKEFILE, re.MULTILINE)


@pytest.mark.parametrize("command", sorted(set(re.findall(r"^claimdesk (\w+)", README, re.MULTILINE))))
def test_every_command_it_names_has_help(command: str):
    asked = _claimdesk(command, "--help")

    assert asked.returncode == 0
    assert "Usage" in asked.stdout


def test_every_file_it_links_to_is_there():
    for link in re.findall(r"\]\((?!http)([^)]+)\)", README):
        assert (ROOT / link).exists(), link


def test_what_a_person_can_mend_is_told_without_a_traceback(tmp_path: Path):
    asked = _claimdesk("extract", str(tmp_path / "nothing.txt"))

    assert asked.returncode == 2
    assert "There is no file or folder" in asked.stderr
    assert "Traceback" not in asked.stderr


def test_help_imports_nothing_heavy():
    program = "import sys; import bot.cli; sys.exit(any(m in sys.modules for m in ('telegram', 'sqlalchemy', 'rich')))"

    assert subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=False).returncode == 0
