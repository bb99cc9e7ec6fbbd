"""The compose files: pinned, unprivileged, and with the secrets in files."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest


def test_the_parts_are_what_they_should_be(services: dict[str, str]) -> None:
    assert set(services) in ({"bot"}, {"bot", "database"}, {"bot", "database", "proxy"})


def test_every_image_is_pinned(services: dict[str, str]) -> None:
    for block in services.values():
        assert re.search(r"(?m)^    image: [a-z]+:\d+\.[\w.-]+$", block)


def test_the_bots_image_carries_the_version_of_the_project(services: dict[str, str], top: Path) -> None:
    version = tomllib.loads((top / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]

    assert f"    image: claimdesk:{version}\n" in services["bot"]


@pytest.mark.parametrize(
    "line",
    [
        "read_only: true",
        "cap_drop: [ALL]",
        'security_opt: ["no-new-privileges:true"]',
        "restart: unless-stopped",
    ],
)
def test_every_service_is_fenced_in(services: dict[str, str], line: str) -> None:
    for block in services.values():
        assert f"\n    {line}\n" in block


def test_no_service_runs_as_root_or_with_host_rights(services: dict[str, str], compose: str) -> None:
    for block in services.values():
        assert re.search(r'(?m)^    user: "[1-9]\d*:[1-9]\d*"$', block)
    assert not re.search(r"privileged: true|network_mode|docker\.sock|cap_add", compose)


def test_only_the_proxy_can_be_reached_from_outside(services: dict[str, str]) -> None:
    assert {name for name, block in services.items() if "ports:" in block} <= {"proxy"}
    assert "database" not in services or "networks: [inside]" in services["database"]


def test_the_bot_has_time_to_finish_what_is_in_flight(services: dict[str, str]) -> None:
    assert "    stop_grace_period: 15s\n" in services["bot"]


def test_every_secret_is_a_file_that_git_ignores(compose: str, top: Path) -> None:
    named = dict(re.findall(r"(?m)^  (\w+):\n    file: \./(\S+)$", compose))
    asked = {name for names in re.findall(r"(?m)^    secrets: \[(.+)\]$", compose) for name in names.split(", ")}

    assert set(named) == asked and "token" in asked
    assert all(path.startswith("secrets/") for path in named.values())
    assert "deploy/secrets/" in (top / ".gitignore").read_text(encoding="utf-8").splitlines()


def test_no_password_or_token_stands_in_the_environment(compose: str) -> None:
    for name, value in re.findall(r"(?m)^      (\w*(?:TOKEN|PASSWORD|PASS)\w*): (.+)$", compose):
        assert name.endswith("FILE")
        assert value.startswith("/run/secrets/")
    assert not re.search(r"://[^@\s]*:[^@\s]*@", compose)


def test_every_volume_that_is_used_is_declared(compose: str) -> None:
    used = set(re.findall(r"(?m)^      - (\w+):/", compose))
    declared = compose.partition("\nvolumes:\n")[2].partition("\n\n")[0]

    assert used == set(re.findall(r"(?m)^  (\w+):$", declared))
