"""The key file: made once, by whoever comes first."""

from __future__ import annotations

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from bot.signing.keyfile import BadKeyFile, press_key, signing_key, webhook_path, webhook_secret


def test_replicas_that_start_at_once_on_an_empty_volume_get_the_same_key(tmp_path: Path) -> None:
    for round in range(20):
        path, barrier = tmp_path / f"{round}.key", Barrier(8)

        def start(path: Path = path, barrier: Barrier = barrier) -> bytes:
            barrier.wait()
            return signing_key(path)

        with ThreadPoolExecutor(8) as replicas:
            keys = {start.result() for start in [replicas.submit(start) for _ in range(8)]}
        assert keys == {signing_key(path)}

    assert all(path.suffix == ".key" for path in tmp_path.iterdir())


def test_the_key_is_for_its_owner_alone(tmp_path: Path) -> None:
    signing_key(tmp_path / "desk.key")

    assert stat.S_IMODE((tmp_path / "desk.key").stat().st_mode) == 0o600


def test_a_file_that_holds_no_key_is_refused(tmp_path: Path) -> None:
    (tmp_path / "desk.key").write_text("abc")
    with pytest.raises(BadKeyFile, match="64 hexadecimal digits"):
        signing_key(tmp_path / "desk.key")


def test_what_is_derived_from_the_key_tells_nothing_of_the_rest() -> None:
    derived = {press_key(bytes(32)).hex(), webhook_path(bytes(32)), webhook_secret(bytes(32))}

    assert len(derived) == 3
    assert all(set(word) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-") for word in derived)
    assert len(webhook_path(bytes(32))) == len(webhook_secret(bytes(32))) == 43
