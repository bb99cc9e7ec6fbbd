from __future__ import annotations

from pathlib import Path

import pytest

from bot.config import BadApiUrl, NoTokenFile, Settings
from storage.engine import UnknownDatabase
from storage.store import Store


@pytest.fixture(autouse=True)
def _an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("TOKEN", "TOKEN_FILE", "DATABASE_URL", "API_URL", "SIGNING_KEY_FILE"):
        monkeypatch.delenv(f"CLAIMDESK_{name}", raising=False)


def test_an_empty_setting_counts_as_not_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "token").write_text("7000000001:from-the-file\n")
    monkeypatch.setenv("CLAIMDESK_TOKEN", "")
    monkeypatch.setenv("CLAIMDESK_DATABASE_URL", "")
    monkeypatch.setenv("CLAIMDESK_TOKEN_FILE", str(tmp_path / "token"))
    settings = Settings()
    assert settings.bot_token == "7000000001:from-the-file"
    assert settings.database_url == "sqlite:///claimdesk.db"


def test_a_slash_at_the_end_of_the_address_does_no_harm(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMDESK_API_URL", "http://127.0.0.1:8081/")
    assert Settings().api_url == "http://127.0.0.1:8081"


def test_an_address_without_http_is_refused_with_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMDESK_API_URL", "127.0.0.1:8081")
    with pytest.raises(BadApiUrl, match="is 127"):
        Settings()


def test_a_token_file_that_is_no_text_is_refused_with_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "token").write_bytes(b"\xff\xfe\x00")
    monkeypatch.setenv("CLAIMDESK_TOKEN_FILE", str(tmp_path / "token"))
    with pytest.raises(NoTokenFile, match="not a text file"):
        Settings()


def test_a_port_that_is_no_number_is_refused_with_a_sentence() -> None:
    with pytest.raises(UnknownDatabase):
        Store("postgresql://desk@127.0.0.1:port/desk")
