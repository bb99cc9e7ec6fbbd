"""The container image: what goes in, and as whom it runs."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path


def test_every_package_is_checked_against_a_hash(dockerfile: list[str]) -> None:
    installs = [part for line in dockerfile for part in line.split("&&") if re.search(r"\bpip\b.* install ", part)]

    assert len(installs) == 3
    for install in installs:
        from_a_lock = "--require-hashes -r" in install and "--only-binary=:all:" in install
        assert from_a_lock or "--no-index --no-deps" in install


def test_every_line_of_the_build_lock_has_an_exact_version_and_hashes(top: Path) -> None:
    text = (top / "deploy/build.lock").read_text(encoding="utf-8")
    packages = [line for line in text.splitlines() if re.match(r"\w", line)]

    assert any(line.startswith("hatchling==") for line in packages)
    assert all(re.match(r"[\w.-]+==[\w.]+ .*\\$", line) for line in packages)
    assert text.count("--hash=sha256:") >= len(packages)
    assert "http" not in text


def test_the_base_image_is_the_same_in_both_stages_and_pinned(dockerfile: list[str], top: Path) -> None:
    images = {line.split()[1] for line in dockerfile if line.startswith("FROM")}
    project = tomllib.loads((top / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    assert len(images) == 1
    found = re.fullmatch(r"python:(\d+)\.(\d+)\.\d+-slim-\w+", images.pop())
    assert found and f">={found[1]}.{found[2]}" == project["requires-python"]


def test_it_runs_as_nobody_special_and_stops_when_told(dockerfile: list[str]) -> None:
    last_stage = dockerfile[[n for n, line in enumerate(dockerfile) if line.startswith("FROM")][-1] :]

    assert "USER 10001:10001" in last_stage
    assert "VOLUME /data" in last_stage
    assert "STOPSIGNAL SIGTERM" in last_stage
    assert 'ENTRYPOINT ["claimdesk"]' in last_stage
    assert 'CMD ["run"]' in last_stage
    assert any(line.startswith("HEALTHCHECK") and line.endswith('CMD ["claimdesk", "doctor"]') for line in last_stage)
    assert last_stage.index("USER 10001:10001") > max(n for n, line in enumerate(last_stage) if line.startswith("COPY"))


def test_database_and_key_live_on_the_volume(dockerfile: list[str]) -> None:
    environment = next(line for line in dockerfile if line.startswith("ENV"))

    assert "CLAIMDESK_DATABASE_URL=sqlite:////data/" in environment
    assert "CLAIMDESK_SIGNING_KEY_FILE=/data/" in environment
    assert "TOKEN" not in environment


def test_only_what_the_image_is_made_of_is_sent_to_the_builder(dockerfile: list[str], top: Path) -> None:
    rules = [line for line in (top / ".dockerignore").read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
    allowed = {rule[1:].rstrip("/") for rule in rules if rule.startswith("!")}
    copied: set[str] = set()
    for line in dockerfile:
        if line.startswith("COPY") and "--from" not in line:
            copied.update(word for word in line.split()[1:-1] if not word.startswith("--"))

    assert rules[0] == "*"
    assert allowed == copied
    assert all((top / name).exists() for name in copied)


def test_everything_the_wheel_needs_is_copied(dockerfile: list[str], top: Path) -> None:
    project = tomllib.loads((top / "pyproject.toml").read_text(encoding="utf-8"))
    needed = {*project["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"], *project["project"]["license-files"]}
    needed |= {project["project"]["readme"], "pyproject.toml"}

    copied = " ".join(line for line in dockerfile if line.startswith("COPY")).split()
    assert needed <= set(copied)
