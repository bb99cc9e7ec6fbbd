"""The runbook speaks of what exists."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.chat.commands import BY_NAME
from bot.cli import app

BOTFATHER = {"newbot", "setjoingroups", "revoke"}
SERVED = {"healthz", "readyz", "metrics"}


@pytest.fixture
def runbook(top: Path) -> str:
    return (top / "deploy/RUNBOOK.md").read_text(encoding="utf-8")


def test_every_command_of_the_command_line_exists(runbook: str) -> None:
    known = {command.name or command.callback.__name__ for command in app.registered_commands if command.callback}
    named = set(re.findall(r"(?:`| )claimdesk (doctor|migrate|run|history|[a-z]+)`", runbook))
    named |= set(re.findall(r"(?:as-service\.sh|exec bot) claimdesk ([a-z]+)", runbook))

    assert "doctor" in named
    assert named <= known


def test_every_command_of_the_chat_exists(runbook: str) -> None:
    named = set(re.findall(r"`/([a-z]+)[ `]", runbook))

    assert {"setup", "add"} <= named
    assert named <= set(BY_NAME) | BOTFATHER | SERVED


def test_every_file_that_it_names_exists(runbook: str, top: Path) -> None:
    named = set(re.findall(r"\bdeploy/[\w.-]+\w", runbook)) - {"deploy/env", "deploy/secrets"}

    assert named
    assert [name for name in sorted(named) if not (top / name).exists()] == []


def test_every_section_that_is_referred_to_exists(runbook: str, top: Path) -> None:
    sections = set(re.findall(r"(?m)^## (\d+)\.", runbook))
    others = [path.read_text(encoding="utf-8") for path in (top / "deploy").iterdir() if path.is_file()]

    for text in others:
        assert set(re.findall(r"section (\d+)", text)) <= sections


def test_every_finding_of_the_doctor_is_explained(runbook: str, top: Path) -> None:
    doctor = (top / "bot/doctor.py").read_text(encoding="utf-8")
    findings = set(re.findall(r'(?:_looked_at|Finding)\("([^"]+)"', doctor))

    assert {"token", "database"} <= findings
    assert [finding for finding in sorted(findings) if f"| {finding} |" not in runbook] == []
