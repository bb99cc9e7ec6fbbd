"""deploy/env.example: every setting, with a sentence and its default."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.config import Settings

SHOWN = re.compile(r"(?m)^# CLAIMDESK_([A-Z_]+)=(.*)$")
SETTINGS = set(Settings.model_fields)


@pytest.fixture
def example(top: Path) -> str:
    return (top / "deploy/env.example").read_text(encoding="utf-8")


def test_every_setting_is_shown_and_nothing_else(example: str) -> None:
    shown = [name.lower() for name, _ in SHOWN.findall(example)]

    assert sorted(shown) == sorted(SETTINGS)


def test_the_defaults_that_are_shown_are_true(example: str) -> None:
    for name, value in SHOWN.findall(example):
        default = Settings.model_fields[name.lower()].default
        assert value == ("" if default is None else str(default))


def test_every_setting_has_its_sentence(example: str) -> None:
    for setting in SETTINGS:
        above = example.partition(f"\n# CLAIMDESK_{setting.upper()}=")[0].splitlines()[-1]
        assert above.startswith("# ") and above.rstrip(")").endswith(".")


def test_a_fresh_copy_changes_nothing(example: str) -> None:
    assert all(not line or line.startswith("#") for line in example.splitlines())


def test_no_deploy_file_sets_what_is_no_setting(top: Path) -> None:
    files = ("Dockerfile", "claimdesk.service", "as-service.sh", "kubernetes/deployment.yaml")
    for name in (*files, *(file.name for file in (top / "deploy").glob("compose*.yaml"))):
        text = (top / "deploy" / name).read_text(encoding="utf-8")
        named = {word.lower() for word in re.findall(r"\bCLAIMDESK_([A-Z_]+)", text)}
        assert named and named <= SETTINGS, name
