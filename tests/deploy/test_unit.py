"""The systemd unit: fenced in, and with time to stop."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "line",
    [
        "NoNewPrivileges=yes",
        "CapabilityBoundingSet=",
        "ProtectSystem=strict",
        "ProtectHome=yes",
        "PrivateTmp=yes",
        "PrivateDevices=yes",
        "PrivateUsers=yes",
        "ProtectKernelTunables=yes",
        "ProtectKernelModules=yes",
        "ProtectControlGroups=yes",
        "ProtectProc=invisible",
        "RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX",
        "RestrictNamespaces=yes",
        "RestrictSUIDSGID=yes",
        "LockPersonality=yes",
        "MemoryDenyWriteExecute=yes",
        "SystemCallArchitectures=native",
        "SystemCallFilter=@system-service",
        "SystemCallFilter=~@privileged",
        "UMask=0077",
    ],
)
def test_it_is_fenced_in(unit: list[str], line: str) -> None:
    assert line in unit


def test_it_runs_the_bot_as_its_own_user(unit: list[str]) -> None:
    assert "User=claimdesk" in unit
    assert [line for line in unit if line.startswith("ExecStart=")] == [
        "ExecStart=/opt/claimdesk/.venv/bin/claimdesk run"
    ]


def test_the_token_comes_as_a_credential_and_never_in_the_environment(unit: list[str]) -> None:
    assert "LoadCredential=token:/etc/claimdesk/token" in unit
    assert "Environment=CLAIMDESK_TOKEN_FILE=%d/token" in unit
    assert not any("CLAIMDESK_TOKEN=" in line for line in unit)


def test_it_writes_to_its_state_directory_only(unit: list[str]) -> None:
    assert "StateDirectory=claimdesk" in unit
    assert "WorkingDirectory=/var/lib/claimdesk" in unit
    assert "Environment=CLAIMDESK_DATABASE_URL=sqlite:////var/lib/claimdesk/claimdesk.db" in unit
    assert "Environment=CLAIMDESK_SIGNING_KEY_FILE=/var/lib/claimdesk/claimdesk.key" in unit
    assert not any(line.startswith("ReadWritePaths=") for line in unit)


def test_it_has_time_to_finish_and_comes_back_after_a_crash(unit: list[str]) -> None:
    assert "TimeoutStopSec=15" in unit
    assert "Restart=on-failure" in unit
    assert "StartLimitIntervalSec=0" in unit
