"""The files of deploy/ as plain text, cut into the parts that matter."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

TOP = Path(__file__).parents[2]


@pytest.fixture
def top() -> Path:
    """The top of the repository."""
    return TOP


def read(name: str) -> str:
    return (TOP / name).read_text(encoding="utf-8")


@pytest.fixture
def dockerfile() -> list[str]:
    """The instructions of the Dockerfile, continued lines joined, comments left out."""
    text = re.sub(r"\\\n\s*", "", read("deploy/Dockerfile"))
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@pytest.fixture(params=["deploy/compose.yaml", "deploy/compose.postgresql.yaml", "deploy/compose.replicas.yaml"])
def compose(request: pytest.FixtureRequest) -> str:
    """The text of one compose file, comments left out."""
    return re.sub(r"(?m)\s*#.*$", "", read(request.param))


@pytest.fixture
def services(compose: str) -> dict[str, str]:
    """The services of one compose file by name, each as its text."""
    block = compose.partition("\nservices:\n")[2]
    block = re.split(r"(?m)^\S", block)[0]
    parts = re.split(r"(?m)^  (\w+):\n", block)[1:]
    return dict(zip(parts[::2], parts[1::2], strict=True))


@pytest.fixture
def unit() -> list[str]:
    """The lines of the systemd unit, comments left out."""
    return [line for line in read("deploy/claimdesk.service").splitlines() if line and not line.startswith("#")]
